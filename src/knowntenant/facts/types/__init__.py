"""The declared fact types, one module per part of the law that speaks of them."""

from knowntenant.facts.types.accounts import Access, Account, Hold, Notice, Payment, Product, Usage
from knowntenant.facts.types.checks import Evidence, Redress, ScreeningHit, Verification
from knowntenant.facts.types.department import Certification, Extension, Order, Report, Request
from knowntenant.facts.types.knowledge import Knowledge, TrainingNote
from knowntenant.facts.types.owners import Control, Ownership
from knowntenant.facts.types.persons import Contact, Customer, Person, Presence, Provider
from knowntenant.facts.types.resellers import Finding, Remediation, Reseller, ResellerCip

__all__ = [
    "Access", "Account", "Certification", "Contact", "Control", "Customer", "Evidence",
    "Extension", "Finding", "Hold", "Knowledge", "Notice", "Order", "Ownership", "Payment",
    "Person", "Presence", "Product", "Provider", "Redress", "Remediation", "Report", "Request",
    "Reseller", "ResellerCip", "ScreeningHit", "TrainingNote", "Usage", "Verification",
]  # fmt: skip
