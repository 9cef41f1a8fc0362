"""Who stands on a list of the government's, by a listing or by a screening hit that was judged."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from knowntenant.facts.inquiry import Inquiry
from knowntenant.facts.types import Listed, ScreeningHit
from knowntenant.facts.types.checks import Disposition
from knowntenant.law.answer import NO, UNKNOWN, YES, Verdict
from knowntenant.law.kinds import fold

PROGRAMMES = "_programmes"
"""Ends the name of the word list that says which programmes of a list count, where not all do."""
_BETWEEN = re.compile(r"[;,/|\[\]()\n]+")


@dataclass(frozen=True, slots=True)
class Standing:
    """Whether a person stands on one list that the pack asks about, and what says so."""

    verdict: Verdict
    why: str
    facts: tuple[str, ...]


def standings(inquiry: Inquiry, person: str, lists: str) -> tuple[Standing, ...]:
    """Give where a person stands on the lists of a word list of the pack, the surest first.

    lists: the word list whose entries say of each list whether it counts. A list that the pack
    does not know, and an alert that nobody has judged, leave the question open.
    """
    found = [*_by_listing(inquiry, person, lists), *_by_hit(inquiry, person, lists)]
    return tuple(sorted(found, key=lambda one: one.verdict is not YES))


def verdict_of(found: tuple[Standing, ...]) -> Verdict:
    """Give what several standings come to."""
    return found[0].verdict if found else NO


def _by_listing(inquiry: Inquiry, person: str, lists: str) -> Iterator[Standing]:
    for listing in inquiry.where(Listed, person=person):
        verdict = _counts(inquiry, lists, listing.list_name, listing.programme)
        if listing.ended is not YES and verdict is not NO:
            yield Standing(verdict, _words(person, listing.list_name, verdict), listing.refs)


def _by_hit(inquiry: Inquiry, person: str, lists: str) -> Iterator[Standing]:
    for hit in inquiry.where(ScreeningHit, person=person):
        if hit.disposition is Disposition.CLEARED:
            continue
        verdict = _counts(inquiry, lists, hit.listed or "", None)
        if verdict is YES and hit.disposition is Disposition.CONFIRMED:
            yield Standing(YES, f"{person} is confirmed to be on {hit.listed}", hit.refs)
        elif verdict is not NO:
            yield Standing(UNKNOWN, f"the screening hit {hit.id} of {person} is open", hit.refs)


def _counts(inquiry: Inquiry, lists: str, name: str, programme: str | None) -> Verdict:
    """Say whether standing on a list counts: all of it, or some of its programmes."""
    entry = inquiry.law.entry(lists, fold(name))
    if entry is None:
        return UNKNOWN
    if fold(name) + PROGRAMMES not in inquiry.law.pack.lists:
        return Verdict(entry.answer)
    if programme is None:
        return UNKNOWN
    found = {_of_programme(inquiry, fold(name), tag) for tag in _tags(inquiry, name, programme)}
    return YES if YES in found else NO if found == {NO} else UNKNOWN


def _tags(inquiry: Inquiry, name: str, written: str) -> Iterator[str]:
    """Give the tags of a listing as they may be written together, such as [SDGT] [IFSR]."""
    known = inquiry.law.pack.lists[fold(name) + PROGRAMMES]
    for part in filter(None, (tag.strip() for tag in _BETWEEN.split(written))):
        yield from [part] if fold(part) in known else part.split()


def _of_programme(inquiry: Inquiry, name: str, tag: str) -> Verdict:
    """Say whether a tag counts; one that the pack does not know leaves that open."""
    entry = inquiry.law.entry(name + PROGRAMMES, fold(tag))
    return Verdict(entry.answer) if entry else UNKNOWN


def _words(person: str, name: str, verdict: Verdict) -> str:
    if verdict is YES:
        return f"{person} is on the list {name}"
    return f"{person} is on the list {name}, of which the pack does not say enough"
