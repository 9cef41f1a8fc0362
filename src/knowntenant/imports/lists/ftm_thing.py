"""An entity of FollowTheMoney whose properties are taken by name, so that the rest is counted."""

from dataclasses import dataclass, field

from knowntenant.imports.lists.json_lines import objects_in, strings
from knowntenant.imports.lists.reading import Report


@dataclass(frozen=True, slots=True)
class Thing:
    """The properties of an entity, and those that were taken."""

    properties: dict[str, object]
    taken: set[str] = field(default_factory=set)

    def texts(self, name: str) -> list[str]:
        """Return the texts of a property."""
        value = self.properties.get(name)
        if not value:  # most of what is asked for is absent
            return []
        self.taken.add(name)
        return strings(value)

    def inner(self, name: str) -> list[dict[str, object]]:
        """Return the entities that stand inside a property."""
        found = objects_in(self.properties.get(name))
        if found:
            self.taken.add(name)
        return found

    def settle(self, report: Report) -> None:
        """Count each property that holds something: used where it was taken, or ignored."""
        for name, value in self.properties.items():
            if value not in (None, "", []):
                (report.used if name in self.taken else report.ignored)[name] += 1


def thing_of(entity: dict[str, object]) -> Thing:
    """Return the properties of an entity."""
    found = entity.get("properties")
    return Thing(found if isinstance(found, dict) else {})


def schema_of(entity: dict[str, object]) -> str:
    """Return the schema of an entity, or the empty text."""
    return "".join(strings(entity.get("schema"))[:1])


def id_of(entity: dict[str, object]) -> str:
    """Return the id of an entity, or the empty text."""
    return "".join(strings(entity.get("id"))[:1])
