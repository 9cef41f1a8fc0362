"""Complete written programs of made-up providers, to start from: small, mid and large."""

from importlib.resources import files

SIZES = ("small", "mid", "large")


def example(size: str) -> str:
    """Give the text of an example's program.toml. Raises KeyError for another size."""
    if size not in SIZES:
        raise KeyError(size)
    return files(__name__).joinpath(f"{size}.toml").read_text(encoding="utf-8")
