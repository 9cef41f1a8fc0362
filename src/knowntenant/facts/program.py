"""The written program (CIP): its elements arrive as values, and decisions take them (7.302)."""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from knowntenant.facts.program_conduct import (
    DetectionSettings,
    DisclosureSettings,
    RecordSettings,
    ResellerSettings,
    TrainingSettings,
)
from knowntenant.facts.program_identity import (
    AfterFailure,
    FailureSettings,
    IdentificationSettings,
    UpkeepSettings,
    VerificationSettings,
)
from knowntenant.facts.program_keeping import (
    ApprovalSettings,
    ContactSettings,
    CostSettings,
    RiskSettings,
)
from knowntenant.facts.program_setting import Setting, declared
from knowntenant.facts.reading import Given, read_value
from knowntenant.facts.tier_rules import TIER_RULE
from knowntenant.facts.types.persons import Tier
from knowntenant.law.kinds import ListOf, Unreadable
from knowntenant.law.problem import Problem, nearest
from knowntenant.law.scenario.shown import shown

__all__ = ["AfterFailure", "Program", "elements", "read_program", "same", "written"]


@dataclass(frozen=True, kw_only=True)
class Program(  # one base per section of the written program
    CostSettings,
    ContactSettings,
    RiskSettings,
    DisclosureSettings,
    TrainingSettings,
    DetectionSettings,
    ResellerSettings,
    UpkeepSettings,
    RecordSettings,
    FailureSettings,
    VerificationSettings,
    IdentificationSettings,
    ApprovalSettings,
):
    """The written program; a provider's policy, bounded by the law's minimum."""

    def review_days(self, tier: Tier | None) -> int:
        """Give the days between re-verifications of a customer in a tier."""
        by_tier = {
            Tier.LOW: self.review_days_low,
            Tier.MEDIUM: self.review_days_medium,
            Tier.HIGH: self.review_days_high,
        }
        return by_tier[tier or self.default_tier]

    @property
    def sha256(self) -> str:
        """Hash of what the program says, however its file is laid out: the same words, one hash."""
        said = {name: _ordered(e, getattr(self, name)) for name, e in sorted(elements().items())}
        text = json.dumps(said, ensure_ascii=False, separators=(",", ":"))
        return hashlib.sha256(text.encode()).hexdigest()


@cache
def elements() -> Mapping[str, Setting]:
    """Give the declared elements of the written program by name, section after section."""
    return declared(Program)


def written(value: object) -> str | list[str]:
    """Give an element's value as it is written: a text, or a list of texts."""
    if isinstance(value, tuple):
        return [str(one) for one in value]
    return "" if value is None else shown(value)


def same(element: Setting, one: object, other: object) -> bool:
    """Tell whether two values of an element say the same; only in rules does the order count."""
    return _ordered(element, one) == _ordered(element, other)


def _ordered(element: Setting, value: object) -> str | list[str]:
    plain = written(value)
    rules = element.kind == ListOf(TIER_RULE)
    return sorted(plain) if isinstance(plain, list) and not rules else plain


def read_program(given: Mapping[str, Given], where: str) -> tuple[Program, list[Problem]]:
    """Read settings by their declarations; unknown keys and unreadable values are problems."""
    known = elements()
    values: dict[str, object] = {}
    problems: list[Problem] = []
    for key, text in given.items():
        if key not in known:
            what = f"the program has no setting '{key}'."
            problems.append(Problem(where, what, nearest(key, known)))
            continue
        try:
            values[key] = read_value(known[key].kind, text)
        except Unreadable as wrong:
            problems.append(Problem(where, f"program setting '{key}': {wrong}"))
    return Program(**values), problems  # type: ignore[arg-type]  # typed by the declarations
