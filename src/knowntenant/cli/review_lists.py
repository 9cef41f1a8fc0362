"""Lists that a review screens against, where it was given any."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from knowntenant.actions.listed import load_listed
from knowntenant.cli.lists_told import tell_of_lists
from knowntenant.facts.ledger import Ledger
from knowntenant.facts.record import Record
from knowntenant.imports.lists.loading import ListsUnusableError
from knowntenant.law.law import Law
from knowntenant.law.problem import Problem
from knowntenant.review.part import Matter
from knowntenant.review.running import Reviewed, Wanted
from knowntenant.review.screened import Against, Hits, hits_of
from knowntenant.screening.matcher import Matcher


def checked_lists(folder: Path | None) -> tuple[Against | None, list[Problem]]:
    """Load the lists of a folder, or nothing where none is named."""
    if folder is None:
        return None, []
    try:
        listed = load_listed(folder)
        tell_of_lists(folder, listed)
    except ListsUnusableError as wrong:
        return None, list(wrong.problems)
    marks = {mark.name: mark for mark in listed.marks}
    return Against(Matcher(listed.entries), marks), []


def screened(records: Sequence[Record], law: Law, wanted: Wanted, against: Against | None) -> Hits:
    """Screen everybody whom the records tell of; without lists there are no hits."""
    if against is None:
        return Hits()
    matter = Matter(Ledger(records, law.zone), law, wanted.program, wanted.as_of)
    return hits_of(matter, against)


def with_hits(reviewed: Reviewed, hits: Hits) -> Reviewed:
    """Give a review with the findings of screening in their places among the others."""
    findings = sorted((*reviewed.findings, *hits.findings), key=lambda one: one.order)
    return replace(reviewed, findings=tuple(findings))
