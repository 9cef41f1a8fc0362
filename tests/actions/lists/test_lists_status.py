from datetime import timedelta
from pathlib import Path

from knowntenant.actions.lists_status import standings
from tests.actions.lists.running import NOW


def test_a_list_nobody_looked_after_for_days_is_stale(kept: Path) -> None:
    assert standings(kept, NOW + timedelta(days=7))[0].good
    (late,) = standings(kept, NOW + timedelta(days=8))
    assert (late.age, late.stale, late.good) == (8, True, False)
    assert standings(kept, NOW + timedelta(days=8), stale_after=30)[0].good
