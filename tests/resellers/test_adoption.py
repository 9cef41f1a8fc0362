"""Who may rely on the program of the provider upstream (7.302(b) s.2)."""

import pytest

from knowntenant.law.answer import NO, UNKNOWN, YES, Verdict
from tests.world import Telling, world

MAY = "resellers.may_adopt_upstream"
DAY, ON = "2026-01-05", "2027-03-01"


def agreement(state: str = "signed", day: str = DAY, upstream: str = "HARBOR") -> Telling:
    return day, "adoption", {"reseller": "R1", "upstream": upstream, "state": state}


def reseller(place: str = "US-OH", only: str = "yes") -> tuple[Telling, ...]:
    told = {"id": "R1", "state": "active", **({"only_resells": only} if only else {})}
    who = ((DAY, "presence", {"person": "R1", "organised_in": place}),) if place else ()
    return ((DAY, "reseller", told), *who)


def own(kind: str, id_: str = "X1") -> Telling:
    return DAY, "product", {"id": id_, "kind": kind, "owned_by": "R1"}


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        ((*reseller(), agreement()), YES),
        (reseller(), NO),
        ((*reseller(), agreement("draft")), NO),
        ((*reseller(), agreement("ended")), NO),
        ((*reseller(), (DAY, "adoption", {"reseller": "R1", "upstream": "HARBOR"})), NO),
        ((*reseller("CA"), agreement()), NO),
        ((*reseller(""), agreement()), UNKNOWN),
        ((*reseller(only=""), agreement()), UNKNOWN),
        ((*reseller(only="unknown"), agreement()), UNKNOWN),
        ((*reseller(only="no"), agreement()), NO),
        ((*reseller("", "no"), agreement()), NO),
        ((*reseller(), agreement(), own("vps")), NO),
        ((*reseller(), agreement(), own("saas")), YES),
        ((*reseller(), agreement(), own("managed_service")), UNKNOWN),
        ((*reseller(), agreement(), own("managed_service"), own("cdn", "X2")), NO),
        ((*reseller(only="no"), agreement(), own("managed_service")), NO),
        ((*reseller(), agreement("ended"), agreement(upstream="深圳")), YES),
        ((agreement(),), UNKNOWN),
        (((DAY, "customer", {"id": "R1"}), agreement()), NO),
        ((), NO),
    ],
)
def test_a_us_reseller_that_only_resells_may_with_a_signed_agreement(
    told: tuple[Telling, ...], expected: Verdict
) -> None:
    answer = world(*told).ask(ON, MAY, "R1")
    assert answer.value is expected
    assert "7.302(b) s.2" in answer.because[0].clauses


def test_the_agreement_holds_from_the_day_of_signing_to_the_day_before_its_end() -> None:
    made = world(*reseller(), agreement("draft"), agreement("signed", "2027-03-01"))
    made = made.also(agreement("ended", "2028-02-29"))
    days = ("2027-02-28", "2027-03-01", "2028-02-28", "2028-02-29")
    assert [made.ask(day, MAY, "R1").value for day in days] == [NO, YES, YES, NO]


def test_the_reason_names_the_provider_upstream_and_the_facts() -> None:
    answer = world(*reseller(), agreement()).ask(ON, MAY, "R1")
    text = "R1: an agreement with HARBOR is signed; does nothing but resell: yes"
    assert answer.because[0].text == text
    assert answer.because[0].facts == ("fact 1", "fact 3")


def test_a_foreign_beneficiary_bars_it_in_the_strict_reading_only() -> None:
    made = world(
        *reseller(),
        agreement(),
        (DAY, "reseller", {"id": "R1", "beneficiary": "P1"}),
        (DAY, "presence", {"person": "P1", "citizen": "VN"}),
    )
    assert made.ask(ON, MAY, "R1").value is YES
    assert made.inquiry(ON, readings={"D27": "foreign-reseller"}).ask(MAY, "R1").value is NO
