"""What becomes of the proposal: a final rule, should one come (preamble: compliance period)."""

from knowntenant.facts.declaration import Fact, Retention, fact_type, told
from knowntenant.law.kinds import ID, TEXT


@fact_type("final_rule", key=("id",), retention=Retention.FILING,
           clause="preamble: compliance period")  # fmt: skip
class FinalRule(Fact):
    """A final rule that was published. It happened on the day of its publication.

    None is known. Whoever tells of one starts the compliance period of the pack.
    """

    id: str = told(ID, "the rule's identifier, such as its document number")
    citation: str | None = told(TEXT, "where it was published")
