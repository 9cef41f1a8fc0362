import re

from knowntenant.documents.divergences_page import page
from knowntenant.law.loading import load_pack

PAGE = page()


def test_every_reading_has_its_choices_and_who_takes_them() -> None:
    for pack in (load_pack("nprm-2024"), load_pack("nprm-2024-strict")):
        for defect, row in pack.readings.items():
            text = PAGE.split(f"\n## {defect}\n")[1].split("\n## ")[0]
            (taken,) = [line for line in text.splitlines() if line.startswith(f"| `{row.taken}` |")]
            assert f"`{pack.name}`" in taken
            assert all(choice in text for choice in row.choices)
            assert row.unclear in text


def test_the_decisions_that_take_a_reading_are_named() -> None:
    text = PAGE.split("\n## D33\n")[1].split("\n## ")[0]
    assert "Taken by: `resellers.clocks`" in text


def test_the_status_of_each_pack_is_said() -> None:
    assert len(re.findall("not in force", PAGE)) == 2
