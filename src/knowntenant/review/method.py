"""How a review was made: the pack with its status and readings, the program, the software."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from knowntenant import __version__
from knowntenant.facts.program import Program, elements
from knowntenant.facts.program_setting import Mode
from knowntenant.law.law import Law


@dataclass(frozen=True, slots=True)
class Chosen:
    """A reading in force for this review, and whether the reader chose it."""

    defect: str
    unclear: str
    taken: str
    meaning: str
    refused: tuple[str, ...]
    chosen_here: bool


@dataclass(frozen=True, slots=True)
class Basis:
    """The pack that a review rests on: what it is, and whether it binds on the review's day."""

    name: str
    title: str
    version: str
    status: str
    in_force: bool
    source: str
    notice: str
    zone: str
    last_verified_on: str
    sha256: str
    readings: tuple[Chosen, ...]

    @property
    def standing(self) -> str:
        """Say whether it binds on the day of the review, as headings do."""
        if self.in_force:
            return "In force"
        proposed = self.status.startswith("proposed")
        return "Proposed, not in force" if proposed else "Not in force"


def basis(law: Law, as_of: date) -> Basis:
    """Give what a review by this law as of a day rests on."""
    pack = law.pack
    taken = {defect: law.chosen.get(defect, row.taken) for defect, row in pack.readings.items()}
    return Basis(
        pack.name, pack.title, pack.version, pack.status, pack.binds_on(as_of), pack.source,
        pack.notice, str(pack.zone), pack.last_verified_on.isoformat(), pack.sha256,
        tuple(
            Chosen(
                defect, row.unclear, taken[defect], row.choices[taken[defect]],
                tuple(choice for choice in row.choices if choice != taken[defect]),
                defect in law.chosen,
            )
            for defect, row in pack.readings.items()
        ),
    )  # fmt: skip


WOULD = "Nobody owes what follows: it is what would be asked, and when, were it in force."
"""Said under every pack that is not in force: its findings speak shortly, as an officer works."""


def status_line(basis: Basis) -> str:
    """Say in one line which pack it is and whether it binds anybody."""
    binds = "in force" if basis.in_force else "not in force"
    status = basis.status if binds in basis.status else f"{basis.status}; {binds}"
    return f"{basis.name} {basis.version}: {status}"


def settings(program: Program) -> dict[str, str]:
    """Give what the software carried out of the written program, as texts, and which program it is.

    Neither its contact nor its prose: reports travel further than the program.
    """
    executed = (e.name for e in elements().values() if e.mode is Mode.EXECUTED)
    said = {name: _setting(getattr(program, name)) for name in executed}
    if program == Program():
        return {"version": "no written program was given; its defaults are assumed", **said}
    return {"version": program.version or "not stated", "sha256": program.sha256, **said}


def software() -> str:
    """Give name and version of this software."""
    return f"knowntenant {__version__}"


def _setting(value: object) -> str:
    if isinstance(value, Sequence) and not isinstance(value, str):
        return ", ".join(map(str, value)) or "none"
    return str(value) or "not written"
