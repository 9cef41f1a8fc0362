"""Product lines: the two limbs of an IaaS product, bundles, owner and places (7.301)."""

from knowntenant.facts.declaration import Fact, fact_type, told
from knowntenant.facts.places import Place
from knowntenant.facts.places.kind import PLACE
from knowntenant.law.answer import Verdict
from knowntenant.law.kinds import ID, TEXT, YES_NO, ListOf


@fact_type("product", key=("id",), clause="7.301 iaas product")
class Product(Fact):
    """A product line that the provider offers.

    Lines that name it in `part_of` make it a bundle, and each of them is judged by itself.
    """

    id: str = told(ID, "the product line's identifier")
    name: str | None = told(TEXT, "its name")
    kind: str | None = told(
        TEXT, "what it is: one of the pack's product kinds, such as vps or dns_resolution"
    )
    trial: Verdict | None = told(YES_NO, "whether it is a free or trial offer")
    accelerators: Verdict | None = told(YES_NO, "whether it has AI accelerators")
    basic_computing: Verdict | None = told(
        YES_NO,
        "first limb: whether it gives the customer processing, storage, networks or the like",
        also=("basic_resources",),
    )
    own_software: Verdict | None = told(
        YES_NO,
        "second limb: whether the customer can deploy and run software of its own choice on it",
        also=("runs_own_software",),
    )
    part_of: str | None = told(
        ID, "the bundle with which it is sold, a product line too", refers_to="product",
        also=("bundle",),
    )  # fmt: skip
    owned_by: str | None = told(
        ID, "who owns it, a person with presence facts", refers_to="person", also=("owner",)
    )
    offered_by: str | None = told(
        ID, "who offers it, where that is not its owner", refers_to="person", also=("seller",)
    )
    operated_in: tuple[Place, ...] | None = told(
        ListOf(PLACE), "every place where it is run", also=("operated_from", "regions")
    )
