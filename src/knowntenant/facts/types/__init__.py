"""The declared fact types, one module per part of the law that speaks of them."""

from knowntenant.facts.types.accounts import Access, Account, Hold, Notice, Payment, Usage
from knowntenant.facts.types.adoptions import Adoption
from knowntenant.facts.types.assessments import Recommendation, Shortcoming
from knowntenant.facts.types.changes import Change
from knowntenant.facts.types.checks import Evidence, Redress, ScreeningHit, Verification
from knowntenant.facts.types.department import Certification, Report, Request
from knowntenant.facts.types.deterrence import (
    Adp,
    AdpChange,
    AdpElement,
    AdpNotification,
    Exemption,
    RiskChange,
)
from knowntenant.facts.types.enforcement import (
    Conduct,
    PenaltyNotice,
    Petition,
    Statement,
    StatementChange,
    Tip,
)
from knowntenant.facts.types.exports import (
    Classification,
    ConsigneeEvidence,
    ExportRedFlag,
    Parent,
    RestrictedTransaction,
    UnnamedParent,
)
from knowntenant.facts.types.knowledge import Knowledge
from knowntenant.facts.types.lists import BlockedProperty, Listed, RuleExtension
from knowntenant.facts.types.measures import Extension, OnBehalfOf, Order
from knowntenant.facts.types.models import Cluster, ModelDecision, ModelEvidence
from knowntenant.facts.types.owners import Control, Ownership
from knowntenant.facts.types.persons import Contact, Customer, Person, Presence, Provider
from knowntenant.facts.types.privacy import Disclosure, LegalBasis, Staff
from knowntenant.facts.types.products import Product
from knowntenant.facts.types.programs import ProgramReview, ProgramVersion, StaffTraining
from knowntenant.facts.types.red_flags import RedFlag, RedFlagResponse
from knowntenant.facts.types.resellers import Finding, Remediation, Reseller, ResellerCip
from knowntenant.facts.types.rules import FinalRule
from knowntenant.facts.types.submissions import ResellerSubmission
from knowntenant.facts.types.training import (
    Assurance,
    Model,
    ReportingAgreement,
    SecurityEvent,
    TrainingFinding,
    TrainingNote,
    Transaction,
)

__all__ = [
    "Access", "Account", "Adoption", "Adp", "AdpChange", "AdpElement", "AdpNotification",
    "Assurance", "BlockedProperty", "Certification", "Change", "Classification", "Cluster",
    "Conduct", "ConsigneeEvidence", "Contact", "Control", "Customer", "Disclosure", "Evidence",
    "Exemption", "ExportRedFlag", "Extension", "FinalRule", "Finding", "Hold", "Knowledge",
    "LegalBasis", "Listed", "Model", "ModelDecision", "ModelEvidence", "Notice", "OnBehalfOf",
    "Order", "Ownership", "Parent", "Payment", "PenaltyNotice", "Person", "Petition",
    "Presence", "Product", "ProgramReview", "ProgramVersion", "Provider", "Recommendation",
    "RedFlag", "RedFlagResponse", "Redress", "Remediation", "Report", "ReportingAgreement",
    "Request", "Reseller", "ResellerCip", "ResellerSubmission", "RestrictedTransaction",
    "RiskChange", "RuleExtension", "ScreeningHit", "SecurityEvent", "Shortcoming", "Staff",
    "StaffTraining", "Statement", "StatementChange", "Tip", "TrainingFinding", "TrainingNote",
    "Transaction", "UnnamedParent", "Usage", "Verification",
]  # fmt: skip
