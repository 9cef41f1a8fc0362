"""What is known of an AI model, item by item, and what a person decided of it (7.301, 7.308(b)(2)).

The items are the questions of the worksheet: each is one condition, example or capability that the
definitions name. An answer is a person's; the software only remembers it and adds up.
"""

from enum import StrEnum
from fractions import Fraction

from knowntenant.facts.declaration import Fact, Retention, fact_type, told
from knowntenant.law.answer import Verdict
from knowntenant.law.kinds import ID, NUMBER, TEXT, YES_NO, choice


class Item(StrEnum):
    """A question of the worksheet, in the order of the definitions."""

    BROAD_DATA = "broad_data"
    SELF_SUPERVISION = "self_supervision"
    TENS_OF_BILLIONS = "tens_of_billions"
    WIDE_CONTEXTS = "wide_contexts"
    CBRN = "cbrn"
    OFFENSIVE_CYBER = "offensive_cyber"
    EVADES_CONTROL = "evades_control"
    OTHER_SERIOUS_RISK = "other_serious_risk"
    SAFEGUARDS = "safeguards"
    OTHER_PARAMETERS = "other_parameters"
    SOCIAL_ENGINEERING = "social_engineering"
    VULNERABILITY_DISCOVERY = "vulnerability_discovery"
    DENIAL_OF_SERVICE = "denial_of_service"
    DATA_POISONING = "data_poisoning"
    TARGET_SELECTION = "target_selection"
    DISINFORMATION = "disinformation"
    COMMAND_AND_CONTROL = "command_and_control"
    OTHER_ABUSE = "other_abuse"


class Modality(StrEnum):
    """What a model takes in or gives out; no modality is left out of the definitions."""

    TEXT = "text"
    IMAGE = "image"
    TEXT_TO_IMAGE = "text_to_image"
    AUDIO = "audio"
    VIDEO = "video"
    CODE = "code"
    BIOLOGICAL = "biological"
    MULTIMODAL = "multimodal"
    OTHER = "other"


ITEM = choice("worksheet item", "which question of the worksheet", Item)
MODALITY = choice("modality", "what a model takes in or gives out", Modality)


@fact_type("cluster", key=("id",), retention=Retention.REPORT, clause="7.308(b)(2)")
class Cluster(Fact):
    """A computing cluster on which a model is trained."""

    id: str = told(ID, "the cluster's identifier")
    co_located: Verdict | None = told(
        YES_NO, "whether the machines stand together in one data center"
    )
    gbit_per_second: Fraction | None = told(
        NUMBER, "network between the machines, in Gbit/s", also=("network",)
    )
    operations_per_second: Fraction | None = told(
        NUMBER, "theoretical maximum for training, in operations per second", also=("capacity",)
    )
    sparsity: Verdict | None = told(
        YES_NO, "whether that maximum counts on sparsity; no where left out"
    )


@fact_type("model_evidence", key=("model", "item"), retention=Retention.REPORT,
           clause="7.301 large ai model")  # fmt: skip
class ModelEvidence(Fact):
    """What a person answered to one question about a model, and on what evidence."""

    model: str = told(ID, "which model", refers_to="model", also=("of",))
    item: Item = told(ITEM, "which question of the worksheet", also=("question",))
    verdict: Verdict | None = told(YES_NO, "the answer", also=("answer",))
    evidence: str | None = told(TEXT, "what it rests on; name no persons", also=("because",))
    decided_by: str | None = told(ID, "who answered, by the identifier in your systems")


@fact_type("model_decision", key=("model",), retention=Retention.REPORT,
           clause="7.301 large ai model")  # fmt: skip
class ModelDecision(Fact):
    """What a person decided: whether a model is a large AI model of concern."""

    model: str = told(ID, "which model", refers_to="model", also=("of",))
    verdict: Verdict | None = told(YES_NO, "the decision", also=("decision",))
    decided_by: str | None = told(ID, "who decided, by the identifier in your systems")
    reasons: str | None = told(TEXT, "why, in words; name no persons", also=("because",))
