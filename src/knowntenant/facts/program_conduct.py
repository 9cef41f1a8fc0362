"""Elements of the written program about records, resellers and misuse (7.302(e), 7.304(a))."""

from dataclasses import dataclass

from knowntenant.facts.program_setting import Mode, Section, setting
from knowntenant.law.kinds import TEXT, ListOf


@dataclass(frozen=True, kw_only=True)
class RecordSettings:
    """How records are made, kept and protected (7.302(e))."""

    record_keeping: str = setting(
        TEXT, "", "how a record is made of everything learned under the identity procedures",
        clause="7.302(e)(1)", section=Section.RECORDS, mode=Mode.NARRATIVE, material=True,
    )  # fmt: skip
    retention_procedure: str = setting(
        TEXT, "", "how long records are kept, counted from what, and how they are deleted",
        clause="7.302(e)(2)", section=Section.RECORDS, mode=Mode.NARRATIVE, material=True,
    )  # fmt: skip
    sharing_limits: str = setting(
        TEXT, "", "how records are kept from third parties, and when sharing is lawful",
        clause="7.302(e)(3) s.1", section=Section.RECORDS, mode=Mode.NARRATIVE, material=True,
    )  # fmt: skip
    record_protection: str = setting(
        TEXT, "", "encryption and other protection of the records",
        clause="7.302(e)(3) s.2", section=Section.RECORDS, mode=Mode.NARRATIVE, material=True,
    )  # fmt: skip
    access_roles: tuple[str, ...] = setting(
        ListOf(TEXT), (), "roles of staff with a need to know what the records hold",
        clause="7.302(e)(3) s.2", section=Section.RECORDS, mode=Mode.EXECUTED, material=True,
    )  # fmt: skip
    threat_sharing: str = setting(
        TEXT, "", "with whom threat information and good practice are shared",
        clause="7.302(e)(3) s.3", section=Section.RECORDS, mode=Mode.NARRATIVE,
        may_be_empty=True,
    )  # fmt: skip


@dataclass(frozen=True, kw_only=True)
class ResellerSettings:
    """How resellers are made to keep a program, and whether another's is adopted."""

    reseller_oversight: str = setting(
        TEXT, "", "how each foreign reseller is made to keep a program, or that there is none",
        clause="7.304(a)(1)(iv)", section=Section.RESELLERS, mode=Mode.NARRATIVE, material=True,
    )  # fmt: skip
    reseller_adoption: str = setting(
        TEXT, "", "whose program is adopted, by which agreement, where the provider only resells",
        clause="7.302(b) s.2", section=Section.RESELLERS, mode=Mode.NARRATIVE, material=True,
        may_be_empty=True,
    )  # fmt: skip


@dataclass(frozen=True, kw_only=True)
class DetectionSettings:
    """How malicious activity is noticed and reported (7.304(a)(1)(iii), (a)(2)(iii), (v))."""

    detection_tools: str = setting(
        TEXT, "", "tools and services with which malicious activity is detected",
        clause="7.304(a)(1)(iii)", section=Section.DETECTION, mode=Mode.NARRATIVE, material=True,
    )  # fmt: skip
    detection_use: str = setting(
        TEXT, "", "how those tools are put to work",
        clause="7.304(a)(2)(iii)", section=Section.DETECTION, mode=Mode.NARRATIVE,
        may_be_empty=True,
    )  # fmt: skip
    malicious_reporting: str = setting(
        TEXT, "", "how malicious activity, certain or suspected, is reported to the authorities",
        clause="7.304(a)(2)(v)", section=Section.DETECTION, mode=Mode.NARRATIVE, material=True,
        may_be_empty=True,
    )  # fmt: skip


@dataclass(frozen=True, kw_only=True)
class TrainingSettings:
    """How the training of large models is noticed (7.304(a)(1)(v), (a)(2)(iv))."""

    training_detection: str = setting(
        TEXT, "", "how it is noticed that a foreign person arranges to train a large AI model",
        clause="7.304(a)(1)(v)", section=Section.TRAINING, mode=Mode.NARRATIVE, material=True,
    )  # fmt: skip
    training_run_tools: str = setting(
        TEXT, "", "tools with which a training run is noticed",
        clause="7.304(a)(2)(iv)", section=Section.TRAINING, mode=Mode.NARRATIVE,
        may_be_empty=True,
    )  # fmt: skip


@dataclass(frozen=True, kw_only=True)
class DisclosureSettings:
    """What customers are told about disclosure of what identifies them (7.301 cip)."""

    disclosure_notice: str = setting(
        TEXT, "", "what customers are told about disclosure of what identifies them, and when",
        clause="7.301 cip", section=Section.DISCLOSURE, mode=Mode.NARRATIVE, material=True,
    )  # fmt: skip
    customer_notice_version: str = setting(
        TEXT, "", "version of the notice that customers are given",
        clause="7.301 cip", section=Section.DISCLOSURE, mode=Mode.EXECUTED,
    )  # fmt: skip
