"""A hit's explanation in one line of text, for cells and for ears."""

from knowntenant.screening.hit import Line, Pair
from knowntenant.screening.result import Found

COLUMNS = (
    "strength", "score", "row", "party", "name", "kind", "birth_date", "countries", "list", "entry",
    "listed_name", "listed_kind", "listed_names", "listed_birth_dates", "listed_countries",
    "programmes", "listed_on", "asked_name", "words", "points", "list_date", "list_hash",
    "threshold", "algorithm", "settings_hash", "screened_on",
)  # fmt: skip


def pair_text(pair: Pair) -> str:
    """Say how two words were laid beside each other."""
    if not pair.listed or not pair.asked:
        return f"{pair.asked or '–'} | {pair.listed or '–'} ({pair.how})"  # noqa: RUF001 - a dash for nothing
    return f"{pair.asked} = {pair.listed} ({pair.how}, {pair.similarity:.2f})"


def line_text(line: Line) -> str:
    """Say what a feature saw and by how many points it moved the score."""
    return f"{line.feature} {line.points:+.2f}: {line.reason}"


def flat_row(found: Found, screened_on: str) -> tuple[str | int | float, ...]:
    """Give a hit as one row of cells, one for each column."""
    return (
        found.strength, found.score, found.row, found.party, found.name, found.kind,
        found.birth_date, " ".join(found.countries).upper(), found.list_name, found.entry,
        found.listed_name, found.listed_kind, "; ".join(found.listed_names),
        "; ".join(found.listed_birth_dates), " ".join(found.listed_countries).upper(),
        "; ".join(found.programmes), found.listed_on, found.asked_name,
        "; ".join(map(pair_text, found.pairs)), "; ".join(map(line_text, found.lines)),
        found.list_date, found.list_hash, found.threshold, found.algorithm,
        found.settings_hash, screened_on,
    )  # fmt: skip
