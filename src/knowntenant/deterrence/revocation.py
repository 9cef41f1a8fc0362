"""What comes back on the day an exemption is taken away (7.306(g))."""

from datetime import date

from knowntenant.deterrence.exemptions import granted, reaching
from knowntenant.facts.inquiry import Inquiry
from knowntenant.facts.types import Account, Exemption
from knowntenant.facts.types.accounts import OPEN_STATES
from knowntenant.facts.types.deterrence import ExemptionState
from knowntenant.law.answer import UNKNOWN, YES, Answer
from knowntenant.law.decision import Declared, decides
from knowntenant.law.kinds import DAY, ID, ListOf, Shape
from knowntenant.scope.holding import open_since
from knowntenant.scope.notices import state_since

REACTIVATED = "deterrence.reactivated"
IN_SCOPE = "scope.account_in_scope"
BACK = Shape("reactivated account", {"account": ID, "since": DAY, "exemption": ID})
Row = dict[str, object]


@decides(REACTIVATED, Declared(answers=ListOf(BACK), takes={"of": ID}, asks=(IN_SCOPE,)))
def reactivated(inquiry: Inquiry, of: str = "") -> Answer[tuple[Row, ...]]:
    """Give the accounts that an exemption had spared and that owe CIP tasks since its revocation.

    Every account in scope that was open on that day, from that very day: the text gives no time to
    catch up. `of` narrows it to an account. One whose scope is not known is flagged.
    """
    rows: list[Row] = []
    flags: list[str] = []
    answers: list[Answer[object]] = []
    refs: list[str] = []
    for account in inquiry.every(Account):
        lost = _lost(inquiry, account) if of in ("", account.id) else None
        if lost is None:
            continue
        scope = inquiry.ask(IN_SCOPE, account.id)
        if scope.value is YES:
            since = state_since(inquiry, lost)
            rows.append({"account": account.id, "since": since, "exemption": lost.id})
            refs += lost.refs
            answers.append(scope)
        elif scope.value is UNKNOWN:
            flags.append(f"whether {account.id} is in scope is not known")
            answers.append(scope)
    text = ", ".join(f"{row['account']} since {row['since']}" for row in rows)
    said = f"CIP tasks are back for: {text}" if rows else "no revocation brings any task back"
    reason = inquiry.law.reason(REACTIVATED, said, tuple(dict.fromkeys(refs)))
    return Answer(tuple(rows), (reason,), flags=tuple(flags)).resting_on(*answers)


def _lost(inquiry: Inquiry, account: Account) -> Exemption | None:
    """Give the exemption whose revocation, while the account was open, ended its being spared."""
    opened = open_since(inquiry, account) if account.state in OPEN_STATES else None
    all_ = reaching(inquiry, account)
    if opened is None or granted(all_):
        return None
    lost = [e for e in all_ if opened <= _revoked_on(inquiry, e)]
    return max(lost, key=lambda e: (_revoked_on(inquiry, e), e.id), default=None)


def _revoked_on(inquiry: Inquiry, exemption: Exemption) -> date:
    """Give the day on which a grant was taken away, or the first of all days where none was."""
    stood = any(r.values.get("state") is ExemptionState.GRANTED for r in exemption.records)
    revoked = exemption.state is ExemptionState.REVOKED
    return state_since(inquiry, exemption) if stood and revoked else date.min
