"""Dealings with the Department: requests, certifications, reports (7.304 to 7.308)."""

from datetime import date
from enum import StrEnum
from fractions import Fraction

from knowntenant.facts.declaration import Fact, Retention, fact_type, told
from knowntenant.law.answer import Verdict
from knowntenant.law.kinds import DAY, ID, NUMBER, TEXT, YES_NO, ListOf, choice


class RequestKind(StrEnum):
    """What the Department asks for."""

    PROVIDER_CIP = "provider_cip"
    RESELLER_CIP = "reseller_cip"
    INFORMATION = "information"
    AUDIT = "audit"


class ReportKind(StrEnum):
    """What a report is: training reports of 7.308, and reports of malicious activity."""

    INITIAL = "initial"
    FOLLOW_UP = "follow_up"
    CORRECTED = "corrected"
    MALICIOUS_ACTIVITY = "malicious_activity"


class FilingKind(StrEnum):
    """When a certification is filed: first, every year, or in between on a change."""

    INITIAL = "initial"
    ANNUAL = "annual"
    IRREGULAR = "irregular"


@fact_type("request", key=("id",), retention=Retention.FILING, clause="7.303(d)")
class Request(Fact):
    """A request of the Department; it happened on the day of the request, not of its receipt."""

    id: str = told(ID, "the request's identifier")
    kind: RequestKind | None = told(
        choice("kind of request", "what is asked for", RequestKind), "what is asked for",
        also=("for", "what"),
    )  # fmt: skip
    reseller: str | None = told(ID, "whose CIP, where a reseller's", refers_to="reseller")
    about: str | None = told(ID, "the transaction or report that more is asked about")
    items: tuple[str, ...] | None = told(ListOf(TEXT), "what is asked for, item by item")
    on_form: Verdict | None = told(
        YES_NO, "whether it came through the form prescribed for reports (D8)"
    )
    answer_by: date | None = told(
        DAY, "last day for the answer, where the Department sets one", also=("due", "by")
    )
    answered_on: date | None = told(DAY, "when it was answered", also=("answered",))


@fact_type("certification", key=("id",), retention=Retention.FILING, clause="7.304(a)")
class Certification(Fact):
    """A certification filed with the Department, of the provider's CIP or of resellers'.

    It happened on the day it was filed. One with `covers` is a compiled filing for those resellers.
    """

    id: str = told(ID, "the certification's identifier")
    reseller: str | None = told(ID, "whose CIP, where a reseller's", refers_to="reseller")
    kind: FilingKind | None = told(
        choice(
            "kind of filing", "first, yearly, or in between", FilingKind,
            first=FilingKind.INITIAL, yearly=FilingKind.ANNUAL, update=FilingKind.IRREGULAR,
        ),
        "first, yearly, or in between; left out, it is a first or yearly one",
    )  # fmt: skip
    covers: tuple[str, ...] | None = told(
        ListOf(ID), "the resellers whose CIPs a compiled filing certifies", also=("resellers",)
    )
    about: tuple[str, ...] | None = told(
        ListOf(ID), "the changes that an irregular notice tells of; left out, all before it"
    )


@fact_type("report", key=("id",), retention=Retention.REPORT, clause="7.308(a)(1)")
class Report(Fact):
    """A report filed with the Department, or by a reseller with the provider.

    It happened on the day of its filing; a reseller's is learned on the day of its arrival.
    """

    id: str = told(ID, "the report's identifier")
    about: str | None = told(ID, "the transaction or account reported")
    kind: ReportKind | None = told(
        choice("kind of report", "what it is", ReportKind), "what it is",
    )  # fmt: skip
    reseller: str | None = told(
        ID, "the reseller who filed it with the provider", refers_to="reseller"
    )
    request: str | None = told(
        ID, "the request that it answers", refers_to="request", also=("answers",)
    )
    corrected_report: str | None = told(
        ID, "the earlier report that it puts right", refers_to="report"
    )
    certified_by: str | None = told(
        ID, "who certifies it, a human being", refers_to="person", also=("certifier",)
    )
    certified: Verdict | None = told(
        YES_NO, "whether that person states that it is true, correct and complete"
    )
    items: tuple[str, ...] | None = told(ListOf(TEXT), "the items asked for that it answers")
    operations: Fraction | None = told(NUMBER, "number of operations as filed")
    starts_on: date | None = told(DAY, "first day of the run as filed")
    completes_on: date | None = told(DAY, "last day of the run as filed")
    accelerators: str | None = told(TEXT, "make and model of the accelerators as filed")
    ai_model: str | None = told(TEXT, "name of the main AI model as filed")
