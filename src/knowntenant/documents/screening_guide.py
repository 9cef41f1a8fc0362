"""docs/screening.md: how screening works, with formats, features and notes from their tables."""

from collections.abc import Iterator
from importlib.resources import files
from string import Template

from knowntenant.documents import markdown
from knowntenant.imports.lists.formats import FORMATS
from knowntenant.imports.lists.sources import origins
from knowntenant.imports.parties.trouble import Trouble, note
from knowntenant.screening.algorithm import Algorithm, algorithm
from knowntenant.screening.allowed import LONGEST_DAYS
from knowntenant.screening.clearance import MARGIN
from knowntenant.screening.entry import Entry, Kind, ListedName
from knowntenant.screening.features import NAMES, QUALIFIERS
from knowntenant.screening.hit import Hit
from knowntenant.screening.matcher import DEFAULT_ALGORITHM, Matcher, WordShares
from knowntenant.screening.party import Party

_PARTY = Party("C1", Kind.PERSON, "Imogen Okonjo-Hale", birth_date="1961-03-05", countries=("gb",))
_ENTRY = Entry(
    "own:7", "own", Kind.PERSON, (ListedName("OKONJO-HLAE, Imogen"),), ("1961",), ("gb",)
)


def page() -> str:
    """Write the page: its prose, with what code and tables say in their places."""
    prose = files("knowntenant.documents") / "templates" / "screening_guide.md"
    frozen = algorithm(DEFAULT_ALGORITHM)
    told = {
        "algorithm": frozen.name,
        "threshold": f"{frozen.threshold:g}",
        "sha256": frozen.sha256,
        "people_slope": f"{frozen.people.slope:g}",
        "organizations_slope": f"{frozen.organizations.slope:g}",
        "margin": f"{MARGIN:g}",
        "longest": str(LONGEST_DAYS),
        "sources": _sources(),
        "formats": _formats(),
        "features": _features(frozen),
        "troubles": _troubles(),
        "example": _example(),
    }
    return markdown.page("Screening", Template(prose.read_text(encoding="utf-8")).substitute(told))


def tried(*, really: bool) -> str:
    """Say whether a reader was tried on a real file."""
    return "yes" if really else "no, not tried on a real file"


def _sources() -> str:
    return markdown.table(
        ("List", "What", "Authority", "By default", "Reader tried on a real file", "Address"),
        (
            (
                markdown.name(one.name),
                f"{one.title}: {one.format}",
                one.authority,
                "yes" if one.default else f"no: `--list {one.name}`",
                tried(really=one.tried_on_real_file),
                one.files[0].address,
            )
            for one in origins().values()
        ),
    )


def _formats() -> str:
    rows = ((one.what, tried(really=one.tried_on_real_file)) for one in FORMATS)
    return markdown.table(("Format", "Tried on a real file"), rows)


def _features(frozen: Algorithm) -> str:
    people, organizations = frozen.people, frozen.organizations
    tables = (
        (NAMES, people.names, organizations.names),
        (QUALIFIERS, people.qualifiers, organizations.qualifiers),
    )
    return markdown.table(
        ("Feature", "What it sees", "People", "Organisations"),
        (
            (markdown.name(feature.name), feature.reason, f"{one:+.2f}", f"{other:+.2f}")
            for table in tables
            for feature, one, other in zip(*table, strict=True)
        ),
    )


def _troubles() -> str:
    made = (note(1, "", trouble) for trouble in Trouble)
    rows = ((markdown.name(one.kind), one.what, one.remedy) for one in made)
    return markdown.table(("Note", "What", "Remedy"), rows)


def _example() -> str:
    """Show one hit as it is explained: its words, its waterfall, its sum."""
    (hit,) = Matcher((_ENTRY,), shares=WordShares({}, {})).hits(_PARTY, 0.0)
    words = "; ".join(f"{one.asked} = {one.listed} ({one.how})" for one in hit.pairs)
    names = f"{_PARTY.name}, born {_PARTY.birth_date}, GB: may be {_ENTRY.names[0].text}"
    told = f"> {names}, born {_ENTRY.birth_dates[0]}, GB.\n> Words: {words}."
    return f"{told}\n\n{markdown.table(('Feature', 'Points', 'Reason'), _steps(hit))}"


def _steps(hit: Hit) -> Iterator[tuple[str, ...]]:
    for line in hit.lines:
        yield markdown.name(line.feature), f"{line.points:+.2f}", line.reason
    total = sum(line.points for line in hit.lines)
    yield "all together", f"{total:+.2f}", f"score {hit.score:.1%}"
