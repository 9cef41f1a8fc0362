"""docs/scenarios.md: all that somebody needs who writes scenario files and has only this page."""

from collections.abc import Iterator
from inspect import getdoc

from knowntenant.documents import markdown
from knowntenant.documents.cases import examples
from knowntenant.documents.facts_page import of_type, places
from knowntenant.documents.forms import form_in_words, kinds_in
from knowntenant.documents.scenarios_text import (
    CHECKS,
    FILES,
    FIRST_EXAMPLE,
    INTRODUCTION,
    MISTAKES,
    TIMES,
)
from knowntenant.documents.words import FLAGS, words_of
from knowntenant.facts.declaration import fact_types
from knowntenant.facts.program import elements
from knowntenant.law.decision import Decision
from knowntenant.law.kinds import DAY, ID, IP, MOMENT, NUMBER, PERCENT, TEXT, WHOLE, YES_NO, Kind
from knowntenant.law.loading import DEFAULT, load_pack, pack_names
from knowntenant.law.pack import Pack
from knowntenant.law.scenario.expectation import needed
from knowntenant.law.scenario.matching import legal_status
from knowntenant.law.scenario.shape import (
    CHECK_KEYS,
    FACT_KEYS,
    GIVEN_KEYS,
    SCENARIO_KEYS,
    THEN_KEYS,
)
from knowntenant.law.scenario.shown import shown
from knowntenant.law.scenario.world import takes_subject
from knowntenant.obligations.registry import all_decisions

PLAIN_KINDS = (DAY, MOMENT, YES_NO, ID, TEXT, WHOLE, NUMBER, PERCENT, IP)


def page() -> str:
    """Write the page from the registries, the packs and the worked examples."""
    decisions = sorted(all_decisions().values(), key=lambda decision: decision.name)
    packs = [load_pack(name) for name in pack_names()]
    first = load_pack(DEFAULT)
    return markdown.page(
        "Scenarios: law cases as files",
        INTRODUCTION,
        *_form(packs),
        *_kinds(),
        "## Facts",
        "A fact has exactly one of these names as a key, and under it the keys of its table.",
        *(part for name in sorted(fact_types()) for part in of_type(fact_types()[name])),
        *places(),
        "## Decisions: what can be asked",
        _overview(decisions),
        *(
            part
            for decision in decisions
            for part in _of_decision(decision, _decider(decision, first, packs))
        ),
        *_settings(),
        *_readings(first, packs),
        *_lists(first, packs),
        *_examples(),
    )


def _form(packs: list[Pack]) -> Iterator[str]:
    yield from ("## A file", FILES, markdown.code(FIRST_EXAMPLE, "yaml"))
    yield from ("### Keys of a scenario", _keys(SCENARIO_KEYS))
    yield "Packs:"
    yield markdown.bullets(f"`{p.name}`: {p.title}. Status: {legal_status(p)}." for p in packs)
    yield from ("### Keys of a fact", _keys(FACT_KEYS), TIMES)
    yield from ("### Keys of `given`", _keys(GIVEN_KEYS))
    yield from ("### Keys of a question (under `then`)", _keys({**THEN_KEYS, **CHECK_KEYS}), CHECKS)
    yield from ("### When something is wrong", MISTAKES)


def _keys(keys: dict[str, str]) -> str:
    return markdown.table(("Key", "Meaning"), ((markdown.name(k), v) for k, v in keys.items()))


def _kinds() -> Iterator[str]:
    yield "## How values are written"
    yield markdown.table(
        ("Kind", "Example", "Meaning"),
        ((kind.name, markdown.name(kind.example), kind.meaning) for kind in PLAIN_KINDS),
    )
    yield "Closed lists, whose words may be written in any case, with spaces, hyphens or `_`:"
    yield markdown.table(
        ("Kind", "Words", "Meaning"),
        (
            (kind.name, markdown.names(kind.example.split(" | ")), kind.meaning)
            for kind in _closed()
        ),
    )


def _closed() -> list[Kind]:
    told = [
        kind for t in fact_types().values() for f in t.fields.values() for kind in kinds_in(f.kind)
    ]
    told += [kind for d in all_decisions().values() for kind in kinds_in(d.answers)]
    told += [kind for e in elements().values() for kind in kinds_in(e.kind)]
    named = {(kind.name, kind.example): kind for kind in told if " | " in kind.example}
    return [named[key] for key in sorted(named)]


def _overview(decisions: list[Decision]) -> str:
    return markdown.table(
        ("Decision", "Asked of", "What it says"),
        ((f"[`{d.name}`](#{d.name.replace('.', '')})", _subject(d), d.doc) for d in decisions),
    )


