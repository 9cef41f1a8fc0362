# ruff: noqa: INP001 - a script, run by its path
"""Benchmark: find the accounts that special measures reach among 100,000, within 30 seconds.

One measure names a country, one a person behind nominees and holdings. The same accounts are also
judged one by one, without looking for candidates first: the ratio travels better between machines
than the seconds do. Ends with status 1 when the limit is passed or the two differ.

    python benchmarks/match_measures.py [ACCOUNTS]
"""

import random
import sys
import time
from collections.abc import Callable, Iterator
from datetime import date
from fractions import Fraction
from functools import partial

from knowntenant.facts.inquiry import Inquiry
from knowntenant.facts.known import Known
from knowntenant.facts.ledger import Ledger
from knowntenant.facts.places import PLACES
from knowntenant.facts.program import Program
from knowntenant.facts.record import Record
from knowntenant.facts.types import Account, OnBehalfOf, Order, Ownership, Presence
from knowntenant.facts.types.accounts import AccountState
from knowntenant.law.law import Law
from knowntenant.law.loading import load_pack
from knowntenant.measures.judging import judged
from knowntenant.measures.links import is_live
from knowntenant.measures.matching import Found, matches_of

ACCOUNTS = 100_000
SECONDS = 30.0
START, DAY = date(2027, 1, 1), date(2027, 6, 30)
COUNTRIES = ("VN", "DE", "IR", "CN", "US", "BR", "IN", "UA", "UA-43", "HK")


def records(accounts: int) -> Iterator[Record]:
    """Tell customers with an account each; every fourth is owned, every hundredth a nominee."""
    chance = random.Random(7)  # noqa: S311 - seeded on purpose
    for number in range(accounts):
        holder, owner = f"C{number}", f"P{number}"
        place = PLACES[chance.choice(COUNTRIES)]
        yield told(Presence, person=holder, organised_in=place)
        yield told(Account, id=f"A{number}", customer=holder, state=AccountState.OPENED)
        if number % 4 == 0:
            yield told(Ownership, owner=owner, owned=holder, percent=Fraction(60))
            yield told(Presence, person=owner, located=PLACES[chance.choice(COUNTRIES)])
            above = "VIKTOR" if number % 1000 == 0 else f"P{number // 2}"
            yield told(Ownership, owner=above, owned=owner, percent=Fraction(30))
        if number % 100 == 1:
            yield told(OnBehalfOf, holder=holder, person="VIKTOR")
    yield told(Order, id="COUNTRY", jurisdiction=PLACES["IR"])
    yield told(Order, id="PERSON", person="VIKTOR")


def told(shape: type, **values: object) -> Record:
    """Make a record of the first day."""
    return Record(ref="made", shape=shape, values=values, happened=START, learned=START)


def one_by_one(inquiry: Inquiry, order: str) -> set[tuple[str, str, str]]:
    """Judge every account, as anybody would at first."""
    measure = inquiry.one(Order, order)
    accounts = (account for account in inquiry.every(Account) if is_live(account))
    found = (judged(inquiry, account, measure) for account in accounts) if measure else ()
    return {(m.account, m.because, m.via) for m in found if m is not None}


def timed(work: Callable[[], object]) -> tuple[float, object]:
    """Do something and give the seconds it took with what came of it."""
    started = time.perf_counter()
    result = work()
    return time.perf_counter() - started, result


def main() -> int:
    """Measure, print, and judge."""
    accounts = int(sys.argv[1]) if len(sys.argv) > 1 else ACCOUNTS
    law = Law(load_pack("nprm-2024"))
    ledger = Ledger(records(accounts), law.zone)
    wrong = 0
    for order in ("COUNTRY", "PERSON"):
        slow, judged_all = timed(partial(one_by_one, fresh(ledger, law), order))
        fast, found = timed(partial(matches_of, fresh(ledger, law), order))
        assert isinstance(found, Found)  # noqa: S101 - for the reader and the type checker
        rows = {(m.account, m.because, m.via) for m in (*found.sure, *found.unsure)}
        wrong += rows != judged_all or fast > SECONDS
        sys.stdout.write(
            f"{order}: {len(found.sure)} reached and {len(found.unsure)} not settled of {accounts}"
            f" in {fast:.1f} s; one by one {slow:.1f} s, ratio {slow / fast:.1f};"
            f" same: {rows == judged_all}\n"
        )
    return 1 if wrong else 0


def fresh(ledger: Ledger, law: Law) -> Inquiry:
    """Give an inquiry that remembers nothing yet."""
    return Inquiry(Known(ledger, DAY), law, Program(), DAY)


if __name__ == "__main__":
    sys.exit(main())
