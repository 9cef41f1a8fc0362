"""The questions of `knowntenant scope`: in plain words, each with why it is asked."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from knowntenant.cli.scope_text import kind_answer
from knowntenant.facts.places.kind import read_place
from knowntenant.facts.reading import Given
from knowntenant.imports.product_lines import Row
from knowntenant.law.kinds import Unreadable, fold, read_text, read_yes_no
from knowntenant.law.pack import Entry, Pack
from knowntenant.law.problem import nearest
from knowntenant.scope.products import KINDS

Told = dict[str, str]
"""What was told of one line, by the key of the question; what is left open is not there."""
AGAIN, BUNDLE, KIND, LIMBS = "again", "part_of", "kind", ("basic_computing", "own_software")
OWNER, PLACES = "owner", "operated_in"


@dataclass(frozen=True, slots=True)
class Question:
    """A question: the key it fills, its words, why it is asked, and how a reply is read.

    read: gives what is kept of a reply, or raises Unreadable; must: it cannot be left open.
    """

    key: str
    words: str
    why: str
    read: Callable[[str], str]
    must: bool = False


def questions(pack: Pack, told: Sequence[Told]) -> Iterator[Question]:
    """Give the questions about the last line told of, in order, that its replies call for."""
    line = told[-1]
    listed = pack.lists.get(KINDS, {})
    yield Question(
        "id", "What is the product line called?", "The answers name it so.",
        _new_name(told), must=True,
    )  # fmt: skip
    yield Question(
        KIND,
        "\n".join(["What kind of product is it? Give its number or word.", *_options(pack)]),
        "The pack's list answers most kinds outright. A free trial counts like a paid plan.",
        _one_of(tuple(listed)),
    )
    entry = listed.get(line.get(KIND, ""))
    if entry is None or entry.answer == "unknown":
        yield from _limbs()
    yield Question(
        BUNDLE,
        "Is it sold as part of a bundle? Give the bundle's name.",
        "A bundle splits: each part is judged by itself, and it counts for its IaaS parts only.",
        _another_name(line),
    )
    yield Question(
        OWNER,
        "Where does its owner belong? A company: under which place's law it is organised.\n"
        "An individual: a citizenship; US for a permanent resident, and for who is located there.",
        "An IaaS product that a US person owns is a US one, wherever it is run.",
        lambda reply: read_place(reply).code,
    )
    yield Question(
        PLACES,
        "In which places is it run? Several with commas, such as US-VA, DE.",
        "One that is run on US territory is a US one, whoever owns it.",
        _places,
    )
    yield Question(AGAIN, "Is there another product line?", "Each is answered by itself.", _yes_no)


def rows(told: Sequence[Told]) -> Iterator[Row]:
    """Give what was told as the rows that a file would have: lines, their owners, their bundles."""
    ids = {line["id"] for line in told}
    for bundle in dict.fromkeys(line[BUNDLE] for line in told if BUNDLE in line):
        if bundle not in ids:
            yield Row("product", f"bundle {bundle}", {"id": bundle})
    for number, line in enumerate(told, start=1):
        where, owner = f"answers {number}", f"owner of {line['id']}"
        keys: dict[str, Given] = {
            key: line[key] for key in ("id", KIND, *LIMBS, BUNDLE) if key in line
        }
        if PLACES in line:
            keys[PLACES] = tuple(line[PLACES].split(", "))
        if OWNER in line:
            yield Row("person", where, {"id": owner, "organised_in": line[OWNER]})
            keys["owned_by"] = owner
        yield Row("product", where, keys)


def _limbs() -> Iterator[Question]:
    first, second = LIMBS
    yield Question(
        first,
        "Does it give the customer processing, storage, networks or other basic computing?",
        "That is the first of two limbs; without it there is no IaaS product.",
        _yes_no,
    )
    yield Question(
        second,
        "Can the customer deploy and run software of its own choice on it?",
        "That is the second limb; ready-made software alone is no IaaS product.",
        _yes_no,
    )


def _options(pack: Pack) -> Iterator[str]:
    listed: Sequence[Entry] = tuple(pack.lists.get(KINDS, {}).values())
    for number, entry in enumerate(listed, start=1):
        yield f"  {number:>2} {entry.value:<21}{kind_answer(entry)}"


def _one_of(known: Sequence[str]) -> Callable[[str], str]:
    def read(reply: str) -> str:
        word = fold(reply)
        if word.isascii() and word.isdecimal() and 1 <= int(word[:6]) <= len(known):
            return known[int(word[:6]) - 1]
        if word not in known:
            message = f"'{reply.strip()}' is none of them. {nearest(word, known)}"
            raise Unreadable(message)
        return word

    return read


def _new_name(told: Sequence[Told]) -> Callable[[str], str]:
    def read(reply: str) -> str:
        name = read_text(reply)
        if any(line.get("id") == name for line in told):
            message = f"there is a line '{name}' already; give another name"
            raise Unreadable(message)
        return name

    return read


def _another_name(line: Told) -> Callable[[str], str]:
    def read(reply: str) -> str:
        name = read_text(reply)
        if name == line.get("id"):
            message = "a line cannot be part of itself"
            raise Unreadable(message)
        return "" if name.casefold() in ("no", "n") else name

    return read


def _yes_no(reply: str) -> str:
    return str(read_yes_no(reply))


def _places(reply: str) -> str:
    parts = [part.strip() for part in reply.replace(";", ",").split(",") if part.strip()]
    return ", ".join(read_place(part).code for part in parts)
