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


@pytest.mark.parametrize("kind", ["managed_service", "quantum_annealing", ""])
@pytest.mark.parametrize(
    ("limbs", "value"),
    [
        (("yes", "yes"), YES),
        (("yes", "no"), NO),
        (("no", "unknown"), NO),
        (("no", ""), NO),
        (("yes", "unknown"), UNKNOWN),
        (("yes", ""), UNKNOWN),
    ],
)
def test_where_the_kind_leaves_it_open_both_limbs_decide(
    kind: str, limbs: tuple[str, str], value: object
) -> None:
    names = ("basic_computing", "own_software")
    keys = {name: limb for name, limb in zip(names, limbs, strict=True) if limb}
    told = {"id": "X1", **({"kind": kind} if kind else {}), **keys}
    answer = world(("2027-01-01", "product", told)).ask("2027-02-01", PRODUCT, "X1")
    assert answer.value is value
    assert answer.clauses == ("7.301 iaas product",)
    assert f"basic_computing {limbs[0]}" in answer.because[0].text
    is_open = value is UNKNOWN and kind != "managed_service"
    assert answer.flags == (("product kind not known",) if is_open else ())


@pytest.mark.parametrize(
    ("kind", "limb", "stated", "flagged"),
    [
        ("saas", "own_software", "yes", True),
        ("saas", "own_software", "no", False),
        ("saas", "basic_computing", "yes", False),
        ("network", "own_software", "no", True),
        ("vps", "basic_computing", "no", True),
        ("vps", "basic_computing", "unknown", False),
        ("cdn", "own_software", "no", True),
    ],
)
def test_a_stated_limb_that_contradicts_the_kind_is_flagged_and_the_kind_stands(
    kind: str, limb: str, stated: str, *, flagged: bool
) -> None:
    plain = world(line(kind)).ask("2027-02-01", PRODUCT, "X1")
    answer = world(line(kind, **{limb: stated})).ask("2027-02-01", PRODUCT, "X1")
    assert answer.value is plain.value
    flag = f"a stated limb contradicts the kind: {limb} is {stated}"
    assert (flag in answer.flags) is flagged
    assert set(answer.flags) - {flag} == set(plain.flags)
