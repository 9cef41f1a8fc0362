"""Whether a name bears a company's legal form, which no person's name does, or is nothing else."""

from knowntenant.screening.names import organization_names

_NAMES_TOO = frozenset({"ab", "ag", "ao", "as", "co", "pt", "sa", "se", "si", "too"})
"""Legal forms that are also names of people, where they are written without stops."""

_ANY = "example"


def has_legal_form(name: str) -> bool:
    """Tell whether a name bears a legal form, such as `Ltd`, that nobody is called."""
    words = name.split()
    if words and words[-1].casefold() in _NAMES_TOO:
        words.pop()
    if words and words[0].casefold() in _NAMES_TOO - {"pt"}:
        words = words[1:]
    return any(one.forms for one in organization_names(" ".join(words)))


def is_legal_form(text: str) -> bool:
    """Tell whether a text is a legal form and no more, such as `Co., Ltd.`, which names nobody."""
    return all(one.words == (_ANY,) for one in organization_names(f"{_ANY} {text}"))
