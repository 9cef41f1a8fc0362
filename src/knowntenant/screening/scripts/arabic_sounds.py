"""Unvowelled Arabic letters sounded out: a word that no table of names knows."""

# ruff: noqa: RUF001 - names are written in their own script here

_CONSONANTS = {
    "ب": "b", "ت": "t", "ث": "th", "ج": "j", "ح": "h", "خ": "kh", "د": "d", "ذ": "dh", "ر": "r",
    "ز": "z", "س": "s", "ش": "sh", "ص": "s", "ض": "d", "ط": "t", "ظ": "z", "غ": "gh", "ف": "f",
    "ق": "q", "ك": "k", "ل": "l", "م": "m", "ن": "n", "ه": "h", "پ": "p", "چ": "ch", "ژ": "zh",
    "گ": "g", "ڤ": "v", "ټ": "t", "ډ": "d", "ړ": "r", "ڼ": "n", "ښ": "sh", "ځ": "z", "څ": "ts",
    "ږ": "zh", "ٹ": "t", "ڈ": "d", "ڑ": "r", "ں": "n", "ڕ": "r", "ڵ": "l", "ڭ": "ng", "ڠ": "ng",
    "ڽ": "ny", "ۋ": "v", "ڨ": "g", "ڧ": "q", "ڦ": "p",
}  # fmt: skip
_EASTERN = {"ث": "s", "ذ": "z", "ض": "z", "ق": "gh", "و": "v"}
_FALSE_PAIRS = frozenset({"th", "dh", "kh", "gh", "sh", "zh", "ph"})
_SHORT = 3
_WAW, _YA, _ALEF, _AIN = "و", "ي", "ا", "ع"


def sounded(word: str) -> tuple[str, ...]:
    """Latin spellings of one folded word: و and ي as vowels, as consonants, then Persian sounds."""
    found = [_voiced(_units(word, glides=False, table=_CONSONANTS))]
    if _WAW in word[1:] or _YA in word[1:]:
        found.append(_voiced(_units(word, glides=True, table=_CONSONANTS)))
    if any(letter in _EASTERN for letter in word):
        found.append(_voiced(_units(word, glides=False, table=_CONSONANTS | _EASTERN)))
        found.append(_voiced(_units(word, glides=True, table=_CONSONANTS | _EASTERN)))
    if _AIN in word[1:]:
        found.append(_voiced(_units(word.replace(_AIN, _ALEF), glides=False, table=_CONSONANTS)))
    return tuple(dict.fromkeys(spelling for spelling in found if spelling))


def short_sounded(word: str) -> tuple[str, ...]:
    """Other vowels for a word of three letters that begins with one: all of it hangs on them."""
    if len(word) != _SHORT or word[0] not in (_AIN, _ALEF):
        return ()
    rest = _voiced(_units(word, glides=False, table=_CONSONANTS))[1:]
    found = [f"{vowel}{rest}" for vowel in "ui"]
    if word.endswith(_YA):
        found += [f"{vowel}{rest[:-1]}ay" for vowel in "au"]
    return tuple(found)


def _units(word: str, *, glides: bool, table: dict[str, str]) -> list[str]:
    """The sounds of a word: consonants as they are, long vowels as single letters."""
    units: list[str] = []
    for at, letter in enumerate(word):
        last = at == len(word) - 1
        if letter == _ALEF:
            units.append("a")
        elif letter == _AIN:
            units.append("a" if at == 0 else "'")
        elif letter in (_WAW, _YA):
            units.append(_glide(letter, units, word[at + 1 : at + 2], glides=glides, table=table))
        elif letter == "ه" and last and units:
            units.append("a" if not units[-1].endswith("a") else "h")
        elif letter in table:
            units.append(table[letter])
    return units


def _glide(
    letter: str, before: list[str], after: str, *, glides: bool, table: dict[str, str]
) -> str:
    """و and ي: consonants at the start and beside a long vowel, else as asked."""
    consonant = table.get(_WAW, "w") if letter == _WAW else "y"
    vowel = "u" if letter == _WAW else "i"
    if not before:
        return consonant
    if after in (_ALEF, "ه") or (glides and after):
        return consonant
    if before[-1] in ("a", "u", "i"):
        return consonant if after == "" or glides else vowel
    return vowel


def _voiced(units: list[str]) -> str:
    """The sounds with short vowels put between consonants that cannot stand together."""
    spelled: list[str] = []
    run: list[str] = []
    for unit in [*units, ""]:
        if unit and unit not in ("a", "i", "u"):
            run.append(unit)
            continue
        spelled += _spread(run, opens=not spelled, closes=not unit)
        spelled.append(unit)
        run = []
    return "".join(spelled).replace("'", "")


def _spread(run: list[str], *, opens: bool, closes: bool) -> list[str]:
    """A run of consonants with vowels between: at the start of a word, inside, or at its end."""
    if len(run) < 2:  # noqa: PLR2004 - a vowel stands between two
        return run
    vowel = "a" if opens else "i"
    out: list[str] = []
    for at, unit in enumerate(run):
        out.append(unit)
        left = len(run) - at - 1
        pair = len(run) == 2  # noqa: PLR2004 - two consonants at the end are parted
        wants = at % 2 == 0 if opens else at % 2 == 1 or (closes and pair)
        if left and (wants or (closes and left == 1) or unit + run[at + 1] in _FALSE_PAIRS):
            out.append(vowel)
    return out
