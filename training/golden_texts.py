"""The strings that tokenizers are compared on, by group: written ones, and seeded random ones made of odd characters."""

import random

ENGLISH = """
Mary gave the lamp to John, and John gave it back to Mary.
When Tom and Lily went to the market, Tom handed a basket to
The quick grey cat didn't jump; it walked, slowly, over the sleeping dog.
It's what they'd've said, isn't it? You're right: we'll see who's there.
I'm sure SHE'LL say that HE'S late, and that they'RE not.
Once upon a time there was a lighthouse keeper named Ada.
Where is the red ball? The red ball is in the kitchen.
The keys to the cabinet are on the table.
"Who's there?" asked the owl. "Only me," said the mouse.
apple, banana, cherry, damson, elderberry, fig
A query looks at its keys; a key is looked at.
unbelievably counterintuitive antidisestablishmentarianism
state-of-the-art, mother-in-law, re-enter, co-operate
Dr. Smith met Mrs. O'Neill at 5 p.m. in St. Ives, i.e. on time.
HELLO, World! hELLO wORLD
e.g., etc., et al., vs., a.k.a.
The 3rd of May, the 21st century, the 1990s.
cafe, café, naïve, coöperate, façade, jalapeño
He said: 'no'. She said: ‘yes’. They said: “perhaps”.
An em—dash, an en–dash, a hyphen-minus, a minus −5.
one two  three   four    five
a
I
?
Tom has 3 apples. Lily has 4 apples. Together they have 7 apples.
if x then y else z
To be continued…
(((nested) brackets) close) [in {the <right> order}]
""".strip('\n').split('\n')

CHINESE = """
小明和小红去公园，小红把一本书给了小明。
小猫在哪里？小猫在厨房里。
从前有一座灯塔，守塔的人叫阿达。
今天天气很好，我们一起去爬山吧！
注意力机制是什么？就是每个词去看别的词。
一、二、三、四、五、六、七、八、九、十
红色的球在桌子上，蓝色的球在椅子下面。
他说：“你好。”她说：“再见。”
《红楼梦》是一部小说。
北京、上海、广州、深圳
我有３个苹果，你有４个。
這是繁體字：龍、鳳、龜、體
頭燈照亮了黑暗的房間
好
你好
……
——
，。！？；：、“”‘’（）【】《》
　全角空格在前面
中文 和 空格 混在 一起
㐀㐁㐂是罕见的字
𠀀𠮷𡃁也是
请问，图书馆怎么走？
妈妈妈妈妈妈
买卖买卖买卖
如果明天下雨，我们就不去了；如果不下雨，我们就去。
女儿说她把钥匙忘在学校了
二〇二六年十一月二十三日
百分之九十七点五
""".strip('\n').split('\n')

MIXED = """
Lily说“hello”，小明说“你好”。
我在GitHub上看到一个repo
Transformer的核心是self-attention
今天是2026年11月23日，Monday。
他买了3kg苹果，花了¥25.50。
Q、K、V are three views of 同一个输入
OK，没问题！
email给我：someone@example.org
softmax(QKᵀ/√d_k)V 是注意力
А这是西里尔字母A，不是Latin A
第1章：Introduction
用Python写一个for循环
The word 猫 means cat; the word 狗 means dog.
小红 said "I have 2 cats 🐱🐱"
これは日本語です。Hello!
""".strip('\n').split('\n')

