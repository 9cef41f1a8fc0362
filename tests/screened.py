"""Made-up results of a screening, for whoever shows or writes them."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from knowntenant.exports.screening_files import Result
from knowntenant.screening.hit import Line, Pair
from knowntenant.screening.result import (
    Basis,
    Counts,
    Found,
    ListMark,
    Note,
    Taken,
    strength_of,
    whole_hash,
)
from knowntenant.screening.settings import Settings

SETTINGS = Settings(threshold=0.5)
LISTS = (
    ListMark("house", "2026-11-20", "ab" * 32, 12_345),
    ListMark("un", "", "cd" * 32, 1_003),
)
BASIS = Basis(
    file="customers.csv",
    file_hash="ef" * 32,
    screened_on="2026-11-24",
    software="knowntenant 0.0.0",
    settings=SETTINGS,
    lists=LISTS,
    lists_hash=whole_hash(LISTS),
    columns=(
        Taken("Kunde", "name", "a heading of that meaning"),
        Taken("Geb. Datum", "birth_date", "a heading of that meaning"),
    ),
    left_out=("Umsatz",),
    notes=("The file is not UTF-8; it was read as Windows-1252 (Western European).",),
)
FOUND = Found(
    row=7,
    party="C-17",
    name="Nguyễn Văn An",
    kind="Person",
    birth_date="1961-03-05",
    countries=("vn",),
    entry="house:42",
    list_name="house",
    list_date="2026-11-20",
    list_hash="ab" * 32,
    listed_kind="Person",
    listed_names=("NGUYEN, Van An", "Anh Hai", "Nguyễn Văn Ân"),
    listed_birth_dates=("1961",),
    listed_countries=("vn", "la"),
    programmes=("example-1",),
    listed_on="2024-05-01",
    score=0.953,
    strength="strong",
    threshold=0.5,
    algorithm="kt-1",
    settings_hash=SETTINGS.hash,
    asked_name="Nguyễn Văn An",
    listed_name="NGUYEN, Van An",
    pairs=(
        Pair("nguyễn", "nguyen", 1.0, "same"),
        Pair("văn", "van", 1.0, "same"),
        Pair("an", "an", 1.0, "same"),
    ),
    lines=(
        Line("baseline", -4.1, 0.0, "how seldom a candidate is the same person"),
        Line("words", 6.2, 1.0, "all three words of the name agree", "Nguyễn Văn An", "NGUYEN"),
        Line("frequent_words", -1.4, 0.7, "'nguyen' is a frequent word"),
        Line("birth_date", 1.9, 1.0, "born in the same year", "1961-03-05", "1961"),
        Line("country", 0.4, 1.0, "one country in common", "VN", "VN"),
    ),
)


def another(row: int, score: float, **changes: object) -> Found:
    """Give the made-up hit, changed."""
    return replace(
        FOUND,
        row=row,
        score=score,
        strength=str(strength_of(score)),
        **changes,  # type: ignore[arg-type] # any field
    )


def result(hits: Sequence[Found] = (FOUND,), notes: Sequence[Note] = ()) -> Result:
    """Give a result of these hits and notes."""
    counts = Counts(rows=1_000, screened=999, unusable=1)
    counts.hits = len(hits)
    counts.with_hits = len({hit.row for hit in hits})
    counts.strengths = Counter(hit.strength for hit in hits)
    counts.lists = Counter(hit.list_name for hit in hits)
    counts.notes = Counter(note.kind for note in notes)
    return Result(BASIS, counts, lambda: iter(hits), lambda: iter(notes))
