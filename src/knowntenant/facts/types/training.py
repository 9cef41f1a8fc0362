"""Training of AI models: transactions, models, security events, resellers' reporting (7.308)."""

from datetime import date
from enum import StrEnum
from fractions import Fraction

from knowntenant.facts.declaration import Fact, Retention, Sensitivity, fact_type, told
from knowntenant.facts.places import Place
from knowntenant.facts.places.kind import PLACE
from knowntenant.facts.types.models import MODALITY, Modality
from knowntenant.law.answer import Verdict
from knowntenant.law.kinds import DAY, ID, NUMBER, TEXT, YES_NO, ListOf, choice


class TransactionState(StrEnum):
    """How far a transaction has come; a mere proposal is one too (7.301 transaction)."""

    PROPOSED = "proposed"
    AGREED = "agreed"
    RUNNING = "running"
    COMPLETED = "completed"
    ENDED = "ended"


class PaidWith(StrEnum):
    """What is given in exchange."""

    MONEY = "money"
    COMPUTE_CREDITS = "compute_credits"
    EQUITY = "equity"
    OTHER = "other"


class Harm(StrEnum):
    """What a security or insider event came to."""

    WEIGHTS_ACCESSED = "weights_accessed"
    SOURCE_CODE_ACCESSED = "source_code_accessed"
    OTHER_MAJOR_DAMAGE = "other_major_damage"
    NONE_OF_THESE = "none_of_these"


PAID_WITH = choice("payment in kind", "what is given in exchange", PaidWith,
                   credits=PaidWith.COMPUTE_CREDITS)  # fmt: skip


@fact_type("transaction", key=("id",), subject="account", retention=Retention.REPORT,
           clause="7.301 transaction")  # fmt: skip
class Transaction(Fact):
    """A transfer of value, proposed or made, under which an AI model may be trained."""

    id: str = told(ID, "the transaction's identifier")
    kind: str | None = told(
        TEXT, "what it is: one of the pack's transaction kinds, such as sale or investment"
    )
    state: TransactionState | None = told(
        choice("transaction state", "how far it has come", TransactionState,
               signed=TransactionState.AGREED), "how far it has come",
    )  # fmt: skip
    by: str | None = told(ID, "who makes it", refers_to="person")
    made_for: str | None = told(ID, "for whom it is made", refers_to="person", also=("for",))
    on_behalf_of: str | None = told(ID, "on whose behalf it is made", refers_to="person")
    customer: str | None = told(ID, "the customer concerned", refers_to="customer")
    account: str | None = told(ID, "the account concerned", refers_to="account")
    reseller: str | None = told(
        ID, "the reseller through whom it is made", refers_to="reseller", also=("through",)
    )
    model: str | None = told(
        ID, "the AI model that is, or could be, trained under it", refers_to="model"
    )
    process: str | None = told(
        TEXT, "what the computing does: one of the pack's processes, such as fine_tuning",
        also=("purpose",),
    )  # fmt: skip
    paid_with: tuple[PaidWith, ...] | None = told(ListOf(PAID_WITH), "what is given in exchange")
    value: Fraction | None = told(NUMBER, "its value in US dollars")
    machines_of: str | None = told(
        ID, "whose computing infrastructure is used", refers_to="person",
        also=("infrastructure_of",),
    )  # fmt: skip
    trained_by: str | None = told(
        ID, "who carries out the training for somebody else", refers_to="person", also=("trainer",)
    )
    facility_of: str | None = told(
        ID, "in whose building the infrastructure stands", refers_to="person"
    )
    origins: tuple[Place, ...] | None = told(
        ListOf(PLACE), "places from which the request to train comes",
        also=("origin", "originates_in"),
    )  # fmt: skip


@fact_type("model", key=("id",), subject="person", retention=Retention.REPORT,
           clause="7.301 ai model")  # fmt: skip
