"""What became of the written program: versions in effect, its reviews, staff trained (7.302(a))."""

from datetime import date

from knowntenant.facts.declaration import Fact, Retention, Sensitivity, fact_type, told
from knowntenant.law.answer import Verdict
from knowntenant.law.kinds import DAY, ID, TEXT, YES_NO


@fact_type("program_version", key=("id",), retention=Retention.CIP_COPY, clause="7.302(a)")
class ProgramVersion(Fact):
    """A version of the written program; it happened on the day from which it is in effect."""

    id: str = told(ID, "the version's identifier")
    version: str | None = told(TEXT, "its version, as the program itself states it")
    approved_by: str | None = told(TEXT, "the role that approved it")
    approved_on: date | None = told(DAY, "when it was approved", also=("approved",))
    material: Verdict | None = told(
        YES_NO, "whether it changes the version before materially (7.304(c))"
    )
    sha256: str | None = told(TEXT, "hash of the program, as `program check` prints it")


@fact_type("program_review", key=("id",), retention=Retention.CIP_COPY, clause="7.304(b)(1)")
class ProgramReview(Fact):
    """A review of the written program as a whole; it happened on the day on which it was done."""

    id: str = told(ID, "the review's identifier")
    by: str | None = told(TEXT, "the role that reviewed it", also=("reviewer",))
    services_considered: Verdict | None = told(
        YES_NO, "whether changes of the services offered were taken into account (7.304(b)(2))"
    )
    threats_considered: Verdict | None = told(
        YES_NO, "whether changes of the threat landscape were taken into account (7.304(b)(3))"
    )
    complies: Verdict | None = told(
        YES_NO, "whether the program was found to meet the proposal (7.304(b)(4))"
    )


@fact_type("staff_training", key=("id",), retention=Retention.CIP_COPY, clause="7.302(a)")
class StaffTraining(Fact):
    """A training of staff in the written program; it happened on the day on which it was held."""

    id: str = told(ID, "the training's identifier")
    person: str | None = told(
        TEXT, "the staff member, by the provider's own staff identifier",
        sensitivity=Sensitivity.PERSONAL,
    )  # fmt: skip
    role: str | None = told(TEXT, "the role of those trained")
    topic: str | None = told(TEXT, "what it was about")
    completed: Verdict | None = told(YES_NO, "whether it was completed")
