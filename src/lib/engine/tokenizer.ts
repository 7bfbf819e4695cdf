import { Tokenizer as Library } from '@huggingface/tokenizers';
import { showBytes } from './characters.ts';
import { EngineError } from './failures.ts';
import { spellingOf, type Spelling } from './token-bytes.ts';

/** A Hugging Face tokenizer, as its `tokenizer.json` describes it. */
export class Tokenizer {
	readonly #library: Library;
	readonly #spelling: Spelling;
	readonly #added: ReadonlySet<number>;
	/** One more than the highest id. */
	readonly size: number;

	private constructor(description: object) {
		this.#library = new Library(description, {});
		this.#spelling = spellingOf(typesWithin(description, 'decoder'));
		this.#added = new Set(this.#library.get_added_tokens_decoder().keys());
		this.size = Math.max(-1, ...ids(this.#library)) + 1;
	}

	/** Reads the text of a `tokenizer.json`; throws EngineError `tokenizer-damaged` when it cannot be used. */
	static parse(json: string): Tokenizer {
		try {
			const description: unknown = JSON.parse(json);
			if (typeof description !== 'object' || description === null) throw new TypeError('not an object');
			const tokenizer = new Tokenizer(description);
			if (tokenizer.encode('a').length === 0) throw new RangeError('it makes nothing of a letter');
			return tokenizer;
		} catch (error) {
			throw new EngineError('tokenizer-damaged', String(error));
		}
	}

	/** The ids of a text, without special tokens around it; what the vocabulary cannot write is left out. */
	encode(text: string): number[] {
		if (text === '') return [];
		const { ids } = this.#library.encode(text, { add_special_tokens: false });
		// The library answers `undefined` where its types promise a number.
		return ids.filter((id) => Number.isInteger(id) && id >= 0);
	}

	/** The text of ids, special tokens included; a broken character becomes U+FFFD, as in Python. */
	decode(ids: readonly number[]): string {
		if (ids.length === 0) return '';
		return this.#library.decode([...ids], { clean_up_tokenization_spaces: false });
	}

	/** The bytes of text that a token stands for; an id without a token is written out. */
	bytesOf(id: number): Uint8Array {
		const token = this.#library.id_to_token(id);
		if (token === undefined || this.#added.has(id)) return new TextEncoder().encode(token ?? `‹#${id}›`);
		return this.#spelling(token);
	}

	/** What to show for each id below `count`: spaces and newlines as they are, lone bytes as ‹E5›. */
	vocabulary(count = this.size): string[] {
		return Array.from({ length: count }, (_, id) => showBytes(this.bytesOf(id)));
	}
}

function ids(library: Library): number[] {
	return [...library.get_vocab().values()];
}

/** The `type` of one step of the description and of all steps inside it. */
function typesWithin(description: object, step: string): ReadonlySet<string> {
	const types = new Set<string>();
	// Rewriting every value with itself is how JSON lets one visit them all.
	JSON.stringify(Reflect.get(description, step), (key: string, value: unknown) => {
		if (key === 'type' && typeof value === 'string') types.add(value);
		return value;
	});
	return types;
}