class Model(Fact):
    """An AI model whose training is looked at, and the run that is planned or under way."""

    id: str = told(ID, "the model's identifier")
    developer: str | None = told(ID, "who develops it", refers_to="person")
    large: Verdict | None = told(
        YES_NO, "a person's recorded verdict: is it a large AI model of concern"
    )
    operations: Fraction | None = told(
        NUMBER, "estimated number of operations of the run", also=("estimate",)
    )
    operations_low: Fraction | None = told(
        NUMBER, "least number of operations, where the estimate is a band", also=("low",)
    )
    operations_high: Fraction | None = told(
        NUMBER, "most operations, where the estimate is a band", also=("high",)
    )
    floating_point_operations: Fraction | None = told(
        NUMBER, "floating-point operations, where they are counted apart"
    )
    integer_operations: Fraction | None = told(
        NUMBER, "integer operations, where they are counted apart"
    )
    multiply_accumulates: Fraction | None = told(
        NUMBER, "multiply-accumulates that are not yet counted among the operations", also=("macs",)
    )
    biological: Verdict | None = told(
        YES_NO, "whether it is trained primarily on biological sequence data"
    )
    cluster: str | None = told(ID, "the cluster it is trained on", refers_to="cluster")
    parameters: Fraction | None = told(NUMBER, "number of parameters, such as 70e9")
    modality: tuple[Modality, ...] | None = told(ListOf(MODALITY), "what it takes in or gives out")
    process: str | None = told(
        TEXT, "what the computing does: training, fine_tuning or another process"
    )
    starts_on: date | None = told(DAY, "when the run is expected to begin", also=("starts",))
    completes_on: date | None = told(
        DAY, "when the run is expected to be complete", also=("completes", "ends_on")
    )
    accelerators: str | None = told(TEXT, "make and model of the main accelerators")
    ai_model: str | None = told(TEXT, "name of the main AI model")
    practices: str | None = told(TEXT, "how the training is done, in words")
    weights_policy: str | None = told(
        TEXT, "how trained weights are stored and who can reach them, in words"
    )
    events_answered: Verdict | None = told(
        YES_NO, "yes once security events were asked about, so that those told are all"
    )


@fact_type("security_event", key=("id",), subject="person", retention=Retention.REPORT,
           clause="7.308(d)(1)(ii)(D)(2)")  # fmt: skip
class SecurityEvent(Fact):
    """A cybersecurity or insider event that may have reached model weights or source code."""

    id: str = told(ID, "the event's identifier")
    model: str | None = told(ID, "which model it touched", refers_to="model")
    person: str | None = told(ID, "at whom it happened", refers_to="person", also=("of", "at"))
    harm: Harm | None = told(choice("harm", "what it came to", Harm), "what it came to")
    insider: Verdict | None = told(YES_NO, "whether it was an insider event")
    note: str | None = told(TEXT, "in words", sensitivity=Sensitivity.PERSONAL)


@fact_type("reporting_agreement", key=("reseller",), subject="reseller", clause="7.308(a)(2)")
class ReportingAgreement(Fact):
    """What the provider has agreed with a reseller about training reports."""

    reseller: str = told(ID, "which reseller", refers_to="reseller", also=("with", "id"))
    reports_training: Verdict | None = told(
        YES_NO, "whether it binds the reseller to report covered transactions to the provider"
    )
    efforts_made: Verdict | None = told(
        YES_NO, "whether everything reasonable is done to have the reseller follow 7.308"
    )


@fact_type("training_finding", key=("id",), subject="reseller", clause="7.308(f) s.2")
class TrainingFinding(Fact):
    """Evidence that a reseller has not followed the rules on training reports."""

    id: str = told(ID, "the finding's identifier")
    reseller: str | None = told(ID, "which reseller", refers_to="reseller", also=("of",))
    further: Verdict | None = told(
        YES_NO, "yes where it shows, after earlier evidence, that nothing was put right"
    )
    note: str | None = told(TEXT, "in words", sensitivity=Sensitivity.PERSONAL)


@fact_type("assurance", key=("id",), subject="reseller", clause="7.308(f) s.3")
class Assurance(Fact):
    """What a reseller put forward to show that it will follow the rules from now on."""

    id: str = told(ID, "the assurance's identifier")
    reseller: str | None = told(ID, "which reseller", refers_to="reseller", also=("by", "of"))
    adequate: Verdict | None = told(YES_NO, "whether a person found it adequate")


@fact_type("training_note", key=("id",), subject="account", retention=Retention.REPORT,
           clause="7.308(b)(1)")  # fmt: skip
class TrainingNote(Fact):
    """What is noted of a possible training run of an AI model."""

    id: str = told(ID, "the note's identifier")
    account: str | None = told(ID, "which account", refers_to="account")
    customer: str | None = told(ID, "for whom", refers_to="customer")
    operations: Fraction | None = told(NUMBER, "estimated number of operations")
    proposed: Verdict | None = told(YES_NO, "whether the run is only proposed")
    note: str | None = told(TEXT, "in words")
