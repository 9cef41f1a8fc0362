"""What each kind of obligation means as a finding, where one finding says all there is to say.

Obligations about identifying customers and about ending resellers have findings of their own, made
in owed.py; the kinds here carry the obligation's own name.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from knowntenant.obligations.row import ObligationKind as Owed
from knowntenant.review.kinds import Meaning, SubjectKind, Urgency

S, U = SubjectKind, Urgency


@dataclass(frozen=True, slots=True)
class OwedKind:
    """Whom or what an obligation is about, and what it means as a finding."""

    about: SubjectKind
    meaning: Meaning


def _kind(about: SubjectKind, title: str, urgency: Urgency, remedy: str) -> OwedKind:
    return OwedKind(about, Meaning(title, urgency, remedy))


_IN_FORCE = {
    Owed.BLOCK_ACCOUNT: _kind(
        S.ACCOUNT, "A blocked person stands behind an account", U.NOW,
        "Stop the supply, have counsel look at it, and record what was blocked and when.",
    ),
    Owed.REPORT_BLOCKED_PROPERTY: _kind(
        S.PROPERTY, "Blocked property to report", U.SOON, "Report it and record the day."
    ),
    Owed.REPORT_BLOCKED_PROPERTY_YEARLY: _kind(
        S.PROPERTY, "Yearly report of blocked property", U.SOON, "Report it and record the day."
    ),
    Owed.HOLD_FOR_LICENCE: _kind(
        S.CUSTOMER, "Supply needs a licence", U.NOW,
        "Hold the supply until there is a licence, or until counsel says that none is needed.",
    ),
    Owed.SETTLE_LICENCE_QUESTION: _kind(
        S.CUSTOMER, "Licence question open", U.NOW,
        "Have counsel answer it, and record the answer with its ground.",
    ),
    Owed.SETTLE_LICENCE_FACTS: _kind(
        S.CUSTOMER, "Head office or classification not known", U.GAP,
        "Record the head office, the ultimate parent, and what the accelerators are classified as.",
    ),
    Owed.SETTLE_LISTING: _kind(
        S.CUSTOMER, "Whether a listed party stands behind is open", U.GAP,
        "Find out the owners named, clear or confirm hits, and name lists as the pack does (sdn).",
    ),
    Owed.SETTLE_EMBARGO: _kind(
        S.CUSTOMER, "Whether a place is embargoed is open", U.GAP,
        "Record the region, and in a region of which a part is embargoed have counsel look at it.",
    ),
    Owed.INQUIRE_ABOUT_RED_FLAG: _kind(
        S.CUSTOMER, "Export red flag to look into", U.NOW,
        "Ask, record what came of it, and do not supply around an open flag.",
    ),
    Owed.COLLECT_CONSIGNEE_EVIDENCE: _kind(
        S.PERSON, "Evidence of a consignee missing", U.GAP, "Obtain the pieces that are named."
    ),
    Owed.REPORT_DATA_TRANSACTION: _kind(
        S.TRANSACTION, "Yearly report of a restricted transaction", U.SOON,
        "Report it and record the day.",
    ),
    Owed.AUDIT_DATA_TRANSACTIONS: _kind(
        S.TRANSACTION, "Audit of restricted transactions", U.GAP, "Have the year audited."
    ),
}  # fmt: skip
_MEASURES = {
    Owed.APPLY_MEASURE: _kind(
        S.ACCOUNT, "Special measure reaches an account", U.NOW,
        "Close or restrict the account as the measure says, and record the day.",
    ),
    Owed.PREPARE_FOR_MEASURE: _kind(
        S.ORDER, "Special measure coming", U.SOON,
        "Decide what is to be done with each account that it reaches, before it binds.",
    ),
    Owed.SETTLE_MEASURE: _kind(
        S.ORDER, "Whom a special measure reaches is open", U.GAP,
        "Find out the facts that are named.",
    ),
}  # fmt: skip
_TRAINING = {
    Owed.FILE_TRAINING_REPORT: _kind(
        S.TRANSACTION, "Training report to file", U.SOON,
        "Have it certified by a person and draft the filing by the due day.",
    ),
    Owed.OBTAIN_RESELLER_REPORT: _kind(
        S.TRANSACTION, "Reseller's training report awaited", U.SOON, "Ask the reseller for it."
    ),
    Owed.FORWARD_RESELLER_REPORT: _kind(
        S.TRANSACTION, "Reseller's training report to pass on", U.SOON, "Pass it on by the due day."
    ),
    Owed.FILE_FOLLOW_UP_REPORT: _kind(
        S.REQUEST, "Follow-up report asked for", U.SOON, "Answer everything that was asked."
    ),
    Owed.FILE_CORRECTED_REPORT: _kind(
        S.REPORT, "Report to correct", U.SOON, "Put right everything that was wrong when filed."
    ),
    Owed.SETTLE_COVERAGE: _kind(
        S.TRANSACTION, "Covered transaction or not is unknown", U.GAP,
        "Find out for whom it is, and work through the model's worksheet.",
    ),
    Owed.ASK_RESELLER: _kind(
        S.RESELLER, "Reseller to be asked about training", U.NOW,
        "Put the suspected breach to it and ask for an answer with proof.",
    ),
    Owed.SUSPEND_RESELLER: _kind(
        S.RESELLER, "Supply to a reseller to be suspended", U.NOW,
        "Stop supplying; go on only after adequate assurances.",
    ),
    Owed.SETTLE_SUSPENSION: _kind(
        S.RESELLER, "Whether supply to a reseller is to be suspended is open", U.GAP,
        "Judge whether the evidence shows that nothing was put right, and record it.",
    ),
    Owed.BIND_RESELLER_TO_REPORT: _kind(
        S.RESELLER, "Reseller not bound to report training", U.GAP, "Agree it in the contract."
    ),
}  # fmt: skip
_DETERRENCE = {
    Owed.ANSWER_RED_FLAG: _kind(
        S.RED_FLAG, "Red flag unanswered", U.NOW,
        "Answer it, or record why no answer is called for.",
    ),
    Owed.UPDATE_ADP: _kind(
        S.PROGRAM, "Deterrence program to update", U.GAP, "Take in what is named."
    ),
    Owed.NOTIFY_ADP_CHANGE: _kind(
        S.PROGRAM, "Change of the deterrence program to tell", U.GAP, "Draft the notification."
    ),
    Owed.NOTIFY_YEARLY_OF_EXEMPTION: _kind(
        S.PROGRAM, "Yearly notification under an exemption", U.SOON, "Draft the notification."
    ),
    Owed.BIND_RESELLERS: _kind(
        S.RESELLER, "Reseller not bound under the exemption", U.GAP, "Agree it in the contract."
    ),
}  # fmt: skip
_STATEMENTS = {
    Owed.CORRECT_STATEMENT: _kind(
        S.STATEMENT, "Statement to the Department overtaken", U.GAP, "Tell the Department."
    ),
    Owed.PETITION_AGAINST_PENALTY: _kind(
        S.PENALTY_NOTICE, "Last day for a petition", U.SOON,
        "Decide whether to petition; the right is gone after that day.",
    ),
}  # fmt: skip
_CERTIFICATIONS = {
    Owed.FILE_CERTIFICATION_FORM: _kind(
        S.FILING, "No certification form yet", U.GAP,
        "Draft the form; the section on signing names what is missing.",
    ),
    Owed.CERTIFY_YEARLY: _kind(
        S.FILING, "Yearly certification", U.SOON, "Draft the certification inside its window."
    ),
    Owed.COLLECT_RESELLER_SUBMISSION: _kind(
        S.RESELLER, "Reseller has not handed in its part", U.GAP, "Ask the reseller for it."
    ),
    Owed.NOTIFY_CHANGE: _kind(
        S.FILING, "Change to tell between certifications", U.NOW, "Draft the irregular update."
    ),
    Owed.JUDGE_CHANGE: _kind(
        S.FILING, "Change to be judged", U.GAP,
        "Record whether it is significant or material, and who judged it.",
    ),
    Owed.REVIEW_ADP: _kind(
        S.PROGRAM, "Deterrence program to review after a change", U.GAP,
        "Review it, and record what was changed.",
    ),
    Owed.RESUBMIT_CIP: _kind(
        S.REQUEST, "Program to put right and hand in again", U.SOON,
        "Put the shortcomings right by the day that was set, and hand the program in again.",
    ),
    Owed.ANSWER_AUDIT: _kind(
        S.REQUEST, "Audit asked for", U.NOW, "Give the auditor what is at hand, and note the day."
    ),
    Owed.BRING_ACCOUNT_UP_TO_STANDARD: _kind(
        S.ACCOUNT, "Account from before the rule", U.SOON,
        "Collect and verify what a new account would need.",
    ),
}  # fmt: skip
_NOTICES = {
    Owed.GIVE_CUSTOMER_NOTICE: _kind(
        S.CUSTOMER, "Notice on disclosure not given", U.GAP, "Give it, and record its version."
    ),
    Owed.TELL_OF_DISCLOSURE: _kind(
        S.DISCLOSURE, "Disclosure to tell a customer of", U.NOW,
        "Tell the customer, where that is lawful.",
    ),
    Owed.SETTLE_DISCLOSURE: _kind(
        S.DISCLOSURE, "Whether a customer may be told of a disclosure is open", U.GAP,
        "Find out whether the law lets the customer be told, and of whom the disclosure was.",
    ),
    Owed.BIND_CUSTOMER_TO_TELL: _kind(
        S.CUSTOMER, "Customer not bound to tell of owners", U.GAP, "Have it accept the terms."
    ),
    Owed.ASK_ABOUT_OWNERS: _kind(
        S.CUSTOMER, "Owners joined and the customer did not say so", U.SOON,
        "Ask the customer, and remind it of the terms.",
    ),
}  # fmt: skip
_PROGRAM = {
    Owed.COMPLETE_PROGRAM: _kind(
        S.PROGRAM, "Written program with gaps", U.GAP, "Write what is named, and have it approved."
    ),
    Owed.MEND_DRIFT: _kind(
        S.PROGRAM, "Done otherwise than the written program says", U.GAP,
        "For each thing named, do as is written, or change what is written and have it approved.",
    ),
    Owed.ASSESS_RISKS: _kind(
        S.PROGRAM, "Assessment of risks missing or overtaken", U.GAP,
        "Assess the risks of what is offered today, and date it.",
    ),
    Owed.REVIEW_PROGRAM: _kind(
        S.PROGRAM, "Review of the written program", U.SOON, "Review it, and record the day."
    ),
    Owed.TRAIN_STAFF: _kind(
        S.PROGRAM, "Training of staff in the written program", U.SOON,
        "Train them, and record who attended.",
    ),
}  # fmt: skip
OWED: Mapping[Owed, OwedKind] = {
    **_IN_FORCE, **_MEASURES, **_TRAINING, **_CERTIFICATIONS, **_DETERRENCE, **_STATEMENTS,
    **_NOTICES, **_PROGRAM,
}  # fmt: skip