EMOJI = [
    '😀', '🙂🙃', '👍', '👍🏽', '👍🏿👍🏻', '❤', '❤️', '❤️‍🔥', '👨‍👩‍👧‍👦', '👩‍👩‍👧', '👩🏽‍🚀', '🧑‍💻', '🏳️‍🌈', '🏴‍☠️',
    '🏴󠁧󠁢󠁥󠁮󠁧󠁿', '🇨🇳', '🇬🇧🇫🇷🇩🇪', '🇺', '1️⃣2️⃣3️⃣', '#️⃣*️⃣', '☀☁☂', '☀️☁️☂️', '⌚⏰', '🪐🫠🫡🫶', '🤷🏾‍♀️', '🧑🏻‍🤝‍🧑🏿',
    'I ❤️ you', 'good morning ☀️!', '晚安🌙', '🐱 and 🐶 are friends', 'wow😮wow', 'a😀b😀c', '😀 😀  😀', '🎉🎉🎉🎉🎉',
    'party 🎉 at 8️⃣', '今天很开心😊，明天也是😊。', '👀…', '(╯°□°)╯︵ ┻━┻', '¯\\_(ツ)_/¯', ':-) ;-) :D', '🫱🏼‍🫲🏾', '💡', '🔦头灯',
]

CODE = [
    'def add(a, b):\n    return a + b\n', 'for (let i = 0; i < n; i++) {\n\tsum += x[i];\n}', 'const f = (x) => x ** 2;',
    'if x == 1 and y != 2 or not z:', 'SELECT name FROM users WHERE id = 42;', '<div class="a b">&nbsp;</div>',
    '{"key": [1, 2.5, null, true], "other": {}}', 'https://example.org/path?q=1&lang=zh#top', 'C:\\Users\\tom\\notes.txt',
    '/usr/local/bin', 'npm ci && npm test', 'x = [i for i in range(10) if i % 2]', 'std::vector<int> v{1, 2, 3};',
    'let s: &\'static str = "hi";', '# a comment\n\n\nprint("done")', '    four spaces\n        eight spaces\n\tone tab',
    'a+=b; c-=d; e*=f; g/=h; i<<=1; j>>>=2;', '!==', '=== ', '=>', '->', '::', '...', '/* */ // <!-- -->', '$HOME ${x} `y`',
    'snake_case camelCase PascalCase SCREAMING_CASE kebab-case', 'x_1, x_{k}, \\frac{a}{b}, \\sqrt{d_k}', '0xDEADBEEF 0b1010 1e-5 1_000',
    '^[a-z]+(?:\\d{2,3})?$', '@decorator', 'a\\nb\\tc', '<<<<<<< HEAD', '- [ ] item\n- [x] item\n  - nested', '| a | b |\n|---|---|',
    '#!/bin/sh\nset -e\n', "'''docstring'''", '"""', '&lt;&gt;&amp;', '%d %s %5.2f', '[[maybe_unused]]',
]

NUMBERS = [
    '0', '7', '10', '42', '100', '999', '1000', '12345', '1234567890', '3.14159', '-1', '+1', '1,000,000', '1 000 000', '50%',
    '$9.99', '€20', '£5', '¥100', '1/2', '½ ¼ ¾', '2²', 'x³', '10:30', '2026-11-23', '23/11/2026', '+44 20 7946 0000',
    '127.0.0.1', '1st 2nd 3rd 4th', '3 + 4 = 7', '12+30=42', '9 9 9 9', '1 2 3 4 5 6 7 8 9 10', '0.1+0.2', '１２３', '٣٤٥', '४५६', 'Ⅳ Ⅻ', '①②③',
    '一百二十三', '1e10', '007', '0000', '1a2b3c', 'v1.2.3-beta.4',
]

SPACES = [
    ' ', '  ', '   ', '\t', '\t\t', '\n', '\n\n', '\n\n\n', '\r', '\r\n', '\r\n\r\n', ' \n', '\n ', ' \t \n ', '\u00a0', 'a\u00a0b',
    '\u2003', 'a\u2003b', '\u3000', '中\u3000文', '\u200b', 'a\u200bb', '\u2028', '\u2029', '\u0085', 'a\u0085b', '\u202f', '\u205f', '\u1680',
    'a b', 'a  b', 'a   b', 'a\tb', 'a\t\tb', 'a\nb', 'a\n\nb', 'a \n b', 'a\r\nb', ' a', '  a', '   a', 'a ', 'a  ', 'a   ', '\ta', 'a\t',
    '\na', 'a\n', ' a ', '  a  ', '\n\na\n\n', 'a \t b', 'a\n\tb', 'a .', ' .', '  .', '. ', ' 1', '  1', '1  2', '中 ', ' 中', '  中  文  ',
    'trailing space ', ' leading space', 'end.\n\nStart', 'end.  Start', 'word \n\n word', ' \u00a0 ', 'a\v\fb',
]

