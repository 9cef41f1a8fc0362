"""What would settle a line: telling just that settles it."""

from hypothesis import given
from hypothesis import strategies as st

from knowntenant.law.answer import UNKNOWN, YES
from knowntenant.law.pack import Pack
from tests.law.toy import both
from tests.world import Telling, world

SETTLES, PRODUCT, US = "scope.settling_facts", "scope.product_in_scope", "scope.us_product"
DAY, ON = "2027-01-01", "2027-02-01"
TELLING: dict[str, dict[str, str]] = {
    "basic_computing": {"basic_computing": "yes"},
    "kind": {"kind": "vps"},
    "operated_in": {"operated_in": "NO"},
    "own_software": {"own_software": "yes"},
    "owned_by": {"owned_by": "E-NO"},
}
KEYS = st.fixed_dictionaries(
    {},
    optional={
        "kind": st.sampled_from(["vps", "saas", "managed_service", "vpss"]),
        "basic_computing": st.sampled_from(["yes", "no", "unknown"]),
        "own_software": st.sampled_from(["yes", "no", "unknown"]),
        "owned_by": st.sampled_from(["E-NO", "E-open"]),
        "operated_in": st.sampled_from(["NO", "US"]),
        "part_of": st.sampled_from(["B1"]),
    },
)


def facts(made: object) -> list[tuple[str, str]]:
    assert isinstance(made, tuple)
    return [(str(row["of"]), str(row["fact"])) for row in made]


@both
@given(first=KEYS, second=KEYS, asked=st.sampled_from(["B1", "X1", "X2"]))
def test_whoever_tells_the_facts_named_settles_the_line(
    pack: Pack, first: dict[str, str], second: dict[str, str], asked: str
) -> None:
    made = world(
        (DAY, "presence", {"person": "E-NO", "organised_in": "NO"}),
        (DAY, "product", {"id": "B1"}),
        (DAY, "product", {"id": "X1", **first}),
        (DAY, "product", {"id": "X2", **second}),
    )
    inquiry = made.inquiry(ON, pack=pack)
    wanted = facts(inquiry.ask(SETTLES, asked).value)
    is_open = UNKNOWN in (inquiry.ask(PRODUCT, asked).value, inquiry.ask(US, asked).value)
    assert bool(wanted) is is_open
    told: list[Telling] = []
    for of, fact in wanted:
        if fact == "presence":
            told.append((DAY, "presence", {"person": of, "organised_in": "NO"}))
        else:
            told.append((DAY, "product", {"id": of, **TELLING[fact]}))
    settled = made.also(*told).inquiry(ON, pack=pack)
    assert settled.ask(SETTLES, asked).value == ()


def test_an_owner_whose_status_is_open_is_named_by_its_own_id() -> None:
    told = {"id": "X1", "kind": "vps", "owned_by": "深圳", "operated_in": "DE"}
    answer = world((DAY, "product", told)).ask(ON, SETTLES, "X1")
    assert facts(answer.value) == [("深圳", "presence")]
    assert answer.because[0].text == "X1 is settled by: presence of 深圳"


def test_a_part_of_open_scope_is_named_while_it_keeps_the_us_test_of_its_bundle_open() -> None:
    made = world(
        (DAY, "presence", {"person": "E-NO", "organised_in": "NO"}),
        (DAY, "product", {"id": "X1", "part_of": "B1", "kind": "vps", "operated_in": "NO"}),
        (DAY, "product", {"id": "X1", "owned_by": "E-NO"}),
        (DAY, "product", {"id": "X2", "part_of": "B1", "kind": "managed_service"}),
        (DAY, "product", {"id": "X2", "basic_computing": "yes", "operated_in": "US"}),
    )
    assert made.ask(ON, PRODUCT, "B1").value is YES
    assert ("X2", "own_software") in facts(made.ask(ON, SETTLES, "B1").value)


def test_a_line_of_which_nothing_is_told_wants_everything() -> None:
    wanted = [fact for _, fact in facts(world().ask(ON, SETTLES, "X1").value)]
    assert wanted == ["kind", "basic_computing", "own_software", "owned_by", "operated_in"]
