import pytest

from knowntenant.law.answer import NO, UNKNOWN, YES
from tests.world import Telling, world

PRODUCT = "scope.product_in_scope"
PREAMBLE = ("preamble, not regulatory text",)


def line(kind: str, **keys: str) -> Telling:
    return "2027-01-01", "product", {"id": "X1", "kind": kind, **keys}


@pytest.mark.parametrize(
    ("kind", "value", "clause", "flags"),
    [
        ("vps", YES, "7.301 iaas product", ()),
        ("Bare Metal", YES, "7.301 iaas product", ()),
        ("gpu_cloud", YES, "7.301 iaas product", ()),
        ("saas", NO, "7.301 iaas product", ()),
        ("managed_service", UNKNOWN, "7.301 iaas product", ()),
        ("CDN", YES, "preamble: cdn, proxy, dns resolution", PREAMBLE),
        ("proxy", YES, "preamble: cdn, proxy, dns resolution", PREAMBLE),
        ("dns-resolution", YES, "preamble: cdn, proxy, dns resolution", PREAMBLE),
        ("domain registration", NO, "preamble: domain registration", PREAMBLE),
    ],
)
def test_a_product_line_is_answered_by_its_kind_with_the_place_that_says_so(
    kind: str, value: object, clause: str, flags: tuple[str, ...]
) -> None:
    answer = world(line(kind)).ask("2027-02-01", PRODUCT, "X1")
    assert answer.value is value
    assert answer.clauses == (clause,)
    assert answer.flags == flags
    assert answer.facts == ("fact 1",)


def test_a_free_trial_is_judged_like_a_paid_plan() -> None:
    answer = world(line("vps", trial="yes")).ask("2027-02-01", PRODUCT, "X1")
    assert answer.value is YES
    assert answer.because[0].text.startswith("X1, a free or trial offer, is vps")


@pytest.mark.parametrize("told", [(), (("2027-01-01", "product", {"id": "X1"}),), (line("mail"),)])
def test_a_kind_that_is_not_stated_or_not_listed_is_unknown(told: tuple[Telling, ...]) -> None:
    answer = world(*told).ask("2027-02-01", PRODUCT, "X1")
    assert answer.value is UNKNOWN
    assert answer.flags == ("product kind not known",)
    assert "7.301 iaas product" in answer.clauses
