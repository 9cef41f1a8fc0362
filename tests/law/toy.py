"""Two packs under which every property of a decision has to hold: the proposal, and a made-up one.

Use it so, in the test of a subject:

    from tests.law.toy import packs

    __all__ = ["packs"]

    def test_a_later_trigger_never_gives_an_earlier_day(packs: Pack) -> None: ...
"""

from pathlib import Path

import pytest

from knowntenant.law.loading import load_from, load_pack
from knowntenant.law.pack import Pack

NPRM: Pack = load_pack("nprm-2024")
TOY: Pack = load_from(Path(__file__).parent / "packs" / "toy-2031")

both = pytest.mark.parametrize("pack", [NPRM, TOY], ids=lambda pack: pack.name)
"""Runs a test once under each pack, as its argument `pack`."""


@pytest.fixture(params=[NPRM, TOY], ids=lambda pack: pack.name)
def packs(request: pytest.FixtureRequest) -> Pack:
    """Give each of the two packs in turn."""
    pack: Pack = request.param
    return pack
