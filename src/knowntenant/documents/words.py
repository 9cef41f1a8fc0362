"""Words that answers may hold where a decision answers in free words, and words of flags."""

from collections.abc import Mapping

from knowntenant.identification.determination import KEPT_OF_FOREIGN, KEPT_OF_US
from knowntenant.law.pack import Pack
from knowntenant.persons.identity import Outcome

PROVISIONAL = (
    "scope", "reading", "program", "tier", "outcome", "data", "permissions", "deprovision_on",
    "deprovision_by", "expired",
)  # fmt: skip
FLAGS: tuple[tuple[str, str], ...] = (
    ("a recheck is open", "an access that looks foreign calls for a new look at a US person"),
    ("literal reading", "the literal reading of D13 was taken"),
    ("no deadline in the text", "the clause says when a step begins, but not by when"),
    ("policy, not law", "the number counted with is the provider's own"),
    ("possible imputed knowledge", "an alert about a reseller is open; a person judges it (D34)"),
    ("preamble, not regulatory text", "the answer rests on the preamble only"),
    ("product kind not known", "the product's kind is missing or not in the pack's list"),
    ("status not known", "nothing is recorded that shows where a person belongs"),
    ("is not accounted for", "the stated shares of an entity leave so much open"),
    ("sum to", "the stated shares of an entity are more than the whole"),
    ("are not stated", "the owners of an entity in the chain are missing"),
    ("general licences", "a licence of OFAC may allow what is otherwise barred; none is looked at"),
    ("caution:", "a blocked person has a part below the share or control, or a citizenship"),
    ("public holidays are not left out", "the day may be earlier than the law's, never later"),
    ("red flag meanwhile", "listed parties own it while the rule on that is suspended"),
    ("look in the Federal Register", "whether an extension was published has to be looked up"),
    ("for counsel to say", "the program raises the question and does not answer it"),
    ("whether anybody stands above", "the chain of parents leads to D:5 as far as it is recorded"),
    ("is of a kind that the pack does not list", "a red flag was recorded with a kind of its own"),
    ("is not answered", "nobody has said who exercises substantial control"),
    ("not law: ", "the verdict is about a text that is not in force, or is no published rule"),
    ("would be settled by: ", "what would have to be known about a training to compare it"),
    ("contradicts itself: ", "the least number of operations told is above the most"),
    ("a person decides: ", "nobody has decided on a model yet; the evidence is added up"),
    ("contradicts the evidence: ", "a person decided otherwise than the answers come to"),
    ("are newer than the decision: ", "answers about a model came after a person's decision"),
)
"""Parts of flags, each with what it says."""


def words_of(pack: Pack) -> Mapping[str, tuple[str, ...]]:
    """Give, by decision, the words that its free texts may be under a pack."""
    return {
        "identification.missing_data": tuple(pack.elements),
        "export_control.consignee_evidence": tuple(pack.lists.get("consignee_evidence", {})),
        "identification.to_record": (*KEPT_OF_US, *KEPT_OF_FOREIGN),
        "retention.record_gaps": tuple(pack.parts.get("retention.record_gaps", {})),
        "verification.provisional_use": PROVISIONAL,
        "verification.unverified_register": (
            *(outcome for outcome in Outcome if outcome is not Outcome.VERIFIED),
            "provisioned_on",
            "deprovision_on",
        ),
    }
