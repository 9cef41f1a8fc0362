"""Agreements by which a provider that only resells relies on the upstream program (7.302(b))."""

from enum import StrEnum

from knowntenant.facts.declaration import Fact, Retention, fact_type, told
from knowntenant.law.kinds import ID, TEXT, choice


class AdoptionState(StrEnum):
    """Where an agreement on the use of the upstream program stands."""

    DRAFT = "draft"
    SIGNED = "signed"
    ENDED = "ended"


@fact_type("adoption", key=("reseller", "upstream"), subject="reseller",
           retention=Retention.CIP_COPY, clause="7.302(b) s.2")  # fmt: skip
class Adoption(Fact):
    """An agreement that a reseller uses the program of the provider whose products it resells.

    It is signed, and ends, on the day on which its state happened.
    """

    reseller: str = told(ID, "who adopts the program", refers_to="reseller", also=("by",))
    upstream: str = told(
        ID, "the initial provider, whose program it is", refers_to="person", also=("of", "provider")
    )
    state: AdoptionState | None = told(
        choice("adoption state", "where the agreement stands", AdoptionState,
               agreed=AdoptionState.SIGNED, terminated=AdoptionState.ENDED),
        "where the agreement stands",
    )  # fmt: skip
    version: str | None = told(TEXT, "the version of the program that is adopted")