CONTROL = [
    '\x00', 'a\x00b', '\x01\x02\x03', '\x07', '\x08', '\x1b[31mred\x1b[0m', '\x1f', '\x7f', '\x80', '\x9f', '\xad', 'soft\xadhyphen', '\ufeff',
    '\ufeffstart', '\ufffd', 'a\ufffdb', '\ufffe', '\uffff', '\U0010ffff', '\ue000', '\U000f0000', '\u200e\u200f', '\u202eabc\u202c', '\u2066x\u2069',
    'a\u0301', 'e\u0301\u0323', 'n\u0303', '\u0301', '\ufe0f', '\u200d', 'a\u200db', '\U000e0001', 'Z\u0351\u036b\u0343A\u0355\u036dL\u0349',
]

ACCENTS = [
    'é', 'e\u0301', 'ñandú', 'Ångström', 'über', 'ÜBER', 'straße', 'STRASSE', 'smørrebrød', 'žluťoučký kůň', 'zażółć gęślą jaźń', 'İstanbul ığdır',
    'œuvre cœur', 'ǆ ǅ Ǆ', 'ﬁ ﬂ ﬃ', 'Å Å', 'ự ộ ễ', 'Tiếng Việt', 'ľščťžýáí', 'pâté', 'crème brûlée', 'Αθήνα', 'Ελλάδα', 'ὀδός', 'Москва', 'Привет, мир!',
    'Ёжик в тумане', 'Київ', 'ქართული', 'Հայերեն', 'Gödel’s', 'señor’s', 'd’accord', 'l’été', "l'été", "rock'n'roll", 'ªº', 'µΩ', 'ß', 'ẞ',
]

SCRIPTS = [
    '안녕하세요', '대한민국 서울', '한글', '가나다라', 'こんにちは世界', 'カタカナとひらがな', '東京タワー', 'ｶﾀｶﾅ', 'مرحبا بالعالم', 'السَّلامُ عَلَيْكُمْ', 'שלום עולם', 'שָׁלוֹם',
    'नमस्ते दुनिया', 'क्षत्रिय', 'ภาษาไทย', 'สวัสดีครับ', 'বাংলা', 'தமிழ்', 'తెలుగు', 'ಕನ್ನಡ', 'മലയാളം', 'සිංහල', 'ខ្មែរ', 'ລາວ', 'བོད་སྐད', 'မြန်မာ', 'አማርኛ', 'ᏣᎳᎩ',
    'ᠮᠣᠩᠭᠣᠯ', '𝔘𝔫𝔦𝔠𝔬𝔡𝔢', '𝐛𝐨𝐥𝐝 𝑖𝑡𝑎𝑙𝑖𝑐', '𓀀𓁐', '𐍈', '𒀀', 'ａｂｃ', 'ⓐⓑⓒ', '⠓⠑⠇⠇⠕',
]

SYMBOLS = [
    '!', '!!', '!!!', '?!', '...', '…', ',', ',,', ';', ':', "'", "''", '"', '""', '(', '()', ')(', '[]', '{}', '<>', '-', '--', '---', '_', '__', '/',
    '//', '\\', '|', '||', '&', '&&', '*', '**', '+', '=', '==', '~', '`', '```', '@', '#', '##', '$', '%', '^', '±×÷', '≤≥≠≈', '∑∏∫√∞', '∀∃∈∉', '→←↑↓⇒',
    '─│┌┐', '■□▲△●○', '♠♥♦♣', '♪♫', '✓✗', '©®™', '§¶†‡', '°C', '“”', '‘’', '«»', '„“', '¿¡', '‰', '₂', 'ᵀ', '·', '•', 'a.b', 'a,b', 'a;b', 'a/b', "a'b", 'a"b',
    'a-b', 'a_b', 'a!b', 'a(b)c', '(a)', '[a]', '"a"', "'a'", '.a', '-a', '_a', '#a', '@a', '$a', "'s", "'S", "'t 're 've 'm 'll 'd", "'", "don't", "DON'T", 'don’t',
]

