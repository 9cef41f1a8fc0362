"""Small worlds of customers and two versions of a list, drawn so that names meet and miss."""

from dataclasses import replace

from hypothesis import strategies as st

from knowntenant.screening.entry import Entry, Identifier, IdKind, Kind, ListedName, NameKind
from knowntenant.screening.party import Party

WORDS = (
    "ali", "al", "alali", "aly", "alia", "hassan", "hasan", "hussein", "mohammed", "muhammad",
    "mohamed", "mo", "van", "vander", "der", "berg", "vanderberg", "vandenberg", "nguyễn", "nguyen",
    "tèo", "teodor", "teo", "theodore", "ted", "an", "anna", "ana", "qin", "chin", "x", "a", "h",
    "suharto", "trading", "tradings", "trade", "company", "quarz", "werk", "quarzwerk", "marine",
    "shipping", "shiping", "intl", "international", "gmbh", "llc",
)  # fmt: skip
WHOLE = ("深圳蓝鲸贸易有限公司", "محمد حسن", "Теодор Башков", "محمد علي", "", "…")
NUMBERS = ("AB 123456", "ab123456", "999-888", "1")
KINDS = (Kind.PERSON, Kind.ORGANIZATION, Kind.LEGAL_ENTITY, Kind.VESSEL)
BIRTHS = ("", "1961-03-05", "1961-05-03", "1961", "1964-02-29")

names = st.one_of(
    st.lists(st.sampled_from(WORDS), min_size=1, max_size=4).map(" ".join),
    st.lists(st.sampled_from(WORDS), min_size=2, max_size=3).map(" ".join),
    st.sampled_from(WHOLE),
    st.tuples(st.sampled_from(WORDS), st.sampled_from(WORDS)).map("".join),
)
kinds = st.sampled_from((IdKind.PASSPORT, IdKind.OTHER))
identifiers = st.lists(
    st.builds(Identifier, kinds, st.sampled_from(NUMBERS)),
    max_size=1,
).map(tuple)  # fmt: skip
countries = st.lists(st.sampled_from(("de", "ir", "vn")), max_size=2, unique=True).map(tuple)
parties = st.builds(
    Party,
    id=st.sampled_from([f"C-{n}" for n in range(8)]),
    kind=st.sampled_from(KINDS),
    name=names,
    aliases=st.lists(names, max_size=1).map(tuple),
    birth_date=st.sampled_from(BIRTHS),
    countries=countries,
    address=st.sampled_from(("", "12 Long Street Hamburg")),
    identifiers=identifiers,
)
listed_names = st.builds(
    ListedName, names, st.sampled_from((NameKind.PRIMARY, NameKind.ALIAS, NameKind.WEAK))
)
bodies = st.builds(
    Entry,
    id=st.just(""),
    list_name=st.just("x"),
    kind=st.sampled_from(KINDS),
    names=st.lists(listed_names, max_size=3).map(tuple),
    birth_dates=st.lists(st.sampled_from(BIRTHS[1:]), max_size=1).map(tuple),
    countries=countries,
    addresses=st.sampled_from(((), ("Long Street 12, Hamburg",))),
    identifiers=identifiers,
    remarks=st.sampled_from(("", "said")),
)


def numbered(bodies_of_list: dict[int, Entry]) -> list[Entry]:
    """Give the entries of a list, each with its id."""
    return [replace(entry, id=f"x:{number}") for number, entry in bodies_of_list.items()]


lists = st.dictionaries(st.integers(0, 9), bodies, max_size=8)


@st.composite
def versions(draw: st.DrawFn) -> tuple[list[Entry], list[Entry]]:
    """Draw a list and what became of it: entries that stay, change, go and come."""
    old = draw(lists)
    new = {number: entry for number, entry in old.items() if draw(st.integers(0, 4))}
    new |= draw(st.dictionaries(st.integers(0, 14), bodies, max_size=5))
    return numbered(old), numbered(new)
