"""What verification has come to, for each person concerned and for the customer (7.302(d)(2))."""

from knowntenant.facts.inquiry import Inquiry, remembered
from knowntenant.law.answer import Answer, Reason
from knowntenant.law.decision import Declared, decides
from knowntenant.law.kinds import ID, choice
from knowntenant.persons.identity import Outcome, outcome_of
from knowntenant.persons.steps import steps_of
from knowntenant.scope.accounts import persons_of
from knowntenant.scope.holding import holding

OUTCOME = "verification.outcome"
OUTCOMES = choice("verification outcome", "what the steps taken have come to", Outcome)


@decides(OUTCOME, Declared(of="account", answers=OUTCOMES, takes={"person": ID}, readings=("D16",)))
def outcome(inquiry: Inquiry, account: str, person: str = "") -> Answer[Outcome]:
    """Say whether there is a reasonable belief about who the customer and its owners are.

    verified: the last step passed by an accepted route and leaves no open discrepancy; doubtful:
    a doubt or a discrepancy is open; pending: steps were taken, none passed yet; failed: finally,
    by a step that says so or by the program's number of attempts. `person` asks about one of them.
    """
    customer = holding(inquiry, account).customer
    return _of_persons(inquiry, (person,)) if person else _of_customer(inquiry, customer)


@remembered
def _of_customer(inquiry: Inquiry, customer: str) -> Answer[Outcome]:
    return _of_persons(inquiry, persons_of(inquiry, customer))


def _of_persons(inquiry: Inquiry, persons: tuple[str, ...]) -> Answer[Outcome]:
    each = {who: outcome_of(inquiry, who) for who in persons}
    worst = min(each.values(), key=list(Outcome).index)
    reasons = tuple(_reason(inquiry, who, came) for who, came in each.items())
    return Answer(worst, reasons, (inquiry.law.reading("D16"),))


def _reason(inquiry: Inquiry, person: str, came: Outcome) -> Reason:
    steps = steps_of(inquiry, person)
    facts = tuple(ref for step in steps for ref in step.refs)
    text = f"the identity of {person} is {came.replace('_', ' ')}"
    clauses = dict.fromkeys(inquiry.law.cite(OUTCOME))
    for step in steps:
        clauses |= dict.fromkeys(inquiry.law.cite(OUTCOME, step.method or ""))
    return Reason(text, tuple(clauses), facts)
