"""The affiliates rule: owned 50 percent or more by listed parties; in force, then suspended."""

from knowntenant.export_control.foreign import us_person
from knowntenant.facts.inquiry import Inquiry
from knowntenant.facts.types import RuleExtension
from knowntenant.law.answer import NO, UNKNOWN, YES, Answer, Reason, Verdict
from knowntenant.law.decision import Declared, decides
from knowntenant.law.kinds import YES_NO, fold
from knowntenant.ownership.cascade import Cascade, Rule, cascade
from knowntenant.persons.listings import standings, verdict_of

APPLIES = "export_control.affiliates_rule_applies"
RESTRICTED = "export_control.affiliate_restricted"
MINORITY = "export_control.ownership_red_flag"
LISTS = "restricted_lists"


@decides(APPLIES, Declared(answers=YES_NO))
def affiliates_rule_applies(inquiry: Inquiry) -> Answer[Verdict]:
    """Say whether the affiliates rule applies on the day asked about.

    It applied from its publication, is suspended for a year, and comes back by its own terms
    unless an extension of the suspension is recorded.
    """
    law = inquiry.law
    if inquiry.day < law.pack.starts:
        text = f"the rule begins on {law.pack.starts}"
        return Answer(NO, (law.reason(APPLIES, text, part="begins"),))
    if not law.number("affiliates_rule_applies", inquiry.day):
        text = f"the rule is suspended on {inquiry.day}"
        return Answer(NO, (law.reason(APPLIES, text, part="suspended"),))
    for extension in inquiry.every(RuleExtension):
        until = extension.until
        if fold(extension.rule) == fold(law.pack.name) and until and inquiry.day <= until:
            text = f"the suspension is recorded as extended to {until}"
            return Answer(NO, (law.reason(APPLIES, text, extension.refs, part="suspended"),))
    text = f"the rule applies on {inquiry.day}, and no extension of its suspension is recorded"
    flag = "look in the Federal Register for an extension before relying on this"
    return Answer(YES, (law.reason(APPLIES, text, part="begins"),), (), (flag,))


@decides(RESTRICTED, Declared(of="person", answers=YES_NO))
def affiliate_restricted(inquiry: Inquiry, person: str) -> Answer[Verdict]:
    """Say whether a person is restricted as a listed party, or by who owns it under the rule.

    Entities that listed parties hold at the share, in the aggregate, directly or through entities
    so held, carry their owners' restrictions while the rule applies, unless they are shown to be
    US persons; what such a US person holds is held indirectly all the same. While the rule is
    suspended such ownership is flagged. Unknown as for any holding that
    is not stated.
    """
    own = standings(inquiry, person, LISTS)
    because = [inquiry.law.reason(RESTRICTED, one.why, one.facts, part="listed") for one in own]
    if own:
        return Answer(verdict_of(own), tuple(because))
    rule = affiliates_rule_applies(inquiry)
    found = restricted_by(inquiry, person)
    verdict = found.verdict(person)
    because.append(_held(inquiry, found, person, verdict))
    if rule.value is YES or verdict is NO:
        return Answer(verdict, tuple(because)).resting_on(rule)
    flag = f"ownership of {person} by listed parties, or doubt about it, is a red flag meanwhile"
    return Answer(NO, tuple(because), (), (flag,)).resting_on(rule)


@decides(MINORITY, Declared(of="person", answers=YES_NO))
def ownership_red_flag(inquiry: Inquiry, person: str) -> Answer[Verdict]:
    """Say whether a listed party holds a part of a person that is smaller, or not stated.

    Directly, or through entities that such parties hold at the share. Then the share has to be found out, or a licence asked for, while the rule applies (red flag
    29). No where the person is restricted anyhow, or while the rule is suspended.
    """
    rule = affiliates_rule_applies(inquiry)
    found = restricted_by(inquiry, person)
    held = [e for e in found.edges.get(person, ()) if e.owner in found.through]
    facts = tuple(ref for edge in held for ref in edge.refs)
    text = f"no listed party holds a part of {person}"
    if held:
        names = ", ".join(edge.owner for edge in held)
        text = f"a part of {person} is held by listed parties, or indirectly through: {names}"
    reason = inquiry.law.reason(MINORITY, text, facts)
    open_ = held and person not in found.sure and rule.value is YES
    return Answer(YES if open_ else NO, (reason,)).resting_on(rule)


def restricted_by(inquiry: Inquiry, person: str) -> Cascade:
    """Work out who is listed or held at the share by those who are."""
    share = inquiry.law.number("affiliates_ownership_share", inquiry.day) / 100

    def marked(who: str) -> Verdict:
        return verdict_of(standings(inquiry, who, LISTS))

    def joins(who: str) -> Verdict:
        return NO if us_person(inquiry, who) is YES else YES

    return cascade(inquiry, Rule(RESTRICTED, share, marked, joins), person)


def _held(inquiry: Inquiry, found: Cascade, person: str, verdict: Verdict) -> Reason:
    facts = tuple(ref for edge in found.counted_links(person) for ref in edge.refs)
    names = ", ".join(edge.owner for edge in found.counted_owners(person))
    words = {
        YES: f"listed parties hold the share of {person}, directly or through: {names}",
        UNKNOWN: f"whether listed parties hold the share of {person} is open",
        NO: f"no listed party is shown to hold the share of {person}",
    }
    return inquiry.law.reason(RESTRICTED, words[verdict], facts, part="owned")
