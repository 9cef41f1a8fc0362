import io

from rich.console import Console
from rich.progress import Progress

from knowntenant.cli.review_progress import Shower, shown_progress


def test_progress_goes_from_reading_to_deciding() -> None:
    console = Console(file=io.StringIO(), force_terminal=True, width=80)
    with Progress(console=console, auto_refresh=False) as bar:
        shower = Shower(bar, bar.add_task("Reading", total=None))
        shower.reading("customers.csv", 1, 4)
        assert bar.tasks[0].description == "Reading customers.csv"
        shower.deciding(packs=2)
        shower.decided(30, 100)
        shower.decided(20, 100)
        assert (bar.tasks[0].completed, bar.tasks[0].total) == (50, 200)


def test_nothing_is_shown_to_nobody() -> None:
    with shown_progress(quiet=True) as shower:
        shower.decided(1, 1)
    assert shower.bar.disable
