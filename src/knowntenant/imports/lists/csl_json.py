"""The Consolidated Screening List of the United States in its JSON form.

Built from the published shape and not tried on a real file.
"""

from collections.abc import Iterator, Mapping
from pathlib import Path

from knowntenant.imports.lists.csl_entry import CslListing, CslRow
from knowntenant.imports.lists.json_members import members
from knowntenant.imports.lists.reading import Report
from knowntenant.imports.lists.us_days import us_day
from knowntenant.screening.entry import Entry

_SINGLE = (
    *("id", "_id", "source", "entity_number", "type", "name", "title", "start_date", "end_date"),
    *("call_sign", "vessel_flag", "vessel_owner", "remarks", "federal_register_notice"),
)
_MANY = frozenset(
    {
        *("alt_names", "programs", "addresses", "dates_of_birth", "places_of_birth"),
        *("citizenships", "nationalities", "ids", "country"),
    }
)
_ADDRESS = ("address", "city", "state", "postal_code")
_SHAPE = "an entry is not of the shape that is known; it was left out"


def read_csl_json(path: Path, report: Report) -> Iterator[Entry]:
    """Read consolidated.json: the objects under `results`.

    Raises:
        ListUnreadableError: as `members`; or there is no entry in the file.
    """
    listing = CslListing(path, report)
    for name, value in members(path, "results"):
        if name == "sources_used" and isinstance(value, list):
            days = (us_day(_text(item, "source_last_updated")[:10]) for item in value)
            report.published = max(days, default="")
        if name != "results":
            continue
        report.rows += 1
        if not isinstance(value, dict):
            report.problem(path.name, report.rows, "results", _SHAPE)
            continue
        _count(value, report)
        yield from listing.entries(_row(report.rows, value))
    listing.close()


def _row(number: int, item: Mapping[str, object]) -> CslRow:
    countries = [*_texts(item, "citizenships"), *_texts(item, "nationalities")]
    return CslRow(
        number=number,
        texts={name: _text(item, name) for name in _SINGLE},
        names=_texts(item, "alt_names"),
        programmes=_texts(item, "programs"),
        addresses=[
            (
                ", ".join(filter(None, (_text(place, name) for name in _ADDRESS))),
                _text(place, "country"),
            )
            for place in _items(item, "addresses")
        ],
        births=_texts(item, "dates_of_birth"),
        birth_places=_texts(item, "places_of_birth"),
        countries=[*countries, *_texts(item, "country")],
        ids=[
            (_text(one, "type"), _text(one, "number"), _text(one, "country"))
            for one in _items(item, "ids")
        ],
    )


def _count(item: Mapping[str, object], report: Report) -> None:
    for name, value in item.items():
        if value not in (None, "", [], {}):
            taken = name in _MANY or name in _SINGLE
            (report.used if taken else report.ignored)[name] += 1


def _text(item: object, name: str) -> str:
    """Return a text or number of an object; empty for anything else."""
    value = item.get(name) if isinstance(item, dict) else None
    return str(value).strip() if isinstance(value, (str, int)) else ""


def _texts(item: Mapping[str, object], name: str) -> list[str]:
    return [value.strip() for value in _items(item, name) if isinstance(value, str)]


def _items(item: Mapping[str, object], name: str) -> list[object]:
    """Return the items of an array; a single text or object is one of its own."""
    value = item.get(name)
    if isinstance(value, list):
        return value
    return [] if value in (None, "") else [value]
