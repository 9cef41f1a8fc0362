"""Lists by the names that readers and other tools give them: how much they weigh, and for packs.

Weights order work and decide nothing: lists that block property in the United States come first,
then those that block elsewhere, then lists that nobody has weighed (so that nothing is put off for
being new), then lists that restrict certain dealings, then those that ask for care. What each list
does: OFAC, "Sanctions List Search" and "Other OFAC Sanctions Lists"; 15 CFR 744 (Entity, Unverified
and Military End-User Lists) and 764.3 (denial orders); read in 2026.
"""

from collections.abc import Mapping

BLOCKING, BLOCKING_ABROAD, UNWEIGHED, RESTRICTING, CARE = 100, 90, 80, 50, 10

WEIGHTS: Mapping[str, int] = {
    **dict.fromkeys(("us_sdn", "sdn", "sdn_list", "us_ofac_sdn", "us_ofac"), BLOCKING),
    **dict.fromkeys(
        (
            "un_sc", "un", "un_sc_sanctions", "un_csl",
            "eu_fsf", "eu", "eu_csl",
            "uk_hmt", "uk_sanctions", "uk", "uk_csl", "gb_hmt_sanctions", "gb_fcdo_sanctions",
        ),
        BLOCKING_ABROAD,
    ),
    **dict.fromkeys(
        (
            "us_bis_el", "entity_list", "us_bis_meu", "meu", "meu_list",
            "us_bis_dpl", "us_bis_denied", "us_ssi", "ssi", "us_cmic", "us_cap", "us_plc", "us_fse",
            "us_mbs", "us_cons", "us_ofac_cons", "us_dtc", "us_isn",
        ),
        RESTRICTING,
    ),
    **dict.fromkeys(("us_bis_uvl", "unverified_list"), CARE),
}  # fmt: skip
"""The weight of each list; one that is not here weighs UNWEIGHED."""

PACK_NAMES: Mapping[str, str] = {
    "us_sdn": "sdn", "us_ofac_sdn": "sdn", "us_ofac": "sdn",
    "us_ssi": "ssi",
    "us_bis_el": "entity_list", "us_bis_meu": "meu_list", "us_bis_uvl": "unverified_list",
    "un_sc": "un", "un_sc_sanctions": "un", "un_csl": "un",
    "eu_fsf": "eu", "eu_csl": "eu",
    "uk_hmt": "uk", "uk_sanctions": "uk", "uk_csl": "uk", "gb_hmt_sanctions": "uk",
    "gb_fcdo_sanctions": "uk",
}  # fmt: skip
"""What rule packs call a list; one that is not here keeps its name, and packs leave it open."""
