"""A report with a finding of many kinds, for the tests of every output."""

from pathlib import Path

from knowntenant.facts.program import Program
from knowntenant.review.masking import Masking
from knowntenant.review.report import Report
from knowntenant.review.running import Wanted, run
from knowntenant.review.source import source_of
from tests.review.provider import AS_OF, Provider, law, read, unheard

NAMES = ("深圳云科技", "محمد", "Nguyễn", "<script>alert(1)</script>")


def troubled() -> Provider:
    """Make a provider with something for every section."""
    made = Provider()
    made.entity("C-1", NAMES[0], "China", phone="")
    made.individual("C-2", NAMES[1], "Egypt")
    made.individual("nguyen@example.org", NAMES[2], "Vietnam")
    made.individual("C-4", NAMES[3], "Vietnam")
    for unverified in ("C-2", "nguyen@example.org"):
        made.drop("evidence", unverified)
    made.change("accounts", "A-C-2", state="provisional", deprovision_on="2027-06-01")
    made.change("evidence", "C-4", checked_on="2025-07-15")
    made.account("=A-4", "C-4", state="closed", opened_on="2024-01-02", closed_on="2025-01-31")
    made.change("access", "=A-4", at="2024-03-01T10:00Z")
    made.add("resellers", id="R-1", name="Sài Gòn Cloud", organised_in="Vietnam",
             since="2026-01-01")  # fmt: skip
    made.add("findings", id="F-1", reseller="R-1", kind="no_cip", happened="2027-06-01",
             not_remediated_known_on="2027-06-10")  # fmt: skip
    made.add("owners", owner="O-9", owned="C-1", percent="four", happened="2027-01-01")
    made.add("contacts", person="C-4", e_mail_adress="x@example.org", happened="2027-01-02")
    return made


def report_of(
    provider: Provider, folder: Path, *packs: str, personal: bool = False, **readings: str
) -> Report:
    """Write, read and review a provider, by one pack or more."""
    export = read(provider.write(folder / "harbour"))
    laws = tuple(law(pack, **readings) for pack in packs or ("nprm-2024",))
    masking = Masking(shows_personal=personal)
    reviews = run(export.records, Wanted(laws, Program(), AS_OF), unheard)
    return Report(reviews, source_of(export, masking), Program(), masking)
