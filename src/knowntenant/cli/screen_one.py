"""One party told of on the command line, screened as a row of a file would be."""

import json
from datetime import date
from functools import partial

from knowntenant import __version__
from knowntenant.actions.listed import Listed
from knowntenant.actions.screen_rows import HIT, NOTE, Screener
from knowntenant.cli.screen_asked import Checked, Party
from knowntenant.exports.screening_files import Result
from knowntenant.imports.parties.fields import Field
from knowntenant.imports.parties.files import RawRow
from knowntenant.imports.parties.guess import Columns
from knowntenant.imports.parties.row import HowToRead
from knowntenant.screening.matcher import Matcher
from knowntenant.screening.result import Basis, Note, found_from, whole_hash


def screen_one(
    party: Party, told: Checked, listed: Listed, matcher: Matcher, today: date
) -> Result:
    """Screen one party; the result is that of a file of one row."""
    fields = [(Field.ID, "asked"), (Field.NAME, party.name), (Field.BIRTH_DATE, party.birth_date)]
    fields += [(Field.COUNTRY, place) for place in party.countries]
    for given in party.identifiers:
        kind, _, value = given.partition(":")
        fields.append((Field(kind.strip().casefold()), value))
    places: dict[Field, tuple[int, ...]] = {}
    for place, (field, _) in enumerate(fields):
        places[field] = (*places.get(field, ()), place)
    how = HowToRead(Columns(places, (), ()), told.kind, today, told.order)
    marks = {mark.name: mark for mark in listed.marks}
    row = RawRow(1, tuple(cell for _, cell in fields))
    batch = Screener(matcher, how, told.settings, marks, told.settings.hash).batch([row])
    lines = [json.loads(line) for line in batch.lines]
    hits = sorted((found_from(v) for kind, v in lines if kind == HIT), key=lambda one: one.order)
    notes = [Note(**values) for kind, values in lines if kind == NOTE]
    basis = Basis(
        file="one party, asked by name",
        file_hash="",
        screened_on=today.isoformat(),
        software=f"knowntenant {__version__}",
        settings=told.settings,
        lists=listed.marks,
        lists_hash=whole_hash(listed.marks),
    )
    return Result(basis, batch.counts, partial(iter, hits), partial(iter, notes))
