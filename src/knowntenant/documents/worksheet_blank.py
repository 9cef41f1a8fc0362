"""A blank worksheet on an AI model, in TOML, with every question explained beside its blanks."""

from collections.abc import Iterator

from knowntenant.facts.declaration import Field, type_of
from knowntenant.facts.types import Cluster, Model
from knowntenant.facts.types.models import Item
from knowntenant.law.kinds import ListOf
from knowntenant.law.law import Law
from knowntenant.law.scenario.matching import legal_status
from knowntenant.training.worksheet import EVIDENCE, QUESTIONS, WORKSHEET

ABOUT_MODEL = (
    "parameters", "modality", "process", "operations", "operations_low", "operations_high",
    "floating_point_operations", "integer_operations", "multiply_accumulates", "biological",
    "accelerators",
)  # fmt: skip
ABOUT_CLUSTER = ("co_located", "gbit_per_second", "operations_per_second", "sparsity")
HOW = (
    "# Leave empty what is not known: it counts as unknown, never as no. Answers are yes, no or",
    '# unknown. Numbers may be written as "2.5e25", days as "2027-03-01". Name no persons: say who',
    "# answered by the identifier in your systems. For another model repeat all from [[model]] on.",
)
_KEYS = 30


def blank(law: Law) -> str:
    """Write a blank worksheet for one model under a pack."""
    return "\n".join(_lines(law)) + "\n"


def _lines(law: Law) -> Iterator[str]:
    pack = law.pack
    yield "# Worksheet: is a model a large AI model of concern? This prepares; a person decides."
    yield f"# Pack {pack.name} {pack.version}: {legal_status(pack)}."
    yield from HOW
    yield from ("", "[[model]]", _blank("id", "the model's identifier in your systems", "M1"))
    yield _blank("on", "the day on which this was so; the day of the worksheet if left out")
    fields = type_of(Model).fields
    yield from (_of_field(fields[name]) for name in ABOUT_MODEL)
    yield from ("", "# The cluster on which it is trained", "[model.cluster]")
    fields = type_of(Cluster).fields
    yield from (_of_field(fields[name]) for name in ABOUT_CLUSTER)
    for item in Item:
        yield from _of_item(law, item)
    yield from ("", "# What a person decided, if anybody has", "[model.decision]")
    yield _blank("verdict", "yes: a large AI model of concern; no: none; unknown: left open")
    yield _blank("decided_by", "who decided")
    yield _blank("reasons", "why")
    yield _blank("on", "when")


def _of_item(law: Law, item: Item) -> Iterator[str]:
    question, needed = law.entry(QUESTIONS, item), law.entry(EVIDENCE, item)
    yield ""
    yield f"# {question.note if question else item} [{', '.join(law.cite(WORKSHEET, item))}]"
    if needed:
        yield f"# To settle it: {needed.note}."
    yield f"[model.items.{item}]"
    yield from ('verdict = ""', 'evidence = ""', 'decided_by = ""', 'on = ""')


def _of_field(field: Field) -> str:
    if isinstance(field.kind, ListOf):
        return _line(
            f"{field.name} = []", f"{field.meaning}: {getattr(field.kind.of, 'example', '')}"
        )
    return _blank(field.name, field.meaning)


def _blank(name: str, meaning: str, value: str = "") -> str:
    return _line(f'{name} = "{value}"', meaning)


def _line(text: str, meaning: str) -> str:
    return f"{text:<{_KEYS}} # {meaning}"
