"""US IaaS products and US IaaS providers: two tests that do not depend on each other (7.301)."""

from collections.abc import Iterable, Mapping
from enum import StrEnum

from knowntenant.facts.inquiry import Inquiry
from knowntenant.facts.types import Product, Provider
from knowntenant.law.answer import NO, UNKNOWN, YES, Answer, Verdict
from knowntenant.law.decision import Declared, decides
from knowntenant.law.kinds import YES_NO, ListOf, choice
from knowntenant.persons.status import Status, status
from knowntenant.scope.bundles import parts_of, told_of
from knowntenant.scope.products import line_in_scope, product_in_scope
from knowntenant.scope.reselling import resells

US_PRODUCT = "scope.us_product"
US_LIMBS = "scope.us_product_limbs"
US_PROVIDER = "scope.us_provider"


class UsLimb(StrEnum):
    """What makes an IaaS product a US one; either is enough."""

    OWNED_BY_US_PERSON = "owned_by_us_person"
    OPERATED_IN_US = "operated_in_us"


US_LIMB = choice("limb of a US IaaS product", "what makes an IaaS product a US one", UsLimb)


@decides(US_PRODUCT, Declared(of="product", answers=YES_NO, readings=("D17",)))
def us_product(inquiry: Inquiry, product: str) -> Answer[Verdict]:
    """Say whether a line is a US IaaS product: owned by a US person, or run in US territory.

    No for what is no IaaS product at all; a bundle is one for the sake of its parts that are.
    Whether its provider is a US person is another question.
    """
    lines = lines_of(inquiry, product)
    scopes = [line_in_scope(inquiry, line) for line in lines]
    limbs = [answer for line in lines for answer in us_limbs(inquiry, line).values()]
    verdict = any_of(us_line(inquiry, line) for line in lines)
    text = f"{product} is a US IaaS product: {verdict}"
    reason = inquiry.law.reason(US_PRODUCT, text, _facts(inquiry, product))
    return Answer(verdict, (reason,)).resting_on(*scopes, *limbs)


@decides(US_LIMBS, Declared(of="product", answers=ListOf(US_LIMB), readings=("D17",)))
def us_product_limbs(inquiry: Inquiry, product: str) -> Answer[tuple[UsLimb, ...]]:
    """Give the limbs that make a line a US one, as far as it is an IaaS product.

    Unknown while no limb is known to be met and one of them is open; an open limb is flagged.
    """
    lines = lines_of(inquiry, product)
    found = [
        (limb, answer)
        for line in lines
        if line_in_scope(inquiry, line).value is not NO
        for limb, answer in us_limbs(inquiry, line).items()
    ]
    met = {limb for limb, answer in found if answer.value is YES}
    is_open = not met and any(answer.value is UNKNOWN for _, answer in found)
    text = f"{product}: {', '.join(sorted(met)) or 'no limb known to be met'}"
    reason = inquiry.law.reason(US_LIMBS, text, _facts(inquiry, product))
    answer: Answer[tuple[UsLimb, ...]] = Answer(
        UNKNOWN if is_open else tuple(limb for limb in UsLimb if limb in met), (reason,)
    )
    return answer.resting_on(*(one for _, one in found))


@decides(US_PROVIDER, Declared(of="person", answers=YES_NO, readings=("D17",)))
def us_provider(inquiry: Inquiry, person: str) -> Answer[Verdict]:
    """Say whether somebody is a US IaaS provider: a US person who offers any IaaS product.

    There is no size from which on it counts. Who resells IaaS products offers them too. A foreign
    person is none, even where its product is a US IaaS product.
    """
    stands = status(inquiry, person)
    offers = _offers(inquiry, person)
    is_us = UNKNOWN if stands.value is UNKNOWN else YES if _is_us(stands) else NO
    verdict = both(is_us, offers.value)
    text = f"{person}: US person {is_us}, offers an IaaS product {offers.value}"
    reason = inquiry.law.reason(US_PROVIDER, text)
    return Answer(verdict, (reason,)).resting_on(stands, offers)


