"""Settings of the written program (CIP) that decisions take; they arrive as values."""

from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from enum import StrEnum
from typing import Any

from knowntenant.facts.reading import Given, read_value
from knowntenant.facts.types.owners import Role
from knowntenant.facts.types.persons import TIER, Tier
from knowntenant.law.answer import NO, YES, Verdict
from knowntenant.law.kinds import DAYS, TEXT, WHOLE, YES_NO, Kind, ListOf, Unreadable, choice
from knowntenant.law.problem import Problem, nearest


class AfterFailure(StrEnum):
    """What the program does with an account once verification has finally failed."""

    CLOSE = "close"
    RESTRICT = "restrict"


_ROLE = choice("role", "through what a person controls", Role)


def setting(kind: "Kind | ListOf", default: object, meaning: str) -> Any:  # type: ignore[explicit-any]  # noqa: ANN401 - as told(), the attribute's type counts
    """Declare a setting with its kind, its default and its meaning."""
    return field(default=default, metadata={"kind": kind, "meaning": meaning})


@dataclass(frozen=True, slots=True, kw_only=True)
class Program:
    """Settings of the written program; a provider's policy, bounded by the law's minimum."""

    accepted_documents: tuple[str, ...] = setting(
        ListOf(TEXT), (), "document kinds accepted under (d)(2)(i); empty accepts all"
    )
    attempts: int = setting(
        WHOLE, 3, "failed steps after which verification has finally failed; one may say so earlier"
    )
    provisional_use: Verdict = setting(
        YES_NO, NO, "whether an unverified customer may use an account while verification goes on"
    )
    provisional_days: int = setting(DAYS, 30, "longest provisional use, in calendar days")
    provisional_permissions: tuple[str, ...] = setting(
        ListOf(TEXT), (), "what an unverified account is limited to"
    )
    no_provisional_tiers: tuple[Tier, ...] = setting(
        ListOf(TIER), (Tier.HIGH,), "risk tiers without provisional use"
    )
    after_failure: AfterFailure = setting(
        choice("measure", "close or restrict", AfterFailure), AfterFailure.CLOSE,
        "what happens to an account after verification has finally failed",
    )  # fmt: skip
    review_days_low: int = setting(DAYS, 1095, "days between re-verifications, low risk tier")
    review_days_medium: int = setting(DAYS, 730, "days between re-verifications, medium risk tier")
    review_days_high: int = setting(DAYS, 365, "days between re-verifications, high risk tier")
    default_tier: Tier = setting(TIER, Tier.MEDIUM, "risk tier of a customer that has none")
    substantial_roles: tuple[Role, ...] = setting(
        ListOf(_ROLE), tuple(Role), "roles through which control counts as substantial (D16)"
    )
    internal_target_days: int = setting(
        DAYS, 3, "how many days before a legal due day the provider means to be done"
    )
    recheck_on_ip: Verdict = setting(
        YES_NO, YES, "whether an access that looks foreign opens a recheck of a US person (D17)"
    )

    def review_days(self, tier: Tier | None) -> int:
        """Give the days between re-verifications of a customer in a tier."""
        by_tier = {
            Tier.LOW: self.review_days_low,
            Tier.MEDIUM: self.review_days_medium,
            Tier.HIGH: self.review_days_high,
        }
        return by_tier[tier or self.default_tier]


def read_program(given: Mapping[str, Given], where: str) -> tuple[Program, list[Problem]]:
    """Read settings by their declarations; unknown keys and unreadable values are problems."""
    known = {f.name: f for f in fields(Program)}
    values: dict[str, object] = {}
    problems: list[Problem] = []
    for key, text in given.items():
        if key not in known:
            what = f"the program has no setting '{key}'."
            problems.append(Problem(where, what, nearest(key, known)))
            continue
        try:
            values[key] = read_value(known[key].metadata["kind"], text)
        except Unreadable as wrong:
            problems.append(Problem(where, f"program setting '{key}': {wrong}"))
    return Program(**values), problems  # type: ignore[arg-type]  # typed by the declarations
