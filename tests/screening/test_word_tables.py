# ruff: noqa: RUF001 - names are written in the scripts of their countries
"""What words weigh: examples, and properties that hold for every name."""

import math
import time
from importlib.resources import files

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowntenant.screening import company_words, legal_forms, person_words
from knowntenant.screening.table_rows import table_rows, words_of
from knowntenant.screening.word_tables import (
    abbreviation,
    acronym,
    forms_agree,
    genericness,
    is_generic_org_word,
    is_particle,
    is_title,
    kinship,
    legal_form,
    may_be_title,
    org_frequency,
    part_plain_words,
    person_countries,
    person_frequency,
    strip_legal_forms,
    strip_written_forms,
    synonyms,
    title_kind,
)

OWN_TABLES = (
    "acronyms.tsv",
    "chinese_words.tsv",
    "company_word_counts.tsv",
    "company_words.tsv",
    "generic_words.tsv",
    "legal_forms.tsv",
    "name_particles.tsv",
    "name_titles.tsv",
    "person_word_shares.tsv",
)
FORM_WORDS = sorted(
    {
        word
        for _, _, spellings in table_rows("legal_forms.tsv")
        for spelling in spellings.split(";")
        if spelling.isascii()
        for word in spelling.split()
    }
)
COUNTED = {word for word, _ in table_rows("company_word_counts.tsv")}
BORNE = {word for word, _ in table_rows("person_word_shares.tsv")}
words = st.lists(
    st.one_of(st.sampled_from(FORM_WORDS), st.sampled_from(["mahan", "air", "rosneft"])), max_size=7
)


@pytest.mark.parametrize(
    ("name", "rest", "forms"),
    [
        ("huawei technologies co ltd", "huawei technologies", ("ltd",)),
        ("ooo gazprom neft", "gazprom neft", ("llc",)),
        ("gazprom neft ooo", "gazprom neft", ("llc",)),
        ("open joint stock company rosneft", "rosneft", ("jsc",)),
        ("obshchestvo s ogranichennoy otvetstvennostyu romashka", "romashka", ("llc",)),
        ("al rashid trading l l c", "al rashid trading", ("llc",)),
        ("petroleos de venezuela s a pdvsa", "petroleos de venezuela pdvsa", ("jsc",)),
        ("gmbh and co kg muller gmbh co kg", "muller", ("partnership",)),
        ("pt pertamina tbk", "pertamina", ("company", "jsc")),
        ("shen zhen hua wei you xian gong si", "shen zhen hua wei", ("ltd",)),
        ("bank melli iran plc", "bank melli iran", ("jsc",)),
        ("mahan air", "mahan air", ()),
    ],
)
def test_legal_forms_are_set_aside(name: str, rest: str, forms: tuple[str, ...]) -> None:
    assert strip_legal_forms(name.split()) == (rest.split(), forms)


@pytest.mark.parametrize(
    "name", ["a o smith", "as roma", "same as it was", "bank ao zenit", "zhu yu vm"]
)
def test_short_forms_that_are_words_too_stay_where_no_form_would_stand(name: str) -> None:
    assert strip_legal_forms(name.split()) == (name.split(), ())


@given(words)
def test_setting_forms_aside_never_empties_a_name_and_is_done_once(name: list[str]) -> None:
    rest, forms = strip_legal_forms(name)
    assert bool(rest) == bool(name)
    assert strip_legal_forms(rest) == (rest, ())
    assert forms or rest == name


@given(words)
def test_what_is_left_stands_in_the_order_it_had(name: list[str]) -> None:
    left = iter(name)
    assert all(word in left for word in strip_legal_forms(name)[0])


def obvious_form(found: tuple[str, ...]) -> str:
    """Look a spelling up by reading the whole table, first row first."""
    for form, _, spellings in table_rows("legal_forms.tsv"):
        if found in [words_of(spelling) for spelling in spellings.split(";")]:
            return form
    return ""


