"""The European Union's consolidated list of financial sanctions (XML, schema 1.1).

Built from the published shape of the Commission's export; not tried on a real file.
"""

from collections.abc import Iterator
from pathlib import Path

from knowntenant.imports.lists import eu_facts as facts
from knowntenant.imports.lists.drafting import Draft, Listing
from knowntenant.imports.lists.element import Part
from knowntenant.imports.lists.reading import Report
from knowntenant.imports.lists.xml import elements, root
from knowntenant.screening.entry import Entry

ROOT = "export"
ENTITY = "sanctionEntity"


def read_eu_xml(path: Path, report: Report) -> Iterator[Entry]:
    """Read the list. Raises ListUnreadableError, also in its midst."""
    report.published = root(path)[1].get("generationDate", "")[:10]
    listing = Listing(path, report, facts.PREFIX, facts.LIST_NAME)
    for element in elements(path, ENTITY):
        report.rows += 1
        part, draft = Part(element), listing.draft(report.rows)
        _read(part, draft)
        subjects = part.parts("subjectType")
        codes = (s.attribute(name) for s in subjects for name in ("code", "classificationCode"))
        kind = facts.kind_of(*codes)
        number = part.attribute("logicalId")
        part.settle(report)
        yield from listing.entries(draft, number, kind, field="logicalId")
    listing.close()


def _read(part: Part, draft: Draft) -> None:
    facts.read_entity(_getter(part), draft)
    for name in part.parts("nameAlias"):
        facts.read_name(_getter(name), name.text("remark"), draft)
    for birth in part.parts("birthdate"):
        facts.read_birth(_getter(birth), draft)
    for citizenship in part.parts("citizenship"):
        facts.read_country(_getter(citizenship), draft, "citizenship")
    for address in part.parts("address"):
        facts.read_address(_getter(address), draft)
        draft.remark(address.text("remark"), "of an address")
    for document in part.parts("identification"):
        facts.read_identification(_getter(document), document.text("remark"), draft)
    for regulation in part.parts("regulation"):
        draft.programme(regulation.attribute("programme"))
        if not draft.first_listed:
            draft.listed("regulation", regulation.attribute("publicationDate"))
    for remark in part.texts("remark"):
        facts.read_remark(remark, draft)


def _getter(part: Part) -> facts.Get:
    def get(*names: str) -> str:
        return next(filter(None, map(part.attribute, names)), "")

    return get
