"""Entries written in a line, for tests of clusters."""

from knowntenant.screening.entry import Entry, Identifier, Kind, ListedName, NameKind


def entry(  # noqa: PLR0913 - one argument for what a test says of an entry
    number: str,
    *names: str,
    kind: Kind = Kind.PERSON,
    born: str = "",
    country: str = "",
    weak: tuple[str, ...] = (),
    aliases: tuple[str, ...] = (),
    numbers: tuple[Identifier, ...] = (),
    remarks: str = "",
) -> Entry:
    """Give an entry; the list's name stands before the colon of the number."""
    listed = [ListedName(name) for name in names]
    listed += [ListedName(name, NameKind.ALIAS) for name in aliases]
    listed += [ListedName(name, NameKind.WEAK) for name in weak]
    return Entry(
        id=number,
        list_name=number.partition(":")[0],
        kind=kind,
        names=tuple(listed),
        birth_dates=tuple(born.split()),
        countries=tuple(country.split()),
        identifiers=numbers,
        remarks=remarks,
    )
