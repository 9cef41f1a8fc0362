from fractions import Fraction
from pathlib import Path

import pytest

from knowntenant.imports.lists.loading import read_files
from knowntenant.imports.lists.shrinking import Size, shrunk, size_of
from knowntenant.screening.delta import compare
from knowntenant.screening.entry import Entry, Kind, ListedName

REAL = Path(__file__).resolve().parents[4] / "shared" / "data" / "watchlists"


def entries(*numbers: int, names: int = 1) -> list[Entry]:
    return [
        Entry(
            f"x:{n}", "x", Kind.PERSON, tuple(ListedName(f"Name {n} {at}") for at in range(names))
        )
        for n in numbers
    ]


FULL = size_of(entries(*range(100)))


@pytest.mark.parametrize(("left", "complaints"), [(100, 0), (90, 0), (89, 2), (1, 2), (0, 1)])
def test_more_than_a_tenth_less_is_told(left: int, complaints: int) -> None:
    assert len(shrunk(FULL, size_of(entries(*range(left))))) == complaints


def test_the_share_is_a_setting() -> None:
    less = size_of(entries(*range(80)))
    assert shrunk(FULL, less, Fraction(1, 5)) == []
    assert shrunk(FULL, size_of(entries(*range(99))), Fraction(0)) != []


def test_another_list_of_the_same_length_is_told_by_its_names() -> None:
    (said,) = shrunk(FULL, size_of(entries(*range(100, 200))))
    assert said == "100 of 100 names are gone (100 %; up to 10% is usual)"


def test_lost_aliases_are_told() -> None:
    rich = size_of(entries(*range(100), names=2))
    (said,) = shrunk(rich, FULL)
    assert "names are gone (50 %" in said


def test_letter_case_is_no_loss() -> None:
    loud = [Entry("x:1", "x", Kind.PERSON, (ListedName("NGUYỄN MẪU"),))]
    soft = [Entry("x:1", "x", Kind.PERSON, (ListedName("Nguyễn Mẫu"),))]
    assert shrunk(size_of(loud), size_of(soft)) == []


def test_a_first_version_is_fine_unless_it_is_empty() -> None:
    assert shrunk(None, FULL) == []
    assert shrunk(None, size_of([])) == ["it holds no entry at all"]


def test_counts_alone_are_compared_where_the_old_names_are_lost() -> None:
    assert len(shrunk(Size(100, None, 300), FULL)) == 1
    assert shrunk(Size(100, None, 100), FULL) == []


@pytest.mark.parametrize(
    ("before", "after", "counts"),
    [
        ("us/ofac_sdn/2019-01/sdn.csv.gz", "us/ofac_sdn/2021-07/sdn.csv.gz", (1858, 838, 261)),
        (
            "un/un_consolidated_2024-10-16.xml.gz",
            "un/un_consolidated_2026-02-27.xml.gz",
            (132, 107, 6),
        ),
    ],
)
def test_years_of_real_lists_are_no_shrinking_and_going_back_is(
    before: str, after: str, counts: tuple[int, int, int]
) -> None:
    if not REAL.exists():
        pytest.skip("the real lists are not beside the repository")
    old, new = (read_files("real", (REAL / name,)).entries for name in (before, after))
    found = compare(old, new)
    added, changed, removed = len(found.added), len(found.changed), len(found.removed)
    assert (added, removed) == (counts[0], counts[2])
    assert changed == pytest.approx(counts[1], rel=0.2)  # readers learn to read more
    assert shrunk(size_of(old), size_of(new)) == []
    assert shrunk(size_of(new), size_of(old)) != []
