"""The minimum data of 7.302(d)(1)(iii)(A) to (F), and the log of accesses of (F)."""

from collections.abc import Iterator
from datetime import UTC, date, datetime

from knowntenant.facts.inquiry import Inquiry, remembered
from knowntenant.facts.types import Access
from knowntenant.facts.types.persons import PersonKind
from knowntenant.identification.elements import There
from knowntenant.law.answer import NO, UNKNOWN, YES, Answer, Reason, Verdict
from knowntenant.law.decision import Declared, decides
from knowntenant.law.kinds import ID, IP, MOMENT, TEXT, YES_NO, ListOf, Shape
from knowntenant.law.pack import Element
from knowntenant.persons.kind import kind_of
from knowntenant.persons.status import Status, status
from knowntenant.scope.accounts import account_in_scope, persons_of
from knowntenant.scope.holding import Holding, holding
from knowntenant.scope.lifting import ASKS, lifted

MISSING = "identification.missing_data"
LOG = "identification.access_log"
_READINGS = ("D2", "D16", "D17", "D21", "D22", "D23", "D32")
LOGGED = Shape("log entry", {"ip": IP, "action": TEXT, "at": MOMENT})

Lacking = Iterator[tuple[str, Element]]


@decides(
    MISSING,
    Declared(
        of="account",
        answers=ListOf(TEXT),
        takes={"person": ID, "despite_exemption": YES_NO},
        asks=ASKS,
        readings=_READINGS,
    ),
)
def missing_data(
    inquiry: Inquiry, account: str, person: str = "", despite_exemption: Verdict = NO
) -> Answer[tuple[str, ...]]:
    """Give the data elements still missing before an account may be opened, by element name.

    Asked of a foreign customer and of foreign beneficial owners; means of payment, places of use
    and the sign-up address are asked once for the account. `person` narrows it to one person.
    Nothing is asked of an all-US account, nor while an exemption lifts this for the account;
    despite_exemption: give what would be asked without it, and will be after a revocation (7.306).
    Unknown while nobody's status is known.
    """
    exempt = lifted(inquiry, account, inquiry.law.cite(MISSING))
    if exempt is not None and despite_exemption is not YES:
        text = f"nothing is asked for {account}: {exempt.because[0].text}"
        return Answer((), (Reason(text, exempt.clauses, exempt.facts),)).resting_on(exempt)
    return _missing_of(inquiry, account, person) if person else _missing(inquiry, account)


@remembered
def _missing(inquiry: Inquiry, account: str) -> Answer[tuple[str, ...]]:
    return _missing_of(inquiry, account, "")


def _missing_of(inquiry: Inquiry, account: str, person: str) -> Answer[tuple[str, ...]]:
    scope = account_in_scope(inquiry, account)
    if scope.value is NO:
        text = f"nothing is asked for {account}: it is out of scope"
        return Answer((), (inquiry.law.reason(MISSING, text),)).resting_on(scope)
    held = holding(inquiry, account)
    persons = persons_of(inquiry, held.customer)
    foreign = [p for p in persons if status(inquiry, p).value == Status.FOREIGN_PERSON]
    if not foreign:
        text = f"it is not settled yet whom {account} concerns"
        return Answer(UNKNOWN, (inquiry.law.reason(MISSING, text),)).resting_on(scope)
    lacking = [pair for pair in _lacking(inquiry, held, foreign) if person in ("", pair[0])]
    reasons = tuple(Reason(f"missing of {who}: {e.label}", (e.clause,)) for who, e in lacking)
    complete = (inquiry.law.reason(MISSING, f"all data asked for {account} is there"),)
    readings = tuple(inquiry.law.reading(defect) for defect in ("D21", "D22", "D23"))
    names = tuple(dict.fromkeys(element.name for _, element in lacking))
    return Answer(names, reasons or complete, readings).resting_on(scope)


@decides(LOG, Declared(of="account", answers=ListOf(LOGGED)))
def access_log(inquiry: Inquiry, account: str) -> Answer[tuple[dict[str, object], ...]]:
    """Give the log of accesses and administrative actions: IP address, action, time in UTC.

    Entries are only ever added: a corrected entry stays in the log beside its correction.
    """
    ledger = inquiry.known.ledger
    entries = [
        entry
        for key in ledger.keys_where(Access, "account", account)
        for entry in ledger.entries(Access, key)
        if entry.happened <= inquiry.day and entry.learned <= inquiry.as_of
    ]
    log = tuple(
        {
            "ip": e.record.values.get("ip"),
            "action": _action(e.record.values),
            "at": _utc(e.record.happened),
        }
        for e in sorted(entries)
    )
    facts = tuple(entry.record.ref for entry in entries)
    text = f"{len(log)} entries of {account}; entries are only ever added"
    return Answer(log, (inquiry.law.reason(LOG, text, facts),))


def _lacking(inquiry: Inquiry, held: Holding, foreign: list[str]) -> Lacking:
    there = {who: There(inquiry, who, held) for who in (held.customer, *foreign)}
    for who in foreign:
        for element in inquiry.law.elements(_kind(inquiry, who), "person"):
            if not there[who].meets(element):
                yield who, element
    asked = held.customer if held.customer in foreign else foreign[0]
    for element in inquiry.law.elements(_kind(inquiry, asked), "account"):
        if not any(one.meets(element) for one in there.values()):
            yield asked, element
    if asked == held.customer:
        for element in inquiry.law.elements(_kind(inquiry, asked), "customer"):
            if not there[asked].meets(element):
                yield asked, element


def _kind(inquiry: Inquiry, person: str) -> str:
    return kind_of(inquiry, person) or PersonKind.INDIVIDUAL


def _action(values: object) -> str:
    return str(values.get("action") or "use") if isinstance(values, dict) else "use"


def _utc(moment: date | datetime) -> date | datetime:
    return moment.astimezone(UTC) if isinstance(moment, datetime) else moment
