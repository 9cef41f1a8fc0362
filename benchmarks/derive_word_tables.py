# ruff: noqa: INP001 - a script, run by its path
"""Derive the frequency tables of words that the screening engine carries with it."""

import argparse
import csv
import gzip
import json
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path

from anyascii import anyascii

ROOT = Path(__file__).parents[1]
SOURCES = ROOT.parent / "shared/data/screening_cases/sources"
TABLES = ROOT / "src/knowntenant/screening/tables"
SEEN_OFTEN_ENOUGH = 3
NAMES_PER_COUNTRY = 150
APOSTROPHES = str.maketrans("", "", "'`\u2018\u2019\u02bb\u02bc")
WORD = re.compile(r"[a-z0-9]+")

# The registries give ranks, no counts. Zipf-Mandelbrot with these two is a usual shape of name
# lists, and the first 150 names of a country are taken to cover half of its people.
RANK_OFFSET = 2.7
SHARE_COVERED = 0.5


def words_of(name: str) -> list[str]:
    """Fold a name to ASCII words in lower case, as the tables hold them."""
    return WORD.findall(anyascii(name).translate(APOSTROPHES).lower())


def company_names(folder: Path) -> Iterator[str]:
    """Give the names of companies in both registries."""
    with gzip.open(folder / "ieee_oui_orgs.csv.gz", "rt", encoding="utf-8", newline="") as file:
        rows = csv.reader(file)
        next(rows)
        yield from (row[0] for row in rows if row)
    with gzip.open(folder / "sec_company_names.txt.gz", "rt", encoding="utf-8") as file:
        yield from (line.strip() for line in file if line.strip())


def company_counts(names: Iterable[str]) -> tuple[int, Counter[str]]:
    """Count in how many different company names each word stands."""
    distinct = {" ".join(words_of(name)) for name in names} - {""}
    return len(distinct), Counter(word for name in distinct for word in set(name.split()))


def company_table(names: Iterable[str]) -> str:
    """Write the words of company names, the most frequent first; the first row is the total."""
    total, counts = company_counts(names)
    kept = [(word, count) for word, count in counts.items() if count >= SEEN_OFTEN_ENOUGH]
    kept.sort(key=lambda pair: (-pair[1], pair[0]))
    rows = [f"# word\tcompany names it stands in, of {total}", f"*\t{total}"]
    return "\n".join([*rows, *(f"{word}\t{count}" for word, count in kept)]) + "\n"


def shares() -> list[float]:
    """Give the share of people, in parts of 1, of each rank in a country."""
    weights = [1 / (rank + RANK_OFFSET) for rank in range(1, NAMES_PER_COUNTRY + 1)]
    return [SHARE_COVERED * weight / sum(weights) for weight in weights]


def person_table(names: dict[str, dict[str, list[str]]]) -> str:
    """Write the words of person names with country and share in parts per million."""
    found: dict[str, dict[tuple[str, str], float]] = defaultdict(dict)
    ladder = shares()
    for part, letter in (("first", "g"), ("last", "f")):
        for country, listed in names[part].items():
            for share, name in zip(ladder, listed, strict=False):
                for word in words_of(name):
                    held = found[word].get((letter, country), 0.0)
                    found[word][letter, country] = held + share
    rows = ["# word\tg: given, f: family; country and share of its people in parts per million"]
    for word, places in sorted(found.items()):
        cells = (
            f"{letter}{country.lower()}{round(share * 1e6)}"
            for (letter, country), share in sorted(places.items())
        )
        rows.append(f"{word}\t{' '.join(cells)}")
    return "\n".join(rows) + "\n"


def main() -> None:
    """Write both tables anew."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--sources", type=Path, default=SOURCES)
    asked.add_argument("--tables", type=Path, default=TABLES)
    options = asked.parse_args()
    if not options.sources.is_dir():
        asked.exit(2, f"{options.sources}: no such folder; give the raw material with --sources\n")
    company = company_table(company_names(options.sources))
    (options.tables / "company_word_counts.tsv").write_text(company, encoding="utf-8")
    with gzip.open(options.sources / "names_by_country.json.gz", "rt", encoding="utf-8") as file:
        person = person_table(json.load(file))
    (options.tables / "person_word_shares.tsv").write_text(person, encoding="utf-8")


if __name__ == "__main__":
    main()
