"""Legal forms of companies, found in a name and set aside, so that names are compared without."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import cache
from typing import NamedTuple

from anyascii import anyascii

from knowntenant.screening.table_rows import table_rows, words_of

ANYWHERE, NOT_FIRST, FIRST_OR_LAST = "any", "tail", "edge"
SHORTEST_FOLDED = 5  # what one sign folds to may be a name: zhu, yu, vm
LOOSE = {"ltd": frozenset({"llc", "jsc", "inc", "corp"}), "inc": frozenset({"corp", "jsc"})}


class Spelling(NamedTuple):
    """One spelling of a legal form, as folded words, the class it belongs to, and where it stands.

    where: `any`; `tail` for a form that never opens a name; `edge` for short ones that are legal
    forms as the first or the last words only, `end` as the last only.
    """

    words: tuple[str, ...]
    form: str
    where: str


def legal_form(words: tuple[str, ...]) -> str:
    """Give the class of the legal form that is spelled so, such as `llc`; empty if it is none."""
    for spelling in _by_first_word().get(words[0], ()) if words else ():
        if spelling.words == words:
            return spelling.form
    return ""


def form_words() -> frozenset[str]:
    """Give every word that stands in a spelling of a legal form."""
    return frozenset(
        word
        for spellings in _by_first_word().values()
        for spelling in spellings
        for word in spelling.words
    )


def forms_agree(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Say whether two companies may have the same legal form, by the classes found in their names.

    A name without any agrees with all; so does a mere `company`. `Limited` translates forms of
    limited liability as well as joint stock companies.
    """
    first, second = set(one) - {"company"}, set(other) - {"company"}
    if not first or not second or first & second:
        return True
    return any(b in LOOSE.get(a, ()) or a in LOOSE.get(b, ()) for a in first for b in second)


def strip_legal_forms(words: Sequence[str]) -> tuple[list[str], tuple[str, ...]]:
    """Give the words of a name without its legal forms, and the classes of those set aside.

    words: folded to lower-case ASCII. The longest spelling wins, wherever it may stand. A name
    that would vanish, such as `Company Limited`, stays as it is.
    """
    rest, forms = list(words), []
    table = _by_first_word()
    while not table.keys().isdisjoint(rest):
        kept, found = _once(rest, table)
        if not found or not kept:
            break
        rest = kept
        forms += found
    return rest, tuple(dict.fromkeys(forms))


def _once(words: list[str], table: dict[str, tuple[Spelling, ...]]) -> tuple[list[str], list[str]]:
    kept: list[str] = []
    found: list[str] = []
    place = 0
    while place < len(words):
        for spelling in table.get(words[place], ()):
            end = place + len(spelling.words)
            if tuple(words[place:end]) == spelling.words and _may_stand(
                spelling.where, place, end, len(words)
            ):
                found.append(spelling.form)
                place = end
                break
        else:
            kept.append(words[place])
            place += 1
    return kept, found


def _may_stand(where: str, first: int, end: int, length: int) -> bool:
    if where == ANYWHERE:
        return True
    if where == NOT_FIRST:
        return first > 0
    return end == length or (where == FIRST_OR_LAST and first == 0)


@cache
def _by_first_word() -> dict[str, tuple[Spelling, ...]]:
    """Give the spellings by their first word, the longest first."""
    found: defaultdict[str, dict[tuple[str, ...], Spelling]] = defaultdict(dict)
    for form, where, spellings in table_rows("legal_forms.tsv"):
        for spelling in spellings.split(";"):
            for words in _foldings(spelling):
                found[words[0]].setdefault(words, Spelling(words, form, where))
    return {
        first: tuple(sorted(held.values(), key=lambda one: -len(one.words)))
        for first, held in found.items()
    }


def _foldings(spelling: str) -> Iterator[tuple[str, ...]]:
    """Give the words a spelling folds to: Chinese and Korean syllables as one word, and apart."""
    joined = words_of(spelling)
    if spelling.isascii():
        yield joined
        return
    # Each sign of these scripts folds to a syllable that begins with a capital letter.
    signs = (f" {sign}" if sign.isupper() else sign for sign in _latin(spelling))
    apart = words_of("".join(signs))
    if max(len(joined), len(apart)) > 1 and sum(map(len, joined)) >= SHORTEST_FOLDED:
        yield joined
    if len(apart) > len(joined) and len(apart) > 1:
        yield apart


def _latin(spelling: str) -> str:
    return "".join(anyascii(sign) if sign.upper() == sign.lower() else sign for sign in spelling)
