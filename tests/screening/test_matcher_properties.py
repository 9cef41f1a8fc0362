"""What holds for the hits of every party in every small world."""

from dataclasses import replace
from math import log

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from knowntenant.screening.entry import Entry, Kind, ListedName
from knowntenant.screening.matcher import LEAST_SCORE, Matcher
from knowntenant.screening.party import Party
from tests.screening.worlds import lists, parties

worlds = settings(max_examples=50)


@worlds
@given(lists, parties)
def test_the_lines_of_a_hit_add_up_to_the_log_odds_of_its_score(
    entries: tuple[Entry, ...], party: Party
) -> None:
    for hit in Matcher(entries).hits(party, LEAST_SCORE):
        points = sum(line.points for line in hit.lines)
        assert points == pytest.approx(log(hit.score / (1 - hit.score)), abs=1e-6)
        assert hit.lines[0].feature == "start"
        assert len({line.feature for line in hit.lines}) == len(hit.lines)


@worlds
@given(lists, parties, st.floats(LEAST_SCORE, 1))
def test_hits_are_the_scores_at_or_above_the_threshold(
    entries: tuple[Entry, ...], party: Party, threshold: float
) -> None:
    matcher = Matcher(entries)
    scores = matcher.scores(party)
    for least in (threshold, LEAST_SCORE, matcher.threshold):
        hits = [(hit.entry, hit.score) for hit in matcher.hits(party, least)]
        assert hits == [(entry, score) for entry, score in scores if score >= least]
    assert matcher.hits(party) == matcher.hits(party, matcher.threshold)


@worlds
@given(lists, parties)
def test_hits_stand_by_score_and_then_by_id_one_for_each_entry(
    entries: tuple[Entry, ...], party: Party
) -> None:
    scores = Matcher(entries).scores(party)
    assert scores == sorted(scores, key=lambda one: (-one[1], one[0]))
    assert len({entry for entry, _ in scores}) == len(scores)
    assert all(LEAST_SCORE <= score <= 1 for _, score in scores)


@worlds
@given(lists, parties)
def test_a_hit_names_the_two_names_that_were_laid_beside_each_other(
    entries: tuple[Entry, ...], party: Party
) -> None:
    matcher = Matcher(entries)
    for hit in matcher.hits(party, LEAST_SCORE):
        assert (hit.party, hit.algorithm) == (party.id, matcher.algorithm)
        assert hit.asked_name in (*party.names, *(one.value for one in party.identifiers))
        assert hit.listed_name in [name.text for name in matcher.entry(hit.entry).names]
        assert hit.pairs
        for pair in hit.pairs:
            assert pair.asked or pair.listed
            assert (pair.similarity > 0) == bool(pair.asked and pair.listed)


@worlds
@given(lists, parties)
def test_a_list_in_another_order_gives_the_same_hits(
    entries: tuple[Entry, ...], party: Party
) -> None:
    there, back = Matcher(entries).scores(party), Matcher(entries[::-1]).scores(party)
    assert [entry for entry, _ in there] == [entry for entry, _ in back]
    for (_, one), (_, other) in zip(there, back, strict=True):
        assert one == pytest.approx(other, abs=1e-6)


@worlds
@given(lists, parties, st.data())
def test_with_frozen_shares_a_score_does_not_turn_on_other_entries(
    entries: tuple[Entry, ...], party: Party, data: st.DataObject
) -> None:
    whole = Matcher(entries)
    kept = data.draw(st.sets(st.sampled_from([one.id for one in entries] or ["none"])))
    part = Matcher([one for one in entries if one.id in kept], shares=whole.shares)
    among, alone = dict(whole.scores(party)), dict(part.scores(party))
    for entry in kept & among.keys() & alone.keys():
        assert alone[entry] == pytest.approx(among[entry], abs=1e-5)
    for entry in kept & (among.keys() ^ alone.keys()):
        assert max(among.get(entry, 0), alone.get(entry, 0)) < whole.threshold


@worlds
@given(lists, parties)
def test_a_number_that_both_bear_is_never_overlooked(
    entries: tuple[Entry, ...], party: Party
) -> None:
    bearing = [replace(one, identifiers=party.identifiers) for one in entries]
    matcher = Matcher(bearing)
    telling = [one for one in party.identifiers if one.value != "0000"]
    found = {entry for entry, score in matcher.scores(party) if score > 0.9}
    if any(one.kind.value in {"passport", "other", "wallet"} for one in telling):
        assert found == {one.id for one in bearing}


@worlds
@given(lists, parties, st.floats(LEAST_SCORE, 0.9))
def test_what_is_passed_over_could_not_have_reached_the_threshold(
    entries: tuple[Entry, ...], party: Party, threshold: float
) -> None:
    matcher = Matcher(entries)
    looked_at = {(one.people, one.name) for one in matcher.seen(party, threshold)}
    whole = {hit.entry for hit in matcher.hits(party, 0.0) if hit.score >= threshold}
    assert whole == {hit.entry for hit in matcher.hits(party, threshold)}
    assert looked_at <= {(one.people, one.name) for one in matcher.seen(party)}


def test_a_name_of_an_initial_is_found_at_every_threshold_that_its_score_reaches() -> None:
    matcher = Matcher([Entry("x:0", "x", Kind.PERSON, (ListedName("Zolvik, J."),))])
    party = Party("C1", Kind.PERSON, "zolvik joseph")
    ((entry, score),) = matcher.scores(party)
    assert [(hit.entry, hit.score) for hit in matcher.hits(party, score)] == [(entry, score)]


@worlds
@given(lists, st.lists(parties, max_size=4))
def test_many_parties_at_once_get_what_each_gets_alone(
    entries: tuple[Entry, ...], asked: list[Party]
) -> None:
    together, alone = Matcher(entries), Matcher(entries)
    assert list(together.scores_of(asked)) == [alone.scores(party) for party in asked]
    assert list(together.hits_of(asked)) == [alone.hits(party) for party in asked]
