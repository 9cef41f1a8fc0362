"""Due diligence on those taken for US persons: a foreign-looking access prompts, never decides."""

from datetime import date

from knowntenant.facts.inquiry import Inquiry
from knowntenant.facts.places import Place
from knowntenant.facts.types import Access, Account, Customer, Presence, Verification
from knowntenant.facts.types.checks import Result
from knowntenant.facts.types.persons import Basis
from knowntenant.law.answer import NO, YES, Answer, Verdict
from knowntenant.law.decision import Declared, decides
from knowntenant.law.kinds import YES_NO
from knowntenant.persons.status import Status, status

RECHECK = "persons.recheck_due"

Seen = tuple[date, str, tuple[str, ...]]
"""The day, what was seen in words, and the facts that show it."""


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
    seen = _seen_abroad(inquiry, person)
    strange = [sight for sight in seen if checked is None or sight[0] > checked]
    if not strange or inquiry.program.recheck_on_ip is NO:
        text = f"no access that looks foreign since {person} was last checked"
        return Answer(NO, (inquiry.law.reason(RECHECK, text),), taken).resting_on(stands)
    day, what, facts = strange[0]
    reason = inquiry.law.reason(RECHECK, f"{what} on {day}", facts)
    flag = "a recheck is open; the status has not changed"
    return Answer(YES, (reason,), taken, (flag,)).resting_on(stands)


def _claims(inquiry: Inquiry, person: str) -> bool:
    customer = inquiry.one(Customer, person)
    return customer is not None and customer.claims_us_person is YES


def _passed(inquiry: Inquiry, person: str) -> list[Verification]:
    steps = inquiry.where(Verification, person=person)
    return [step for step in steps if step.result is Result.PASSED]


def _seen_abroad(inquiry: Inquiry, person: str) -> list[Seen]:
    """Give what looks foreign by IP address: accesses, and presence that rests on nothing else."""
    accounts = (account.id for account in inquiry.where(Account, customer=person))
    accesses = (access for id_ in accounts for access in inquiry.where(Access, account=id_))
    found = [
        (inquiry.day_of(a.begun), f"an access to {a.account} looks like {a.located}", a.refs)
        for a in accesses
        if a.located is not None and not a.located.united_states
    ]
    presence = inquiry.one(Presence, person)
    for record in presence.records if presence else ():
        place = record.values.get("located")
        by_ip = record.values.get("basis") is Basis.IP_ADDRESS
        if by_ip and isinstance(place, Place) and not place.united_states:
            what = f"an IP address of {person} looks like {place}"
            found.append((inquiry.day_of(record.happened), what, (record.ref,)))
    return sorted(found, key=lambda seen: seen[0])
