"""Alerts told as facts: rows of an export's tables `screening_hits` and `listed`, ready to import.

Every hit entry gives a screening hit; a confirmed alert says besides that the person is listed,
once for each list. Escalated and proposed alerts are open, as nobody has judged them. Rows tell how
things stand now: after a confirmation that was reopened, `listed` has no row, and a store that has
taken the earlier row corrects it.
"""

from collections.abc import Iterable, Mapping
from datetime import datetime
from zoneinfo import ZoneInfo

from knowntenant.facts.types.checks import Disposition
from knowntenant.law.days import day_of
from knowntenant.screening.alerts import Alert, State, joined
from knowntenant.screening.entry import Entry
from knowntenant.screening.known_lists import PACK_NAMES

SCREENING_HITS, LISTED = "screening_hits", "listed"
_DISPOSITIONS: Mapping[State, Disposition] = {
    State.CLEARED: Disposition.CLEARED,
    State.CONFIRMED: Disposition.CONFIRMED,
}

Row = dict[str, str]


def fact_rows(
    alerts: Iterable[Alert],
    entries: Mapping[str, Entry],
    zone: ZoneInfo,
    list_names: Mapping[str, str] = PACK_NAMES,
) -> dict[str, list[Row]]:
    """Tell alerts as rows of tables, every value as text.

    zone: in which instants become days. list_names: what the packs call a list, where it differs.
    """
    tables: dict[str, list[Row]] = {SCREENING_HITS: [], LISTED: []}
    listed: dict[tuple[str, str], list[tuple[Entry, str]]] = {}
    for alert in alerts:
        day = day_of(_since(alert), zone).isoformat()
        for entry in (entries[number] for number in alert.entries):
            name = list_names.get(entry.list_name, entry.list_name)
            tables[SCREENING_HITS].append(_hit(alert, entry, name, day))
            if alert.state is State.CONFIRMED:
                listed.setdefault((alert.party, name), []).append((entry, day))
    for (party, name), found in listed.items():
        tables[LISTED].append(_listed(party, name, found))
    return tables


def _since(alert: Alert) -> datetime:
    return alert.steps[-1].when if alert.steps else alert.opened


def _hit(alert: Alert, entry: Entry, name: str, day: str) -> Row:
    score = max(hit.score for hit in alert.hits if hit.entry == entry.id)
    return {
        "id": joined(alert.party, entry.id),
        "person": alert.party,
        "listed": name,
        "entry": entry.id,
        "score": f"{score:.4f}",
        "disposition": _DISPOSITIONS.get(alert.state, Disposition.OPEN).value,
        "happened": day,
    }


def _listed(party: str, name: str, found: list[tuple[Entry, str]]) -> Row:
    """Tell a listing; it happened when the list says so, and was learned when confirmed."""
    learned = min(day for _, day in found)
    days = [entry.listed_on for entry, day in found if len(entry.listed_on) == len(day)]
    tags = dict.fromkeys(tag for entry, _ in found for tag in entry.programmes)
    return {
        "person": party,
        "list_name": name,
        "entry": "; ".join(entry.id for entry, _ in found),
        "programme": "; ".join(tags),
        "happened": min([*days, learned]),
        "learned": learned,
    }
