# ruff: noqa: RUF001 - names are written in the scripts of their countries
"""Small worlds for properties of the matcher: entries and parties that nearly share everything."""

from hypothesis import strategies as st

from knowntenant.screening.entry import Entry, Identifier, IdKind, Kind, ListedName, NameKind
from knowntenant.screening.party import Party
from tests.screening.naming import names_of_words

SCRIPTS = (
    "深圳市安柏有限公司", "安柏 阮", "محمد علي", "Нгуен Ван Бинь", "Мохаммед", "Nguyễn Văn Bình",
    "Zolvik, J.", "김민수", "Ζόλβικ", "מוחמד", "ООО «Золвик»", "Zolvik Trading Co., Ltd.",
)  # fmt: skip
texts = st.one_of(names_of_words.map(" ".join), st.sampled_from(SCRIPTS))
days = st.sampled_from(["1964-02-29", "1964-02-28", "1964", "1961-03-05", "1961-05-03"])
listed_days = st.one_of(days, st.sampled_from(["~1963", "1960/1962", "1990-01-01"]))
places = st.sampled_from(["vn", "sy", "ru"])
streets = st.sampled_from(["1 Quay Street, Hanoi", "Quay 1, Hanoi Vietnam"])
numbers = st.builds(
    Identifier,
    st.sampled_from([IdKind.PASSPORT, IdKind.IMO, IdKind.OTHER, IdKind.WALLET, IdKind.LEI]),
    st.sampled_from(["9074729", "B-123 456", "IMO 9074729", "HWUPKR0MPOU8FGXBT394", "0000"]),
)
listed_names = st.builds(ListedName, texts, st.sampled_from(NameKind))


def few(one: st.SearchStrategy[str], most: int = 2) -> st.SearchStrategy[tuple[str, ...]]:
    return st.lists(one, max_size=most, unique=True).map(tuple)


def entry_at(number: int) -> st.SearchStrategy[Entry]:
    """Draw an entry with a number of its own."""
    return st.builds(
        Entry,
        st.just(f"x:{number}"),
        st.just("x"),
        st.sampled_from(Kind),
        st.lists(listed_names, min_size=1, max_size=3).map(tuple),
        birth_dates=few(listed_days),
        countries=few(places),
        addresses=few(streets),
        identifiers=st.lists(numbers, max_size=2).map(tuple),
    )


lists = st.integers(0, 8).flatmap(lambda most: st.tuples(*map(entry_at, range(most))))
parties = st.builds(
    Party,
    st.just("C1"),
    st.sampled_from(Kind),
    texts,
    aliases=few(texts),
    birth_date=st.one_of(st.just(""), days),
    countries=few(places),
    address=st.one_of(st.just(""), streets),
    identifiers=st.lists(numbers, max_size=2).map(tuple),
)