@given(st.lists(st.sampled_from(FORM_WORDS), max_size=3).map(tuple))
def test_a_legal_form_is_what_its_row_says(found: tuple[str, ...]) -> None:
    assert legal_form(found) == obvious_form(found)


@pytest.mark.parametrize(
    ("spelling", "form"),
    [
        ("gmbh", "llc"),
        ("sp z o o", "llc"),
        ("joint stock company", "jsc"),
        ("co ltd", "ltd"),
        ("kabushiki kaisha", "jsc"),
        ("zhushihuishe", "jsc"),
        ("fgup", "state"),
        ("fzco", "fze"),
        ("bank", ""),
        ("", ""),
    ],
)
def test_a_legal_form_has_a_class(spelling: str, form: str) -> None:
    assert legal_form(tuple(spelling.split())) == form


@pytest.mark.parametrize(
    ("one", "other", "agree"),
    [
        (("llc",), ("llc",), True),
        (("llc",), ("jsc",), False),
        (("ltd",), ("llc",), True),
        (("jsc",), ("ltd",), True),
        (("corp",), ("inc",), True),
        ((), ("jsc",), True),
        (("company",), ("foundation",), True),
        (("company", "llc"), ("foundation",), False),
    ],
)
def test_forms_agree_where_one_may_be_said_for_the_other(
    one: tuple[str, ...], other: tuple[str, ...], *, agree: bool
) -> None:
    assert forms_agree(one, other) is agree
    assert forms_agree(other, one) is agree


@pytest.mark.parametrize(
    ("name", "rest", "forms"),
    [
        ("深圳华为技术有限公司", "深圳华为技术", ("ltd",)),
        ("中国石油化工股份有限公司", "中国石油化工", ("jsc",)),
        ("株式会社東芝", "東芝", ("jsc",)),
        ("(주)조선무역", "조선무역", ("jsc",)),
        ("ООО «Ромашка»", "«Ромашка»", ("llc",)),
        ("Общество с ограниченной ответственностью Ромашка", "Ромашка", ("llc",)),
        ("شركة المراعي للتجارة ذ.م.م", "المراعي للتجارة", ("company", "llc")),
        ("АО Тест", "Тест", ("jsc",)),
        ("Ест АО тест", "Ест АО тест", ()),
        ("有限公司", "有限公司", ()),
        ("Foo Ltd", "Foo Ltd", ()),
        ("Nguyễn Ltd", "Nguyễn Ltd", ()),
    ],
)
def test_forms_in_other_scripts_are_set_aside_as_written(
    name: str, rest: str, forms: tuple[str, ...]
) -> None:
    assert strip_written_forms(name) == (rest, forms)


@given(st.text(st.sampled_from("深有限公司股份ООО шركة主 ." + "м"), max_size=12))
def test_written_forms_never_take_all_of_a_name(name: str) -> None:
    rest, _ = strip_written_forms(name)
    assert any(map(str.isalnum, rest)) == any(map(str.isalnum, name))


@pytest.mark.parametrize(
    ("name", "parted"),
    [("深圳市华为技术", "深圳 市 华为 技术"), ("محمد", "محمد"), ("Huawei", "Huawei")],
)
def test_plain_chinese_words_are_parted(name: str, parted: str) -> None:
    assert part_plain_words(name) == parted


@pytest.mark.parametrize(
    ("one", "other", "how"),
    [
        ("intl", "international", "abbreviation"),
        ("tech", "technologies", "abbreviation"),
        ("comm", "communications", "abbreviation"),
        ("grp", "group", "abbreviation"),
        ("mfg", "manufacturing", "abbreviation"),
        ("bros", "brothers", "abbreviation"),
        ("zavod", "factory", "translation"),
        ("keji", "technology", "translation"),
        ("empresa", "enterprise", "translation"),
        ("zavod", "bank", ""),
        ("rosneft", "bank", ""),
    ],
)
def test_words_of_one_notion_are_known(one: str, other: str, how: str) -> None:
    assert kinship(one, other) == kinship(other, one) == how
    assert bool(synonyms(one) & synonyms(other)) is bool(how)