SPECIAL = [
    '', '<|endoftext|>', 'a<|endoftext|>b', ' <|endoftext|> ', '<|endoftext|><|endoftext|>', '<|endoftext|', '|endoftext|>', '<s>', '</s>', '<unk>',
    '<pad>', '[CLS] [SEP] [MASK]', '<|im_start|>user', 'Ġ', 'Ġthe', 'Ċ', '▁', '▁the', '##ing', 'Ã©', 'ä½ł', '<0x0A>', 'Ā', 'ĠĠĠ',
]

LONG = [
    'ab' * 100, 'a' * 200, ' ' * 100, '\n' * 40, '\t' * 33, '哈' * 60, '😂' * 30, '0123456789' * 12, '-' * 80, '=' * 79, 'the ' * 50, '. ' * 40,
    'Mary gave the ball to John. ' * 12, '小红把书给了小明。' * 12, 'xyzzy ' * 3 + 'plugh ' * 3, ' '.join(str(i) for i in range(60)),
    ', '.join('abcdefghijklmnopqrstuvwxyz'), ''.join(chr(c) for c in range(32, 127)), ''.join(chr(c) for c in range(0xA0, 0x180)),
    ''.join(chr(c) for c in range(0x4E00, 0x4E40)),
]

ALPHABETS = {
    'ascii': [(0x20, 0x7E)],
    'latin': [(0x20, 0x7E), (0xA0, 0x24F)],
    'han': [(0x4E00, 0x9FFF), (0x3000, 0x303F), (0x20, 0x20)],
    'pictures': [(0x1F300, 0x1F64F), (0x1F3FB, 0x1F3FF), (0x200D, 0x200D), (0xFE0F, 0xFE0F), (0x20, 0x20)],
    'anything': [(0x00, 0xD7FF), (0xE000, 0x10FFFF)],
    'white': [(0x09, 0x0D), (0x20, 0x20), (0xA0, 0xA0), (0x2000, 0x200A), (0x3000, 0x3000), (0x61, 0x62)],
    'apostrophes': [(0x27, 0x27), (0x2019, 0x2019), (0x61, 0x7A), (0x41, 0x5A), (0x20, 0x20)],
}


def scattered(alphabet: list[tuple[int, int]], random_source: random.Random) -> str:
    """Up to 24 characters drawn from ranges, each range as likely as the next."""
    length = 1 + int(random_source.random() * 24)
    ranges = [alphabet[int(random_source.random() * len(alphabet))] for _ in range(length)]
    return ''.join(chr(first + int(random_source.random() * (last - first + 1))) for first, last in ranges)


def groups() -> dict[str, list[str]]:
    """Every string, by group. A string occurs once."""
    random_source = random.Random(20261123)
    written = {
        'english': ENGLISH, 'chinese': CHINESE, 'mixed': MIXED, 'emoji': EMOJI, 'code': CODE, 'numbers': NUMBERS,
        'spaces': SPACES + [' ' * n for n in range(4, 20)] + ['x' + ' ' * n + 'y' for n in range(4, 12)],
        'control': CONTROL, 'accents': ACCENTS, 'scripts': SCRIPTS, 'symbols': SYMBOLS, 'special': SPECIAL, 'long': LONG,
    }
    drawn = {f'random {name}': [scattered(ranges, random_source) for _ in range(16)] for name, ranges in ALPHABETS.items()}
    seen: set[str] = set()
    kept = {}
    for name, texts in (written | drawn).items():
        kept[name] = [text for text in dict.fromkeys(texts) if text not in seen]
        seen.update(texts)
    return kept
