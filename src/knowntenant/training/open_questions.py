"""Which unanswered questions on a model could still change what the evidence comes to (7.301)."""

from collections.abc import Iterable, Iterator

from knowntenant.facts.inquiry import Inquiry
from knowntenant.facts.types.models import Item
from knowntenant.law.answer import UNKNOWN, Verdict
from knowntenant.law.logic import every, some
from knowntenant.training.evidence import ABUSES, FOUNDATION, RISKS, verdict_of


def scale(verdicts: dict[Item, Verdict]) -> Verdict:
    """Say whether a model has the five limbs of a dual-use foundation model."""
    return every((*(verdicts[i] for i in FOUNDATION), some(verdicts[i] for i in RISKS)))


def of_concern(verdicts: dict[Item, Verdict]) -> Verdict:
    """Add up the answers: scale or other parameters of concern, and a capability of abuse."""
    technical = some((scale(verdicts), verdicts[Item.OTHER_PARAMETERS]))
    return every((technical, some(verdicts[i] for i in ABUSES)))


def verdicts_on(inquiry: Inquiry, model: str) -> dict[Item, Verdict]:
    """Give the answer to every question about a model."""
    return {item: verdict_of(inquiry, model, item) for item in Item}


def open_items(verdicts: dict[Item, Verdict]) -> frozenset[Item]:
    """Give the unanswered questions that could still change the result; none once it is decided.

    Safeguards are never among them: they change nothing.
    """
    if of_concern(verdicts) is not UNKNOWN:
        return frozenset()
    return frozenset(item for item in _undecided(verdicts) if verdicts[item] is UNKNOWN)


def _undecided(verdicts: dict[Item, Verdict]) -> Iterator[Item]:
    if _is_open(verdicts, ABUSES):
        yield from ABUSES
    if some((scale(verdicts), verdicts[Item.OTHER_PARAMETERS])) is UNKNOWN:
        yield Item.OTHER_PARAMETERS
        if scale(verdicts) is UNKNOWN:
            yield from FOUNDATION
            yield from RISKS if _is_open(verdicts, RISKS) else ()


def _is_open(verdicts: dict[Item, Verdict], items: Iterable[Item]) -> bool:
    return some(verdicts[item] for item in items) is UNKNOWN
