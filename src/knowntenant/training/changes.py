"""The days on which what is known of a transaction, its parties or its model changed (7.308(b))."""

from collections.abc import Iterator
from datetime import date

from knowntenant.facts.declaration import Fact, fact_types
from knowntenant.facts.inquiry import Inquiry
from knowntenant.facts.record import Record
from knowntenant.facts.types import Account, Cluster, Customer, Model, Person, Presence, Transaction

_PARTIES = ("by", "made_for", "on_behalf_of", "customer", "reseller")


def days_of_change(inquiry: Inquiry, transaction: str) -> tuple[date, ...]:
    """Give the days, from the transaction's first on, on which its coverage may have changed."""
    days = {inquiry.day_of(record.happened) for record in records_about(inquiry, transaction)}
    days |= {v.start for p in inquiry.law.pack.parameters.values() for v in p.values}
    own = inquiry.known.days_of_change(Transaction, transaction)
    first = min(own, default=date.max)
    return tuple(sorted(day for day in days if first <= day <= inquiry.day))


def days_of_learning(inquiry: Inquiry, transaction: str) -> tuple[date, ...]:
    """Give the days on which something was learned of the transaction, by the day asked about."""
    days = {inquiry.day_of(record.learned) for record in records_about(inquiry, transaction)}
    # A fact may be learned before its day: then it counts from that day.
    days |= {inquiry.day_of(record.happened) for record in records_about(inquiry, transaction)}
    return tuple(sorted(day for day in days if day <= min(inquiry.day, inquiry.as_of)))


def records_about(inquiry: Inquiry, transaction: str) -> Iterator[Record]:
    """Give every record, superseded ones too, of a transaction, its parties and its models."""
    own = list(_every_record(inquiry, Transaction, transaction))
    yield from own
    named = {str(r.values[f]) for r in own for f in _PARTIES if r.values.get(f)}
    accounts = {str(r.values["account"]) for r in own if r.values.get("account")}
    for account in accounts:
        held = list(_every_record(inquiry, Account, account))
        yield from held
        named |= {str(r.values["customer"]) for r in held if r.values.get("customer")}
    for person in named:
        yield from _of_person(inquiry, person)
    for model in {str(r.values["model"]) for r in own if r.values.get("model")}:
        yield from _of_model(inquiry, model)


def _of_person(inquiry: Inquiry, person: str) -> Iterator[Record]:
    seen = [person]
    for one in seen:  # a branch is where the entity is whose branch it is
        for shape in (Presence, Customer, Person):
            for record in _every_record(inquiry, shape, one):
                yield record
                above = record.values.get("branch_of")
                if isinstance(above, str) and above not in seen:
                    seen.append(above)


def _of_model(inquiry: Inquiry, model: str) -> Iterator[Record]:
    """Give the records of a model, of its clusters, and of whatever refers to a model."""
    own = list(_every_record(inquiry, Model, model))
    yield from own
    for cluster in {str(r.values["cluster"]) for r in own if r.values.get("cluster")}:
        yield from _every_record(inquiry, Cluster, cluster)
    for declared in fact_types().values():
        if declared.name != "transaction":
            for field in declared.fields.values():
                if field.refers_to == "model":
                    keys = inquiry.known.ledger.keys_where(declared.shape, field.name, model)
                    for key in keys:
                        yield from _every_record(inquiry, declared.shape, *key)


def _every_record(inquiry: Inquiry, shape: type[Fact], *key: str) -> Iterator[Record]:
    for entry in inquiry.known.ledger.entries(shape, key):
        if entry.learned <= inquiry.as_of:
            yield entry.record
