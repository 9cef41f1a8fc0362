"""The fields of a certification form, each filled from the program or from facts (7.304(a))."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from knowntenant.certification.counting import (
    Count,
    holds_any,
    iaas_customers,
    owners_of_customers,
    owners_of_filer,
)
from knowntenant.certification.filers import (
    accounts_of,
    foreign_resellers,
    open_resellers,
)
from knowntenant.facts.inquiry import Inquiry
from knowntenant.facts.program import Program
from knowntenant.facts.types import ResellerSubmission
from knowntenant.law.answer import YES, Answer
from knowntenant.law.clauses import covers
from knowntenant.scope.versions import in_effect

REGISTER = "verification.unverified_register"
GAPS = "program.gaps"
FORM, STANDARD = "certification.form", "standard"
"""Under which part the pack names the section that the standard of a written program lies in."""
ITEMS = "certification_items"
"""The pack's list of the form's fields, in the order of the form, with their labels."""
CONTACT = "primary_contact"
NO_RESELLERS = "no foreign resellers"
ON_FILE = "on file"
"""In place of personal data, which an answer never holds."""
DESCRIBED: Mapping[str, tuple[str, ...]] = {
    "identity_tools": ("identity_tools",),
    "ownership_changes": ("ownership_change_reports",),
    "detection_tools": ("detection_tools",),
    "reseller_oversight": ("reseller_oversight",),
    "training_detection": ("training_detection",),
    CONTACT: ("contact_name", "contact_title", "contact_email", "contact_phone"),
    "foreign_services": ("foreign_services",),
    "employees": ("iaas_employees",),
    "detection_tools_and_use": ("detection_tools", "detection_use"),
    "training_run_tools": ("training_run_tools",),
    "malicious_reporting": ("malicious_reporting",),
}
"""The fields in words, and the settings of the program (or of a submission) that fill them."""


@dataclass(frozen=True, slots=True)
class Filled:
    """A field of the form as it could be filled in today; gap: what is missing, or nothing."""

    value: str
    source: str
    gap: str = ""
    rests_on: tuple[Answer[object], ...] = ()
    facts: tuple[str, ...] = ()
    flags: tuple[str, ...] = ()


def fill(inquiry: Inquiry, of: str, item: str) -> Filled:
    """Fill one field of the form of the provider ('') or of a foreign reseller."""
    if item in DESCRIBED:
        return _described(inquiry, of, item)
    return _COUNTED[item](inquiry, of)


def _described(inquiry: Inquiry, of: str, item: str) -> Filled:
    told = _submission(inquiry, of) if of else inquiry.program
    settings = _settings(inquiry, item)
    if not of and item == "reseller_oversight" and not _has_resellers(inquiry):
        return Filled(NO_RESELLERS, "facts: reseller")
    values = {name: getattr(told, name, None) for name in settings}
    absent = [name for name, value in values.items() if value in ("", None)]
    source = f"{'submission' if of else 'program'}: {', '.join(settings)}"
    facts = told.refs if isinstance(told, ResellerSubmission) else ()
    if absent:
        return Filled("", source, f"not stated: {', '.join(absent)}", facts=facts)
    said = "; ".join(str(value) for value in values.values())
    return Filled(ON_FILE if item == CONTACT else said, source, facts=facts)


def _settings(inquiry: Inquiry, item: str) -> tuple[str, ...]:
    """Give the settings that fill a field; D11, 'two-answers': the second has a text of its own."""
    twice = item == "detection_tools_and_use"
    apart = twice and inquiry.law.reading("D11").choice == "two-answers"
    return ("detection_use",) if apart else DESCRIBED[item]


def _customers(inquiry: Inquiry, of: str) -> Filled:
    """Fill in how many customers there are; with places under D26, 'number-and-places'."""
    placed = inquiry.law.reading("D26").choice == "number-and-places"
    return _numbered(inquiry, of, "customers", iaas_customers, "customer_places", placed=placed)


def _owners(inquiry: Inquiry, of: str) -> Filled:
    return _numbered(inquiry, of, "foreign_owners", owners_of_filer, "foreign_owner_places")


def _owners_of_customers(inquiry: Inquiry, of: str) -> Filled:
    name = "foreign_owners_of_customers"
    return _numbered(inquiry, of, name, owners_of_customers, f"{name}_places")


def _numbered(  # noqa: PLR0913 - what is counted, where it is told, whether placed
    inquiry: Inquiry,
    of: str,
    name: str,
    count: Callable[[Inquiry, str], Count],
    places_name: str,
    *,
    placed: bool = True,
) -> Filled:
    """Fill in a number: a reseller's own figure where it gave one, else counted from facts."""
    told = _submission(inquiry, of) if of else None
    own: int | None = getattr(told, name, None)
    if told is not None and own is not None:
        return _handed_in(told, name, places_name, own, placed=placed)
    if of and not holds_any(inquiry, of):
        return Filled("", f"submission: {name}", f"not stated: {name}")
    counted = count(inquiry, of)
    where = f" ({counted.by_place})" if placed and counted.number else ""
    gap = "; ".join(counted.gaps)
    return Filled(f"{counted.text}{where}", "facts", gap, counted.rests_on)


