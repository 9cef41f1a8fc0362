"""What rows say of each other: ids that nothing stands behind, and the same thing told twice."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from knowntenant.imports.tally import Tally

PERSONS = ("person", "customer", "reseller", "provider")
"""The fact types whose ids name persons."""

_TABLE = {"person": "customers, owners or persons", "evidence": "evidence"}


def _with_article(fact: str) -> str:
    return f"{'an' if fact[0] in 'aeiou' else 'a'} {fact}"


@dataclass(slots=True)
class Links:
    """The ids that the export told of, by fact type, and the references still to be checked."""

    ids: dict[str, set[object]] = field(default_factory=dict)
    _pending: list[tuple[str, str, str, str]] = field(default_factory=list)

    def told(self, fact: str) -> set[object]:
        """Give the ids of a fact type; whoever reads a row adds to them."""
        return self.ids.setdefault(fact, set())

    def refer(self, fact: str, id_: str, where: str, column: str) -> None:
        """Note a reference that has found nobody so far; a later row may tell of it."""
        self._pending.append((fact, id_, where, column))

    def check(self, tally: Tally) -> None:
        """Report the references that nothing in the export stands behind."""
        empty: dict[tuple[str, str], int] = {}
        for fact, id_, where, column in self._pending:
            kinds = PERSONS if fact == "person" else (fact,)
            known = [self.ids.get(kind, set()) for kind in kinds]
            if not any(known):
                empty[fact, column] = empty.get((fact, column), 0) + 1
            elif not any(id_ in ids for ids in known):
                table = _TABLE.get(fact, f"{fact}s")
                what = f"'{column}': there is no {fact} '{id_}' in the export"
                remedy = f"Add its row to {table}, or correct the id."
                tally.problem(("link", fact, column), where, what, remedy)
        for (fact, column), count in empty.items():
            named = _with_article(fact)
            what = f"{count:,} rows name {named} in '{column}', and the export tells of none"
            tally.note(("no", fact, column), "export", what, "Add the table, if you have it.")


@dataclass(slots=True)
class Twins:
    """Rows of one table by key and time of telling, so that the same thing told twice is seen."""

    tally: Tally
    table: str
    _seen: dict[tuple[str, ...], tuple[str, int]] = field(default_factory=dict)

    def is_repeated(self, key: tuple[str, ...], row: Sequence[str], where: str) -> bool:
        """Tell whether a row says just what an earlier one said; report one that says otherwise.

        Two rows of one key and time that differ are both kept, as tellings one after the other:
        what the later row fills in replaces what the earlier one said.
        """
        mark = hash(tuple(row))
        before = self._seen.setdefault(key, (where, mark))
        if before[0] == where:
            return False
        name = "/".join(part for part in key if part)
        if before[1] == mark:
            what = f"repeats {before[0]}"
            self.tally.note(("twin", self.table), where, what, "One of the rows is left out.")
            return True
        what = f"'{name}' stands here and in {before[0]}, and the two rows differ"
        remedy = (
            "Keep one, or give each its date. Until then both count,"
            " and the later row replaces what it fills in."
        )
        self.tally.problem(("differing twin", self.table), where, what, remedy)
        return False
