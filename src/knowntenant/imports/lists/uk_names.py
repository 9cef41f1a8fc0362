"""How the United Kingdom's lists write names, kinds and numbers.

A name has six parts, the family name the sixth.
"""

from knowntenant.imports.lists.documents import country_in, numbers, told
from knowntenant.imports.lists.drafting import Draft
from knowntenant.imports.lists.rows import Cells
from knowntenant.imports.lists.spellings import spellings
from knowntenant.screening.entry import IdKind, Kind, NameKind

_PARTS = tuple(f"name{number}" for number in range(1, 7))
_NAME_KINDS = {
    "fka": NameKind.FORMER,
    "primary name": NameKind.PRIMARY,
    "prime alias": NameKind.PRIMARY,
}
_KINDS = {"individual": Kind.PERSON, "entity": Kind.ORGANIZATION, "ship": Kind.VESSEL}


def read_names(row: Cells, draft: Draft, kind: NameKind) -> None:
    """Read a row's name, which is of a kind, and the same in its own script."""
    for text in spellings(whole_name(row)):
        draft.name(text, kind)
    for text in spellings(row.take("namenonlatinscript")):
        draft.name(text)


def read_birthplace(row: Cells, draft: Draft) -> None:
    """Keep the place of birth as a remark."""
    born = ", ".join(filter(None, (row.take("townofbirth"), row.take("countryofbirth"))))
    draft.remark(born, "born in")


def whole_name(row: Cells) -> str:
    """Return the parts of a row's name in the order in which they are spoken."""
    return " ".join(filter(None, map(row.take, _PARTS)))


def name_kind(kind: str, strength: str) -> NameKind:
    """Return the kind of a name that the list calls, say, `AKA`, of the strength `Low`."""
    if strength.casefold().strip().startswith(("low", "weak")):
        return NameKind.WEAK
    return _NAME_KINDS.get(" ".join(kind.casefold().split()), NameKind.ALIAS)


def kind_of(text: str) -> Kind:
    """Return the kind of a target that is an individual, an entity or a ship."""
    return _KINDS.get(text.casefold().strip(), Kind.LEGAL_ENTITY)


def read_number(draft: Draft, kind: IdKind, text: str, details: str = "") -> None:
    """Read a cell of numbers; its details tell the country, and stay as a remark.

    Without such a cell the numbers are looked for in the details. Where the cell holds no number
    as documents have them, the cell is the number.
    """
    found = list(numbers(kind, text or details))
    if kind is IdKind.IMO:
        found = list(told(f"IMO {text.upper().removeprefix('IMO').strip(' :')}"))
    where = country_in(details) if text else ""
    for one in found:
        draft.identifier(one.kind, one.value, one.country or where)
    if text and not found:
        draft.identifier(kind, text, where)
    draft.remark(details, "of a document")
