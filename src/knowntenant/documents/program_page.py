"""docs/program.md: what a program file may say, element by element, from their declarations."""

from collections.abc import Iterator

from knowntenant.documents import markdown
from knowntenant.documents.forms import form_in_words
from knowntenant.documents.program_examples import SIZES
from knowntenant.documents.written_program import HEADINGS, MODES
from knowntenant.facts.program import elements
from knowntenant.facts.program_setting import Section, Setting
from knowntenant.facts.tier_rules import Factor
from knowntenant.law.scenario.shown import shown
from knowntenant.program.changes import OWN_REASON

COSTS = ("Costs", "What steps cost the provider, to compare programs; they are not printed.")

INTRODUCTION = """The written Customer Identification Program (CIP) is one file, `program.toml`.
The software carries out what it says, `knowntenant program print` makes the document of it that
counsel reads, and what happened otherwise than written is reported as drift. Nothing in it is
legal advice, and the proposal it answers to is not in force."""

COMMANDS = """knowntenant program new --size small --out program.toml   # an example to start from
knowntenant program check program.toml                    # what is missing, what contradicts itself
knowntenant program print program.toml --out program.md   # the document
knowntenant program diff old.toml program.toml            # what differs, material or not, and why
knowntenant review EXPORT/ --program program.toml         # a review by your own program"""

MATERIAL = """`program diff` proposes which changes are material under 7.304(c), for a person to
judge: the text gives two examples and no test. A draft irregular update follows from a material
change and from a new Primary Contact; the text sets no deadline for it."""

RULES = """A risk tier comes from rules, one line each; the first whose conditions all hold
decides, and `default_tier` where none does. Values with commas between them are alternatives.
`usage_hours_over` takes a number of hours; factors that are true or not take `yes` or `no`."""

RULE = """tier_rules = [
  "high when jurisdiction is RU, BY and accelerators is yes",
  "low when person_kind is individual and product_kind is vps",
  "medium otherwise",
]"""

READING = """Texts stand in quotes (three for several lines), days as 2027-02-28, lists in
brackets, yes and no as `true` and `false` or in quotes. What stands in the wrong section, is
misspelt or cannot be read is told all at once, with section and key, and nothing is guessed. An
empty text counts as not written. Sections and elements may be left out; `program check` says
which of them are missed."""


def page() -> str:
    """Write the page from the declarations of the elements."""
    return markdown.page(
        "The written program",
        INTRODUCTION,
        markdown.code(COMMANDS, "sh"),
        "Exit status of `check`: 0 complete, 1 gaps, 2 unusable; of `diff`: 0 nothing to tell the"
        " Department of, 1 something, 2 unusable. Both take `--json` and `--pack`.",
        f"Examples, complete by `program check`: {markdown.names(SIZES)}. A host of 50 people with"
        " virtual servers; one of 600 with GPUs and resellers; one of 50,000 in many regions.",
        "## How it is written",
        READING,
        "## Modes",
        markdown.bullets(f"*{mode}*: {meaning}." for mode, meaning in MODES.items()),
        "## Material changes",
        MATERIAL,
        markdown.bullets(f"`[{section}]`: {why}." for section, why in OWN_REASON.items()),
        "## Rules for risk tiers",
        RULES,
        f"Factors: {markdown.names(Factor)}.",
        markdown.code(RULE, "toml"),
        *(part for section in Section for part in _section(section)),
    )


def _section(section: Section) -> Iterator[str]:
    heading, first = HEADINGS.get(section, COSTS)
    yield f"## `[{section}]`: {heading}"
    yield first
    yield markdown.table(
        ("Element", "How it is written", "Default", "Meaning", "Clause", "Mode", "Material", "Gap"),
        (_row(element) for element in elements().values() if element.section is section),
    )


def _row(element: Setting) -> tuple[str, ...]:
    default = shown(element.default) if element.default not in ("", None, ()) else ""
    needed = bool(element.clause) and not element.may_be_empty
    return (
        markdown.name(element.name),
        form_in_words(element.kind),
        markdown.name(default) or "not written",
        element.meaning,
        element.clause,
        element.mode,
        "yes" if element.material else "no",
        "if not written" if needed and not default else "",
    )
