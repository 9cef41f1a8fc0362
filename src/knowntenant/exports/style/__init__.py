"""The one style of every page: for screen and paper, light and dark, eye and ear."""

from importlib.resources import files

from markupsafe import Markup


def house_style(*more: str) -> Markup:
    """Give the style sheet, with further text of ours behind it; nothing in it needs escaping."""
    sheet = (files(__package__) / "house.css").read_text(encoding="utf-8")
    return Markup("\n".join((sheet, *more)))  # noqa: S704 - files of ours, no data of anybody
