"""What was taken over from another tool: parties, entries, targets and hits, or what is wrong."""

import codecs
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

from knowntenant.law.problem import Problem
from knowntenant.screening.alerts import Alert, alerts_of
from knowntenant.screening.entry import Entry, Identifier, IdKind, Kind
from knowntenant.screening.given import Given
from knowntenant.screening.hit import Hit
from knowntenant.screening.party import Party

LARGEST = 64 * 2**20
"""Bytes of a file; larger ones are answered instead of read."""
_MARKS = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)


@dataclass(slots=True)
class Taken:
    """What a file or reply of another tool gave. With problems, nothing of it is to be used.

    clusters: the target of each entry, in the tool's own terms. Scores are the tool's own, 0 to 1.
    """

    parties: dict[str, Party] = field(default_factory=dict)
    entries: dict[str, Entry] = field(default_factory=dict)
    clusters: dict[str, str] = field(default_factory=dict)
    hits: list[Hit] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)

    def alerts(self, opened: datetime) -> list[Alert]:
        """Make alerts of the hits. Raises ValueError where there are problems, which come first."""
        if self.problems:
            message = f"{len(self.problems)} problems have to be settled before there are alerts"
            raise ValueError(message)
        return alerts_of(self.hits, self.parties, self.entries, self.clusters, opened)

    def add_party(self, party: Party, where: str) -> None:
        """Take a party; the same id with other details is a problem."""
        if self.parties.setdefault(party.id, party) != party:
            what = "the party has other details here than before, under one id."
            self.problems.append(Problem(where, what, "Give each party once, or always alike."))

    def add_entry(self, entry: Entry, cluster: str, where: str) -> None:
        """Take an entry and its target; the same id with other details is a problem."""
        known = self.entries.setdefault(entry.id, entry)
        if known != entry or self.clusters.setdefault(entry.id, cluster) != cluster:
            what = "the entry has other details here than before, under one id."
            self.problems.append(Problem(where, what, "Give each entry once, or always alike."))


def bytes_of(path: Path) -> bytes | Problem:
    """Read a file that somebody else wrote; what cannot be read, or is too large, is a problem."""
    try:
        with path.open("rb") as file:
            data = file.read(LARGEST + 1)
    except OSError as failed:
        return Problem(path.name, f"the file cannot be read: {failed.strerror}.")
    if len(data) > LARGEST:
        return Problem(path.name, f"the file is larger than {LARGEST >> 20} MiB.", "Split it.")
    return data


def text_of(data: bytes, where: str) -> str | Problem:
    """Read text in UTF-8 or UTF-16, else in Windows-1252; a byte that is none is a problem."""
    coded = ["utf-16"] if data.startswith(_MARKS) else ["utf-8-sig", "cp1252"]
    for encoding in coded:
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            continue
    return Problem(where, "this is no text in UTF-8, UTF-16 or Windows-1252.", "Save it as UTF-8.")


def kind_of(given: Given | None, otherwise: Kind = Kind.LEGAL_ENTITY) -> Kind:
    """Read a kind by its name, or note that there is no such kind."""
    text = given.text() if given else ""
    if given is None or not text:
        return otherwise
    found = next((kind for kind in Kind if kind.value.casefold() == text.casefold()), None)
    if found is None:
        given.problem("there is no such kind.", f"Known here: {', '.join(Kind)}.")
    return found or otherwise


def identifiers_of(given: Given | None) -> Iterator[Identifier]:
    """Read a list of identifiers: kind, value, country."""
    for one in given.items() if given else ():
        members = one.members(("kind", "value", "country"))
        kind = members["kind"].text().casefold() if "kind" in members else IdKind.OTHER.value
        if kind not in set(IdKind):
            members["kind"].problem("there is no such kind.", f"Known here: {', '.join(IdKind)}.")
        elif "value" not in members:
            one.problem("'value' is missing.")
        else:
            country = members["country"].text().casefold() if "country" in members else ""
            yield Identifier(IdKind(kind), members["value"].text(), country)
