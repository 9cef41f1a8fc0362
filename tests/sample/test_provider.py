import hashlib
import os
import subprocess
import sys
from pathlib import Path

import pytest

from knowntenant.sample.house import house
from knowntenant.sample.planted import STORIES, WORDS, seats_of
from knowntenant.sample.products import PRODUCT_TRUTH
from knowntenant.sample.provider import WHOLE, tasks
from knowntenant.sample.resellers import resellers
from knowntenant.sample.rows import COLUMNS
from tests.sample.making import contents, lines, make, situations, truth

PROGRAM = str(Path(sys.executable).with_name("knowntenant"))
NAMES = {name for name, _ in STORIES}
FIXED = (*PRODUCT_TRUTH, *house(NAMES).truth, *resellers().truth)
ALL = NAMES | {line.situation for line in FIXED}


def made_apart(folder: Path, hash_seed: str, form: str) -> dict[str, str]:
    """Make a sample in a process of its own, and give the hashes of its files."""
    command = [PROGRAM, "sample", str(folder), "--customers", "90", "--format", form]
    surroundings = {**os.environ, "PYTHONHASHSEED": hash_seed, "TZ": "America/Lima"}
    subprocess.run(command, check=True, env=surroundings, capture_output=True)
    return {name: hashlib.sha256(data).hexdigest() for name, data in contents(folder).items()}


@pytest.mark.parametrize("form", ["csv", "jsonl", "parquet"])
def test_the_same_seed_gives_the_same_bytes_in_every_process(tmp_path: Path, form: str) -> None:
    first = made_apart(tmp_path / "first", "0", form)
    second = made_apart(tmp_path / "second", "4711", form)
    assert first == second
    assert len(first) == len(COLUMNS) + 5


def test_another_seed_gives_another_provider(tmp_path: Path) -> None:
    one, other = make(tmp_path / "one", 90, seed=1), make(tmp_path / "other", 90, seed=2)
    assert lines(one, "customers") != lines(other, "customers")
    assert situations(one) == situations(other)


def test_every_situation_is_there_from_ninety_customers_on(tmp_path: Path) -> None:
    sample = make(tmp_path, WHOLE)
    assert situations(sample) == ALL
    assert len({line["id"] for line in lines(sample, "customers")}) == WHOLE


def test_every_situation_is_told_in_words() -> None:
    assert all(words.endswith(".") for words in WORDS.values())
    assert all(line.story.endswith(".") for line in FIXED)


@pytest.mark.parametrize("customers", [1, 2, 3, 17, 59, 89])
def test_a_small_sample_has_as_many_customers_as_asked_and_some_of_them_plain(
    tmp_path: Path, customers: int
) -> None:
    sample = make(tmp_path, customers)
    assert len({line["id"] for line in lines(sample, "customers")}) == customers
    planted = sum(count for name, _, count in tasks(customers) if name)
    assert planted <= customers - customers // 3


@pytest.mark.parametrize("customers", [300, 2000, 5000, 100_000])
def test_at_least_seventy_of_a_hundred_customers_are_plain(customers: int) -> None:
    plain = sum(count for name, _, count in tasks(customers) if not name)
    assert plain >= 0.7 * customers
    assert sum(count for _, _, count in tasks(customers)) == customers


def test_in_a_large_sample_every_situation_stands_once_in_a_thousand() -> None:
    names = [name for name, _, _ in tasks(3500) if name]
    assert {names.count(name) for name in names} == {3}
    assert sum(seats_of(story) for _, story in STORIES) <= WHOLE


def test_where_nothing_is_to_be_found_the_truth_says_why(harborgrid: Path) -> None:
    for line in truth(harborgrid):
        assert (line["expected"] == "none") == bool(line["why"]), line["situation"]


def test_the_truth_names_ids_that_the_tables_have(harborgrid: Path) -> None:
    keys = {table: "id" for table, columns in COLUMNS.items() if "id" in columns}
    keys["owners"] = "owner"
    there = {line[key] for table, key in keys.items() for line in lines(harborgrid, table)}
    there.add("program")
    named = {id_ for line in truth(harborgrid) for id_ in _texts(line["ids"])}
    assert named <= there


def test_customers_come_from_more_than_forty_countries(harborgrid: Path) -> None:
    places = {line["citizen"] or line["organised_in"] for line in lines(harborgrid, "customers")}
    assert len({place[:2] for place in places if place}) >= 40


def test_seventeen_resellers_have_accounts_of_customers_below_them(harborgrid: Path) -> None:
    ids = {line["id"] for line in lines(harborgrid, "resellers")}
    below = {line["reseller"] for line in lines(harborgrid, "accounts")} - {""}
    assert len(ids) == 17
    assert below
    assert below <= ids


def test_no_two_persons_have_an_address_or_a_number_in_common(harborgrid: Path) -> None:
    back = {str(line["email"]).casefold() for line in lines(harborgrid, "customers")}
    for column in ("email", "phone"):
        told = [*lines(harborgrid, "customers"), *lines(harborgrid, "owners")]
        found = [line[column].casefold() for line in told if line[column]]
        repeated = {text for text in found if found.count(text) > 1}
        assert len(repeated) == (1 if column == "email" else 0), "only the one who came back"
        assert column == "phone" or repeated < back


def test_mail_goes_to_nobody_and_telephone_numbers_are_fiction(harborgrid: Path) -> None:
    for table in ("customers", "owners"):
        for line in lines(harborgrid, table):
            host = line["email"].casefold().rpartition("@")[2]
            assert host in {"", "example.com", "example.net", "example.org"}
            assert " 555 01 " in line["phone"] or not line["phone"]


def _texts(ids: object) -> list[str]:
    assert isinstance(ids, list)
    return ids
