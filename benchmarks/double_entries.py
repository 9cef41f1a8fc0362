# ruff: noqa: INP001 - scripts stand here, run as `python -m benchmarks.NAME`
"""Double a file of entries, to see what becomes of the figures when lists grow.

    python -m benchmarks.double_entries ENTRIES.jsonl.gz --to DOUBLED.jsonl.gz

Each entry is followed by an invented one of the same shape: frequent words stay, each rare word
gets the end of another, people partly another first name, so that new names crowd the old ones.
"""

import argparse
import gzip
import json
import random
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

FREQUENT = 40  # times a word stands in the file from which on it stays
SHORTEST = 4  # letters of a word that is changed
OTHER_FIRST_NAME = 0.6  # share of people's names that get another frequent first name


def invented(entries: list[dict[str, Any]], chance: random.Random) -> Iterator[dict[str, Any]]:
    """Give an invented entry for each one."""
    words = {person: _words(entries, person=person) for person in (True, False)}
    for entry in entries:
        person = entry["schema"] == "Person"
        made: dict[str, str] = {}
        names = [
            {**name, "name": _other(name["name"].split(), words[person], made, chance, person)}
            for name in entry["names"]
        ]
        yield {**entry, "id": f"x2:{entry['id']}", "names": names}


def _words(entries: list[dict[str, Any]], *, person: bool) -> Counter[str]:
    return Counter(
        word
        for entry in entries
        if (entry["schema"] == "Person") == person
        for name in entry["names"]
        for word in name["name"].split()
    )


def _other(
    words: list[str],
    known: Counter[str],
    made: dict[str, str],
    chance: random.Random,
    person: bool,  # noqa: FBT001 - passed on
) -> str:
    every = list(known)
    found = []
    for word in words:
        if known[word] <= FREQUENT and len(word) >= SHORTEST and word not in made:
            end = chance.choice(every)
            made[word] = word[: len(word) // 2] + end[max(1, len(end) // 2) :]
        found.append(made.get(word, word))
    if person and len(found) > 1 and chance.random() < OTHER_FIRST_NAME:
        found[0] = chance.choices(every, list(known.values()))[0]
    return " ".join(found)


def main() -> None:
    """Write the doubled file."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n", 1)[0])
    parser.add_argument("entries", type=Path)
    parser.add_argument("--to", type=Path, required=True)
    parser.add_argument("--seed", type=int, default=11)
    told = parser.parse_args()
    with gzip.open(told.entries, "rt", encoding="utf-8") as file:
        entries = [json.loads(line) for line in file]
    chance = random.Random(told.seed)  # noqa: S311 - it guards nothing and must repeat
    with gzip.open(told.to, "wt", encoding="utf-8") as file:
        for entry in (*entries, *invented(entries, chance)):
            file.write(json.dumps(entry, ensure_ascii=False) + "\n")


if __name__ == "__main__":
    main()
