import csv
from dataclasses import replace
from datetime import date
from pathlib import Path
from zoneinfo import ZoneInfo

from knowntenant.imports.export import read_export
from knowntenant.imports.tables import TABLES
from knowntenant.screening.alerts import Act, Alert, joined
from knowntenant.screening.fact_rows import LISTED, SCREENING_HITS, fact_rows
from tests.screening.deciding import FIRST, SECOND, alert_of, cleared, hit, step

ZONE = ZoneInfo("America/New_York")
ENTRIES = {"sdn:1": FIRST, "un:2": SECOND}


def confirmed(alert: Alert) -> Alert:
    return alert.after(step(Act.PROPOSE)).after(step(Act.CONFIRM, "Bình", 2))


def rows(*alerts: Alert) -> dict[str, list[dict[str, str]]]:
    return fact_rows(alerts, ENTRIES, ZONE, {"un": "un_list"})


def test_an_open_alert_is_an_open_hit_since_it_was_seen() -> None:
    assert rows(alert_of()) == {
        SCREENING_HITS: [
            {
                "id": "C1|sdn:1", "person": "C1", "listed": "sdn", "entry": "sdn:1",
                "score": "0.9000", "disposition": "open", "happened": "2027-03-01",
            }
        ],
        LISTED: [],
    }  # fmt: skip


def test_what_nobody_has_judged_yet_is_open() -> None:
    for act in (Act.ESCALATE, Act.PROPOSE, Act.REOPEN):
        (row,) = rows(alert_of().after(step(act)))[SCREENING_HITS]
        assert (row["disposition"], row["happened"]) == ("open", "2027-03-02")


def test_a_cleared_alert_tells_each_of_its_hits() -> None:
    both = alert_of(hit(), hit(score=0.8), hit(SECOND, score=0.7), entries=(FIRST, SECOND))
    found = rows(cleared(both))
    assert [(row["id"], row["listed"], row["score"]) for row in found[SCREENING_HITS]] == [
        ("C1|sdn:1", "sdn", "0.9000"), ("C1|un:2", "un_list", "0.7000"),
    ]  # fmt: skip
    assert {row["disposition"] for row in found[SCREENING_HITS]} == {"cleared"}
    assert found[LISTED] == []


def test_a_confirmed_alert_is_a_listing_since_the_list_says_so_and_learned_when_confirmed() -> None:
    (row,) = rows(confirmed(alert_of()))[LISTED]
    assert row == {
        "person": "C1", "list_name": "sdn", "entry": "sdn:1", "programme": "SDGT",
        "happened": "2024-02-29", "learned": "2027-03-03",
    }  # fmt: skip


def test_a_listing_whose_day_is_not_known_happened_when_it_was_confirmed() -> None:
    for told in ("", "2024"):
        bare = replace(FIRST, listed_on=told)
        made = fact_rows([confirmed(alert_of(entries=(bare,)))], {"sdn:1": bare}, ZONE, {})
        assert made[LISTED][0]["happened"] == "2027-03-03"


def test_two_entries_of_one_list_are_one_listing() -> None:
    other = replace(FIRST, id="sdn:3", programmes=("CUBA", "SDGT"), listed_on="2020-01-01")
    alert = confirmed(alert_of(hit(), hit(other), entries=(FIRST, other)))
    (row,) = fact_rows([alert], {"sdn:1": FIRST, "sdn:3": other}, ZONE, {})[LISTED]
    assert (row["entry"], row["programme"]) == ("sdn:1; sdn:3", "SDGT; CUBA")
    assert row["happened"] == "2020-01-01"


def test_the_rows_fit_the_tables_of_an_export() -> None:
    found = rows(confirmed(alert_of()))
    for name, those in found.items():
        assert set(those[0]) <= {"learned", "happened", *TABLES[name].columns}


def test_the_rows_are_imported_as_facts(tmp_path: Path) -> None:
    found = rows(confirmed(alert_of()))
    for name, those in found.items():
        with (tmp_path / f"{name}.csv").open("w", newline="", encoding="utf-8") as file:
            writer = csv.DictWriter(file, those[0])
            writer.writeheader()
            writer.writerows(those)
    export = read_export(tmp_path, as_of=date(2027, 3, 10), zone=ZONE)
    assert export.problems == []
    told = {record.shape.__name__: record for record in export.records}
    assert told["Listed"].values["list_name"] == "sdn"
    assert told["Listed"].learned == date(2027, 3, 3)
    assert told["ScreeningHit"].values["id"] == joined("C1", "sdn:1")
