import re

import pytest

from knowntenant.documents.packs_page import page
from knowntenant.law.loading import load_pack, pack_names
from knowntenant.law.scenario.matching import legal_status

PAGE = page()
BINDING, OTHERS = PAGE.split("\n## Not in force\n")


def section(name: str) -> str:
    return PAGE.split(f"\n### `{name}`\n")[1].split("\n#")[0]


@pytest.mark.parametrize("name", pack_names())
def test_every_pack_has_its_status_source_and_day_of_checking(name: str) -> None:
    pack, text = load_pack(name), section(name)
    assert f"Status: {legal_status(pack)}. {pack.notice}" in text
    assert f"Source: {pack.source}." in text
    assert f"Last verified on {pack.last_verified_on}." in text
    assert f"| `{name}` | {legal_status(pack)} | {pack.last_verified_on} |" in PAGE


@pytest.mark.parametrize("name", pack_names())
def test_a_pack_stands_under_the_heading_of_its_force(name: str) -> None:
    heading = f"\n### `{name}`\n"
    assert (heading in BINDING) is load_pack(name).in_force
    assert (heading in OTHERS) is not load_pack(name).in_force


@pytest.mark.parametrize("name", pack_names())
def test_its_numbers_changes_and_what_was_not_verified_are_said(name: str) -> None:
    pack, text = load_pack(name), section(name)
    assert [what for what in pack.not_verified if f"- {what}" not in text] == []
    assert [c.what for c in pack.change_log if f"- {c.on}: {c.what}" not in text] == []
    assert [p.name for p in pack.parameters.values() if p.label not in text] == []


def test_nothing_is_said_to_be_required() -> None:
    assert re.findall(r"\brequired\b", PAGE.casefold()) == []
