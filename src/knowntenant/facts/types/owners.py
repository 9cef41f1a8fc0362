"""Who owns and who controls: edges between persons, each dated (7.301, beneficial owner)."""

from enum import StrEnum
from fractions import Fraction

from knowntenant.facts.declaration import Fact, fact_type, told
from knowntenant.law.answer import NO, YES, Verdict
from knowntenant.law.kinds import ID, PERCENT, YES_NO, choice


class Role(StrEnum):
    """Through what a person exercises control; the program says which of these are substantial."""

    CHIEF_EXECUTIVE = "chief_executive"
    SENIOR_OFFICER = "senior_officer"
    DIRECTOR = "director"
    GENERAL_PARTNER = "general_partner"
    TRUSTEE = "trustee"
    SETTLOR = "settlor"
    NOMINATOR = "nominator"
    OTHER = "other"


@fact_type(
    "ownership", key=("owner", "owned"), subject="person", clause="7.301 beneficial owner(2)"
)
class Ownership(Fact):
    """An edge: a person owns a share of an entity. A share of 0 ends it."""

    owner: str = told(ID, "who owns", refers_to="person", also=("person", "holder", "by"))
    owned: str = told(
        ID, "what is owned", refers_to="person", also=("of", "entity", "customer", "company")
    )
    percent: Fraction | None = told(
        PERCENT, "share of the ownership interests, in percent", also=("share", "stake")
    )
    at_least: Fraction | None = told(
        PERCENT, "least share, in percent, where only a range is told", also=("share_min",)
    )
    at_most: Fraction | None = told(
        PERCENT, "largest share, in percent, where only a range is told", also=("share_max",)
    )

    @property
    def surely(self) -> Fraction | None:
        """The share that is held for sure: the one told, else the least of a range that is told."""
        return self.at_least if self.percent is None else self.percent


@fact_type("control", key=("person", "over"), subject="person", clause="7.301 beneficial owner(1)")
class Control(Fact):
    """An edge: a person exercises, or does not exercise, substantial control over an entity."""

    person: str = told(ID, "who controls", refers_to="person", also=("controller", "by"))
    over: str = told(
        ID, "what is controlled", refers_to="person", also=("of", "entity", "customer", "owned")
    )
    role: Role | None = told(
        choice("role", "through what", Role, ceo=Role.CHIEF_EXECUTIVE, manager=Role.SENIOR_OFFICER),
        "through what",
        also=("kind", "as"),
    )
    substantial: Verdict | None = told(
        YES_NO, "whether the control is substantial; a recorded control is, unless this says no"
    )
    ended: Verdict | None = told(YES_NO, "yes once it is over, whatever it was")

    @property
    def counts(self) -> bool:
        """Whether it lasts, and is not told to be without substance."""
        return self.substantial is not NO and self.ended is not YES
