"""A bundle splits: random trees of lines, and a twin that follows every line up to its bundle."""

from hypothesis import given
from hypothesis import strategies as st

from knowntenant.law.answer import NO, UNKNOWN, YES
from knowntenant.law.pack import Pack
from knowntenant.scope.bundles import parts_of, product_days, told_of
from tests.law.toy import both
from tests.world import Telling, World, world

PRODUCT, PARTS = "scope.product_in_scope", "scope.bundle_parts"
DAY = "2027-01-01"
LINES = ("深圳", "محمد", "Nguyễn", "X4", "X5", "X6")
KINDS = {"vps": YES, "saas": NO, "managed_service": UNKNOWN}


def part(id_: str, of: str = "", kind: str = "vps", day: str = DAY) -> Telling:
    """Tell a line, and the bundle that it is part of."""
    return day, "product", {"id": id_, "kind": kind, **({"part_of": of} if of else {})}


@st.composite
def forests(draw: st.DrawFn) -> dict[str, tuple[str, str]]:
    """Draw lines, each with its kind and a bundle that comes before it in the list, or none."""
    return {
        line: (
            draw(st.sampled_from(sorted(KINDS))),
            draw(st.sampled_from(["", *LINES[:number]])),
        )
        for number, line in enumerate(LINES)
    }


@both
@given(made=forests(), asked=st.sampled_from(LINES))
def test_a_bundle_is_what_its_last_parts_are(
    pack: Pack, made: dict[str, tuple[str, str]], asked: str
) -> None:
    inquiry = World(tuple(part(id_, of, kind) for id_, (kind, of) in made.items())).inquiry(
        "2027-02-01", pack=pack
    )
    bundles = {of for _, of in made.values()}
    expected = {
        line
        for line in LINES
        if line not in bundles and asked in above(line, made) and line != asked
    }
    assert set(parts_of(inquiry, asked)) == expected
    values = {KINDS[made[line][0]] for line in expected or {asked}}
    answer = inquiry.ask(PRODUCT, asked)
    assert answer.value is next(v for v in (YES, UNKNOWN, NO) if v in values)
    rows = inquiry.ask(PARTS, asked).value
    assert isinstance(rows, tuple)
    assert {row["product"]: row["in_scope"] for row in rows} == {
        line: KINDS[made[line][0]] for line in expected
    }


def above(line: str, made: dict[str, tuple[str, str]]) -> set[str]:
    """Give the bundles above a line, one step after the other."""
    found: set[str] = set()
    while line:
        found.add(line)
        line = made[line][1]
    return found


def test_the_kind_of_a_bundle_is_not_used_and_that_is_flagged() -> None:
    made = world(part("B1", kind="vps"), part("X1", "B1", "saas"))
    answer = made.ask("2027-02-01", PRODUCT, "B1")
    assert answer.value is NO
    assert answer.flags == ("kind of bundle B1 not used: its parts are judged",)
    text = "B1 is a bundle of X1; it counts for these parts only"
    assert answer.because[0].text.startswith(text)
    assert answer.clauses == ("7.301 iaas product",)


def test_a_single_line_is_no_bundle() -> None:
    answer = world(part("X1")).ask("2027-02-01", PARTS, "X1")
    assert answer.value == ()
    assert answer.because[0].text == "X1 is no bundle"


def test_lines_that_name_each_other_are_taken_apart_as_far_as_that_goes() -> None:
    inquiry = world(part("X1", "X2"), part("X2", "X1"), part("X3", "X3")).inquiry("2027-02-01")
    assert parts_of(inquiry, "X1") == ("X2",)
    assert parts_of(inquiry, "X2") == ("X1",)
    assert parts_of(inquiry, "X3") == ()
    assert inquiry.ask(PRODUCT, "X1").value is YES
    assert [told.id for told in told_of(inquiry, "X1")] == ["X1", "X2"]
    assert [told.id for told in told_of(inquiry, "X3")] == ["X3"]


def test_what_was_told_of_a_part_that_left_is_a_change_of_the_bundle() -> None:
    made = world(
        part("B1", kind="cdn"),
        part("X1", "B1", day="2027-03-01"),
        part("X2", "X1", day="2027-04-01"),
        ("2028-02-29", "product", {"id": "X1", "part_of": "none"}),
    )
    inquiry = made.inquiry("2028-03-01")
    days = sorted(str(day) for day in product_days(inquiry, "B1"))
    assert days == ["2027-01-01", "2027-03-01", "2027-04-01", "2028-02-29"]
    assert parts_of(inquiry, "B1") == ()
    assert parts_of(inquiry.on(inquiry.day.replace(month=2, day=28)), "B1") == ("X2",)
