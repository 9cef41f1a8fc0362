"""Data missing, element by element and person by person (7.302(d)(1)(iii)).

Which elements there are and whether one is there is decided in the room of identification.
"""

from collections.abc import Iterator

from knowntenant.law.answer import Answer
from knowntenant.review.asking import Review
from knowntenant.review.finding import Asked, Finding, Subject, finding
from knowntenant.review.kinds import FindingKind, SubjectKind
from knowntenant.scope.accounts import persons_of

MISSING = "identification.missing_data"


def missing_data(review: Review, customer: str, account: str) -> Iterator[Finding]:
    """Give one finding for every element that is missing of a person or of an account."""
    for person in persons_of(review.inquiry, customer):
        asked = review.ask(MISSING, account, person=person)
        names = asked.answer.value if isinstance(asked.answer.value, tuple) else ()
        for name in names:
            yield _of_element(review, asked, str(name), Subject(
                SubjectKind.PERSON if person != customer else SubjectKind.CUSTOMER,
                person, customer, account,
            ))  # fmt: skip


def _of_element(review: Review, asked: Asked, name: str, subject: Subject) -> Finding:
    element = review.inquiry.law.pack.elements[name]
    of_account = element.per == "account"
    if of_account:
        subject = Subject(SubjectKind.ACCOUNT, subject.account, subject.customer, subject.account)
    named = f"account {subject.id}" if of_account else subject.id
    answer = asked.answer
    about = f": {element.label}"
    because = (
        *(r for r in answer.because if r.text.endswith(about)),
        *(r for r in answer.because if not r.text.startswith("missing of ")),
    )
    narrowed = Answer(answer.value, because, answer.readings, answer.flags)
    what = f"Of {named} this is missing: {element.label}."
    return finding(FindingKind.DATA_MISSING, subject, asked._replace(answer=narrowed), what,
                   detail=name)  # fmt: skip
