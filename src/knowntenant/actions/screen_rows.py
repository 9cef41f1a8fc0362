"""Rows of a file screened, batch by batch: the part of screening a file that many can share."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from knowntenant.imports.parties.files import RawRow
from knowntenant.imports.parties.row import HowToRead, read_row
from knowntenant.imports.parties.trouble import note
from knowntenant.screening.entry import Entry
from knowntenant.screening.hit import Hit
from knowntenant.screening.matcher import Matcher
from knowntenant.screening.party import Party
from knowntenant.screening.result import Counts, Found, ListMark, Note, strength_of
from knowntenant.screening.settings import Settings

HIT, NOTE = "hit", "note"
WHOLE_ROW = "row"


@dataclass(slots=True)
class Batch:
    """What some rows came to: lines for the spool, how many rows they were, and the sums."""

    lines: list[str] = field(default_factory=list)
    rows: int = 0
    counts: Counts = field(default_factory=Counts)


@dataclass(frozen=True, slots=True)
class Screener:
    """Everything that is needed to screen rows; settings name a threshold."""

    matcher: Matcher
    how: HowToRead
    settings: Settings
    marks: Mapping[str, ListMark]
    settings_hash: str

    def batch(self, rows: Sequence[RawRow]) -> Batch:
        """Screen some rows; none is lost, and none ends the run."""
        batch = Batch(rows=len(rows))
        read = [self._read(row) for row in rows]
        self.matcher.look_ahead(party for parties, _ in read for party in parties)
        for row, (parties, notes) in zip(rows, read, strict=True):
            self._row(row, parties, notes, batch)
        return batch

    def _read(self, row: RawRow) -> tuple[tuple[Party, ...], list[Note]]:
        notes = [note(row.number, WHOLE_ROW, trouble) for trouble in row.troubles]
        if row.cells is None:
            return (), notes
        parties, more = read_row(row.number, row.cells, self.how)
        return parties, [*notes, *more]

    def _row(
        self, row: RawRow, parties: Sequence[Party], notes: Sequence[Note], batch: Batch
    ) -> None:
        counts = batch.counts
        counts.rows += 1
        found = [one for party in parties for one in self.found(row.number, party)]
        counts.screened += bool(parties)
        counts.unusable += not parties
        counts.with_hits += bool(found)
        counts.hits += len(found)
        for one in found:
            counts.strengths[one.strength] += 1
            counts.lists[one.list_name] += 1
            batch.lines.append(_line(HIT, one.plain()))
        self._note(notes, batch)

    def found(self, row: int, party: Party) -> list[Found]:
        """Give the hits of one party, with everything that a reader is shown of them."""
        threshold = self.settings.threshold_for(party.kind)
        least = self.matcher.threshold if threshold is None else threshold
        return [
            self._found(row, party, hit, self.matcher.entry(hit.entry), least)
            for hit in self.matcher.hits(party, least)
        ]

    def _note(self, notes: Sequence[Note], batch: Batch) -> None:
        for one in dict.fromkeys(notes):
            batch.counts.notes[one.kind] += 1
            batch.lines.append(_line(NOTE, one.plain()))

    def _found(self, row: int, party: Party, hit: Hit, entry: Entry, threshold: float) -> Found:
        mark = self.marks.get(entry.list_name, ListMark(entry.list_name, "", "", 0))
        return Found(
            row=row,
            party=party.id,
            name=party.name,
            kind=str(party.kind),
            birth_date=party.birth_date,
            countries=party.countries,
            entry=entry.id,
            list_name=entry.list_name,
            list_date=mark.published,
            list_hash=mark.sha256,
            listed_kind=str(entry.kind),
            listed_names=tuple(name.text for name in entry.names),
            listed_birth_dates=entry.birth_dates,
            listed_countries=entry.countries,
            programmes=entry.programmes,
            listed_on=entry.listed_on,
            score=round(float(hit.score), 6),
            strength=str(strength_of(hit.score)),
            threshold=threshold,
            algorithm=hit.algorithm,
            settings_hash=self.settings_hash,
            asked_name=hit.asked_name,
            listed_name=hit.listed_name,
            pairs=hit.pairs,
            lines=hit.lines,
        )


def _line(kind: str, values: Mapping[str, object]) -> str:
    return json.dumps([kind, values], ensure_ascii=False, separators=(",", ":")) + "\n"