def _handed_in(
    told: ResellerSubmission, name: str, places_name: str, own: int, *, placed: bool
) -> Filled:
    places = getattr(told, places_name)
    where = f" ({', '.join(str(place) for place in places)})" if placed and places else ""
    missing = placed and own and not places
    gap = f"not stated: {places_name}" if missing else ""
    return Filled(f"{own}{where}", f"submission: {name}", gap, facts=told.refs)


def _resellers(inquiry: Inquiry, of: str) -> Filled:
    """Fill in the list of foreign resellers; a reseller's own form names those it has."""
    if of:
        told = _submission(inquiry, of)
        listed = told.reseller_oversight if told else None
        gap = "" if listed else "not stated: reseller_oversight"
        return Filled(listed or "", "submission: reseller_oversight", gap)
    open_ = open_resellers(inquiry)
    gap = f"whether foreign: {', '.join(open_)}" if open_ else ""
    return Filled(", ".join(foreign_resellers(inquiry)) or NO_RESELLERS, "facts: reseller", gap)


def _unverified(inquiry: Inquiry, of: str) -> Filled:
    """Fill in the unverified accounts; those without a column of (A) to (E) are a gap."""
    told = _submission(inquiry, of) if of else None
    if of and not holds_any(inquiry, of):
        own = told.unverified_accounts if told else None
        gap = "not stated: unverified_accounts" if own is None else ""
        return Filled("" if own is None else str(own), "submission: unverified_accounts", gap)
    register = inquiry.ask(REGISTER)
    mine = register_rows(inquiry, of)
    gaps = [f"{row['account']}: {', '.join(lacks)}" for row in mine if (lacks := missing_of(row))]
    named = f" ({', '.join(str(row['account']) for row in mine)})" if mine else ""
    return Filled(f"{len(mine)}{named}", "facts: account", "; ".join(gaps), (register,))


def register_rows(inquiry: Inquiry, of: str) -> list[dict[str, object]]:
    """Give the rows of the register of unverified accounts that count for a filer."""
    register = inquiry.ask(REGISTER).value
    counted = {account.id for account in accounts_of(inquiry, of)}
    rows = register if isinstance(register, tuple) else ()
    return [row for row in rows if row["account"] in counted]


def missing_of(row: dict[str, object]) -> tuple[str, ...]:
    """Give the columns that a row of the register lacks."""
    missing = row["missing"]
    return tuple(str(column) for column in missing) if isinstance(missing, tuple) else ()


def _standard(inquiry: Inquiry, of: str) -> Filled:
    """Fill in the attestation on the standard: an approved version, or a reseller's own word."""
    if of:
        told = _submission(inquiry, of)
        meets = told is not None and told.meets_standard is YES
        facts = told.refs if told else ()
        gap = "" if meets else "not attested: meets_standard"
        return Filled("yes" if meets else "", "submission: meets_standard", gap, facts=facts)
    version, source = in_effect(inquiry), "facts: program_version, and the program"
    open_ = program_gaps(inquiry)
    if version is None or not version.approved_by:
        return Filled("", source, "no approved version of the program is told")
    if open_ is None:
        return Filled("", source, "the written program was not given", facts=version.refs)
    gap = f"left open by the program: {', '.join(open_)}" if open_ else ""
    return Filled("" if gap else f"version {version.id}", source, gap, facts=version.refs)


def program_gaps(inquiry: Inquiry) -> tuple[str, ...] | None:
    """Give what the written program leaves open of the standard; None where there is none."""
    rows = inquiry.ask(GAPS).value
    if not isinstance(rows, tuple):
        return None
    (section,) = inquiry.law.cite(FORM, STANDARD)
    return tuple(str(row["element"]) for row in rows if covers(section, str(row["clause"])))


def _submission(inquiry: Inquiry, of: str) -> ResellerSubmission | None:
    return inquiry.one(ResellerSubmission, of)


def _has_resellers(inquiry: Inquiry) -> bool:
    return bool(foreign_resellers(inquiry) or open_resellers(inquiry))


_COUNTED: Mapping[str, Callable[[Inquiry, str], Filled]] = {
    "customers": _customers,
    "owners_of_provider": _owners,
    "owners_of_customers": _owners_of_customers,
    "foreign_resellers": _resellers,
    "unverified_accounts": _unverified,
    "meets_standard": _standard,
}
SOURCES: tuple[type[Program] | type[ResellerSubmission], ...] = (Program, ResellerSubmission)
"""Both have every setting that DESCRIBED names; a test holds them to it."""
