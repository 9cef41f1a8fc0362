"""Korean names in Hangul letters in the Latin spellings of Pyongyang, Seoul and everyday use."""

# ruff: noqa: SIM905 - a row of letters reads best as text

from functools import lru_cache

_FIRST = 0xAC00
_INITIALS = {
    "north": "k kk n t tt r m p pp s ss  j jj ch k t p h",
    "south": "g kk n d tt r m b pp s ss  j jj ch k t p h",
}  # fmt: skip
_VOWELS = {
    "north": "a ae ya yae o e yo ye o wa wae oe yo u wo we wi yu u ui i",
    "south": "a ae ya yae eo e yeo ye o wa wae oe yo u wo we wi yu eu ui i",
    "everyday": "a ae ya yae u e you ye o wa wae oe yo oo wo we wi yu eu ui i",
}  # fmt: skip
_FINALS = " k k k n n n t l k m l l l p l m p p t t ng t t k t p t".split(" ")
_SURNAMES = {
    "김": "kim", "이": "ri lee yi", "리": "ri lee", "박": "pak park", "최": "choe choi",
    "정": "jong jeong jung chung", "강": "kang", "조": "jo cho", "윤": "yun yoon",
    "장": "jang chang", "임": "im lim rim", "림": "rim lim", "오": "o oh", "서": "so seo suh",
    "신": "sin shin", "권": "kwon", "황": "hwang", "안": "an ahn", "송": "song", "유": "yu yoo",
    "류": "ryu yu", "홍": "hong", "전": "jon jeon chun", "고": "ko go", "문": "mun moon",
    "양": "yang", "손": "son", "배": "pae bae", "백": "paek baek", "허": "ho heo hur",
    "노": "no noh roh", "로": "ro roh", "남": "nam", "심": "sim shim", "하": "ha",
    "주": "ju joo", "구": "ku koo", "곽": "kwak", "성": "song sung", "차": "cha", "우": "u woo",
    "진": "jin chin", "나": "na", "라": "ra", "지": "ji chi", "엄": "om um", "변": "pyon byun",
    "채": "chae", "원": "won", "천": "chon chun", "방": "pang bang", "공": "kong gong",
    "현": "hyon hyun", "함": "ham", "염": "yom", "렴": "ryom", "여": "yo yeo", "려": "ryo",
    "추": "chu choo", "도": "to do", "석": "sok suk", "선": "son sun", "설": "sol seol",
    "마": "ma", "길": "kil gil", "연": "yon yeon", "위": "wi", "표": "pyo", "명": "myong myung",
    "기": "ki", "반": "pan ban", "왕": "wang", "금": "kum", "옥": "ok", "육": "yuk", "인": "in",
    "맹": "maeng", "제": "je", "모": "mo", "탁": "tak", "국": "kuk", "어": "o eo",
    "은": "un eun", "편": "pyon", "용": "yong", "양양": "yang",
}  # fmt: skip
_PAIR = 2  # syllables: of a long surname, or of a usual given name
_DOUBLE_SURNAMES = {
    "남궁": "namgung", "황보": "hwangbo", "제갈": "jegal", "선우": "sonu sunwoo",
    "독고": "dokgo tokko", "사공": "sagong", "서문": "somun seomun",
}  # fmt: skip


def _syllable(letter: str, initials: str, vowels: str) -> str:
    code = ord(letter) - _FIRST
    start = _INITIALS[initials].split(" ")[code // 588]
    return start + _VOWELS[vowels].split(" ")[code % 588 // 28] + _FINALS[code % 28]


def _styled(word: str, style: str) -> list[str]:
    initials = "north" if style == "north" else "south"
    return [_syllable(letter, initials, style) for letter in word if "가" <= letter <= "힣"]


@lru_cache(maxsize=1 << 14)
def spellings(word: str) -> tuple[str, ...]:
    """The Latin spellings of one word of Hangul, the likeliest first.

    A word of two to four syllables that begins with a surname reads as surname and given name.
    """
    surname = word[:2] if word[:2] in _DOUBLE_SURNAMES and len(word) > _PAIR else word[:1]
    own = (_DOUBLE_SURNAMES | _SURNAMES).get(surname, "").split()
    given = word[len(surname) :]
    if own and not given:
        return tuple(own)
    if own and len(given) == _PAIR:
        return _full(own, given)
    return tuple(
        dict.fromkeys((*_given(word), *(_full(own, given) if own and len(given) == 1 else ())))
    )


def _given(word: str) -> list[str]:
    """A word that is no whole name: each style, its syllables apart and joined."""
    found = []
    for style in ("north", "south", "everyday"):
        syllables = _styled(word, style)
        found += [" ".join(syllables), "".join(syllables)]
    return found


def _full(own: list[str], given: str) -> tuple[str, ...]:
    """Surname and given name: each spelling of the one with each style of the other."""
    found = []
    for at, style in enumerate(("north", "south", "everyday")):
        surname = own[min(at, len(own) - 1)]
        syllables = _styled(given, style)
        found += [f"{surname} {' '.join(syllables)}", f"{surname} {''.join(syllables)}"]
    return tuple(dict.fromkeys(found))