def lines_of(inquiry: Inquiry, product: str) -> tuple[str, ...]:
    """Give the parts of a bundle, or the one line that a product is."""
    return parts_of(inquiry, product) or (product,)


def us_line(inquiry: Inquiry, line: str) -> Verdict:
    """Say of one line by itself whether it is a US IaaS product."""
    limbs = us_limbs(inquiry, line).values()
    return both(line_in_scope(inquiry, line).value, any_of(limb.value for limb in limbs))


def us_limbs(inquiry: Inquiry, line: str) -> Mapping[UsLimb, Answer[Verdict]]:
    """Give what is known of the two limbs of one line; what it leaves out, its bundle may say."""
    return {
        UsLimb.OWNED_BY_US_PERSON: _owned(inquiry, line),
        UsLimb.OPERATED_IN_US: _operated(inquiry, line),
    }


def owner_of(inquiry: Inquiry, line: str) -> str | None:
    """Give who owns a line, by itself or as part of a bundle."""
    return next((told.owned_by for told in told_of(inquiry, line) if told.owned_by), None)


def _owned(inquiry: Inquiry, line: str) -> Answer[Verdict]:
    owner = owner_of(inquiry, line)
    if owner is None:
        return _open(inquiry, f"who owns {line} is not stated")
    stands = status(inquiry, owner)
    is_us = UNKNOWN if stands.value is UNKNOWN else YES if _is_us(stands) else NO
    text = f"{line} is owned by {owner}, a US person: {is_us}"
    reason = inquiry.law.reason(US_PRODUCT, text, _facts(inquiry, line))
    return Answer(is_us, (reason,)).resting_on(stands)


def _operated(inquiry: Inquiry, line: str) -> Answer[Verdict]:
    every = (told.operated_in for told in told_of(inquiry, line))
    places = next((places for places in every if places is not None), None)
    if places is None:
        return _open(inquiry, f"where {line} is run is not stated")
    within = [place.code for place in places if place.united_states]
    text = f"{line} is run in US territory: {', '.join(within) or 'nowhere'}"
    reason = inquiry.law.reason(US_PRODUCT, text, _facts(inquiry, line))
    return Answer(YES if within else NO, (reason,))


def _open(inquiry: Inquiry, text: str) -> Answer[Verdict]:
    return Answer(UNKNOWN, (inquiry.law.reason(US_PRODUCT, text),), flags=(text,))


def _offers(inquiry: Inquiry, person: str) -> Answer[Verdict]:
    """Say whether somebody offers an IaaS product: a line of products, or by reselling."""
    lines = [line.id for line in inquiry.every(Product) if _offered_by(inquiry, line) == person]
    answers = [product_in_scope(inquiry, line) for line in sorted(lines)]
    if resells(inquiry, person):
        verdict, text = YES, f"{person} offers onward what it buys"
    else:
        verdict = any_of(answer.value for answer in answers) if answers else UNKNOWN
        text = f"{person} offers {', '.join(sorted(lines)) or 'nothing that is recorded'}"
    shown = [answer for answer in answers if answer.value is verdict]
    return Answer(verdict, (inquiry.law.reason(US_PROVIDER, text),)).resting_on(*shown)


def _offered_by(inquiry: Inquiry, line: Product) -> str | None:
    """Give who offers a line: whoever is named, else its owner, else the provider itself."""
    if line.offered_by or line.owned_by:
        return line.offered_by or line.owned_by
    providers = inquiry.every(Provider)
    return providers[0].id if len(providers) == 1 else None


def _is_us(stands: Answer[Status]) -> bool:
    return stands.value == Status.US_PERSON


def any_of(verdicts: Iterable[Verdict]) -> Verdict:
    """Say whether any is yes; unknown where none is and one is open."""
    values = set(verdicts)
    return YES if YES in values else UNKNOWN if UNKNOWN in values else NO


def both(one: Verdict, other: Verdict) -> Verdict:
    """Say whether both are yes; one no is enough for no."""
    if NO in (one, other):
        return NO
    return YES if one is YES and other is YES else UNKNOWN


def _facts(inquiry: Inquiry, product: str) -> tuple[str, ...]:
    return tuple(ref for told in told_of(inquiry, product) for ref in told.refs)
