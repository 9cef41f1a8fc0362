import csv
import unicodedata
from importlib import resources

from knowntenant.facts import places
from knowntenant.facts.places import PLACES, find, lies_in
from knowntenant.facts.places.spelling import key

ISO_ALPHA_2 = """
AD AE AF AG AI AL AM AO AQ AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ BR BS BT
BV BW BY BZ CA CC CD CF CG CH CI CK CL CM CN CO CR CU CV CW CX CY CZ DE DJ DK DM DO DZ EC EE EG EH
ER ES ET FI FJ FK FM FO FR GA GB GD GE GF GG GH GI GL GM GN GP GQ GR GS GT GU GW GY HK HM HN HR HT
HU ID IE IL IM IN IO IQ IR IS IT JE JM JO JP KE KG KH KI KM KN KP KR KW KY KZ LA LB LC LI LK LR LS
LT LU LV LY MA MC MD ME MF MG MH MK ML MM MN MO MP MQ MR MS MT MU MV MW MX MY MZ NA NC NE NF NG NI
NL NO NP NR NU NZ OM PA PE PF PG PH PK PL PM PN PR PS PT PW PY QA RE RO RS RU RW SA SB SC SD SE SG
SH SI SJ SK SL SM SN SO SR SS ST SV SX SY SZ TC TD TF TG TH TJ TK TL TM TN TO TR TT TV TW TZ UA UG
UM US UY UZ VA VC VE VG VI VN VU WF WS YE YT ZA ZM ZW
""".split()  # noqa: SIM905 (a column of 249 lines is no easier to read)
STATES = """
AK AL AR AZ CA CO CT DC DE FL GA HI IA ID IL IN KS KY LA MA MD ME MI MN MO MS MT NC ND NE NH NJ NM
NV NY OH OK OR PA RI SC SD TN TX UT VA VT WA WI WV WY
""".split()  # noqa: SIM905 (as above)
# Two letters that mean a place besides the ISO codes: user-assigned, reserved, or retired.
OTHER_PAIRS = {"xk", "uk", "bu", "tp", "zr"}
COLUMNS = ["code", "name", "kind", "within", "also", "united_states", "source"]


def rows() -> list[dict[str, str]]:
    text = resources.files(places).joinpath("places.csv").read_text(encoding="utf-8")
    return list(csv.DictReader(text.splitlines(), strict=True))


def spellings(row: dict[str, str]) -> list[str]:
    return [row["code"], row["name"], *filter(None, row["also"].split(";"))]


def test_every_cell_is_filled_that_must_be_and_none_has_stray_spaces() -> None:
    for row in rows():
        assert list(row) == COLUMNS
        assert all(row[column] for column in ("code", "name", "kind", "source")), row
        assert row["united_states"] in {"yes", "no"}, row
        assert all(spelling == spelling.strip() for spelling in row["also"].split(";")), row
        assert all(cell == unicodedata.normalize("NFC", cell) for cell in row.values()), row


def test_every_code_and_every_name_stands_once() -> None:
    for column in ("code", "name"):
        values = [row[column] for row in rows()]
        assert len(values) == len(set(values)) == len(PLACES)


def test_no_spelling_names_two_places() -> None:
    owners: dict[str, set[str]] = {}
    for row in rows():
        for spelling in spellings(row):
            owners.setdefault(key(spelling), set()).add(row["code"])
    assert {spelling: codes for spelling, codes in owners.items() if len(codes) > 1} == {}
    assert "" not in owners


def test_every_spelling_of_the_table_finds_its_place() -> None:
    for row in rows():
        for spelling in spellings(row):
            for written in (spelling, spelling.upper(), spelling.lower(), f" the {spelling}. "):
                assert find(written) is PLACES[row["code"]], written


def test_every_larger_place_exists_and_no_chain_is_a_circle() -> None:
    for place in PLACES.values():
        chain = [place.code]
        while within := PLACES[chain[-1]].within:
            assert within not in chain
            chain.append(within)
        assert len(chain) <= 3


def test_every_iso_country_code_is_in_the_table_and_only_those_look_like_one() -> None:
    assert len(ISO_ALPHA_2) == 249
    assert {code for code in PLACES if len(code) == 2} == {*ISO_ALPHA_2, "XK"}


def test_every_country_and_territory_has_a_three_letter_code() -> None:
    alpha_3 = [row["also"].split(";")[0] for row in rows() if len(row["code"]) == 2]
    assert len(set(alpha_3)) == 250
    assert all(len(code) == 3 and code.isascii() and code.isupper() for code in alpha_3)


def test_at_least_forty_five_places_have_a_name_in_a_script_that_is_not_latin() -> None:
    def foreign(spelling: str) -> bool:
        return any(c.isalpha() and "LATIN" not in unicodedata.name(c) for c in spelling)

    assert len([row for row in rows() if any(map(foreign, spellings(row)))]) >= 45


def test_codes_of_our_own_cannot_be_taken_for_iso_codes() -> None:
    own = [place for place in PLACES.values() if "own code" in place.source]
    assert own
    assert all("-X-" in place.code and len(place.code) > 6 for place in own)
    assert len(own) == len([code for code in PLACES if "-X-" in code])


def test_regions_and_disputed_places_have_codes_of_the_place_they_lie_in() -> None:
    for place in PLACES.values():
        if "-" in place.code:
            assert lies_in(place, place.code.split("-")[0])


def test_no_two_letter_abbreviation_is_in_use_besides_the_codes() -> None:
    pairs = {key(spelling) for row in rows() for spelling in spellings(row)}
    ascii_pairs = {pair for pair in pairs if len(pair) < 3 and pair.isascii()}
    assert ascii_pairs == {code.lower() for code in ISO_ALPHA_2} | OTHER_PAIRS


def test_united_states_territory_is_the_states_the_district_and_the_insular_areas() -> None:
    at_home = {code for code, place in PLACES.items() if place.united_states}
    states = {f"US-{letters}" for letters in STATES}
    assert at_home == {"US", "PR", "GU", "VI", "AS", "MP", "UM"} | states


def test_what_lies_in_the_united_states_counts_as_united_states_and_nothing_else() -> None:
    for place in PLACES.values():
        assert place.united_states == lies_in(place, "US")


def test_freely_associated_states_are_foreign() -> None:
    assert not any(PLACES[code].united_states for code in ("FM", "MH", "PW"))


def test_the_states_of_the_test_are_fifty_and_the_district() -> None:
    assert len(STATES) == len(set(STATES)) == 51
