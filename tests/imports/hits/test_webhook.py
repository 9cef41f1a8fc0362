import json
from copy import deepcopy
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowntenant.imports.hits.webhook import read_webhook
from knowntenant.screening.entry import Identifier, IdKind, Kind
from tests.screening.deciding import NOON

HIT: dict[str, Any] = {
    "party": {
        "id": "C1", "kind": "person", "name": "Nguyễn Văn Bình", "aliases": ["محمد"],
        "birth_date": "1964-02-29", "countries": ["VN"], "address": "",
        "identifiers": [{"kind": "passport", "value": "B123", "country": "VN"}, {"value": "7"}],
    },
    "entry": {
        "id": "sdn:1", "list": "sdn", "kind": "Person", "names": ["NGUYEN Van Binh", "Bình"],
        "birth_dates": ["1964"], "countries": [], "addresses": ["Quay"], "identifiers": [],
        "programmes": ["SDGT"], "listed_on": "2024-01-31",
    },
    "cluster": "T1", "score": 0.93, "asked_name": "محمد", "listed_name": "",
    "reasons": [{"feature": "name", "value": 0.97, "points": 3.1, "reason": "alike"}],
}  # fmt: skip


def body(*hits: object, **others: object) -> bytes:
    whole = {"format": "knowntenant-hits", "version": 1, "tool": "acme", "algorithm": "3.2"}
    return json.dumps(whole | {"hits": list(hits)} | others).encode()


def problems(data: bytes) -> str:
    return "; ".join(map(str, read_webhook(data, "body").problems))


def test_a_hit_is_read_with_both_its_sides() -> None:
    taken = read_webhook(body(HIT))
    assert taken.problems == []
    (hit,) = taken.hits
    assert (hit.score, hit.algorithm) == (0.93, "acme/3.2")
    assert (hit.asked_name, hit.listed_name) == ("محمد", "NGUYEN Van Binh")
    assert (hit.lines[0].points, hit.lines[0].reason) == (3.1, "alike")
    party, entry = taken.parties["C1"], taken.entries["sdn:1"]
    assert (party.kind, party.countries) == (Kind.PERSON, ("vn",))
    assert party.identifiers == (
        Identifier(IdKind.PASSPORT, "B123", "vn"), Identifier(IdKind.OTHER, "7"),
    )  # fmt: skip
    assert (entry.list_name, entry.listed_on) == ("sdn", "2024-01-31")
    (alert,) = taken.alerts(NOON)
    assert alert.cluster == "T1"


def test_a_side_that_comes_again_may_be_its_id_alone() -> None:
    again = {"party": {"id": "C1"}, "entry": {"id": "sdn:1"}, "cluster": "T1", "score": 0.5}
    taken = read_webhook(body(HIT, again))
    assert taken.problems == []
    assert [hit.score for hit in taken.hits] == [0.93, 0.5]
    assert taken.hits[1].asked_name == "Nguyễn Văn Bình"


def changed(**paths: object) -> object:
    other = deepcopy(HIT)
    for path, value in paths.items():
        side, _, key = path.partition("__")
        if key:
            other[side][key] = value
        else:
            other[side] = value
    return other


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"{", "no JSON"),
        (body(version=2), "body.version: version 1 is the one"),
        (body(version=True), "body.version: version 1"),
        (body(format="x"), "body.format: 'knowntenant-hits' is expected"),
        (b'{"hits": []}', "'tool' is missing"),
        (body(extra=1), "there is no key 'extra'"),
        (body({}), "body.hits[1]: 'party' is missing"),
        (body(changed(score=93)), "body.hits[1].score: the number has to be from 0 to 1"),
        (body(changed(party={"id": "C9"})), "body.hits[1].party: 'name' is missing"),
        (body(changed(entry={"id": "E9"})), "body.hits[1].entry: 'list' is missing"),
        (body(changed(entry__names=[])), "entry.names: an entry needs a name"),
        (body(changed(party__kind="Ghost")), "party.kind: there is no such kind"),
        (body(changed(party__birth_date="29.2.64")), "party.birth_date: a date is expected"),
        (body(changed(party__countries=["Atlantis"])), "party.countries: a country is not known"),
        (body(changed(party__identifiers=[{"kind": "x"}])), "kind: there is no such kind"),
        (body(changed(party__identifiers=[{}])), "identifiers[1]: 'value' is missing"),
        (body(changed(reasons=[{}])), "reasons[1]: 'feature' is missing"),
        (body(HIT, changed(party__name="Other")), "hits[2].party: the party has other details"),
        (body(HIT, changed(entry__kind="Vessel")), "hits[2].entry: the entry has other details"),
        (body(HIT, changed(cluster="T2")), "hits[2].entry: the entry has other details"),
    ],
)
def test_what_is_not_of_the_shape_is_told_with_its_place(data: bytes, words: str) -> None:
    assert words in problems(data)


def test_problems_do_not_repeat_what_is_personal() -> None:
    found = problems(body(changed(party__birth_date="29.2.64", party__countries=["Secret"])))
    assert found.count(";") == 1
    assert "29.2" not in found
    assert "Secret" not in found


@given(st.data())
def test_any_value_in_any_place_is_answered(data: st.DataObject) -> None:
    odd: object = data.draw(
        st.sampled_from([None, 1, "x", [], {}, [[]], True, {"a": 1}, -0.5, [{}]])
    )
    other = deepcopy(HIT)
    place: Any = data.draw(
        st.sampled_from([other, other["party"], other["entry"], other["reasons"][0]])
    )
    place[data.draw(st.sampled_from(sorted(place)))] = odd
    taken = read_webhook(body(other))
    if not taken.problems:
        taken.alerts(NOON)
