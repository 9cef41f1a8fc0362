"""The data tables of names, each read once from the package."""

import gzip
from functools import cache
from importlib.resources import files
from types import MappingProxyType


def rows(name: str) -> list[list[str]]:
    """Rows of a gzipped table of the package, cut at tabs; lines that begin with # are left out."""
    packed = (files("knowntenant.screening") / "tables" / f"{name}.tsv.gz").read_bytes()
    lines = gzip.decompress(packed).decode("utf-8").splitlines()
    return [line.split("\t") for line in lines if line and not line.startswith("#")]


@cache
def spellings(name: str) -> MappingProxyType[str, tuple[str, ...]]:
    """A table of two columns: a word, and its Latin spellings, the most frequent first."""
    return MappingProxyType({word: tuple(latin.split()) for word, latin in rows(name)})
