"""What is planted and what is to be found of it: the lines of truth.jsonl.

Each line: situation, its name; story, in words; about, one of customer, reseller, product,
provider, request; ids, everything that is the situation's; expected, all findings about these ids,
each with pack, kind, of (the id of its subject) and clause (one of those that it cites), or "none";
and then why.
"""

import json
from collections.abc import Iterable
from dataclasses import dataclass

from knowntenant.sample.made import Made

PROPOSAL = "nprm-2024"
PACKS = ("ofac", "ear-cloud", "affiliates-50", PROPOSAL)
"""The packs under which the sample says what is to be found."""


ABOUT_CUSTOMERS = (
    "blocked_property", "disclosures", "red_flag", "reports", "requests", "transactions",
)  # fmt: skip
"""Tables with rows about customers of which findings may be made by their own ids."""


@dataclass(frozen=True, slots=True)
class Expected:
    """A finding that a review has to make, under a pack with its own readings."""

    kind: str
    of: str
    clause: str
    pack: str = PROPOSAL


@dataclass(frozen=True, slots=True)
class Story:
    """A planted situation: its customers, what is to be found, or why there is nothing."""

    customers: tuple[Made, ...]
    findings: tuple[Expected, ...] = ()
    why: str = ""


@dataclass(frozen=True, slots=True)
class Truth:
    """A line of the file. The findings are all that a review may say of the ids, by any pack."""

    situation: str
    story: str
    about: str
    ids: tuple[str, ...]
    findings: tuple[Expected, ...] = ()
    why: str = ""

    def line(self) -> str:
        """Give the line, as JSON."""
        findings = [
            {"pack": one.pack, "kind": one.kind, "of": one.of, "clause": one.clause}
            for one in self.findings
        ]
        told = {
            "situation": self.situation, "story": self.story, "about": self.about, "ids": self.ids,
            "expected": findings or "none", "why": self.why,
        }  # fmt: skip
        return json.dumps(told, ensure_ascii=False)


def told_of(situation: str, words: str, story: Story) -> Truth:
    """Give the line of a story about customers."""
    ids = tuple(id_ for made in story.customers for id_ in ids_of(made))
    return Truth(situation, words, "customer", ids, story.findings, story.why)


def ids_of(made: Made) -> Iterable[str]:
    """Give the identifiers of a customer, its accounts, its owners and more, each once."""
    yield made.id
    yield from (str(row["id"]) for row in made.rows["accounts"])
    yield from dict.fromkeys(str(row["owner"]) for row in made.rows["owners"])
    for table in ABOUT_CUSTOMERS:
        yield from (str(row["id"]) for row in made.rows[table])
