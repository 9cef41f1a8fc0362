"""The accounts found, against a twin that looks at every account and follows every path."""

from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

from knowntenant.facts.inquiry import Inquiry
from knowntenant.facts.places import PLACES
from knowntenant.facts.types import Account, Control, OnBehalfOf, Order, Ownership, Reseller
from knowntenant.law.answer import NO, YES
from knowntenant.law.pack import Pack
from knowntenant.measures.judging import judged
from knowntenant.measures.links import is_live
from knowntenant.measures.matching import matches_of
from tests.drawn import telling
from tests.law.toy import both
from tests.world import Telling, World

TOLD = st.sampled_from(
    ["account", "account", "control", "on_behalf_of", "ownership", "ownership", "presence",
     "presence", "product", "reseller", "customer"]
).flatmap(telling)  # fmt: skip
ORDERS = st.sampled_from([
    {"jurisdiction": "VN"}, {"jurisdiction": "UA-43"}, {"jurisdiction": "DE"},
    {"person": "P1"}, {"person": "E1"}, {"person": "R1"}, {"jurisdiction": "VN", "person": "E1"},
    {},
])  # fmt: skip
DAY = date(2030, 12, 31)


def made(told: list[Telling], order: dict[str, str]) -> World:
    return World((*told, ("2030-01-01", "order", {"id": "O1", **order})))


@both
@settings(max_examples=300)
@given(told=st.lists(TOLD, max_size=25), order=ORDERS)
def test_looking_for_candidates_first_loses_nobody(
    pack: Pack, told: list[Telling], order: dict[str, str]
) -> None:
    inquiry = made(told, order).inquiry(DAY, pack=pack)
    (measure,) = inquiry.every(Order)
    accounts = [account for account in inquiry.every(Account) if is_live(account)]
    one_by_one = {m for account in accounts if (m := judged(inquiry, account, measure))}
    found = matches_of(inquiry, "O1")
    assert {*found.sure, *found.unsure} == one_by_one
    assert len(found.sure) + len(found.unsure) == len(one_by_one)


# --- A twin for what it means to involve a person: paths, walked without any index


def involves(inquiry: Inquiry, account: Account, person: str) -> bool:
    """Follow every path up from an account, never through the same person twice."""
    first = [account.customer or account.id, account.reseller, account.beneficiary]
    first += [link.person for link in _acting(inquiry) if link.holder == account.id]
    first += [r.id for r in inquiry.every(Reseller) if r.account == account.id]
    return any(_leads(inquiry, start, person, ()) for start in first if start)


def _acting(inquiry: Inquiry) -> list[OnBehalfOf]:
    return [link for link in inquiry.every(OnBehalfOf) if link.ended is not YES]


def _leads(inquiry: Inquiry, start: str, person: str, passed: tuple[str, ...]) -> bool:
    if start == person:
        return True
    above = [link.person for link in _acting(inquiry) if link.holder == start]
    above += [e.owner for e in inquiry.every(Ownership) if e.owned == start and e.percent != 0]
    above += [
        c.person
        for c in inquiry.every(Control)
        if c.over == start and c.substantial is not NO and c.ended is not YES
    ]
    return any(_leads(inquiry, one, person, (*passed, start)) for one in above if one not in passed)


@settings(max_examples=300)
@given(told=st.lists(TOLD, max_size=20), person=st.sampled_from(["P1", "E1", "R1", "C2"]))
def test_an_account_involves_whoever_some_path_leads_to(told: list[Telling], person: str) -> None:
    told = [one for one in told if one[1] != "product"]  # what is no IaaS product is left out
    inquiry = made(told, {"person": person}).inquiry(DAY)
    live = [account for account in inquiry.every(Account) if is_live(account)]
    expected = {account.id for account in live if involves(inquiry, account, person)}
    assert {match.account for match in matches_of(inquiry, "O1").sure} == expected


@settings(max_examples=100)
@given(told=st.lists(TOLD, max_size=20), place=st.sampled_from(["VN", "DE", "UA-43"]))
def test_a_dry_run_finds_what_an_order_would(told: list[Telling], place: str) -> None:
    inquiry = made(told, {"jurisdiction": place}).inquiry("2030-06-30")
    dry = inquiry.ask("measures.would_match", place=PLACES[place]).value
    assert dry == inquiry.ask("measures.matching_accounts", "O1").value


@settings(max_examples=100)
@given(told=st.lists(TOLD, max_size=20), order=ORDERS)
def test_what_an_account_is_told_is_what_the_list_says(
    told: list[Telling], order: dict[str, str]
) -> None:
    inquiry = made(told, order).inquiry("2030-06-30")
    found = matches_of(inquiry, "O1")
    for account in inquiry.every(Account):
        rows = inquiry.ask("measures.effect", account.id).value
        assert isinstance(rows, tuple)
        reached = {m.account: m.is_sure for m in (*found.sure, *found.unsure)}
        assert [row["reached"] is YES for row in rows] == (
            [reached[account.id]] if account.id in reached else []
        )
