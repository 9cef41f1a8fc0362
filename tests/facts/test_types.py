"""Every declared fact type says what has to be known of it."""

from collections import Counter

import pytest

from knowntenant.facts import types
from knowntenant.facts.declaration import FactType, Retention, Sensitivity, fact_types, type_of
from knowntenant.law.deadline import AtLeastYearsAfter
from knowntenant.law.kinds import ID, Kind, ListOf, fold
from knowntenant.law.loading import load_pack, pack_names
from tests.law.toy import NPRM

SUBJECTS = {"account", "person", "provider", "reseller"}
every_type = pytest.mark.parametrize("declared", fact_types().values(), ids=lambda d: d.name)


def test_every_type_can_be_imported_by_its_name() -> None:
    assert {type_of(getattr(types, name)).name for name in types.__all__} == set(fact_types())


@every_type
def test_a_type_says_what_it_means_whom_it_is_about_and_how_long_it_is_kept(
    declared: FactType,
) -> None:
    assert declared.doc.endswith(".")
    assert len(declared.doc) > 20
    assert declared.subject in SUBJECTS
    assert declared.name == fold(declared.name)
    assert isinstance(NPRM.deadlines[declared.retention], AtLeastYearsAfter)


@every_type
def test_a_type_rests_on_a_clause_of_a_pack(declared: FactType) -> None:
    packs = [load_pack(name) for name in pack_names()]
    assert any(pack.contains(declared.clause) for pack in packs), declared.clause


@every_type
def test_the_key_of_a_type_is_made_of_its_fields(declared: FactType) -> None:
    assert [name for name in declared.key if name not in declared.fields] == []
    kinds = [declared.fields[name].kind for name in declared.key]
    assert all(kind == ID or is_closed(kind) for kind in kinds)


def is_closed(kind: Kind | ListOf) -> bool:
    """Tell whether a kind is a closed list of words, each spelt in one way only."""
    return isinstance(kind, Kind) and " | " in kind.example


@every_type
def test_every_field_has_a_kind_a_meaning_and_a_sensitivity(declared: FactType) -> None:
    for field in declared.fields.values():
        assert isinstance(field.kind, Kind | ListOf)
        assert field.meaning
        assert isinstance(field.sensitivity, Sensitivity)
        assert field.name == fold(field.name)


@every_type
def test_no_two_fields_of_a_type_share_a_name(declared: FactType) -> None:
    names = Counter(n for f in declared.fields.values() for n in (f.name, *f.also))
    assert [name for name, times in names.items() if times > 1] == []
    assert [name for name in names if name != fold(name)] == []


@every_type
def test_what_a_field_refers_to_is_a_type_with_a_key(declared: FactType) -> None:
    for field in declared.fields.values():
        if field.refers_to:
            assert fact_types()[field.refers_to].key
        if field.refers_to or field.links:
            assert field.name in declared.references


@every_type
def test_every_field_is_one_that_a_fact_of_the_type_has(declared: FactType) -> None:
    made = declared.shape()
    assert [name for name in declared.fields if getattr(made, name) is not None] == []


def test_personal_data_is_never_plain() -> None:
    shown = {"contact": ("email", "phone", "street_address"), "person": ("name", "names_used")}
    for name, fields in shown.items():
        for field in fields:
            assert fact_types()[name].fields[field].sensitivity is Sensitivity.PERSONAL
    assert fact_types()["payment"].fields["token"].sensitivity is Sensitivity.SECRET
    assert fact_types()["evidence"].fields["number"].sensitivity is Sensitivity.SECRET


def test_every_retention_class_is_used() -> None:
    used = {declared.retention for declared in fact_types().values()}
    assert used == set(Retention)
