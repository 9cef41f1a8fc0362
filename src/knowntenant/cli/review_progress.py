"""Progress of a review on the terminal's error output; silent where nobody watches."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from rich.console import Console
from rich.progress import BarColumn, Progress, TaskID, TextColumn, TimeElapsedColumn


@dataclass(slots=True)
class Shower:
    """Shows what is being read, then how many customers have been decided on."""

    bar: Progress
    task: TaskID
    packs: int = 1

    def reading(self, what: str, done: int, total: int) -> None:
        """Show which file is being read."""
        self.bar.update(self.task, description=f"Reading {what}", completed=done, total=total)
        self.bar.refresh()

    def deciding(self, packs: int) -> None:
        """Show that reading is over."""
        self.packs = packs
        self.bar.update(self.task, description="Sorting what was read", total=None)
        self.bar.refresh()

    def decided(self, count: int, of: int) -> None:
        """Show how many more customers have been decided on, of how many."""
        total = of * self.packs
        if self.bar.tasks[self.task].total != total:
            self.bar.reset(self.task, total=total, description="Deciding")
        self.bar.advance(self.task, count)
        self.bar.refresh()


@contextmanager
def shown_progress(*, quiet: bool) -> Iterator[Shower]:
    """Show progress while something is done. No thread refreshes it: the review may fork."""
    console = Console(stderr=True)
    columns = (TextColumn("{task.description}"), BarColumn(), TimeElapsedColumn())
    hidden = quiet or not console.is_terminal
    with Progress(
        *columns, console=console, transient=True, auto_refresh=False, disable=hidden
    ) as bar:
        yield Shower(bar, bar.add_task("Reading", total=None))
