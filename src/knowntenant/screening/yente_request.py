"""The request of `POST /match/{dataset}`, as yente's callers send it, read without a server.

Shape: yente's published API documentation and data model (opensanctions/yente, MIT), versions 3
to 5. What this engine cannot do as asked (weights, config, topics, changed_since, an algorithm of
yente's own) is answered with an error, so that nobody believes it was done. Properties that
FollowTheMoney knows and this engine does not use are kept apart, and the reply names them.
"""

import math
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from knowntenant.law.problem import Problem, nearest
from knowntenant.screening import ftm
from knowntenant.screening.entry import Kind
from knowntenant.screening.given import Given
from knowntenant.screening.party import Party

MOST_QUERIES, MOST_EXCLUDED = 100, 50
DEFAULT_LIMIT, MOST_RESULTS = 5, 500
EVERYTHING, BEST = "default", "best"
PARAMETERS = (
    "limit", "threshold", "cutoff", "algorithm", "include_dataset", "exclude_dataset",
    "exclude_schema", "exclude_entity_ids",
)  # fmt: skip
NOT_DONE = ("topics", "changed_since", "filter_op", "fuzzy")
SEVERAL = frozenset({"include_dataset", "exclude_dataset", "exclude_schema", "exclude_entity_ids"})


@dataclass(frozen=True, slots=True)
class Offer:
    """What this installation offers: algorithms (the first is the best), lists, a threshold."""

    algorithms: tuple[str, ...]
    lists: frozenset[str]
    threshold: float


@dataclass(frozen=True, slots=True)
class Query:
    """One example: the party to screen (its id is the sender's key), and what was given."""

    party: Party
    schema: str
    properties: Mapping[str, tuple[str, ...]]
    unused: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Request:
    """A request that can be answered in full; datasets: the lists that count."""

    queries: tuple[Query, ...]
    algorithm: str
    limit: int
    threshold: float
    cutoff: float
    datasets: frozenset[str]
    exclude_schema: frozenset[str] = frozenset()
    exclude_entity_ids: frozenset[str] = frozenset()

    @property
    def parties(self) -> tuple[Party, ...]:
        """The parties to screen."""
        return tuple(query.party for query in self.queries)


@dataclass(frozen=True, slots=True)
class Refusal:
    """A request that cannot be answered as asked: the HTTP status, and all that is wrong."""

    status: int
    problems: tuple[Problem, ...]

    def body(self) -> dict[str, object]:
        """Give the reply's body, in yente's shape for errors."""
        return {"detail": " ".join(str(problem) for problem in self.problems)}


def read_request(
    body: Given, parameters: Mapping[str, Sequence[str]], dataset: str, offer: Offer
) -> Request | Refusal:
    """Read a request: its body, the parameters of its address, and the dataset in its path."""
    problems = body.problems
    if dataset != EVERYTHING and dataset not in offer.lists:
        known = nearest(dataset, {EVERYTHING, *offer.lists})
        return Refusal(404, (Problem("dataset", f"there is no dataset '{dataset}'.", known),))
    asked = _Parameters(parameters, problems)
    threshold = asked.number("threshold", offer.threshold)
    cutoff = min(asked.number("cutoff", threshold), threshold)
    limit = asked.limit()
    algorithm = asked.algorithm(offer)
    lists = offer.lists if dataset == EVERYTHING else frozenset({dataset})
    included = asked.among("include_dataset", offer.lists) or lists
    lists = lists & included - asked.among("exclude_dataset", offer.lists)
    schemata = asked.among("exclude_schema", ftm.KINDS)
    ids = asked.excluded()
    queries = _queries(body)
    if problems:
        return Refusal(400, tuple(problems))
    return Request(queries, algorithm, limit, threshold, cutoff, lists, schemata, ids)


