"""Guard: from a clause to its decision to its cases, and back, with nothing left hanging.

Each check gives its complaints as a list. That docs/law.md is fresh is checked in code_health.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from knowntenant.imports.scenarios import ReadScenario, find_files, read_file
from knowntenant.imports.vocabulary import VOCABULARY
from knowntenant.law.answer import Answer
from knowntenant.law.clauses import covers
from knowntenant.law.decision import Decision
from knowntenant.law.inherit import digest
from knowntenant.law.law import LABELS
from knowntenant.law.loading import load_pack
from knowntenant.law.pack import Clause, Pack
from knowntenant.law.scenario.expectation import Expectation
from knowntenant.law.scenario.matching import Cites, missed
from knowntenant.law.scenario.run import judge, prepare
from tests.law.mutation import MUTANTS, Mutant, mutated


@dataclass(frozen=True, slots=True)
class Asked:
    """One question of a case, with what was answered. clauses: those that the case is about."""

    case: str
    clauses: tuple[str, ...]
    pack: Pack
    expectation: Expectation
    answer: Answer[object] | None

    @property
    def decision(self) -> Decision:
        """The decision that is asked."""
        return self.expectation.question.decision

    @property
    def held(self) -> bool:
        """Whether the answer is as expected."""
        return self.answer is not None and not self._missed(self.answer)

    def survives(self, mutant: Mutant) -> bool:
        """Tell whether the question is content with a wrong answer too."""
        if self.answer is None:
            return True
        return not self._missed(mutated(self.answer, self.decision.answers, mutant))

    def is_about(self, clause: str) -> bool:
        """Tell whether the case is about a clause or a part of it: by its head, or by citing it."""
        cited = (c.clause for c in self.expectation.checks if isinstance(c, Cites))
        return any(covers(clause, named) for named in (*self.clauses, *cited))

    def _missed(self, answer: Answer[object]) -> bool:
        checks = self.expectation.checks
        return any(missed(check, answer, self.pack) is not None for check in checks)


def ask_all(folder: Path) -> tuple[list[Asked], list[str]]:
    """Ask every question of the cases in a folder; also give what is wrong with the cases."""
    asked: list[Asked] = []
    problems: list[str] = []
    for path in find_files([folder]):
        file = read_file(path)
        problems += [str(problem) for problem in file.problems]
        for read in file.scenarios:
            problems += [str(problem) for problem in read.problems]
            asked += _ask(read, problems) if not read.problems else []
    return asked, problems


def _ask(read: ReadScenario, problems: list[str]) -> Iterator[Asked]:
    case = f"{Path(read.scenario.file).name}:{read.scenario.line}"
    for name in read.scenario.packs:
        pack = load_pack(name)
        ready = prepare(read.scenario, pack, VOCABULARY)
        problems += [str(problem) for problem in ready.problems]
        for expectation in ready.expectations if not ready.problems else ():
            answer = judge(expectation, ready.world, pack).answer
            yield Asked(case, read.scenario.clauses, pack, expectation, answer)


def undecided(pack: Pack) -> list[str]:
    """Check 1: every clause has a decision, or a reason why it needs none."""
    return [
        f"{clause.id} has neither a decision nor a reason why it needs none"
        for clause in pack.clauses.values()
        if not (clause.decision or clause.not_software)
    ]


def dangling(packs: Iterable[Pack], decisions: Mapping[str, Decision]) -> list[str]:
    """Check 2: the decisions that clauses name exist, and those that exist are named."""
    clauses = [(pack.name, clause) for pack in packs for clause in pack.clauses.values()]
    used = {name for _, clause in clauses for name in clause.decision}
    return [
        *(
            f"{pack}: {clause.id} names '{name}', which nothing decides"
            for pack, clause in clauses
            for name in clause.decision
            if name not in decisions
        ),
        *(
            f"{pack}: {clause.id} is not_software and has a decision"
            for pack, clause in clauses
            if clause.not_software and clause.decision
        ),
        *(
            f"no pack uses '{name}'"
            for name, decision in decisions.items()
            if not decision.composed and name not in used
        ),
    ]


def untaken(packs: Iterable[Pack], decisions: Mapping[str, Decision]) -> list[str]:
    """Give the readings that nothing takes: neither a decision nor the law's own labels."""
    taken = {defect for decision in decisions.values() for defect in decision.readings} | {LABELS}
    return [
        f"{pack.name}: nothing takes reading {defect}"
        for pack in packs
        for defect in pack.readings
        if defect not in taken
    ]


def without_case(pack: Pack, asked: Iterable[Asked]) -> list[str]:
    """Check 3: every decision of a clause is asked in a case of that clause."""
    every = list(asked)
    return [
        f"{clause.id}: no case asks {name}"
        for clause, name in _decided(pack)
        if not _of(clause, name, every)
    ]


def failing(asked: Iterable[Asked]) -> list[str]:
    """Check 3: every case passes."""
    return [f"{one.case}: {one.decision.name} fails" for one in asked if not one.held]


def toothless(pack: Pack, asked: Iterable[Asked]) -> list[str]:
    """Check 4: with a decision's answer made wrong, a case of each of its clauses fails."""
    every = list(asked)
    return [
        f"{clause.id}: its cases are content when {name} answers {how}"
        for clause, name in _decided(pack)
        if (own := _of(clause, name, every))
        for how, mutant in MUTANTS.items()
        if all(one.survives(mutant) for one in own)
    ]


def hashes(rows: Mapping[str, Mapping[str, object]]) -> dict[str, str]:
    """Give the hash of each clause row, whatever the order of its keys."""
    return {clause: digest(row) for clause, row in sorted(rows.items())}


def unread(
    pack: Pack, now: Mapping[str, str], recorded: Mapping[str, str], asked: Iterable[Asked]
) -> list[str]:
    """Check 5: a clause row is as it was when somebody last read what carries it out."""
    every = list(asked)
    found: list[str] = []
    for id_ in sorted({*now, *recorded}):
        if now.get(id_) == recorded.get(id_):
            continue
        how = "is new" if id_ not in recorded else "is gone" if id_ not in now else "has changed"
        clause = pack.clauses.get(id_)
        decisions = ", ".join(clause.decision if clause else ()) or "none"
        cases = ", ".join(dict.fromkeys(one.case for one in every if one.is_about(id_))) or "none"
        found.append(f"{id_} {how}; reread decisions: {decisions}; cases: {cases}")
    return found


def _decided(pack: Pack) -> Iterator[tuple[Clause, str]]:
    for clause in pack.clauses.values():
        for name in clause.decision:
            yield clause, name


def _of(clause: Clause, name: str, asked: Iterable[Asked]) -> list[Asked]:
    return [one for one in asked if one.decision.name == name and one.is_about(clause.id)]
