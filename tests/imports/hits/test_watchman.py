import json
from copy import deepcopy
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowntenant.imports.hits.watchman import read_watchman
from knowntenant.screening.entry import Identifier, IdKind, Kind, ListedName, NameKind
from tests.screening.deciding import NOON, PARTY

PERSON: dict[str, Any] = {
    "name": "Van Binh NGUYEN",
    "entityType": "person",
    "sourceList": "us_ofac",
    "sourceID": "99999",
    "person": {
        "name": "Van Binh NGUYEN", "altNames": ["Bình"], "gender": "male",
        "birthDate": "1964-02-29T00:00:00Z", "deathDate": None, "titles": None,
        "governmentIDs": [{"type": "passport", "country": "Vietnam", "identifier": "B123"}],
    },
    "business": None, "organization": None, "aircraft": None, "vessel": None,
    "contact": {"emailAddresses": None},
    "addresses": [{"line1": "1 Quay", "city": "Hải Phòng", "state": "", "country": "Vietnam"}],
    "cryptoAddresses": [{"currency": "XBT", "address": "1AbC"}],
    "affiliations": None, "sanctionsInfo": None, "historicalInfo": None,
    "sourceData": {"entityID": "99999", "program": ["SDGT", "CUBA"]},
    "match": 0.778,
    "details": {
        "pieces": [
            {"score": 0.9, "weight": 35, "matched": True, "pieceType": "name", "fieldsCompared": 1}
        ],
        "finalScore": 0.778,
    },
}  # fmt: skip
VESSEL = {
    "name": "SONG ĐÀ 9", "entityType": "vessel", "sourceList": "us_csl", "sourceID": "V1",
    "vessel": {"name": "SONG ĐÀ 9", "imoNumber": "9074729", "flag": "Atlantis"},
    "sanctionsInfo": {"programs": ["DPRK"]}, "match": 0.9,
}  # fmt: skip


def reply(*entities: object) -> bytes:
    return json.dumps({"entities": list(entities)}).encode()


def test_an_entity_becomes_an_entry_and_a_hit() -> None:
    taken = read_watchman(reply(PERSON), PARTY)
    assert taken.problems == []
    (hit,) = taken.hits
    assert (hit.party, hit.entry, hit.score) == ("C1", "us_ofac:99999", 0.778)
    assert (hit.algorithm, hit.listed_name) == ("watchman/v2", "Van Binh NGUYEN")
    assert hit.lines[0].reason == "name, as the tool scores it, with weight 35"
    entry = taken.entries["us_ofac:99999"]
    assert entry.names == (ListedName("Van Binh NGUYEN"), ListedName("Bình", NameKind.ALIAS))
    assert (entry.birth_dates, entry.countries) == (("1964-02-29",), ("vn",))
    assert entry.addresses == ("1 Quay, Hải Phòng, Vietnam",)
    assert entry.programmes == ("SDGT", "CUBA")
    assert entry.identifiers == (
        Identifier(IdKind.PASSPORT, "B123", "vn"), Identifier(IdKind.WALLET, "1AbC"),
    )  # fmt: skip


def test_a_vessel_has_its_number_and_an_unknown_flag_stays_as_written() -> None:
    entry = read_watchman(reply(VESSEL), PARTY).entries["us_csl:V1"]
    assert (entry.kind, entry.countries, entry.programmes) == (
        Kind.VESSEL,
        ("atlantis",),
        ("DPRK",),
    )
    assert entry.identifiers == (Identifier(IdKind.IMO, "9074729"),)


def test_hits_become_alerts() -> None:
    alerts = read_watchman(reply(PERSON, VESSEL), PARTY).alerts(NOON)
    assert [alert.cluster for alert in alerts] == ["us_csl:V1", "us_ofac:99999"]


def test_no_entities_are_no_hits() -> None:
    assert read_watchman(b'{"entities": null}', PARTY).problems == []
    assert read_watchman(reply(), PARTY).hits == []


@pytest.mark.parametrize("body", [b"{}", b"[]", b"{"])
def test_what_is_no_reply_is_told(body: bytes) -> None:
    assert read_watchman(body, PARTY, "r.json").problems


def test_all_that_is_wrong_is_told_at_once_with_its_place() -> None:
    wrong = [
        {"name": "A"},
        {**PERSON, "entityType": "ghost"},
        {**PERSON, "match": 77, "details": {"pieces": [{"score": 1}]}},
    ]
    taken = read_watchman(reply(*wrong), PARTY, "r.json")
    found = "; ".join(map(str, taken.problems))
    for words in (
        "r.json.entities[1]: 'match' is missing.",
        "r.json.entities[2].entityType: there is no such type",
        "r.json.entities[3].match: the number has to be from 0 to 1.",
        "r.json.entities[3].details.pieces[1]: 'pieceType' and 'score' are expected here.",
    ):
        assert words in found
    assert taken.hits == []


@given(st.data())
def test_any_value_in_any_place_is_answered(data: st.DataObject) -> None:
    odd: object = data.draw(
        st.sampled_from([None, 1, "x", [], {}, [[]], True, {"a": 1}, -0.5, [{}]])
    )
    other = deepcopy(PERSON)
    place: Any = data.draw(
        st.sampled_from([other, other["person"], other["addresses"][0], other["sourceData"],
                         other["details"], other["person"]["governmentIDs"][0]])
    )  # fmt: skip
    place[data.draw(st.sampled_from(sorted(place)))] = odd
    taken = read_watchman(reply(other), PARTY)
    if not taken.problems:
        taken.alerts(NOON)