def _decider(decision: Decision, first: Pack, packs: list[Pack]) -> Pack:
    """Give the pack whose clauses a decision carries out: the first one, where it does."""
    deciding = [pack for pack in packs if decision.name in pack.decided]
    return first if first in deciding or not deciding else deciding[0]


def _of_decision(decision: Decision, pack: Pack) -> Iterator[str]:
    yield f"### `{decision.name}`"
    yield from (" ".join(text.split()) for text in (getdoc(decision.decide) or "").split("\n\n"))
    clauses = (*pack.decided.get(decision.name, ()), *pack.parts.get(decision.name, {}).values())
    readings = (
        f"{d} (`{pack.readings[d].taken}`)" for d in decision.readings if d in pack.readings
    )
    about = {
        "`of`": _subject(decision),
        "`with`": "; ".join(_argument(decision, name) for name in decision.takes),
        "Value": form_in_words(decision.answers),
        "Words": markdown.names(words_of(pack).get(decision.name, ())),
        "Readings": ", ".join(readings),
        "Pack": "" if pack.name == DEFAULT else markdown.name(pack.name),
        "Clauses": "; ".join(dict.fromkeys(clauses)),
    }
    yield markdown.bullets(f"{what}: {text}" for what, text in about.items() if text)


def _subject(decision: Decision) -> str:
    if decision.of:
        return f"{'an' if decision.of[0] in 'aeiou' else 'a'} {decision.of}"
    return "nobody, or one subject to narrow it to" if takes_subject(decision) else "nobody"


def _argument(decision: Decision, name: str) -> str:
    must = "always given" if name in needed(decision) else "may be left out"
    return f"`{name}` ({form_in_words(decision.takes[name])}; {must})"


def _settings() -> Iterator[str]:
    yield "## Settings of the written program"
    yield "Chosen with `given: {program: {...}}`. What is not named keeps its default."
    rows = (
        (
            markdown.name(e.name),
            form_in_words(e.kind),
            markdown.name(shown(e.default)) if shown(e.default) else "not written",
            e.meaning,
        )
        for e in elements().values()
    )
    yield markdown.table(("Setting", "How it is written", "Default", "Meaning"), rows)


def _readings(first: Pack, packs: list[Pack]) -> Iterator[str]:
    yield "## Readings where the text is unclear"
    yield "Chosen with `given: {readings: {D13: literal}}`; else each pack takes its own."
    rows = (
        (
            defect,
            row.unclear,
            "; ".join(f"`{choice}`: {sense}" for choice, sense in row.choices.items()),
            "; ".join(
                f"{p.name}: `{p.readings[defect].taken}`" for p in packs if defect in p.readings
            ),
        )
        for defect, row in first.readings.items()
    )
    yield markdown.table(("Reading", "What is unclear", "Choices", "Taken"), rows)


def _lists(pack: Pack, packs: list[Pack]) -> Iterator[str]:
    yield "## Data elements"
    yield "The names that `identification.missing_data` gives, and what meets each."
    yield markdown.table(
        ("Element", "Meaning", "Asked of", "Met by any of", "Clause"),
        (
            (
                f"`{e.name}`",
                e.label,
                f"{' and '.join(e.of)}, per {e.per}",
                markdown.names(e.any_of),
                e.clause,
            )
            for e in pack.elements.values()
        ),
    )
    others = [one for one in packs if not one.parent and one.name != pack.name]
    for of in (pack, *others):
        for name, entries in of.lists.items():
            whose = "" if of is pack else f" (pack `{of.name}`)"
            yield f"## {name.replace('_', ' ').capitalize()}{whose}"
            rows = ((markdown.name(e.value), e.answer, e.clause, e.note) for e in entries.values())
            yield markdown.table(("Value", "Counts", "Clause", "Why"), rows)
    yield "## Flags"
    yield "Words to look for with `flags:`; each is part of a longer sentence."
    yield markdown.table(("Flag", "Meaning"), ((markdown.name(words), why) for words, why in FLAGS))
    yield "## Clauses that can be cited"
    yield "Also every paragraph above them, such as `7.302(d)`. What they say: [law.md](law.md)."
    yield markdown.names(pack.clauses)
    yield markdown.bullets(
        f"Pack `{of.name}`: {markdown.names(of.clauses)}" for of in others if of.clauses
    )


def _examples() -> Iterator[str]:
    yield "## Worked examples"
    yield "Each is a file that holds; the tests run them."
    for file, text in examples():
        yield from (f"### `{file}`", markdown.code(text, "yaml"))
