import json
from collections.abc import Mapping, Sequence

import pytest

from knowntenant.screening.entry import Identifier, IdKind, Kind
from knowntenant.screening.given import Given, parsed
from knowntenant.screening.yente_request import Offer, Refusal, Request, read_request

OFFER = Offer(("kt-1", "kt-0"), frozenset({"sdn", "un"}), 0.5)
PERSON = {
    "schema": "Person",
    "properties": {
        "firstName": ["Bình"],
        "lastName": "Nguyễn",
        "birthDate": ["1964", "1964-02-29"],
        "nationality": ["Vietnam"],
        "passportNumber": ["B123"],
        "gender": ["male"],
    },
}


def asked(
    body: object,
    parameters: Mapping[str, Sequence[str]] = {},
    dataset: str = "default",
) -> Request | Refusal:
    return read_request(Given(body, "", []), parameters, dataset, OFFER)


def good(body: object, parameters: Mapping[str, Sequence[str]] | None = None) -> Request:
    found = asked(body, parameters or {})
    assert isinstance(found, Request), found
    return found


def bad(body: object, parameters: Mapping[str, Sequence[str]] | None = None) -> str:
    found = asked(body, parameters or {})
    assert isinstance(found, Refusal)
    assert found.status == 400
    return str(found.body()["detail"])


ONE = {"queries": {"q": PERSON}}


def test_an_example_becomes_a_party() -> None:
    request = good(ONE)
    (party,) = request.parties
    assert (party.id, party.kind, party.name) == ("q", Kind.PERSON, "Bình Nguyễn")
    assert (party.birth_date, party.countries) == ("1964-02-29", ("vn",))
    assert party.identifiers == (Identifier(IdKind.PASSPORT, "B123"),)
    assert request.queries[0].unused == ("gender",)


def test_what_is_not_said_is_as_yente_has_it_but_for_the_threshold() -> None:
    request = good(ONE)
    assert (request.limit, request.threshold, request.cutoff) == (5, 0.5, 0.5)
    assert (request.algorithm, request.datasets) == ("kt-1", OFFER.lists)


def test_parameters_are_read() -> None:
    request = good(ONE, {
        "limit": ["7"], "threshold": ["0.8"], "cutoff": ["0.9"], "algorithm": ["kt-0"],
        "include_dataset": ["sdn"], "exclude_schema": ["Vessel"],
        "exclude_entity_ids": ["sdn:1", "sdn:2"], "topics": [],
    })  # fmt: skip
    assert (request.limit, request.threshold, request.cutoff) == (7, 0.8, 0.8)
    assert request.algorithm == "kt-0"
    assert request.datasets == {"sdn"}
    assert request.exclude_schema == {"Vessel"}
    assert request.exclude_entity_ids == {"sdn:1", "sdn:2"}
    assert good(ONE, {"exclude_dataset": ["sdn"], "algorithm": ["best"]}).datasets == {"un"}


def test_a_dataset_in_the_path_is_the_one_searched() -> None:
    found = asked(ONE, dataset="un")
    assert isinstance(found, Request)
    assert found.datasets == {"un"}
    lost = asked(ONE, dataset="unn")
    assert isinstance(lost, Refusal)
    assert lost.status == 404
    assert "'un'" in str(lost.body())


@pytest.mark.parametrize(
    ("parameters", "words"),
    [
        ({"limit": ["0"]}, "limit: a whole number from 1 to 500"),
        ({"limit": ["many"]}, "limit: a whole number"),
        ({"limit": ["1", "2"]}, "limit: this is given more than once"),
        ({"threshold": ["nan"]}, "threshold: a number from 0 to 1"),
        ({"threshold": ["x"]}, "threshold: a number from 0 to 1"),
        ({"cutoff": ["2"]}, "cutoff: a number from 0 to 1"),
        ({"algorithm": ["logic-v2"]}, "no algorithm 'logic-v2' here"),
        ({"include_dataset": ["eu"]}, "include_dataset: 'eu' is not known"),
        ({"exclude_schema": ["Ship"]}, "exclude_schema: 'Ship' is not known"),
        ({"exclude_entity_ids": [str(n) for n in range(51)]}, "these are 51; 50 at most"),
        ({"topics": ["sanction"]}, "topics: this is not done here"),
        ({"changed_since": ["2024-01-01"]}, "changed_since: this is not done here"),
        ({"treshold": ["0.5"]}, "Did you mean 'threshold'?"),
    ],
)
def test_a_parameter_that_cannot_be_followed_is_answered(
    parameters: Mapping[str, Sequence[str]], words: str
) -> None:
    assert words in bad(ONE, parameters)


def query(**properties: object) -> object:
    return {"queries": {"q": {"schema": "Person", "properties": {"name": ["A"]} | properties}}}


@pytest.mark.parametrize(
    ("body", "words"),
    [
        ([], "an object is expected"),
        ({}, "there are no 'queries'"),
        ({"queries": {}}, "queries: there are no queries"),
        ({"queries": {str(n): PERSON for n in range(101)}}, "these are 101; 100 at most"),
        ({**ONE, "weights": {"name": 1}}, "weights: weights and settings are frozen"),
        ({**ONE, "config": {"x": 1}}, "config: weights and settings are frozen"),
        ({**ONE, "query": {}}, "there is no key 'query'"),
        ({"queries": {"q": {}}}, "queries[1]: 'properties' is missing"),
        ({"queries": {"q": {"schema": "Person", "properties": {}}}}, "neither a name nor an"),
        ({"queries": {"q": {"schema": "Ownership", "properties": {"name": "A"}}}}, "not matched"),
        (query(nam=["A"]), "queries[1].properties.nam: there is no such property"),
        (query(name=[{"a": 1}]), "properties.name[1]: a text is expected here, not an object"),
        (query(birthDate=["1964", "1970"]), "birthDate: the birth dates cannot be read"),
        (query(country=["Atlantis"]), "country: a country is not known"),
        (query(firstName=[str(n) for n in range(26)]), "make more than 25 names"),
    ],
)
def test_a_body_that_cannot_be_followed_is_answered(body: object, words: str) -> None:
    assert words in bad(body)


def test_all_that_is_wrong_is_answered_at_once_without_the_values() -> None:
    body = query(birthDate=["29/02/1964"], nam=["Secret"], name=[[]])
    found = bad(body, {"limit": ["-1"]})
    assert found.count(":") >= 4
    assert "Secret" not in found
    assert "29/02" not in found


def test_empty_weights_and_config_are_as_none() -> None:
    assert good({**ONE, "weights": {}, "config": {}}).parties


def test_a_body_that_is_no_json_is_answered() -> None:
    found = read_request(parsed(b"{"), {}, "default", OFFER)
    assert isinstance(found, Refusal)
    assert "no JSON" in str(found.body())


def test_an_example_of_the_documentation_is_read() -> None:
    company = {"schema": "Company", "properties": {"name": ["深圳 Ltd"], "jurisdiction": ["hk"],
                                                   "registrationNumber": ["84"]}}  # fmt: skip
    body = parsed(json.dumps({"queries": {"a": PERSON, "b": company, "c": None}}).encode())
    found = read_request(body, {}, "default", OFFER)
    assert isinstance(found, Request)
    assert [party.kind for party in found.parties] == [Kind.PERSON, Kind.ORGANIZATION]
