"""What words of company names mean to one another, how common they are, and how little they tell.

A group is one notion, such as `technology`: in its own language with inflections and abbreviations,
and in other languages.
"""

from collections import defaultdict
from functools import cache, lru_cache
from math import log

from knowntenant.screening.table_rows import table_rows, words_of

NONE: frozenset[str] = frozenset()
HARDLY_GENERIC, FULLY_GENERIC = 20, 2000  # company names a word stands in, of about 37,000
MOST_BY_COUNT = 0.85  # what a count alone may make of a word
TRANSLATED = 0.9  # a word of a foreign language is a little less generic in a name
SMOOTHING = 0.5
REMEMBERED = 50_000


def synonyms(word: str) -> frozenset[str]:
    """Give the groups a word belongs to: words that share one are the same notion."""
    held = _groups().get(word)
    return frozenset(held) if held else NONE


def kinship(one: str, other: str) -> str:
    """Say how two words are the same notion.

    Returns:
        `abbreviation` for two forms of one word in one language, `translation` across languages,
        and nothing where they share no group.

    """
    first, second = _groups().get(one), _groups().get(other)
    if not first or not second:
        return ""
    shared = first.keys() & second.keys()
    if any(first[group] == second[group] == "abbreviation" for group in shared):
        return "abbreviation"
    return "translation" if shared else ""


def abbreviation(word: str) -> tuple[str, ...]:
    """Give the other forms of a word in its own language: what it shortens, or is shortened to."""
    found = [
        other
        for group in sorted(synonyms(word))
        if _groups()[word][group] == "abbreviation"
        for other in _members()[group]
        if other != word
    ]
    return tuple(dict.fromkeys(found))


def acronym(word: str) -> tuple[tuple[str, ...], ...]:
    """Give what an acronym such as `nii` stands for, each as a sequence of words."""
    return _acronyms().get(word, ())


def org_frequency(word: str) -> float:
    """Give the natural logarithm of the share of company names that hold a word, smoothed.

    A word that no registry holds gets what half a company name would.
    """
    counts = _counts()
    return log((counts.get(word, 0) + SMOOTHING) / (counts["*"] + 1))


@lru_cache(maxsize=REMEMBERED)
def genericness(word: str) -> float:
    """Say how little a word tells one company from another: 0 for nothing generic, 1 for `the`.

    The greatest of three: what the table of generic words says (trades, places, colours, months),
    what its group says, and what its count in company names makes of it.
    """
    by_group = [
        _group_weights()[group] * (1 if kind == "abbreviation" else TRANSLATED)
        for group, kind in _groups().get(word, {}).items()
    ]
    return max(_generic().get(word, 0.0), _by_count(word), *by_group, 0.0)


def is_generic_org_word(word: str) -> bool:
    """Say whether a word alone can hardly tell one company from another."""
    return genericness(word) >= 0.5  # noqa: PLR2004 - the middle of the scale


def _by_count(word: str) -> float:
    count = _counts().get(word, 0)
    if count <= HARDLY_GENERIC:
        return 0.0
    reached = log(count / HARDLY_GENERIC) / log(FULLY_GENERIC / HARDLY_GENERIC)
    return MOST_BY_COUNT * min(reached, 1.0)


@cache
def _groups() -> dict[str, dict[str, str]]:
    """Give the kind of membership in each group, by word."""
    found: defaultdict[str, dict[str, str]] = defaultdict(dict)
    for group, _, same_language, others in table_rows("company_words.tsv"):
        for word in words_of(others):
            found[word][group] = "translation"
        for word in words_of(same_language):
            found[word][group] = "abbreviation"
    return dict(found)


@cache
def _members() -> dict[str, tuple[str, ...]]:
    return {group: words_of(words) for group, _, words, _ in table_rows("company_words.tsv")}


@cache
def _group_weights() -> dict[str, float]:
    return {group: float(weight) for group, weight, _, _ in table_rows("company_words.tsv")}


@cache
def _acronyms() -> dict[str, tuple[tuple[str, ...], ...]]:
    return {
        short: tuple(words_of(meaning) for meaning in meanings.split(";"))
        for short, meanings in table_rows("acronyms.tsv")
    }


@cache
def _counts() -> dict[str, int]:
    return {word: int(count) for word, count in table_rows("company_word_counts.tsv")}


@cache
def _generic() -> dict[str, float]:
    found: dict[str, float] = {}
    for _, weight, words in table_rows("generic_words.tsv"):
        for word in words_of(words):
            found[word] = max(found.get(word, 0.0), float(weight))
    return found
