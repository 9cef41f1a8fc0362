import json
from copy import deepcopy
from typing import Any, cast

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowntenant.imports.hits.yente import read_yente
from knowntenant.screening.entry import Entry, Kind, ListedName, NameKind
from knowntenant.screening.given import Given
from knowntenant.screening.hit import Hit, Line, Pair
from knowntenant.screening.party import Party
from knowntenant.screening.yente_match import response
from knowntenant.screening.yente_request import Offer, Request, read_request
from tests.screening.deciding import NOON

RESULT = {
    "id": "NK-made-up",
    "caption": "NGUYEN Van Binh",
    "schema": "Person",
    "properties": {
        "name": ["NGUYEN Van Binh"], "weakAlias": ["Bình"], "birthDate": ["1964-02-29"],
        "country": ["vn"], "topics": ["sanction"], "programId": ["US-SDGT"],
        "passportNumber": ["B123"],
    },
    "datasets": ["us_ofac_sdn", "un_sc_sanctions"],
    "referents": ["ofac-1", "NK-former"],
    "target": True,
    "first_seen": "2024-01-01T00:00:00",
    "score": 0.91,
    "features": {"name_match": 0.97},
    "explanations": {
        "country_mismatch": {"detail": None, "score": 0.0},
        "name_match": {
            "detail": "['nguyen'~'nguyen' literal: 1.00]", "score": 0.97,
            "query": "Nguyễn Văn Bình", "candidate": "NGUYEN Van Binh",
        },
    },
    "match": True,
}  # fmt: skip
REPLY: dict[str, Any] = {
    "responses": {
        "C1": {
            "status": 200,
            "results": [RESULT],
            "total": {"value": 1, "relation": "eq"},
            "query": {
                "id": "C1", "schema": "Person",
                "properties": {"name": ["Nguyễn Văn Bình"], "birthDate": ["1964"]},
            },
        }
    },
    "limit": 5,
}  # fmt: skip


def reply(**changes: object) -> bytes:
    """The reply, with other keys in its one result; a key that is None is taken out."""
    other = deepcopy(REPLY)
    result = other["responses"]["C1"]["results"][0]
    result |= changes
    return json.dumps(other).encode()


def problems(data: bytes) -> str:
    taken = read_yente(data, "reply.json")
    assert taken.problems
    return "; ".join(map(str, taken.problems))


def test_a_result_becomes_an_entry_and_a_hit_for_each_of_its_lists() -> None:
    taken = read_yente(reply())
    assert taken.problems == []
    assert set(taken.entries) == {"us_ofac_sdn:NK-made-up", "un_sc_sanctions:NK-made-up"}
    assert set(taken.clusters.values()) == {"NK-made-up"}
    hit = taken.hits[0]
    assert (hit.party, hit.score, hit.algorithm) == ("C1", 0.91, "yente/logic-v2")
    assert (hit.asked_name, hit.listed_name) == ("Nguyễn Văn Bình", "NGUYEN Van Binh")
    assert [line.feature for line in hit.lines] == ["country_mismatch", "name_match"]
    assert hit.lines[0].reason == "country_mismatch, as the tool scores it"
    assert (hit.lines[1].value, hit.lines[1].points) == (0.97, 0.0)


def test_both_sides_are_read() -> None:
    taken = read_yente(reply())
    party, entry = taken.parties["C1"], taken.entries["us_ofac_sdn:NK-made-up"]
    assert (party.kind, party.name, party.birth_date) == (Kind.PERSON, "Nguyễn Văn Bình", "1964")
    assert (entry.list_name, entry.birth_dates) == ("us_ofac_sdn", ("1964-02-29",))
    assert (entry.countries, entry.programmes) == (("vn",), ("US-SDGT",))
    assert entry.names[1] == ListedName("Bình", NameKind.WEAK)


def test_hits_of_one_target_are_one_alert() -> None:
    (alert,) = read_yente(reply()).alerts(NOON)
    assert (alert.party, alert.cluster, len(alert.entries)) == ("C1", "NK-made-up", 2)


def test_the_party_that_was_sent_counts_before_the_query_that_comes_back() -> None:
    sent = Party("C1", Kind.PERSON, "محمد")
    assert read_yente(reply(), parties={"C1": sent}).parties == {"C1": sent}


def test_a_merged_target_keeps_the_id_under_which_it_was_judged() -> None:
    taken = read_yente(reply(), known={"NK-former"})
    assert set(taken.clusters.values()) == {"NK-former"}
    assert set(read_yente(reply(), known={"NK-made-up"}).clusters.values()) == {"NK-made-up"}


def test_a_reply_from_before_explanations_gives_its_features() -> None:
    (line,) = read_yente(reply(explanations=None)).hits[0].lines
    assert (line.feature, line.value) == ("name_match", 0.97)
    assert read_yente(reply(explanations=None, features=None)).hits[0].lines == ()


def test_a_result_without_a_name_is_called_by_its_caption() -> None:
    entry = read_yente(reply(properties={})).entries["us_ofac_sdn:NK-made-up"]
    assert entry.names == (ListedName("NGUYEN Van Binh"),)


