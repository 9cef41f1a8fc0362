"""Dealings with the Department: requests, orders, certifications, reports (7.304 to 7.308)."""

from datetime import date
from enum import StrEnum

from knowntenant.facts.declaration import Fact, Retention, fact_type, told
from knowntenant.facts.places import Place
from knowntenant.facts.places.kind import PLACE
from knowntenant.law.answer import Verdict
from knowntenant.law.kinds import DAY, ID, TEXT, YES_NO, choice


class RequestKind(StrEnum):
    """What the Department asks for."""

    PROVIDER_CIP = "provider_cip"
    RESELLER_CIP = "reseller_cip"
    INFORMATION = "information"
    AUDIT = "audit"


@fact_type("request", key=("id",), retention=Retention.FILING, clause="7.303(d)")
class Request(Fact):
    """A request of the Department; it happened on the day of the request, not of its receipt."""

    id: str = told(ID, "the request's identifier")
    kind: RequestKind | None = told(
        choice("kind of request", "what is asked for", RequestKind), "what is asked for",
        also=("for", "what"),
    )  # fmt: skip
    reseller: str | None = told(ID, "whose CIP, where a reseller's", refers_to="reseller")
    answered_on: date | None = told(DAY, "when it was answered", also=("answered",))


@fact_type("order", key=("id",), retention=Retention.FILING, clause="7.307(a)(3)")
class Order(Fact):
    """A special measure: a determination against a jurisdiction or a foreign person."""

    id: str = told(ID, "the order's identifier")
    jurisdiction: Place | None = told(PLACE, "the jurisdiction it names")
    person: str | None = told(ID, "the foreign person it names", refers_to="person")
    prohibits: Verdict | None = told(YES_NO, "yes: prohibition; no: conditions")
    conditions: str | None = told(TEXT, "the conditions, in words")


@fact_type("extension", subject="provider", retention=Retention.FILING, clause="7.307(a)(5)")
class Extension(Fact):
    """A notice of extension of a special measure; it happened on the day of its publication."""

    order: str | None = told(ID, "which order", refers_to="order")
    until: date | None = told(DAY, "last day of the extension")


@fact_type("certification", key=("id",), retention=Retention.FILING, clause="7.304(a)")
class Certification(Fact):
    """A certification filed with the Department, of the provider's CIP or of resellers'."""

    id: str = told(ID, "the certification's identifier")
    reseller: str | None = told(ID, "whose CIP, where a reseller's", refers_to="reseller")
    kind: str | None = told(TEXT, "initial, annual or irregular")


@fact_type("report", key=("id",), retention=Retention.REPORT, clause="7.308(a)(1)")
class Report(Fact):
    """A report filed with the Department."""

    id: str = told(ID, "the report's identifier")
    about: str | None = told(ID, "the transaction or account reported")
    kind: str | None = told(TEXT, "initial, follow_up, corrected or malicious_activity")
