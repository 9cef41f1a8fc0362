"""How identity was checked: evidence, steps, redress, screening hits (7.302(d)(2), (3))."""

from datetime import date
from enum import StrEnum
from fractions import Fraction

from knowntenant.facts.declaration import Fact, Sensitivity, fact_type, told
from knowntenant.facts.places import Place
from knowntenant.facts.places.kind import PLACE
from knowntenant.law.answer import Verdict
from knowntenant.law.kinds import DAY, ID, NUMBER, TEXT, YES_NO, choice

PERSONAL, SECRET = Sensitivity.PERSONAL, Sensitivity.SECRET


class Method(StrEnum):
    """The routes of 7.302(d)(2): documents, other methods, and more about signatories."""

    DOCUMENTARY = "documentary"
    NON_DOCUMENTARY = "non_documentary"
    SIGNATORY = "signatory"


class Result(StrEnum):
    """What a verification step came to."""

    PASSED = "passed"
    FAILED = "failed"
    DOUBTFUL = "doubtful"


class RedressState(StrEnum):
    """Where a redress case stands."""

    OPENED = "opened"
    RESOLVED = "resolved"


class Disposition(StrEnum):
    """What a person made of a screening hit."""

    OPEN = "open"
    CLEARED = "cleared"
    CONFIRMED = "confirmed"


@fact_type("evidence", key=("id",), subject="person", clause="7.302(d)(2)(i)")
class Evidence(Fact):
    """A document that was looked at; a copy or a description of it is kept."""

    id: str = told(ID, "the evidence's identifier")
    person: str | None = told(ID, "about whom", refers_to="person", also=("customer", "of"))
    kind: str | None = told(
        TEXT, "document kind, such as passport or company_register", also=("document", "type")
    )
    number: str | None = told(TEXT, "document number", sensitivity=SECRET)
    issued_by: Place | None = told(PLACE, "place of issue", also=("issuer", "issuing_country"))
    expires: date | None = told(DAY, "last day of validity", also=("valid_until",))
    description: str | None = told(TEXT, "description of the document", sensitivity=PERSONAL)
    copy: str | None = told(TEXT, "where a copy is kept", sensitivity=PERSONAL)


@fact_type("verification", subject="person", clause="7.302(d)(2)")
class Verification(Fact):
    """One step taken to verify a person's identity, and what came of it."""

    id: str | None = told(ID, "the step's identifier")
    person: str | None = told(ID, "whose identity", refers_to="person", also=("customer", "of"))
    method: Method | None = told(
        choice("verification method", "the route taken", Method), "the route taken", also=("route",)
    )
    result: Result | None = told(
        choice(
            "verification result", "what came of it", Result,
            **{"pass": Result.PASSED, "fail": Result.FAILED, "doubt": Result.DOUBTFUL},
        ), "what came of it",
        also=("outcome",),
    )  # fmt: skip
    evidence: str | None = told(ID, "the evidence relied on", refers_to="evidence")
    description: str | None = told(TEXT, "what was done and what it showed")
    discrepancy: str | None = told(TEXT, "a substantive discrepancy that was found")
    resolution: str | None = told(TEXT, "how the discrepancy was resolved")
    final: Verdict | None = told(YES_NO, "yes where a failure is final")


@fact_type("redress", key=("id",), subject="person", clause="7.302(d)(3)(iv)")
class Redress(Fact):
    """A customer's complaint: identity not verifiable, or information compromised."""

    id: str = told(ID, "the redress case's identifier")
    customer: str | None = told(ID, "whose complaint", refers_to="customer", also=("person", "of"))
    ground: str | None = told(TEXT, "ground, such as identity_theft", also=("claim", "reason"))
    state: RedressState | None = told(
        choice(
            "redress state",
            "opened or resolved",
            RedressState,
            open=RedressState.OPENED,
            closed=RedressState.RESOLVED,
        ),
        "opened or resolved",
    )


@fact_type("screening_hit", key=("id",), subject="person", clause="7.302(b)")
class ScreeningHit(Fact):
    """A possible match of a person with an entry of a list, and what a person made of it."""

    id: str = told(ID, "the hit's identifier")
    person: str | None = told(ID, "who was screened", refers_to="person", also=("customer", "of"))
    listed: str | None = told(TEXT, "name of the list", also=("list",))
    entry: str | None = told(TEXT, "identifier of the list's entry")
    score: Fraction | None = told(NUMBER, "score of the match, 0 to 1")
    disposition: Disposition | None = told(
        choice("disposition", "what a person made of it", Disposition), "what a person made of it"
    )
