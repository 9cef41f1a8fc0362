"""Decisions about alerts: which act is open to whom, with a second person where it matters.

Chosen, and why. *Clearing* an open alert takes one person: it is the daily work, its mistakes are
looked for by sampling (`quality_sample`), and a clearance falls as soon as anything changes.
*Confirming* takes two: it blocks a customer, and cannot be taken back without harm, so one person
proposes and another confirms. Whoever spoke for an alert (escalated, proposed or confirmed it)
never clears it: taking back a suspicion needs somebody else. A confirmed or cleared alert is first
reopened, by anybody and with a reason. A provider whose program asks for two people at every
clearance gives `Policy(clearing_needs_escalation=True)`.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from knowntenant.law.problem import Problem, nearest
from knowntenant.screening.alerts import MACHINE, Act, Alert, State, Step


@dataclass(frozen=True, slots=True)
class Policy:
    """What a provider may tighten.

    clearing_needs_escalation: only an escalated or proposed alert is cleared, hence by a second
    person.
    """

    clearing_needs_escalation: bool = False


@dataclass(frozen=True, slots=True)
class Refused:
    """A step that is not open, with every reason."""

    problems: tuple[Problem, ...]


OPEN_ACTS: Mapping[State, frozenset[Act]] = {
    State.OPEN: frozenset({Act.CLEAR, Act.ESCALATE, Act.PROPOSE}),
    State.ESCALATED: frozenset({Act.CLEAR, Act.PROPOSE}),
    State.PROPOSED: frozenset({Act.CLEAR, Act.CONFIRM}),
    State.CONFIRMED: frozenset({Act.REOPEN}),
    State.CLEARED: frozenset({Act.REOPEN}),
}
SPOKE_FOR = frozenset({Act.ESCALATE, Act.PROPOSE, Act.CONFIRM})
BARRED: Mapping[Act, frozenset[Act]] = {
    Act.CLEAR: SPOKE_FOR,
    Act.CONFIRM: frozenset({Act.PROPOSE}),
}
"""Who did one of these to the alert before does not do that."""


def decide(alert: Alert, step: Step, policy: Policy = Policy()) -> Alert | Refused:
    """Take a step with an alert, or refuse it with all reasons; the alert given stays as it is."""
    problems = tuple(_problems(alert, step, policy))
    return Refused(problems) if problems else alert.after(step)


def _problems(alert: Alert, step: Step, policy: Policy) -> Iterator[Problem]:
    where = f"alert {alert.id}"
    acts = _acts(alert, policy)
    if step.act not in acts:
        what = f"'{step.act}' is not open to an alert that is {alert.state}."
        yield Problem(where, what, nearest(step.act, sorted(acts)))
    if _barred(alert, step):
        what = f"whoever decided earlier about this alert cannot '{step.act}' it as well."
        yield Problem(where, what, "Ask another person.")
    if not step.who.strip() or _named(step.who) == MACHINE:
        yield Problem(where, "a decision needs the person who takes it.", "Say who.")
    if not step.why.strip():
        yield Problem(where, "a decision needs its reason.", "Say why, in words.")
    yield from _of_time(alert, step, where)


def _acts(alert: Alert, policy: Policy) -> frozenset[Act]:
    acts = OPEN_ACTS[alert.state]
    if alert.look_again:  # only a person's clearance, under what counts now, puts that at rest
        return acts | {Act.CLEAR}
    if policy.clearing_needs_escalation and alert.state is State.OPEN:
        return acts - {Act.CLEAR}
    return acts


def _of_time(alert: Alert, step: Step, where: str) -> Iterator[Problem]:
    if step.when.tzinfo is None:
        yield Problem(where, "the time of a decision needs a zone.", "Give it as in 09:30Z.")
        return
    last = max([alert.opened, *(one.when for one in alert.steps)])
    if step.when < last:
        yield Problem(where, "the decision is older than what it follows.", "Check the time.")


def _barred(alert: Alert, step: Step) -> bool:
    acts = BARRED.get(step.act, frozenset())
    return _named(step.who) in {_named(one.who) for one in alert.steps if one.act in acts}


def _named(who: str) -> str:
    """Fold a name, so that nobody becomes two people by a capital or a space."""
    return " ".join(who.split()).casefold()
