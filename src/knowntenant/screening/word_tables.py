"""What single words of names weigh: legal forms, notions, frequencies, particles and titles."""

from knowntenant.screening.company_words import (
    abbreviation,
    acronym,
    genericness,
    is_generic_org_word,
    kinship,
    org_frequency,
    synonyms,
)
from knowntenant.screening.legal_forms import forms_agree, legal_form, strip_legal_forms
from knowntenant.screening.person_words import (
    is_particle,
    is_title,
    may_be_title,
    person_countries,
    person_frequency,
    title_kind,
)
from knowntenant.screening.written_forms import part_plain_words, strip_written_forms

__all__ = [
    "abbreviation",
    "acronym",
    "forms_agree",
    "genericness",
    "is_generic_org_word",
    "is_particle",
    "is_title",
    "kinship",
    "legal_form",
    "may_be_title",
    "org_frequency",
    "part_plain_words",
    "person_countries",
    "person_frequency",
    "strip_legal_forms",
    "strip_written_forms",
    "synonyms",
    "title_kind",
]
