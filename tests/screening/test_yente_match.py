from dataclasses import replace
from typing import Any, cast

from knowntenant.screening.given import Given
from knowntenant.screening.hit import Hit
from knowntenant.screening.yente_match import response
from knowntenant.screening.yente_request import Offer, Request, read_request
from tests.screening.deciding import FIRST, LINE, PARTY, SECOND, hit

OFFER = Offer(("kt-1",), frozenset({"sdn", "un"}), 0.5)
ENTRIES = {"sdn:1": FIRST, "un:2": SECOND}
BODY = {
    "queries": {"C1": {"schema": "Person", "properties": {"name": [PARTY.name], "topics": "x"}}}
}


def replied(
    *hits: Hit, clusters: dict[str, str] | None = None, **parameters: str
) -> dict[str, Any]:
    asked = {name: [value] for name, value in parameters.items()}
    request = read_request(Given(BODY, "", []), asked, "default", OFFER)
    assert isinstance(request, Request)
    return cast("dict[str, Any]", response(request, hits, ENTRIES, clusters or {}))


def ids(reply: dict[str, Any]) -> list[str]:
    return [result["id"] for result in reply["responses"]["C1"]["results"]]


def test_a_reply_has_the_shape_of_yentes() -> None:
    reply = replied(hit(), hit(SECOND, score=0.6), threshold="0.7", cutoff="0.5")
    assert reply["limit"] == 5
    found = reply["responses"]["C1"]
    assert found["status"] == 200
    assert found["total"] == {"value": 1, "relation": "eq"}
    assert found["query"]["properties"] == {"name": [PARTY.name]}
    assert found["knowntenant"] == {"unused": ["topics"]}
    first, second = found["results"]
    assert (first["id"], first["caption"], first["schema"]) == (
        "sdn:1",
        "NGUYEN, Van Binh",
        "Person",
    )
    assert (first["score"], first["match"], second["match"]) == (0.9, True, False)
    assert first["datasets"] == ["sdn"]
    assert first["properties"]["birthDate"] == ["1964-02-29"]
    assert first["features"] == {"name": 1.0}
    assert first["explanations"]["name"] == {
        "detail": LINE.reason, "score": 1.0, "query": LINE.asked, "candidate": LINE.listed,
    }  # fmt: skip


def test_a_party_without_hits_is_answered_too() -> None:
    reply = replied()
    assert reply["responses"]["C1"]["results"] == []
    assert reply["responses"]["C1"]["total"]["value"] == 0


def test_the_limit_cuts_after_the_count() -> None:
    reply = replied(hit(score=0.8), hit(SECOND), limit="1")
    assert ids(reply) == ["un:2"]
    assert reply["responses"]["C1"]["total"]["value"] == 2


def test_the_best_hit_of_an_entry_is_its_result() -> None:
    reply = replied(hit(score=0.8), hit(score=0.9), hit(score=0.7))
    assert [result["score"] for result in reply["responses"]["C1"]["results"]] == [0.9]


def test_what_was_excluded_is_left_out() -> None:
    both = (hit(), hit(SECOND, score=0.8))
    assert ids(replied(*both)) == ["sdn:1", "un:2"]
    assert ids(replied(*both, cutoff="0.85", threshold="0.85")) == ["sdn:1"]
    assert ids(replied(*both, exclude_dataset="sdn")) == ["un:2"]
    assert ids(replied(*both, include_dataset="sdn")) == ["sdn:1"]
    assert ids(replied(*both, exclude_schema="Person")) == []
    assert ids(replied(*both, exclude_entity_ids="sdn:1")) == ["un:2"]


def test_an_excluded_entry_takes_its_target_with_it() -> None:
    joined = {"sdn:1": "T1", "un:2": "T1"}
    both = (hit(), hit(SECOND))
    assert ids(replied(*both, clusters=joined, exclude_entity_ids="un:2")) == []
    reply = replied(*both, clusters=joined)
    assert [one["referents"] for one in reply["responses"]["C1"]["results"]] == [
        ["un:2"],
        ["sdn:1"],
    ]


def test_lines_of_one_feature_are_all_explained() -> None:
    twice = replace(hit(), lines=(LINE, replace(LINE, value=0.5)))
    (result,) = replied(twice)["responses"]["C1"]["results"]
    assert result["features"] == {"name": 1.0, "name 2": 0.5}


def test_an_entry_without_names_is_called_by_its_id() -> None:
    bare = replace(FIRST, names=())
    request = read_request(Given(BODY, "", []), {}, "default", OFFER)
    assert isinstance(request, Request)
    reply = cast("Any", response(request, [hit(listed_name="x")], {"sdn:1": bare}, {}))
    assert reply["responses"]["C1"]["results"][0]["caption"] == "sdn:1"
