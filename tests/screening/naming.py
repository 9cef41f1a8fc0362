"""What tests of the matching engine share: names as words, indexes of them, entries and parties."""

from collections.abc import Sequence

from hypothesis import strategies as st

from knowntenant.screening.entry import Entry, Identifier, Kind, ListedName
from knowntenant.screening.index import Asked, Index
from knowntenant.screening.names import Name
from knowntenant.screening.party import Party

WORDS = (
    "zolvik", "zolwik", "zolpik", "zolvikano", "amber", "ambar", "lode", "amberlode", "binh",
    "nguyen", "van", "mohammed", "muhamed", "al", "o", "j", "bank", "trading", "company", "ooo",
    "technology", "tech", "yusuf", "joseph", "li",
)  # fmt: skip
names_of_words = st.lists(st.sampled_from(WORDS), min_size=1, max_size=5)


def even(word: str, share: float) -> float:
    """Weigh every word alike, whatever its share."""
    return 0.5 if word or share else 0.0


def index_of(*names: str, trade: bool = False) -> Index:
    """Make an index of names whose words all weigh one half."""
    made = [(Name(text, tuple(text.split())), number) for number, text in enumerate(names)]
    return Index.of(made, even, trade=trade)


def ask(index: Index, text: str, forms: Sequence[str] = ()) -> Asked:
    """Make a name of plain words ready to be looked for."""
    return index.asked(Name(text, tuple(text.split()), tuple(forms)))


def person(number: str, *names: str, born: str = "", country: str = "") -> Entry:
    """Give an entry of a person."""
    return Entry(
        f"x:{number}",
        "x",
        Kind.PERSON,
        tuple(map(ListedName, names)),
        tuple(born.split()),
        tuple(country.split()),
    )


def thing(kind: Kind, number: str, *names: str, numbers: tuple[Identifier, ...] = ()) -> Entry:
    """Give an entry of some kind."""
    return Entry(f"x:{number}", "x", kind, tuple(map(ListedName, names)), identifiers=numbers)


def asked_for(name: str, kind: Kind = Kind.PERSON) -> Party:
    """Give a party that tells a name and no more."""
    return Party("C1", kind, name)
