import type { Shipped } from './shipped.ts';

const text = {
	en: 'When Mary and John went to the park, John gave a ball to',
	zh: '小明和小红去公园的时候，小红把皮球给了'
};

/** Attention from the question a token asks to the token that is written. */
export const attention: Shipped = {
	id: 'attention',
	title: { en: 'Attention in five minutes', zh: '五分钟看懂注意力' },
	summary: {
		en: 'One sentence, one model, six pictures: who asks, who answers, and what comes of it.',
		zh: '一句话、一个模型、六张图：谁在问，谁来答，最后得到什么。'
	},
	steps: [
		{
			text,
			link: { open: 'autoregressive', p: 'autoregressive' },
			caption: {
				en: 'This is all a language model does: it reads a text and gives every possible next token a probability. Who gets the ball?',
				zh: '语言模型做的就是这一件事：读一段文字，给每个可能的下一个 token 一个概率。皮球给了谁？'
			},
			question: {
				ask: {
					en: 'Which words must the model have looked at to guess who receives?',
					zh: '要猜出是谁收到，模型必须看过哪几个词？'
				},
				answer: {
					en: 'The two names, and who of them gives: nobody gives a ball to themselves. The last token alone says none of this; it has to fetch it from earlier tokens. That fetching is attention.',
					zh: '两个名字，还有是谁在给：没有人会把皮球给自己。光看最后一个 token，什么也不知道，得到前面的 token 那里去取。这个“取”，就是注意力。'
				}
			},
			notes: {
				en: 'Let the class name the words before you show the answer. Then open the panel’s likeliest tokens.',
				zh: '先让同学们说出要看哪些词，再显示答案；然后一起看概率最高的那几个 token。'
			}
		},
		{
			text,
			link: { open: 'qkv', p: 'qkv' },
			caption: {
				en: 'Every token is a list of numbers. Three matrices make three shorter lists of it: {q:a query}, what I am looking for; {k:a key}, what I can be found by; {v:a value}, what I hand over.',
				zh: '每个 token 都是一串数。三个矩阵把它变成三串更短的数：{q:查询}，我在找什么；{k:键}，别人凭什么找到我；{v:值}，找到我能拿走什么。'
			},
			question: {
				ask: { en: 'Are query and key of one token the same?', zh: '同一个 token 的查询和键是一样的吗？' },
				answer: {
					en: 'No. They come from the same numbers, but through different matrices. So “A looks at B” says nothing about whether B looks at A.',
					zh: '不一样。它们出自同一串数，却乘了不同的矩阵。所以“甲看乙”完全不等于“乙看甲”。'
				}
			}
		},
		{
			text,
			link: { open: 'self-attention', p: 'self-attention' },
			caption: {
				en: 'A row of the picture is one {q:query}; it meets the {k:key} of every token it may see, and each meeting is one number: their dot product. Softmax turns the row into shares that add up to one.',
				zh: '图里的一行就是一个 {q:查询}：它和每个看得见的 token 的 {k:键} 见面，每见一面得一个数，就是两者的点积。softmax 再把这一行变成加起来等于 1 的份额。'
			},
			notes: {
				en: 'Click a cell and read it aloud: whose query, whose key, which product, which share.',
				zh: '点一个格子，念出来：谁的查询，谁的键，乘出来是多少，占多少份额。'
			}
		},
		{
			text,
			link: { open: 'causal-mask', p: 'causal-mask' },
			caption: {
				en: 'Nobody may look ahead: whatever comes later is hatched, its score is −∞, its share exactly 0.',
				zh: '谁也不许往后看：后面的格子都打了斜线，分数是 −∞，份额正好是 0。'
			},
			question: {
				ask: { en: 'What would a model learn if it could look ahead?', zh: '要是能往后看，模型会学到什么？' },
				answer: {
					en: 'To copy. In training the next token stands right there in the text; a model that sees it needs to understand nothing, and fails as soon as there is nothing to copy.',
					zh: '抄。训练时下一个 token 就写在后面；看得见就不用理解，可一到真要它往下写，没得抄，就什么也不会了。'
				}
			}
		},
		{
			text,
			link: { open: 'multi-head', p: 'multi-head' },
			caption: {
				en: 'One row of shares is one way to look. A layer has several heads, each with matrices of its own, all at once; what they bring is added up.',
				zh: '一组份额只是一种看法。一层里有好几个头，各有各的矩阵，同时在看；它们取回来的东西加在一起。'
			},
			notes: {
				en: 'Switch heads off one by one and let the class guess which one the answer depends on.',
				zh: '一个一个关掉头，让同学们猜答案靠的是哪一个。'
			}
		},
		{
			text,
			link: { n: '3', temp: '0', open: 'autoregressive', p: 'autoregressive' },
			caption: {
				en: 'The token that was chosen is written down and read like any other, and all of it begins again for the next. That is how a text grows.',
				zh: '选出来的 token 写到后面，马上又和别的 token 一样被读进去，下一个再从头来一遍。文字就是这样一个一个长出来的。'
			},
			question: {
				ask: {
					en: 'Does the model know the end of the sentence when it begins it?',
					zh: '开始写的时候，模型知道这句话怎么结束吗？'
				},
				answer: {
					en: 'It has chosen no word of it. At each step it has probabilities for one token, draws one, and has to live with it.',
					zh: '后面的词一个都还没选。每一步只有下一个 token 的概率，抽出一个，就只能接着它往下写。'
				}
			}
		}
	]
};
