"""What is upward of given ids, against a slow twin that walks by hand."""

from hypothesis import given
from hypothesis import strategies as st

from knowntenant.imports.trees.reach import EVERYTHING, Links

IDS = st.sampled_from(["C1", "C2", "深圳", "محمد", "Nguyễn", "E1", "E2", ""])


def walked(links: list[tuple[str, str]], starts: list[str]) -> set[str]:
    found, front = set(starts), list(starts)
    for one in front:
        for begin, end in links:
            if begin == one and end not in found:
                found.add(end)
                front.append(end)
    return found


@given(st.lists(st.tuples(IDS, IDS), max_size=20), st.lists(IDS, max_size=3))
def test_the_reach_is_what_a_walk_by_hand_finds(
    links: list[tuple[str, str]], starts: list[str]
) -> None:
    made = Links()
    for one, other in links:
        made.add(one, other)
    reach = made.reached(starts)
    everybody = {id_ for link in links for id_ in link} | set(starts) | {"nobody"}
    assert {id_ for id_ in everybody if id_ in reach} == walked(links, starts)


def test_a_chain_of_thousands_that_bites_its_tail_is_followed_once() -> None:
    made = Links()
    for number in range(5_000):
        made.add(str(number), str((number + 1) % 5_000))
    reach = made.reached(["17"])
    assert all(str(number) in reach for number in range(5_000))
    assert "5000" not in reach


def test_without_a_choice_everybody_is_within_reach() -> None:
    assert "anybody" in EVERYTHING
