/** The lines of Python that the page gives are followed step by step, on the engine's own captures. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { answerTo, unpack, type Unpacked } from '#engine/answers.ts';
import { chooseBackend } from '#engine/backend.ts';
import { loadModel } from '#engine/model.ts';
import { Session } from '#engine/session.ts';
import { snippetOf, type Reproduced } from '#frame/export/snippet.ts';
import { take } from '#num/named.ts';
import { softmax, topIndices } from '#num/stats.ts';
import { runOf } from '#state/results.ts';
import { shippedFiles } from '../golden/shipped.ts';

const TEXT = 'When Mary and John went to the park, "John" gave a ball to';
const FOCUS = { layer: 1, head: 2, query: 6, key: 3 };
const CAPTURES = ['blocks.*.attn.pattern', 'blocks.1.attn.q', 'blocks.1.attn.k', 'blocks.1.attn.rot_*', 'logits'];

beforeAll(async () => void (await chooseBackend({ force: 'wasm' })));

describe.each(['storyteller', 'storyteller-gpt2'])('the snippet for %s', (id) => {
	let session: Session;
	let answer: Unpacked;
	let python: string;

	beforeAll(async () => {
		session = new Session(id, shippedFiles(id));
		const generate = { count: 0, temperature: 1, topK: 0, topP: 1, seed: 0 };
		const question = { model: id, text: TEXT, generate, edits: [], variations: { model: { captures: CAPTURES } } };
		answer = unpack(await session.answer(question));
		python = snippetOf(reproduced(answer));
	});
	afterAll(() => session.dispose());

	function reproduced(of: Unpacked): Reproduced {
		const captures = of.captures['model'] ?? {};
		const vocabulary = Array.from({ length: of.model.d_vocab }, (_, token) => `t${token}`);
		const run = runOf({ generate: { count: 0, temperature: 1, topK: 0, topP: 1, seed: 0 } }, of, {
			facts: of.model,
			vocabulary
		});
		const [patterns, logits] = [answerTo(captures, 'blocks.*.attn.pattern', 0), answerTo(captures, 'logits', 0)];
		if (!patterns || !logits) throw new Error('not captured');
		return { run, focus: FOCUS, text: TEXT, patterns, logits, modelsUrl: 'https://here/models/' };
	}

	test('reads the tokens that the tokenizer makes of the text', () => {
		const ids = /^ids = (\[.*\])$/m.exec(python)?.[1] ?? '';
		const text = /^assert tokenizer\((".*")\)\.input_ids == ids$/m.exec(python)?.[1] ?? '';
		const model = loadModel(id, shippedFiles(id));
		// Without control characters, a text is written in JSON as in Python.
		expect(model.tokenizer?.encode(String(JSON.parse(text)))).toEqual(JSON.parse(ids));
		model.dispose();
	});

	test('names the weight that softmax(q·k/√d_k) comes to at its layer, head, query and key', () => {
		const place = /^layer, head, query, key = (\d+), (\d+), (\d+), (\d+)$/m.exec(python)?.slice(1).map(Number);
		expect(place).toEqual(Object.values(FOCUS));
		const said = Number(/# (\d\.\d{4}) on the page/.exec(python)?.[1]);
		expect(Math.abs(said - weightOf(answer))).toBeLessThanOrEqual(0.0001);
	});

	test('names the five largest of the softmax of the last logits, in order', () => {
		const said = [...python.matchAll(/^# (\d\.\d{4}) "t(\d+)"$/gm)].map(([, p, token]) => [Number(token), p]);
		const logits = answer.captures['model']?.['logits'];
		const probabilities = softmax(logits ? take(logits, { pos: -1 }).data : []);
		expect(said).toEqual(topIndices(probabilities, 5).map((token) => [token, probabilities[token]?.toFixed(4)]));
	});

	test('writes what cannot be seen in a text as its number', () => {
		const hidden = snippetOf({ ...reproduced(answer), text: 'a\u202eb"\u0000' });
		expect(hidden).toContain(String.raw`assert tokenizer("a\u202eb\"\u0000").input_ids == ids`);
	});

	test('does not claim a text for tokens that the model wrote', () => {
		expect(snippetOf({ ...reproduced(answer), text: undefined })).not.toContain('assert');
	});

	test('fetches nothing where the page is a file that Python cannot read from', () => {
		expect(snippetOf({ ...reproduced(answer), modelsUrl: undefined })).not.toContain('urlretrieve');
	});
});

/** Steps of the paper, on what the engine captured before them. */
function weightOf({ captures, model }: Unpacked): number {
	const { head, query, key } = FOCUS;
	const rotary = model.positions.kind === 'rotary' ? 'rot_' : '';
	const [q, k] = [captures['model']?.[`blocks.1.attn.${rotary}q`], captures['model']?.[`blocks.1.attn.${rotary}k`]];
	if (!q || !k) throw new Error('not captured');
	const own = take(q, { head, pos: query }).data;
	const scores = [...Array(query + 1).keys()].map((pos) => {
		const other = take(k, { kv_head: head, pos }).data;
		return own.reduce((sum, one, i) => sum + one * (other[i] ?? 0), 0) / Math.sqrt(model.d_head);
	});
	return softmax(scores)[key] ?? NaN;
}
