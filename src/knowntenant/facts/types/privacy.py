"""Who may see records, with whom they are shared, and on what ground (7.302(e)(3), 7.301 cip)."""

from datetime import date
from enum import StrEnum

from knowntenant.facts.declaration import Fact, fact_type, told
from knowntenant.law.answer import Verdict
from knowntenant.law.kinds import DAY, ID, TEXT, YES_NO, ListOf, choice


class Recipient(StrEnum):
    """With whom something is shared."""

    THIRD_PARTY = "third_party"
    DEPARTMENT = "department"
    US_PROVIDER = "us_provider"
    CONSORTIUM = "consortium"
    LAW_ENFORCEMENT = "law_enforcement"
    DATA_SUBJECT = "data_subject"


class Shared(StrEnum):
    """What is shared: a record kept under the program, threat information, or good practice."""

    RECORD = "record"
    THREAT_INFORMATION = "threat_information"
    BEST_PRACTICE = "best_practice"


RECIPIENT = choice("recipient", "with whom something is shared", Recipient)
SHARED = choice("kind of information", "what is shared", Shared)


@fact_type("staff", key=("id",), clause="7.302(e)(3) s.2")
class Staff(Fact):
    """Somebody who works for the provider, and whether the work needs what the records hold."""

    id: str = told(ID, "the employee's identifier in the provider's own systems")
    role: str | None = told(TEXT, "the role, as the program's `access_roles` names it")
    need_to_know: Verdict | None = told(
        YES_NO, "whether the work needs the records; left out, the role decides"
    )
    covers: tuple[str, ...] | None = told(
        ListOf(TEXT), "names of the fact types that the need covers; left out, all of them"
    )


@fact_type("legal_basis", key=("id",), clause="7.302(e)(3) s.1")
class LegalBasis(Fact):
    """What other law says of sharing records with somebody, as counsel has found."""

    id: str = told(ID, "the entry's identifier")
    recipient: Recipient | None = told(RECIPIENT, "with whom", also=("to",))
    ground: str | None = told(TEXT, "which law, in words, such as a court order", also=("law",))
    lawful: Verdict | None = told(YES_NO, "whether that law allows the sharing")
    until: date | None = told(DAY, "last day on which it does")


@fact_type("disclosure", key=("id",), subject="person", clause="7.301 cip")
class Disclosure(Fact):
    """What identifies a person was disclosed to somebody; it happened on that day."""

    id: str = told(ID, "the disclosure's identifier")
    person: str | None = told(ID, "about whom", refers_to="person", also=("customer", "of"))
    recipient: Recipient | None = told(RECIPIENT, "to whom", also=("to",))
    basis: str | None = told(ID, "on what ground", refers_to="legal_basis")
    notice_lawful: Verdict | None = told(
        YES_NO, "whether the law lets the provider tell the person; no where a gag order stands"
    )
