"""docs/program.md says what the declarations say."""

from knowntenant.documents.program_page import page
from knowntenant.facts.program import elements
from knowntenant.facts.program_setting import Section
from knowntenant.facts.tier_rules import Factor, read_tier_rule

PAGE = page()


def test_every_element_has_its_row_below_its_section() -> None:
    sections = dict(zip(Section, PAGE.split("\n## `[")[1:], strict=True))
    for element in elements().values():
        (row,) = (
            line
            for line in sections[element.section].splitlines()
            if line.startswith(f"| `{element.name}` |")
        )
        cells = [cell.strip() for cell in row.strip("|").split(" | ")]
        assert cells[3:6] == [element.meaning, element.clause, element.mode]
        assert cells[6] == ("yes" if element.material else "no")


def test_every_section_and_every_factor_is_named() -> None:
    for section in Section:
        assert f"\n## `[{section}]`: " in PAGE
    for factor in Factor:
        assert f"`{factor}`" in PAGE


def test_what_counts_as_a_gap_is_marked() -> None:
    marked = {line.split("`")[1] for line in PAGE.splitlines() if line.endswith("if not written |")}
    assert {"version", "contact_phone", "tier_rules", "redress_procedure"} <= marked
    assert marked.isdisjoint({"reseller_adoption", "currency", "attempts", "document_validity"})


def test_the_rules_shown_can_be_read() -> None:
    block = PAGE.split("tier_rules = [")[1].split("]")[0]
    rules = [line.strip().strip('",') for line in block.strip().splitlines()]
    assert [read_tier_rule(rule).text for rule in rules] == rules


def test_nothing_is_called_required() -> None:
    assert "required" not in PAGE.casefold()
