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
    ("is not answered", "nobody has said who exercises substantial control"),
)
"""Parts of flags, each with what it says."""


def words_of(pack: Pack) -> Mapping[str, tuple[str, ...]]:
    """Give, by decision, the words that its free texts may be under a pack."""
    return {
        "identification.missing_data": tuple(pack.elements),
        "identification.to_record": (*KEPT_OF_US, *KEPT_OF_FOREIGN),
        "retention.record_gaps": tuple(pack.parts.get("retention.record_gaps", {})),
        "verification.provisional_use": PROVISIONAL,
        "verification.unverified_register": (
            *(outcome for outcome in Outcome if outcome is not Outcome.VERIFIED),
            "provisioned_on",
            "deprovision_on",
        ),
    }