def test_all_that_is_wrong_is_told_at_once_with_its_place() -> None:
    found = problems(reply(id=None, score="high", datasets=[], schema=7))
    place = "reply.json.responses[1].results[1]"
    assert f"{place}: 'id' is missing." in found
    found = problems(reply(score="high", datasets=[], schema=7))
    for words in (
        f"{place}.score: a number is expected here",
        f"{place}.datasets: a result without a dataset",
        f"{place}.schema: a text is expected here",
    ):
        assert words in found


@pytest.mark.parametrize(
    ("body", "words"),
    [
        ({}, "'responses' is missing"),
        ({"responses": {"C1": {"status": 400}}}, "responses[1].status: the query failed"),
        ({"responses": {"C1": {"results": []}}}, "'query' is missing"),
        (
            {"responses": {"C1": {"query": {"schema": "Person", "properties": {}}}}},
            "'results' is missing",
        ),
        ({"responses": {"C1": {"query": {}, "results": []}}}, "'schema' is missing"),
        ({"responses": {}, "knowntenant": {"format": 2}}, "no reply of format 1"),
        (
            {**REPLY, "knowntenant": {"format": 1}},
            "results[1]: 'knowntenant' is missing",
        ),
    ],
)
def test_a_reply_of_another_shape_is_told(body: object, words: str) -> None:
    assert words in problems(json.dumps(body).encode())


def test_nothing_is_made_of_a_reply_with_problems() -> None:
    taken = read_yente(reply(score=2))
    with pytest.raises(ValueError, match="1 problems"):
        taken.alerts(NOON)


def test_one_target_told_in_two_ways_is_a_problem() -> None:
    other = deepcopy(REPLY)
    other["responses"]["C1"]["results"].append({**RESULT, "schema": "Company"})
    assert "other details" in problems(json.dumps(other).encode())


texts = st.text(min_size=1, max_size=6).filter(str.strip)
share = st.floats(0, 1)
names = st.lists(st.builds(ListedName, texts), min_size=1, max_size=2).map(tuple)
entries = st.builds(
    Entry, st.sampled_from(["sdn:1", "sdn:2", "un:3"]), st.sampled_from(["sdn", "un"]),
    st.sampled_from(list(Kind)), names,
)  # fmt: skip
lines = st.builds(
    Line, texts, st.floats(-9, 9), share, texts, st.just("") | texts, st.just("") | texts
)
pairs = st.builds(Pair, texts, texts, share, st.sampled_from(["same", "typo"]))


@given(
    st.lists(entries, max_size=3, unique_by=lambda entry: entry.id),
    st.lists(
        st.tuples(share, texts, texts, st.lists(pairs, max_size=2), st.lists(lines, max_size=3)),
        min_size=3, max_size=3,
    ),
)  # fmt: skip
def test_our_own_reply_read_back_gives_the_same_hits(
    listed: list[Entry],
    drawn: list[tuple[float, str, str, list[Pair], list[Line]]],
) -> None:
    hits = [
        Hit("C1", entry.id, score, asked, name, "kt-1", tuple(pairs), tuple(lines))
        for entry, (score, asked, name, pairs, lines) in zip(listed, drawn, strict=False)
    ]
    body = {"queries": {"C1": {"schema": "Person", "properties": {"name": ["محمد"]}}}}
    offer = Offer(("kt-1",), frozenset({"sdn", "un"}), 0.0)
    request = read_request(Given(body, "", []), {}, "default", offer)
    assert isinstance(request, Request)
    known = {entry.id: entry for entry in listed}
    made = cast("dict[str, Any]", response(request, hits, known, {}))
    taken = read_yente(json.dumps(made).encode())
    assert taken.problems == []
    assert taken.hits == sorted(hits, key=lambda hit: (-hit.score, hit.entry))
    assert {i: (e.kind, e.list_name, e.names) for i, e in taken.entries.items()} == {
        i: (e.kind, e.list_name, e.names) for i, e in known.items()
    }
    assert taken.parties == {"C1": request.parties[0]}


@given(st.binary(max_size=30))
def test_any_bytes_are_answered(data: bytes) -> None:
    taken = read_yente(data)
    assert taken.problems or taken.hits == []


@given(st.data())
def test_any_value_in_any_place_is_answered(data: st.DataObject) -> None:
    odd: object = data.draw(st.sampled_from([None, 1, "x", [], {}, [[]], True, {"a": 1}, -0.5]))
    other = deepcopy(REPLY)
    places = [other["responses"], other["responses"]["C1"], other["responses"]["C1"]["query"],
              other["responses"]["C1"]["results"][0],
              other["responses"]["C1"]["results"][0]["properties"],
              other["responses"]["C1"]["results"][0]["explanations"]["name_match"]]  # fmt: skip
    place = data.draw(st.sampled_from(places))
    place[data.draw(st.sampled_from(sorted(place)))] = odd
    taken = read_yente(json.dumps(other).encode())
    if not taken.problems:
        taken.alerts(NOON)
