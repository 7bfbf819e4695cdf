import { isOwnModel } from '#engine/own-model.ts';
import type { Both, RunFacts } from '#points/define.ts';

/** What the page says quietly: about a link that was not understood whole, or about the text. */
export type NoticeCode =
	| 'link-damaged'
	| 'link-newer'
	| 'link-unknown'
	| 'link-value'
	| 'link-range'
	| 'link-focus'
	| 'link-edits'
	| 'link-left'
	| 'model-unlisted'
	| 'text-cut'
	| 'text-empty'
	| 'text-unseen'
	| 'text-unknown';

/** A thing to say quietly, and what it is about, as it stood in the link. */
export interface Notice {
	readonly code: NoticeCode;
	readonly what: string;
}

type Said = (what: string) => string;

const SENTENCES: Readonly<Record<NoticeCode, Both<Said>>> = {
	'link-damaged': {
		en: () => 'This link was cut short or is too long to unpack. What stood in its packed part is missing here.',
		zh: () => '这个链接被截断了，或者太长无法展开；压缩在里面的内容没能恢复。'
	},
	'link-newer': {
		en: (what) => `This link comes from another version of the page (${what}). Parts of it may be missing here.`,
		zh: (what) => `这个链接出自页面的另一个版本（${what}），有些内容可能没能恢复。`
	},
	'link-unknown': {
		en: (what) => `The link names something that this page does not have: ${what}. The rest is as it was sent.`,
		zh: (what) => `链接里提到了本页没有的东西：${what}。其余部分照常恢复。`
	},
	'link-value': {
		en: (what) => `A part of the link could not be read: ${what}. Its usual value stands there instead.`,
		zh: (what) => `链接里有一处读不懂：${what}，这里用了默认值。`
	},
	'link-range': {
		en: (what) => `A number in the link is out of range: ${what}. The nearest possible one is used.`,
		zh: (what) => `链接里有个数超出了范围：${what}，已换成最接近的可用值。`
	},
	'link-focus': {
		en: (what) => `The link points past what this run has: ${what}. The nearest one is shown.`,
		zh: (what) => `链接指向的位置在这次运行里不存在：${what}，这里显示最接近的一个。`
	},
	'link-edits': {
		en: (what) => `The link’s edits do not fit this model and were left out: ${what}.`,
		zh: (what) => `链接里的改动不适用于这个模型，已略去：${what}。`
	},
	'link-left': {
		en: (what) => `All this is too long for a link. The address leaves out: ${what}. Nothing is lost on this page.`,
		zh: (what) => `内容太长，链接装不下。地址里略去了：${what}。本页上的一切都还在。`
	},
	'model-unlisted': {
		en: (what) => `There is no such model here: ${what}. The usual one runs instead.`,
		zh: (what) => `这里没有这个模型：${what}，改用默认模型。`
	},
	'text-cut': {
		en: () => 'The link’s text is longer than a link may be. Its beginning is here, the rest is missing.',
		zh: () => '链接里的文本太长，这里只保留了开头。'
	},
	'text-empty': {
		en: () => 'With no text there is nothing to attend to. Type a word; until then the last run stays in view.',
		zh: () => '没有文本，注意力就没有可看的东西。随便输入一个词吧；在那之前，这里仍显示上一次的结果。'
	},
	'text-unseen': {
		en: (what) =>
			`The model takes in ${what} tokens at most. The text beyond them is kept and marked, but the model does not see it.`,
		zh: (what) => `这个模型最多读 ${what} 个 token。后面的文本都保留着并做了标记，只是模型看不到。`
	},
	'text-unknown': {
		en: (what) => `The model’s vocabulary lacks some of this text. It reads other tokens instead (${what}).`,
		zh: (what) => `这段文本里有些字符不在模型的词表里，模型把它们读成了别的 token（${what}）。`
	}
};

/** What there is to say of a text: that it is empty, or that the model sees only so many of its tokens. */
export function remarksOn(text: string, seen: number | undefined): readonly Notice[] {
	if (text === '') return [{ code: 'text-empty', what: '' }];
	return seen === undefined ? [] : [{ code: 'text-unseen', what: String(seen) }];
}

/** What a reader's own model takes for something else, its vocabulary being small. */
export function remarksOnReading(run: RunFacts | undefined): readonly Notice[] {
	if (!run || !isOwnModel(run.model.id)) return [];
	const plain = (text: string) => text.trim().toLowerCase();
	const wrong = run.tokens
		.map(({ id, text }) => [text, run.vocabulary[id] ?? ''] as const)
		.filter(([text, read]) => plain(text) !== plain(read));
	const pairs = [...new Set(wrong.map(([text, read]) => `“${text}” → “${read}”`))];
	const what = pairs.slice(0, MOST_PAIRS).join(', ') + (pairs.length > MOST_PAIRS ? ', …' : '');
	return pairs.length === 0 ? [] : [{ code: 'text-unknown', what }];
}

const MOST_PAIRS = 3;

/** A notice in words. */
export function sayNotice({ code, what }: Notice): Both {
	const shown = visible(what);
	return { en: SENTENCES[code].en(shown), zh: SENTENCES[code].zh(shown) };
}

const MOST_SHOWN = 40;

/** Text from a link as it may be shown in a sentence: short, with every invisible or direction-changing character spelled out. */
export function visible(text: string): string {
	const characters = [...text.toWellFormed()];
	const shown = characters.slice(0, MOST_SHOWN).map((one) => (/[\p{C}\p{Zl}\p{Zp}]/u.test(one) ? spelled(one) : one));
	return shown.join('') + (characters.length > MOST_SHOWN ? '…' : '');
}

function spelled(character: string): string {
	return `[U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}]`;
}
