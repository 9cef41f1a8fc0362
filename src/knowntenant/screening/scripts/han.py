"""Names in Han characters: of Chinese people and firms, and of Korean and Japanese people."""

# ruff: noqa: SIM905 - a row of names reads best as text

import re
from functools import lru_cache

from anyascii import anyascii

from knowntenant.screening.scripts import hangul, tables

_DOUBLE_SURNAMES = frozenset(
    (
        "欧阳 歐陽 司马 司馬 诸葛 諸葛 上官 夏侯 慕容 皇甫 尉迟 尉遲 公孙 公孫 令狐 东方 "
        "東方 西门 西門 南宫 南宮 独孤 獨孤 端木 长孙 長孫 司徒 司空 宇文 轩辕 軒轅 鲜于 "
        "鮮于 闻人 聞人 申屠 太史"
    ).split()
)
_AS_SURNAME = {
    "曾": "zeng", "单": "shan", "單": "shan", "解": "xie", "仇": "qiu", "任": "ren", "盖": "ge",
    "区": "ou", "區": "ou", "朴": "piao", "查": "zha", "翟": "zhai", "尉": "wei", "员": "yun",
    "繁": "po", "种": "chong", "重": "chong", "秘": "bi", "折": "she", "黑": "he", "缪": "miao",
    "乐": "yue", "樂": "yue", "葛": "ge", "覃": "qin", "洗": "xian", "冼": "xian", "召": "shao",
    "万俟": "moqi", "尉迟": "yuchi", "尉遲": "yuchi", "吕": "lu", "呂": "lu", "叶": "ye",
    "谌": "chen", "逄": "pang", "郇": "xun", "燕": "yan", "车": "che", "石": "shi",
    "沈": "shen",
}  # fmt: skip
_CANTONESE = {
    "陈": "chan", "陳": "chan", "黄": "wong", "黃": "wong", "王": "wong", "李": "lee",
    "张": "cheung", "張": "cheung", "刘": "lau", "劉": "lau", "林": "lam", "吴": "ng",
    "吳": "ng", "郑": "cheng", "鄭": "cheng", "梁": "leung", "何": "ho", "叶": "yip",
    "葉": "yip", "罗": "lo", "羅": "lo", "谢": "tse", "謝": "tse", "郭": "kwok", "曾": "tsang",
    "蔡": "choi", "邓": "tang", "鄧": "tang", "许": "hui", "許": "hui", "徐": "tsui",
    "周": "chow", "冯": "fung", "馮": "fung", "马": "ma", "潘": "poon", "杨": "yeung",
    "楊": "yeung", "关": "kwan", "關": "kwan", "莫": "mok", "卢": "lo", "盧": "lo", "苏": "so",
    "蘇": "so", "胡": "wu", "朱": "chu", "赵": "chiu", "趙": "chiu", "余": "yu", "江": "kong",
    "欧": "au", "歐": "au", "黎": "lai", "彭": "pang", "甘": "kam",
}  # fmt: skip
_KOREAN_SURNAMES = frozenset(
    "金李朴崔鄭姜趙尹張林韓吳徐申權黃安宋柳洪全高文梁孫裵白許盧南沈河朱具郭成車禹"
    "陳劉郑赵张韩吴权黄孙许卢车"
)
_AS_KOREAN_SURNAME = {
    "刘": "유", "劉": "유", "卢": "노", "车": "차",
    "金": "김", "李": "이", "柳": "유", "林": "임", "梁": "양", "盧": "노", "車": "차",
}  # fmt: skip
_WADE_STARTS = (
    ("zh", "ch"), ("ch", "ch"), ("sh", "sh"), ("x", "hs"), ("q", "ch"), ("j", "ch"), ("z", "ts"),
    ("c", "ts"), ("r", "j"), ("b", "p"), ("d", "t"), ("g", "k"),
)  # fmt: skip
_WADE_ENDS = (("ong", "ung"), ("ian", "ien"), ("ie", "ieh"), ("ue", "ueh"), ("ui", "uei"))
_HAN = re.compile(r"[\u3005\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]+")
_PAIR = 2  # signs: surname and given name, or a surname of two
_LONGEST_NAME = 4


def written_so(word: str) -> bool:
    """Whether a word is wholly of Han characters."""
    return _HAN.fullmatch(word) is not None


@lru_cache(maxsize=1 << 14)
def spellings(word: str) -> tuple[str, ...]:
    """The Latin spellings of one run of Han characters, the likeliest first.

    Two to four characters read as a name, surname first: in pinyin, with Korean and Japanese
    readings where the characters allow them. Longer runs read character by character.
    """
    sounds = [anyascii(letter).lower() for letter in word]
    if not 1 < len(word) <= _LONGEST_NAME:
        by_two = " ".join("".join(sounds[at : at + 2]) for at in range(0, len(sounds), 2))
        known = tables.spellings("japanese_words").get(word, ())
        return tuple(dict.fromkeys((by_two, *known, " ".join(sounds), "".join(sounds))))
    cut = 2 if word[:2] in _DOUBLE_SURNAMES and len(word) > _PAIR else 1
    surname = _AS_SURNAME.get(word[:cut]) or "".join(sounds[:cut])
    given = sounds[cut:]
    joined, apart = f"{surname} {''.join(given)}", f"{surname} {' '.join(given)}"
    korean, japanese = _korean(word), _japanese(word)
    near = [*japanese, *korean] if len(word) == _PAIR else [*korean, *japanese]
    far = [f"{_wade(surname)} {' '.join(_wade(sound) for sound in given)}"]
    if word[:cut] in _CANTONESE:
        far.append(f"{_CANTONESE[word[:cut]]} {''.join(given)}")
    far += ["".join(sounds)] if len(word) == _PAIR else []
    return tuple(dict.fromkeys((joined, *near[:2], apart, *near[2:4], *far, *near[4:])))


def _wade(sound: str) -> str:
    """A pinyin syllable in the spelling of Wade and Giles, without its marks."""
    for pinyin, wade in _WADE_STARTS:
        if sound.startswith(pinyin):
            sound = wade + sound[len(pinyin) :]
            break
    for pinyin, wade in _WADE_ENDS:
        if sound.endswith(pinyin):
            return sound[: -len(pinyin)] + wade
    return sound


def _korean(word: str) -> tuple[str, ...]:
    """The spellings of a name of two to four characters that begins with a Korean surname."""
    known = tables.spellings("hanja")
    if word[0] not in _KOREAN_SURNAMES or not all(letter in known for letter in word):
        return ()
    surname = _AS_KOREAN_SURNAME.get(word[0], known[word[0]][0])
    return hangul.spellings(surname + "".join(known[letter][0] for letter in word[1:]))


def _japanese(word: str) -> tuple[str, ...]:
    """The spellings of a Japanese name: a known surname and a known given name, laid end to end."""
    known = tables.spellings("japanese_words")
    if len(word) == _PAIR and word in known:
        return known[word]
    for cut in (2, 1, 3):
        surname, given = word[:cut], word[cut:]
        if len(surname) + len(given) > _PAIR and surname in known and given in known:
            first, second = known[surname], known[given]
            return tuple(f"{first[min(at, len(first) - 1)]} {x}" for at, x in enumerate(second))
    return ()
