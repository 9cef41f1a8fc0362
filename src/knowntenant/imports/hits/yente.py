"""Replies of yente's `POST /match/{dataset}`, made into hits, and our own replies back again.

Shape: yente's published data model (opensanctions/yente, MIT), versions 3 to 5; `explanations`
came after `features`. A result of yente is a target that may stand on several lists: it becomes an
entry for each of its datasets, `dataset:id`, under one cluster. yente gives sub-scores and no
log-odds, so lines have its score as value and 0 points. Not tried on a running yente.
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from knowntenant.imports.hits.taken import Taken
from knowntenant.screening import ftm
from knowntenant.screening.entry import Kind
from knowntenant.screening.given import Given, parsed
from knowntenant.screening.hit import Hit, Line, Pair
from knowntenant.screening.party import Party
from knowntenant.screening.yente_match import FORMAT

NO_PARTIES: Mapping[str, Party] = {}


def read_yente(
    data: bytes,
    where: str = "",
    *,
    algorithm: str = "yente/logic-v2",
    parties: Mapping[str, Party] = NO_PARTIES,
    known: Collection[str] = (),
) -> Taken:
    """Read a reply; the keys of its queries are the ids of parties.

    algorithm: the one that was asked for, as the reply does not say. parties: those that were
    sent; where one is not among them, the query that the reply repeats stands for it. known: ids
    of targets that were judged before; a target that was merged since, and so has another id with
    such a one among its referents, keeps the known one, so that its clearance is found.
    """
    given = parsed(data, where)
    taken = Taken(problems=given.problems)
    if given.problems:
        return taken
    members = given.members()
    if "responses" not in members:
        given.problem("'responses' is missing.", "Give the whole reply of /match.")
        return taken
    ours = _ours(members.get("knowntenant"))
    for key, reply in members["responses"].numbered():
        _read_reply(reply, key, taken, parties.get(key), _Told(ours, algorithm, frozenset(known)))
    return taken


@dataclass(frozen=True, slots=True)
class _Told:
    """What holds for a whole reply: whether it is our own, the algorithm asked for, known ids."""

    ours: bool
    algorithm: str
    known: frozenset[str]


def _ours(given: Given | None) -> bool:
    """Tell whether a reply is our own; one of another version is a problem."""
    if given is None:
        return False
    members = given.members()
    if "format" not in members or members["format"].value != FORMAT:
        given.problem(f"this is no reply of format {FORMAT}.", "Update this software.")
    return True


def _read_reply(given: Given, key: str, taken: Taken, party: Party | None, told: _Told) -> None:
    members = given.members()
    if "status" in members and members["status"].value != 200:  # noqa: PLR2004 - HTTP's OK
        members["status"].problem("the query failed.", "Ask it again.")
        return
    if party is None:
        if "query" not in members:
            given.problem("'query' is missing, and the party is not known otherwise.")
            return
        party = ftm.party_of(key, *_example(members["query"]))
    taken.add_party(party, given.where)
    if "results" not in members:
        given.problem("'results' is missing.")
        return
    for result in members["results"].items():
        _read_result(result, party, taken, told)


def _example(given: Given) -> tuple[Kind, dict[str, tuple[str, ...]]]:
    """Read schema and properties; schemata and properties that are not known are passed over."""
    members = given.members()
    for name in ("schema", "properties"):
        if name not in members:
            given.problem(f"'{name}' is missing.")
    schema = members["schema"].text() if "schema" in members else ""
    found = members["properties"].members() if "properties" in members else {}
    texts = {name: value.texts() for name, value in found.items() if name in ftm.USED}
    return ftm.KINDS.get(schema, Kind.LEGAL_ENTITY), texts


def _read_result(given: Given, party: Party, taken: Taken, told: _Told) -> None:
    members = given.members()
    missing = [name for name in ("id", "caption", "score", "datasets") if name not in members]
    for name in missing:
        given.problem(f"'{name}' is missing.")
    before = len(given.problems)
    kind, properties = _example(given)
    if missing:
        return
    target, caption = members["id"].text(), members["caption"].text()
    score, datasets = members["score"].number(0, 1), members["datasets"].texts()
    if not datasets:
        members["datasets"].problem("a result without a dataset stands on no list.")
    if not ftm.names_of(properties):
        properties["name"] = (caption,)
    own = members.get("knowntenant")
    hit = _foreign(members, caption, party, told.algorithm)
    if told.ours:
        if own is None:
            given.problem("'knowntenant' is missing.", "Give the reply as it was made.")
            return
        hit = _own(own)
    if len(given.problems) > before:
        return
    target = _kept(target, members.get("referents"), told.known)
    for dataset in datasets:
        entry = target if told.ours else f"{dataset}:{target}"
        taken.add_entry(ftm.entry_of(entry, dataset, kind, properties), target, given.where)
        taken.hits.append(
            Hit(
                party.id, entry, score, hit.asked_name, hit.listed_name, hit.algorithm,
                hit.pairs, hit.lines,
            )
        )  # fmt: skip


def _kept(target: str, referents: Given | None, known: frozenset[str]) -> str:
    """Give the id under which a target was judged before, if it has been merged since."""
    former = known.intersection(referents.texts()) if referents else frozenset()
    return min(former) if former and target not in known else target


def _foreign(members: Mapping[str, Given], caption: str, party: Party, algorithm: str) -> Hit:
    """Make what yente says of a match into a hit; its party, entry and score are set later."""
    lines = tuple(_lines(members))
    named = next((line for line in lines if line.asked and line.listed and _of_name(line)), None)
    asked, listed = (named.asked, named.listed) if named else (party.name, caption)
    return Hit("", "", 0.0, asked, listed, algorithm, (), lines)


def _of_name(line: Line) -> bool:
    return "name" in line.feature or "person" in line.feature


def _lines(members: Mapping[str, Given]) -> list[Line]:
    if "explanations" in members:
        found = []
        for name, given in members["explanations"].members().items():
            inner = given.members()
            value = inner["score"].number() if "score" in inner else 0.0
            words = {key: _text(inner, key) for key in ("detail", "query", "candidate")}
            reason = words["detail"] or f"{name}, as the tool scores it"
            found.append(Line(name, 0.0, value, reason, words["query"], words["candidate"]))
        return found
    features = members["features"].members() if "features" in members else {}
    return [
        Line(name, 0.0, given.number(), f"{name}, as the tool scores it")
        for name, given in features.items()
    ]


def _own(given: Given) -> Hit:
    """Read what stands under `knowntenant`: the hit as it was, but for party, entry and score."""
    members = given.members(("algorithm", "asked_name", "listed_name", "pairs", "lines"))
    asked, listed = _text(members, "asked_name"), _text(members, "listed_name")
    algorithm = _text(members, "algorithm")
    pairs = [
        Pair(
            _text(one, "asked"), _text(one, "listed"), _number(one, "similarity"),
            _text(one, "how"),
        )
        for one in _each(members, "pairs")
    ]  # fmt: skip
    lines = [
        Line(
            _text(one, "feature"), _number(one, "points"), _number(one, "value"),
            _text(one, "reason"), _text(one, "asked"), _text(one, "listed"),
        )
        for one in _each(members, "lines")
    ]  # fmt: skip
    return Hit("", "", 0.0, asked, listed, algorithm, tuple(pairs), tuple(lines))


def _each(members: Mapping[str, Given], name: str) -> list[dict[str, Given]]:
    return [one.members() for one in members[name].items()] if name in members else []


def _text(members: Mapping[str, Given], name: str) -> str:
    """Give a text that may be empty or missing."""
    given = members.get(name)
    return "" if given is None or given.value == "" else given.text()


def _number(members: Mapping[str, Given], name: str) -> float:
    return members[name].number() if name in members else 0.0
