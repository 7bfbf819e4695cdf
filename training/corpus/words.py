"""The words that texts are made of. Chinese words of more than one character are one token each (see `vocabulary.py`)."""

NAMES = '''Mary John Tom Anna Lucy Jack Emma Sam Kate Paul Rose Mark Jane Peter Alice Ben
Sara David Nina Leo Clara Henry Grace Max Ella Adam Ruth Luke Julia Simon Lily Oscar'''.split()
PLACES = 'park garden kitchen school store library station castle museum office market cave hall forest tower valley'.split()
THINGS = 'ball book key cup hat coin letter drum kite lamp map pen ring toy bag box cake flower'.split()
FOODS = 'tea milk rice soup bread fish corn cheese honey juice'.split()
COLOURS = 'red blue green black white yellow brown pink'.split()
ADJECTIVES = 'old new small big nice long'.split()

NAMES_ZH = '小明 小红 小刚 小丽 小华 小芳 李雷 韩梅 王伟 张敏 刘洋 陈静 小强 小雨 大山 阿宝'.split()
PLACES_ZH = '公园 花园 厨房 学校 商店 书店 车站 超市 森林 饭店 医院 教室'.split()
THINGS_ZH = '皮球 钥匙 杯子 帽子 雨伞 地图 风筝 玩具 书包 盒子 蛋糕 铅笔'.split()
FOODS_ZH = '馒头 米饭 面条 苹果 鸡蛋 饺子 豆腐 香蕉'.split()
COLOURS_ZH = '红 蓝 绿 黑 白 黄'.split()

ALPHABET_WORDS = '''ant bear cat dog elk fox goat hen ibis jay kiwi lion mouse newt owl pig quail rat seal tiger
urchin vole wolf xerus yak zebra'''.split()
DAYS = 'Monday Tuesday Wednesday Thursday Friday Saturday Sunday'.split()
MONTHS = 'January February March April May June July August September October November December'.split()
NUMBER_WORDS = 'zero one two three four five six seven eight nine ten eleven twelve'.split()
DIGITS_ZH = '零一二三四五六七八九十'
STEMS_ZH = '甲乙丙丁戊己庚辛壬癸'

WORDS_ZH = NAMES_ZH + PLACES_ZH + THINGS_ZH + FOODS_ZH + ['星期', '时候', '一共', '现在', '后来', '哪里', '什么', '朋友']
