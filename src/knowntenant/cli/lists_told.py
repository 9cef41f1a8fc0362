"""What is said, aside from any result, of the lists that something is screened against."""

from pathlib import Path

from rich.console import Console
from rich.text import Text

from knowntenant.actions.listed import Listed, left_out
from knowntenant.imports.signs import without_odd_signs


def tell_of_lists(folder: Path, listed: Listed) -> None:
    """Say how much of each list could not be read, and which files are not screened against."""
    console = Console(stderr=True, highlight=False)
    for problem in (*listed.problems, *left_out(folder)):
        console.print(Text(without_odd_signs(str(problem))), soft_wrap=True)
