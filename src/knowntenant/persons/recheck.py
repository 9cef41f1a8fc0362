"""Due diligence on those taken for US persons: a foreign-looking access prompts, never decides."""

from knowntenant.facts.inquiry import Inquiry
from knowntenant.facts.types import Access, Account, Customer, Verification
from knowntenant.facts.types.checks import Result
from knowntenant.law.answer import NO, YES, Answer, Verdict
from knowntenant.law.decision import Declared, decides
from knowntenant.law.kinds import YES_NO
from knowntenant.persons.status import Status, status

RECHECK = "persons.recheck_due"


@decides(RECHECK, Declared(of="person", answers=YES_NO, readings=("D17",)))
def recheck_due(inquiry: Inquiry, person: str) -> Answer[Verdict]:
    """Say whether the US status of a person should be looked at again (7.302(d)(1)(i)).

    Yes from an access that looks foreign until the next passed verification step; the status
    itself does not change by it (D17).
    """
    stands = status(inquiry, person)
    taken = (inquiry.law.reading("D17"),)
    if stands.value != Status.US_PERSON and not _claims(inquiry, person):
        text = f"{person} is not taken for a US person"
        return Answer(NO, (inquiry.law.reason(RECHECK, text),), taken).resting_on(stands)
    checked = max((inquiry.day_of(step.begun) for step in _passed(inquiry, person)), default=None)
    strange = [
        access
        for access in _foreign_accesses(inquiry, person)
        if checked is None or inquiry.day_of(access.begun) > checked
    ]
    if not strange or inquiry.program.recheck_on_ip is NO:
        text = f"no access that looks foreign since {person} was last checked"
        return Answer(NO, (inquiry.law.reason(RECHECK, text),), taken).resting_on(stands)
    first = strange[0]
    text = (
        f"an access to {first.account} on {inquiry.day_of(first.begun)} looks like {first.located}"
    )
    reason = inquiry.law.reason(RECHECK, text, first.refs)
    flag = "a recheck is open; the status has not changed"
    return Answer(YES, (reason,), taken, (flag,)).resting_on(stands)


def _claims(inquiry: Inquiry, person: str) -> bool:
    customer = inquiry.one(Customer, person)
    return customer is not None and customer.claims_us_person is YES


def _passed(inquiry: Inquiry, person: str) -> list[Verification]:
    steps = inquiry.where(Verification, person=person)
    return [step for step in steps if step.result is Result.PASSED]


def _foreign_accesses(inquiry: Inquiry, person: str) -> list[Access]:
    accounts = (account.id for account in inquiry.where(Account, customer=person))
    found = [access for id_ in accounts for access in inquiry.where(Access, account=id_)]
    strange = [a for a in found if a.located is not None and not a.located.united_states]
    return sorted(strange, key=lambda access: inquiry.day_of(access.begun))
