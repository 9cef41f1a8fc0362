"""docs/facts.md: every fact type with its keys, kinds, sensitivity, retention; and the places."""

from collections import Counter
from collections.abc import Iterator

from knowntenant.documents import markdown
from knowntenant.documents.forms import example_of, form_in_words
from knowntenant.facts.declaration import FactType, Field, fact_types
from knowntenant.facts.places import PLACES, Place, PlaceKind
from knowntenant.law.kinds import ID
from knowntenant.law.scenario.shape import FACT_KEYS
from knowntenant.obligations.registry import all_decisions

IDS = {
    "account": "A1", "customer": "C1", "evidence": "E1", "finding": "F1", "legal_basis": "L1",
    "order": "O1", "person": "P1", "product": "VPS", "request": "Q1", "reseller": "R1",
}  # fmt: skip
_PLURAL = {
    PlaceKind.COUNTRY: "countries",
    PlaceKind.DISPUTED: "disputed areas",
    PlaceKind.REGION: "regions (states of the United States and others)",
    PlaceKind.TERRITORY: "territories",
}


def page() -> str:
    """Write the page from the registry of fact types and the table of places."""
    all_decisions()  # registers the fact types
    types = sorted(fact_types().values(), key=lambda declared: declared.name)
    return markdown.page(
        "Facts",
        "Facts are told, never overwritten. Each says when it was so in the world (`happened`),"
        " when the provider learned it (`learned`) and, if known, when it was stored (`recorded`)."
        " A later fact with the same key replaces only the values that it names; `none` takes a"
        " value away. Scenarios and exports use these names.",
        "## On every fact",
        markdown.table(("Key", "Meaning"), ((f"`{k}`", v) for k, v in FACT_KEYS.items())),
        "## Fact types",
        markdown.table(
            ("Fact type", "Meaning", "Key", "Kept as", "Clause"), (_summary(t) for t in types)
        ),
        *(part for declared in types for part in of_type(declared)),
        *places(),
    )


def of_type(declared: FactType) -> Iterator[str]:
    """Give the section of one fact type: its meaning and its keys."""
    yield f"### `{declared.name}`"
    key = f"Key: {markdown.names(declared.key)}." if declared.key else "Each one stands for itself."
    yield f"{declared.doc} {key}"
    yield markdown.table(
        ("Key", "How it is written", "Example", "Meaning", "Also accepted", "Sensitivity"),
        (_row(declared, field) for field in declared.fields.values()),
    )


def places() -> Iterator[str]:
    """Give the section on places."""
    counted = Counter(place.kind for place in PLACES.values())
    listed = ", ".join(f"{counted[kind]} {_PLURAL[kind]}" for kind in PlaceKind)
    apart = [p for p in PLACES.values() if p.kind is PlaceKind.DISPUTED or "-X-" in p.code]
    territories = [p for p in PLACES.values() if p.kind is PlaceKind.TERRITORY]
    american = [p for p in PLACES.values() if p.united_states and p.kind is not PlaceKind.REGION]
    yield "## Places"
    yield (
        f"A place is written as its ISO 3166 code or a name, in any case: {listed}."
        " Two letters alone are a country's code: `DE` is Germany, `US-DE` Delaware, `CA` Canada,"
        " `US-CA` California."
        " A name that two places share is refused, so that a person chooses."
    )
    yield f"Counted as the United States: {_listed(american)}."
    yield f"Disputed, with rows of their own: {_listed(apart)}."
    yield f"Territories with codes of their own: {_listed(territories)}."


def _listed(found: list[Place]) -> str:
    return ", ".join(f"{place.name} (`{place.code}`)" for place in found)


def _summary(declared: FactType) -> tuple[str, ...]:
    return (
        f"[`{declared.name}`](#{declared.name})",
        declared.doc,
        markdown.names(declared.key),
        declared.retention.name.lower().replace("_", " "),
        declared.clause,
    )


def _row(declared: FactType, field: Field) -> tuple[str, ...]:
    refers = f" (an id of: {field.refers_to})" if field.refers_to else ""
    example = IDS.get(field.refers_to or declared.name) if field.kind is ID else None
    return (
        markdown.name(field.name),
        form_in_words(field.kind),
        markdown.name(example or example_of(field.kind)),
        f"{field.meaning}{refers}",
        markdown.names(field.also),
        field.sensitivity.value,
    )
