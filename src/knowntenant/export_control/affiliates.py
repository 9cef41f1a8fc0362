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
NAMES = "suspended_rule_names"


@decides(APPLIES, Declared(answers=YES_NO))
def affiliates_rule_applies(inquiry: Inquiry) -> Answer[Verdict]:
    """Say whether the affiliates rule applies on the day asked about.

    It applied from its publication, is suspended for a year, and comes back by its own terms
    unless an extension of the suspension is recorded. Unknown where an extension does not say
    until when; one of a rule that the pack does not know is flagged.
    """
    law = inquiry.law
    if inquiry.day < law.pack.starts:
        text = f"the rule begins on {law.pack.starts}"
        return Answer(NO, (law.reason(APPLIES, text, part="begins"),))
    if not law.number("affiliates_rule_applies", inquiry.day):
        text = f"the rule is suspended on {inquiry.day}"
        return Answer(NO, (law.reason(APPLIES, text, part="suspended"),))
    own, strange = _extensions(inquiry)
    for extension in own:
        until = extension.until
        if until and inquiry.day <= until:
            text = f"the suspension is recorded as extended to {until}"
            return Answer(NO, (law.reason(APPLIES, text, extension.refs, part="suspended"),))
    for extension in own:
        if extension.until is None:
            text = "an extension of the suspension is recorded that does not say until when"
            return Answer(UNKNOWN, (law.reason(APPLIES, text, extension.refs, part="suspended"),))
    text = f"the rule applies on {inquiry.day}, and no extension of its suspension is recorded"
    flag = "look in the Federal Register for an extension before relying on this"
    return Answer(YES, (law.reason(APPLIES, text, part="begins"),), (), (flag, *strange))


def _extensions(inquiry: Inquiry) -> tuple[list[RuleExtension], list[str]]:
    """Give the extensions of this rule, and flags about those of rules that are not known."""
    names = {fold(inquiry.law.pack.name), *inquiry.law.pack.lists.get(NAMES, {})}
    every = inquiry.every(RuleExtension)
    strange = [
        f"an extension of the rule {one.rule} is recorded, which the pack does not know"
        for one in every
        if fold(one.rule) not in names
    ]
    return [one for one in every if fold(one.rule) in names], strange


@decides(RESTRICTED, Declared(of="person", answers=YES_NO))
def affiliate_restricted(inquiry: Inquiry, person: str) -> Answer[Verdict]:
    """Say whether a person is restricted as a listed party, or by who owns it under the rule.

    Entities that listed parties hold at the share, in the aggregate, directly or through entities
    so held, carry their owners' restrictions while the rule applies, unless they are shown to be
    US persons; what such a US person holds is held indirectly all the same. While the rule is
    suspended such ownership is flagged. Unknown as for any holding that is not stated, and while
    an alert is open, unless ownership restricts the person whatever comes of it.
    """
    own = standings(inquiry, person, LISTS)
    because = [inquiry.law.reason(RESTRICTED, one.why, one.facts, part="listed") for one in own]
    if verdict_of(own) is YES:
        return Answer(YES, tuple(because))
    rule = affiliates_rule_applies(inquiry)
    found = restricted_by(inquiry, person)
    verdict = found.verdict(person)
    if own and verdict is not YES:
        return Answer(UNKNOWN, tuple(because)).resting_on(rule)
    because.append(_held(inquiry, found, person, verdict))
    if rule.value is YES or verdict is NO:
        return Answer(verdict, tuple(because)).resting_on(rule)
    flag = f"ownership of {person} by listed parties, or doubt about it, is a red flag meanwhile"
    open_ = UNKNOWN if rule.value is UNKNOWN else verdict_of(own)
    return Answer(open_, tuple(because), (), (flag,)).resting_on(rule)


@decides(MINORITY, Declared(of="person", answers=YES_NO))
def ownership_red_flag(inquiry: Inquiry, person: str) -> Answer[Verdict]:
    """Say whether a listed party holds a part of a person that is smaller, or not stated.

    Directly, or through entities that such parties hold at the share. Then the share has to be
    found out, or a licence asked for, while the rule applies (red flag 29). No where the person is
    restricted anyhow, or while the rule is suspended; unknown where a holder that is named may be
    a listed party, or held by those.
    """
    rule = affiliates_rule_applies(inquiry)
    found = restricted_by(inquiry, person)
    edges = found.edges.get(person, ())
    held = [edge for edge in edges if edge.owner in found.through]
    perhaps = [edge for edge in edges if edge.owner in found.perhaps_through]
    verdict = YES if held else UNKNOWN if perhaps else NO
    named = held or perhaps
    names = ", ".join(edge.owner for edge in named)
    words = {
        YES: f"a part of {person} is held by listed parties, or indirectly through: {names}",
        UNKNOWN: f"a part of {person} is held by some who may be listed, or held by those: {names}",
        NO: f"no listed party holds a part of {person}",
    }
    facts = tuple(ref for edge in named for ref in edge.refs)
    reason = inquiry.law.reason(MINORITY, words[verdict], facts)
    stands = NO if person in found.sure else rule.value
    open_ = UNKNOWN if UNKNOWN in (verdict, stands) else YES
    return Answer(NO if NO in (verdict, stands) else open_, (reason,)).resting_on(rule)


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