class _Parameters:
    """The parameters of an address, each read by its meaning."""

    def __init__(self, given: Mapping[str, Sequence[str]], problems: list[Problem]) -> None:
        self.given, self.problems = given, problems
        for name, values in given.items():
            if name in NOT_DONE and any(values):
                self._wrong(name, "this is not done here.", "Leave it out.")
            elif name not in {*PARAMETERS, *NOT_DONE}:
                self._wrong("parameters", f"there is no '{name}'.", nearest(name, PARAMETERS))
            elif name not in SEVERAL and len(values) > 1:
                self._wrong(name, "this is given more than once.")

    def _wrong(self, where: str, what: str, remedy: str = "") -> None:
        self.problems.append(Problem(where, what, remedy))

    def _one(self, name: str) -> str:
        return next(iter(self.given.get(name, ())), "").strip()

    def number(self, name: str, otherwise: float) -> float:
        text = self._one(name)
        if not text:
            return otherwise
        try:
            value = float(text)
        except ValueError:
            value = math.nan
        if not 0 <= value <= 1:
            self._wrong(name, "a number from 0 to 1 is expected here.")
            return otherwise
        return value

    def limit(self) -> int:
        text = self._one("limit")
        if not text:
            return DEFAULT_LIMIT
        if not (text.isascii() and text.isdecimal()) or not 1 <= int(text[:9]) <= MOST_RESULTS:
            self._wrong("limit", f"a whole number from 1 to {MOST_RESULTS} is expected here.")
            return DEFAULT_LIMIT
        return int(text)

    def algorithm(self, offer: Offer) -> str:
        name = self._one("algorithm")
        if name in {"", BEST}:
            return offer.algorithms[0]
        if name not in offer.algorithms:
            what = f"there is no algorithm '{name}' here."
            self._wrong("algorithm", what, nearest(name, (BEST, *offer.algorithms)))
        return name

    def among(self, name: str, known: Collection[str]) -> frozenset[str]:
        values = frozenset(self.given.get(name, ())) - {""}
        for value in sorted(values - set(known)):
            self._wrong(name, f"'{value}' is not known here.", nearest(value, known))
        return values

    def excluded(self) -> frozenset[str]:
        values = frozenset(self.given.get("exclude_entity_ids", ())) - {""}
        if len(values) > MOST_EXCLUDED:
            self._wrong("exclude_entity_ids", f"these are {len(values)}; {MOST_EXCLUDED} at most.")
        return values


def _queries(body: Given) -> tuple[Query, ...]:
    members = body.members(("queries", "weights", "config"))
    for name in ("weights", "config"):
        if name in members and members[name].members():
            members[name].problem("weights and settings are frozen here.", "Leave it out.")
    if "queries" not in members:
        body.problem("there are no 'queries'.", 'Give {"queries": {"q1": {...}}}.')
        return ()
    given = members["queries"].numbered()
    if not given:
        members["queries"].problem("there are no queries.")
    elif len(given) > MOST_QUERIES:
        members["queries"].problem(f"these are {len(given)}; {MOST_QUERIES} at most.")
        return ()
    return tuple(_query(key, one) for key, one in given)


def _query(key: str, given: Given) -> Query:
    members = given.members(("id", "schema", "properties"))
    for name in {"schema", "properties"} - set(members):
        given.problem(f"'{name}' is missing.")
    schema = members["schema"].text() if "schema" in members else ""
    if schema and schema not in ftm.KINDS:
        members["schema"].problem(f"'{schema}' is not matched.", nearest(schema, ftm.KINDS))
    properties = members["properties"].members() if "properties" in members else {}
    used = {name: value.texts() for name, value in properties.items() if name in ftm.USED}
    for name, value in properties.items():
        if name not in ftm.USED | ftm.UNUSED:
            value.problem("there is no such property.", nearest(name, ftm.USED))
    kind = ftm.KINDS.get(schema, Kind.LEGAL_ENTITY)
    _check(given, properties, used)
    party = ftm.party_of(key, kind, used)
    if "properties" in members and not party.names and not party.identifiers:
        given.problem("there is neither a name nor an identifier.")
    return Query(party, schema, used, tuple(sorted(set(properties) & ftm.UNUSED)))


def _check(
    given: Given, properties: Mapping[str, Given], used: Mapping[str, tuple[str, ...]]
) -> None:
    if ftm.birth_date(used.get("birthDate", ())) is None:
        what = "the birth dates cannot be read, or contradict each other."
        properties["birthDate"].problem(what, "Give YYYY, YYYY-MM or YYYY-MM-DD, of one person.")
    for name in ftm.COUNTRIES:
        if not all(map(ftm.country_code, used.get(name, ()))):
            properties[name].problem("a country is not known.", "Give its code, such as vn.")
    if len(ftm.combined(used)) > ftm.MOST_COMBINED:
        what = f"the parts of the name make more than {ftm.MOST_COMBINED} names."
        given.problem(what, "Give whole names under 'name'.")
