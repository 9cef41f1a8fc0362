"""What differs between two written programs, and whether it is material (7.304(c))."""

from collections.abc import Iterator
from dataclasses import dataclass

from knowntenant.facts.program import Program, elements, same, written
from knowntenant.facts.program_setting import Mode, Section, Setting
from knowntenant.law.law import Law

OWN_REASON = {
    Section.VERIFICATION: "methods of identity verification are the text's own first example",
    Section.FAILURE: "the handling of unverified accounts is the text's own second example",
    Section.CONTACT: "a change of the Primary Contact is told by itself, material or not",
}
UPDATES = "certification.irregular_updates"
MATERIAL_CHANGE, NEW_CONTACT = "material_cip_change", "primary_contact"
"""The parts under which the pack names the clauses of what the Department is told in between."""


@dataclass(frozen=True, slots=True)
class Change:
    """An element that two programs say differently.

    clause: of the element; under: the clause by which the Department is told of the change, ''
    where it waits for the next certification.
    """

    element: str
    old: str | list[str]
    new: str | list[str]
    material: bool
    why: str
    clause: str
    under: str


def materiality(old: Program, new: Program, law: Law) -> tuple[Change, ...]:
    """Give what differs, element by element, and whether each is material.

    It is a proposal for a person, who may judge otherwise: the text gives two examples and no
    test, and a change of words alone shows here like a change of substance.
    """
    return tuple(_changes(old, new, law))


def _changes(old: Program, new: Program, law: Law) -> Iterator[Change]:
    for element in elements().values():
        before, after = getattr(old, element.name), getattr(new, element.name)
        if not same(element, before, after):
            yield Change(
                element.name, written(before), written(after), element.material,
                _why(element), element.clause, _under(element, law),
            )  # fmt: skip


def _under(element: Setting, law: Law) -> str:
    if not element.material:
        return ""
    part = NEW_CONTACT if element.section is Section.CONTACT else MATERIAL_CHANGE
    return ", ".join(law.cite(UPDATES, part))


def _why(element: Setting) -> str:
    if element.material:
        other = f"it changes what the program does about {element.clause}"
        return OWN_REASON.get(element.section, other)
    if not element.clause:
        return "a figure of the provider's own, on which no clause rests"
    if element.mode is Mode.ATTESTED:
        return "a statement about the program, not what it does; told with the next certification"
    return "what the yearly certification restates; it changes no procedure of 7.302"