def test_an_abbreviation_leads_to_its_words_and_back() -> None:
    assert "manufacturing" in abbreviation("mfg")
    assert "mfg" in abbreviation("manufacturing")
    assert "mfg" not in abbreviation("mfg")
    assert abbreviation("rosneft") == ()


def test_an_acronym_stands_for_sequences_of_words() -> None:
    assert ("scientific", "research", "institute") in acronym("nii")
    assert acronym("rosneft") == ()


def test_a_frequent_word_of_company_names_is_more_frequent_than_a_rare_one() -> None:
    assert org_frequency("ltd") > org_frequency("shenzhen") > org_frequency("rosneft")
    assert math.exp(org_frequency("rosneft")) < 1e-4


@pytest.mark.parametrize("word", ["trading", "technology", "the", "shenzhen", "iran", "grp"])
def test_generic_words_tell_little(word: str) -> None:
    assert is_generic_org_word(word)


@pytest.mark.parametrize("word", ["rosneft", "siemens", "mahan", "xqzv"])
def test_rare_words_are_not_generic(word: str) -> None:
    assert not is_generic_org_word(word)
    assert genericness(word) < 0.2


@given(st.one_of(st.sampled_from(sorted(COUNTED)), st.text(max_size=8)))
def test_genericness_is_graded_between_nothing_and_all(word: str) -> None:
    assert 0 <= genericness(word) <= 1


def test_person_names_are_as_frequent_as_their_country_makes_them() -> None:
    assert person_frequency("ivanov", "ru") > person_frequency("ivanov")
    assert person_frequency("ivanov") > person_frequency("ivanov", "kr")
    assert person_frequency("kim", "kr", "f") > person_frequency("kim", "kr", "g")
    assert person_frequency("mohamed") > person_frequency("xqzv")
    assert person_frequency("kim", "zz") == person_frequency("kim")


@given(st.sampled_from(sorted(BORNE)))
def test_no_name_is_borne_by_more_than_a_third_of_a_country(word: str) -> None:
    held = person_countries(word)
    assert held
    assert all(0 < share < 1 / 3 for share in held.values())


def test_particles_and_titles_are_told_from_names() -> None:
    assert all(map(is_particle, ["al", "bin", "von", "de", "ould"]))
    assert not is_particle("kim")
    assert all(map(is_title, ["dr", "mr", "haji", "mullah", "ayatollah", "gen"]))
    assert may_be_title("sayed")
    assert not is_title("sayed")
    assert not may_be_title("kim")
    assert title_kind("mullah") == "clerical"


def test_every_table_names_its_source() -> None:
    folder = files("knowntenant.screening") / "tables"
    readme = (folder / "README.md").read_text("utf-8")
    for name in OWN_TABLES:
        assert f"`{name}`" in readme, name
        assert (folder / name).read_text("utf-8").startswith("# "), name


@pytest.mark.parametrize("name", OWN_TABLES)
def test_every_row_of_a_table_has_all_its_cells(name: str) -> None:
    heading = (files("knowntenant.screening") / "tables" / name).read_text("utf-8").splitlines()[0]
    assert {len(row) for row in table_rows(name)} == {heading.count("\t") + 1}


def test_the_tables_are_soon_loaded() -> None:
    for module in (legal_forms, company_words, person_words):
        for held in vars(module).values():
            if hasattr(held, "cache_clear"):
                held.cache_clear()
    began = time.process_time()
    strip_legal_forms(["mahan", "ltd"])
    genericness("mahan")
    person_frequency("kim", "kr")
    assert time.process_time() - began < 1  # a fifth of this on a busy machine
