"""Progress of a screening on the terminal's error output; silent where nobody watches."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from rich.console import Console
from rich.progress import BarColumn, Progress, Task, TextColumn, TimeRemainingColumn
from rich.text import Text


class _Speed(TextColumn):
    """How many rows a second are done."""

    def __init__(self) -> None:
        super().__init__("")

    def render(self, task: Task) -> Text:
        """Give the speed, once it is known."""
        return Text(f"{task.speed:,.0f} rows/s" if task.speed else "")


@contextmanager
def shown_progress(rows: int, *, quiet: bool) -> Iterator[Callable[[int], None]]:
    """Show how many of about so many rows are done; without a thread, as processes are forked."""
    console = Console(stderr=True)
    columns = (
        TextColumn("Screening"),
        BarColumn(),
        TextColumn("{task.completed:,.0f} of about {task.total:,.0f}"),
        _Speed(),
        TextColumn("left:"),
        TimeRemainingColumn(),
    )
    hidden = quiet or not console.is_terminal
    with Progress(
        *columns, console=console, transient=True, auto_refresh=False, disable=hidden
    ) as bar:
        task = bar.add_task("Screening", total=rows)

        def told(done: int) -> None:
            bar.update(task, completed=done, total=max(rows, done))
            bar.refresh()

        yield told
