"""For whom an account is kept: its beneficiary, and those its holder acts for (OFAC guidance)."""

from knowntenant.facts.inquiry import Inquiry
from knowntenant.facts.types import Account, OnBehalfOf
from knowntenant.law.answer import YES


def principals(inquiry: Inquiry, account: Account) -> tuple[str, ...]:
    """Give those on whose behalf an account is held, a nominee's nominee and so on included.

    The customer itself is none of them, and an acting that has ended counts no longer.
    """
    acting = [account.id, *([account.customer] if account.customer else [])]
    seen = dict.fromkeys((*acting, *([account.beneficiary] if account.beneficiary else [])))
    front = list(seen)
    for holder in front:  # grows while it is walked
        for link in inquiry.where(OnBehalfOf, holder=holder):
            if link.ended is not YES and link.person not in seen:
                seen[link.person] = None
                front.append(link.person)
    return tuple(person for person in seen if person not in acting)
