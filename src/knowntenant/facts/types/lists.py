"""Lists that the government publishes, and rules it suspends: who is listed, what was extended."""

from datetime import date

from knowntenant.facts.declaration import Fact, Retention, fact_type, told
from knowntenant.law.answer import Verdict
from knowntenant.law.kinds import DAY, ID, TEXT, YES_NO


@fact_type("listed", key=("person", "list_name"), subject="person",
           clause="ofac guidance: blocked persons")  # fmt: skip
class Listed(Fact):
    """A person stands on a list; it happened on the day of the listing, or of its end.

    An alert that nobody has judged yet is a `screening_hit`; one that is confirmed counts as this.
    """

    person: str = told(ID, "who is listed", refers_to="person", also=("customer", "of"))
    list_name: str = told(
        ID, "name of the list, one that the pack knows, such as sdn or entity_list",
        also=("list", "on"),
    )  # fmt: skip
    entry: str | None = told(TEXT, "identifier of the list's entry")
    programme: str | None = told(
        TEXT, "the programme's tag on the list, such as SDGT", also=("program",)
    )
    ended: Verdict | None = told(YES_NO, "yes once the person was taken off the list")


@fact_type("rule_extension", key=("rule",), retention=Retention.FILING,
           clause="suspension: 2025-11-10 to 2026-11-09")  # fmt: skip
class RuleExtension(Fact):
    """The suspension of a rule was extended; it happened on the day of publication."""

    rule: str = told(ID, "which rule: the name of its pack", also=("pack", "id"))
    until: date | None = told(DAY, "last day on which the rule stays suspended")
    citation: str | None = told(TEXT, "where the extension was published")


@fact_type("blocked_property", key=("id",), subject="account", clause="501.603(b)(1)")
class BlockedProperty(Fact):
    """Property that had to be blocked, such as prepaid credit; it happened on the day it was."""

    id: str = told(ID, "the property's identifier")
    account: str | None = told(ID, "the account that it belongs to", refers_to="account")
    reported_on: date | None = told(DAY, "when the first report was filed", also=("reported",))
    yearly_report_on: date | None = told(DAY, "when a yearly report that names it was last filed")
    released_on: date | None = told(DAY, "when it was lawfully unblocked", also=("unblocked",))
