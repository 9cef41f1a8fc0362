"""Who there is: provider, customers, other persons; where they are and how reached (7.301)."""

from enum import StrEnum

from knowntenant.facts.declaration import Fact, Sensitivity, fact_type, told
from knowntenant.facts.places import Place
from knowntenant.facts.places.kind import PLACE
from knowntenant.law.answer import Verdict
from knowntenant.law.kinds import ID, TEXT, YES_NO, ListOf, choice

PERSONAL, SECRET = Sensitivity.PERSONAL, Sensitivity.SECRET


class PersonKind(StrEnum):
    """An individual is a natural person; everything else is an entity (7.301)."""

    INDIVIDUAL = "individual"
    ENTITY = "entity"


class Tier(StrEnum):
    """Risk tier of a customer, as the provider's program sets it."""

    LOW = "low"
    MEDIUM = "medium"
    HIGH = "high"


class Basis(StrEnum):
    """What a statement about a person's place or status rests on."""

    STATED = "stated"
    DOCUMENT = "document"
    CHECKED = "checked"
    IP_ADDRESS = "ip_address"


KIND = choice("kind of person", "natural person, or any organisation", PersonKind)
TIER = choice("risk tier", "the provider's own risk tier", Tier)
BASIS = choice("basis", "what a statement rests on", Basis)


@fact_type("provider", key=("id",), clause="7.301 us iaas provider")
class Provider(Fact):
    """The US IaaS provider whose program this is."""

    id: str = told(ID, "the provider's identifier")
    name: str | None = told(TEXT, "business name")
    newly_established: Verdict | None = told(YES_NO, "whether it is a new provider (7.304(d))")


@fact_type("person", key=("id",), subject="person", clause="7.301 person")
class Person(Fact):
    """A person who is not itself a customer: an owner, a controller, an entity in between."""

    id: str = told(ID, "the person's identifier; one id is one person in all facts")
    kind: PersonKind | None = told(KIND, "individual or entity", also=("type",))
    name: str | None = told(
        TEXT, "full legal name, or business name", sensitivity=PERSONAL, also=("legal_name",)
    )
    names_used: tuple[str, ...] | None = told(
        ListOf(TEXT), "all other names the person is or was known by", sensitivity=PERSONAL
    )
    birth_date: str | None = told(
        TEXT, "day, month or year of birth; for screening only, the rule asks for none",
        sensitivity=PERSONAL, also=("date_of_birth", "born"),
    )  # fmt: skip
    lei: str | None = told(
        TEXT, "Legal Entity Identifier; it links a company to its corporate tree",
        also=("legal_entity_identifier",),
    )  # fmt: skip
    register_number: str | None = told(
        TEXT, "scheme and number in a register, such as GB-COH:01234567; links as the LEI does",
        also=("registration_number", "company_number"),
    )  # fmt: skip
    national_id: str | None = told(
        TEXT, "national identification number, where the provider asks for it (D23)",
        sensitivity=SECRET, also=("national_identification_number",),
    )  # fmt: skip
    national_id_exception: str | None = told(
        TEXT, "reason code where the person's country gives no such number out (D23)"
    )


@fact_type("customer", key=("id",), subject="person", clause="7.301 customer")
class Customer(Person):
    """A person who contracts with the provider to create or maintain an account."""

    claims_us_person: Verdict | None = told(
        YES_NO, "whether the customer claims to be a US person", also=("claims_us",)
    )
    is_business: Verdict | None = told(YES_NO, "whether an entity is a business")
    control_answered: Verdict | None = told(
        YES_NO,
        "yes once the customer has said who exercises substantial control, or that nobody does",
    )
    tier: Tier | None = told(TIER, "risk tier", also=("risk", "risk_tier", "risk_level"))


@fact_type("presence", key=("person",), subject="person", clause="7.301 us person")
class Presence(Fact):
    """Where a person is and belongs. A later record replaces the keys it names."""

    person: str = told(ID, "whose presence", refers_to="person", also=("customer", "id", "of"))
    located: Place | None = told(
        PLACE, "where the person is", also=("located_in", "location", "country")
    )
    citizen: tuple[Place, ...] | None = told(
        ListOf(PLACE),
        "every citizenship of an individual",
        also=("citizen_of", "citizenship", "nationality"),
    )
    resident: tuple[Place, ...] | None = told(
        ListOf(PLACE),
        "places whose lawful permanent resident an individual is",
        also=("permanent_resident", "resident_of", "green_card"),
    )
    organised_in: Place | None = told(
        PLACE,
        "under whose laws an entity is organised",
        also=("organised", "organized_in", "organized", "jurisdiction"),
    )
    headquartered_in: Place | None = told(
        PLACE, "where an entity's head office is", also=("headquartered", "hq")
    )
    branch_of: str | None = told(
        ID, "the entity of which this is a branch (a branch is no person apart)", refers_to="person"
    )
    basis: Basis | None = told(BASIS, "what this rests on; an IP address alone decides nothing")


@fact_type("contact", key=("person",), subject="person", clause="7.302(d)(1)(iii)(B)")
class Contact(Fact):
    """How a person is reached. A later record replaces the keys it names."""

    person: str = told(ID, "whose contact points", refers_to="person", also=("customer", "of"))
    email: str | None = told(
        TEXT, "e-mail address", sensitivity=PERSONAL, links=True, also=("e_mail",)
    )
    phone: str | None = told(
        TEXT, "telephone number", sensitivity=PERSONAL, links=True, also=("telephone", "tel")
    )
    street_address: str | None = told(
        TEXT, "residential or business street address", sensitivity=PERSONAL, also=("address",)
    )
    military_box: str | None = told(
        TEXT,
        "APO or FPO box number",
        sensitivity=PERSONAL,
        also=("apo_box", "fpo_box", "apo", "fpo"),
    )
    address_exception: str | None = told(
        TEXT, "reason code where there is neither street address nor military box (D22)"
    )
    principal_place: str | None = told(
        TEXT,
        "an entity's principal place of business",
        sensitivity=PERSONAL,
        also=("principal_place_of_business",),
    )
    inquiries_address: str | None = told(
        TEXT, "address for inquiries of an entity that is no business", sensitivity=PERSONAL
    )
    use_locations: tuple[Place, ...] | None = told(
        ListOf(PLACE),
        "places from which the product will be used",
        also=("use_location", "locations_of_use", "location_of_use"),
    )
