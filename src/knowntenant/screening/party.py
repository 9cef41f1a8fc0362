"""Who is screened: a customer, an owner, a director or a reseller."""

from dataclasses import dataclass

from knowntenant.screening.entry import Identifier, Kind


@dataclass(frozen=True, slots=True)
class Party:
    """Somebody who is compared with the lists.

    id: the provider's own identifier. kind: LEGAL_ENTITY where it is not known whether somebody
    is a person. birth_date: as precise as told, ISO (`1961`, `1961-03`, `1961-03-05`), or empty.
    countries: ISO 3166-1 alpha-2 in lower case.
    """

    id: str
    kind: Kind
    name: str
    aliases: tuple[str, ...] = ()
    birth_date: str = ""
    countries: tuple[str, ...] = ()
    address: str = ""
    identifiers: tuple[Identifier, ...] = ()

    @property
    def names(self) -> tuple[str, ...]:
        """The name and the aliases, empty ones left out."""
        return tuple(name for name in (self.name, *self.aliases) if name.strip())
