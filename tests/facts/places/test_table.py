import pytest

from knowntenant.facts.places import PLACES, Place, PlaceKind, find, lies_in, nearest
from knowntenant.facts.places.table import load


def code_of(text: str) -> str | None:
    place = find(text)
    return place.code if place else None


# What a text means


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("vn", "VN"),
        ("VNM", "VN"),
        ("Vietnam", "VN"),
        ("Viet Nam", "VN"),
        ("Việt Nam", "VN"),
        ("中国", "CN"),
        ("日本", "JP"),
        ("Россия", "RU"),
        ("Russian Federation (the)", "RU"),
        ("السعودية", "SA"),
        ("South Korea", "KR"),
        ("Korea, Republic of", "KR"),
        ("Korea (the Republic of)", "KR"),
        ("DPRK", "KP"),
        ("turkey", "TR"),
        ("TÜRKİYE", "TR"),
        ("UK", "GB"),
        ("U.S.", "US"),
        ("The United States of America", "US"),
        ("UAE", "AE"),
        ("Dubai, UAE", "AE-DU"),
        ("Burma", "MM"),
        ("Swaziland", "SZ"),
        ("Zaire", "CD"),
        ("Cote d'Ivoire", "CI"),
        ("Trinidad & Tobago", "TT"),
        ("Republic of China", "TW"),
        ("Taiwan, Province of China", "TW"),
        ("Taiwan, China", "TW"),
        ("Hong Kong (China)", "HK"),
        ("Guam (USA)", "GU"),
        ("Macao", "MO"),
        ("Macau, China", "MO"),
        ("香港", "HK"),
        ("CN-65", "CN-XJ"),
        ("CN-54", "CN-XZ"),
        ("Tibet, China", "CN-XZ"),
        ("Scotland, UK", "GB-SCT"),
        ("Jersey, UK", "JE"),
        ("Gaza", "PS-X-GAZA"),
        ("West Bank", "PS-X-WEST-BANK"),
        ("West Bank and Gaza", "PS"),
        ("Kosovo", "XK"),
        ("Québec", "CA-QC"),
        ("Northern Ireland", "GB-NIR"),
        ("Ireland", "IE"),
    ],
)
def test_people_write_a_place_in_many_ways(text: str, code: str) -> None:
    assert code_of(text) == code


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Georgia (country)", "GE"),
        ("GE", "GE"),
        ("Georgia, US", "US-GA"),
        ("Georgia, U.S.A.", "US-GA"),
        ("GA, USA", "US-GA"),
        ("US-GA", "US-GA"),
        ("GA", "GA"),
        ("CA", "CA"),
        ("CA, US", "US-CA"),
        ("California", "US-CA"),
        ("DE", "DE"),
        ("DE, US", "US-DE"),
        ("Delaware, United States", "US-DE"),
        ("IN", "IN"),
        ("Indiana", "US-IN"),
        ("MO", "MO"),
        ("Missouri", "US-MO"),
        ("Washington, D.C.", "US-DC"),
        ("Washington", "US-WA"),
        ("Jersey", "JE"),
        ("New Jersey", "US-NJ"),
        ("NO", "NO"),
        ("NA", "NA"),
        ("Niger", "NE"),
        ("Nigeria", "NG"),
        ("Dominica", "DM"),
        ("Dominican Republic", "DO"),
        ("Guinea", "GN"),
        ("Samoa", "WS"),
        ("American Samoa", "AS"),
    ],
)
def test_names_and_codes_that_look_alike_are_told_apart(text: str, code: str) -> None:
    assert code_of(text) == code


CLASHING = "AL AR AZ CA CO DE GA ID IL IN KY LA MA MD ME MN MO MS MT NC NE PA SC SD TN VA".split()  # noqa: SIM905 (27 short words)
OTHER_STATES = "AK CT DC FL HI IA KS MI ND NH NJ NM NV NY OH OK OR RI TX UT VT WA WI WV WY".split()  # noqa: SIM905 (as above)


def test_two_letters_alone_are_never_a_state() -> None:
    assert [code_of(letters) for letters in CLASHING] == CLASHING
    assert not any(find(letters) for letters in OTHER_STATES)


def test_two_letters_with_their_country_are_a_state() -> None:
    states = CLASHING + OTHER_STATES
    assert len(states) == 51
    for letters in states:
        assert code_of(f"US-{letters}") == code_of(f"{letters}, US") == f"US-{letters}"


@pytest.mark.parametrize("text", ["Korea", "Congo", "Congo (the)", "Georgia", "Virgin Islands"])
def test_a_name_that_two_places_share_is_left_to_a_person(text: str) -> None:
    assert find(text) is None
    assert len(nearest(text)) >= 2


@pytest.mark.parametrize(
    "text",
    [
        "USSR",
        "Yugoslavia",
        "Czechoslovakia",
        "Netherlands Antilles",
        "AN",
        "CS",
        "SU",
        "LPR",
        "ZAR",
    ],
)
def test_a_retired_or_overlapping_name_without_one_successor_is_no_place(text: str) -> None:
    assert find(text) is None


@pytest.mark.parametrize(
    "text",
    ["", " ", "-", "—", "n/a", "N/A", "#N/A", "n.a.", "None", "NULL", "nan", "Unknown", "XX", "ZZ"],
)
def test_a_word_for_no_answer_is_no_place_and_brings_no_suggestion(text: str) -> None:
    assert find(text) is None
    assert nearest(text) == ()


@pytest.mark.parametrize(
    "text",
    [
        "Guantanamo Bay",
        "EU",
        "Europe",
        "island",
        "深圳",
        "Nguyễn",
        "محمد",
        "Wilmington, DE",
        "Paris, Georgia",
        "Jersey, US",
        "Georgia, Ukraine",
        "US, Delaware",
        ",",
        "🇺🇸",
        "\u0412\u0423",  # Cyrillic letters that look like the code of Belarus
        "x" * 101,
        "VN" + " " * 99,
    ],
)
def test_what_is_no_place_of_the_table_is_not_found(text: str) -> None:
    assert find(text) is None


def test_a_place_shows_itself_by_its_name() -> None:
    assert str(PLACES["VN"]) == "Vietnam"
    assert str(PLACES["US-GA"]) == "Georgia (US state)"


# Suggestions


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Germny", "Germany"),
        ("Kong Kong", "Hong Kong"),
        ("Ukrane", "Ukraine"),
        ("Timor", "Timor-Leste"),
        ("TX", "Texas"),
        ("ny", "New York"),
    ],
)
def test_a_slip_of_the_pen_brings_the_likeliest_name_first(text: str, name: str) -> None:
    assert find(text) is None
    assert nearest(text)[0] == name


def test_suggestions_are_at_most_three_different_names_that_can_be_found() -> None:
    for text in ("Georgi", "Saint", "Guiana", "Islands", "Republic of", "Ch"):
        names = nearest(text)
        assert len(names) == len(set(names)) <= 3
        assert all(find(name) for name in names)


@pytest.mark.parametrize("text", ["EN", "qqqqqq", "x" * 100_000])
def test_a_text_like_nothing_brings_no_suggestion(text: str) -> None:
    assert nearest(text) == ()


# What lies within what


@pytest.mark.parametrize(
    ("code", "larger"),
    [
        ("UA-43", "UA"),
        ("UA-40", "UA-43"),
        ("UA-40", "UA"),
        ("UA-14", "UA"),
        ("HK", "CN"),
        ("MO", "CN"),
        ("CN-XJ", "CN"),
        ("GB-SCT", "GB"),
        ("GE-X-OSSETIA", "GE"),
        ("SO-X-SOMALILAND", "SO"),
        ("PS-X-GAZA", "PS"),
        ("US-DE", "US"),
        ("PR", "US"),
        ("UA", "UA"),
    ],
)
def test_a_place_lies_in_itself_and_in_every_larger_place(code: str, larger: str) -> None:
    assert lies_in(PLACES[code], larger)


@pytest.mark.parametrize(
    ("code", "other"),
    [
        ("UA", "UA-43"),
        ("UA-14", "UA-09"),
        ("UA-43", "RU"),
        ("TW", "CN"),
        ("XK", "RS"),
        ("EH", "MA"),
        ("GE", "US"),
        ("US-GA", "GE"),
        ("UA", ""),
        ("UA", "nowhere"),
    ],
)
def test_a_place_does_not_lie_in_a_smaller_or_another_one(code: str, other: str) -> None:
    assert not lies_in(PLACES[code], other)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Crimea", "UA-43"),
        ("Crimea (Ukraine)", "UA-43"),
        ("Crimea, Russia", "UA-43"),
        ("Sevastopol", "UA-40"),
        ("so-called Donetsk People's Republic", "UA-14"),
        ("LNR", "UA-09"),
        ("Kherson", "UA-65"),
        ("Запорожье", "UA-23"),
        ("Transnistria", "MD-SN"),
        ("Abkhazia", "GE-AB"),
        ("South Ossetia", "GE-X-OSSETIA"),
        ("TRNC", "CY-X-NORTH"),
        ("Somaliland", "SO-X-SOMALILAND"),
        ("Artsakh", "AZ-X-KARABAKH"),
        ("Western Sahara", "EH"),
        ("Palestine", "PS"),
    ],
)
def test_a_place_under_another_authority_is_never_silently_its_country(
    text: str, code: str
) -> None:
    place = find(text)
    assert place is not None
    assert (place.code, place.kind) == (code, PlaceKind.DISPUTED)


# A faulty table does not load

HEAD = "code,name,kind,within,also,united_states,source"
ALAND = "AA,Aland,country,,AAA;Aaland,no,x"


def test_a_small_table_loads() -> None:
    places, spelled = load([HEAD, ALAND])
    aland = Place("AA", "Aland", PlaceKind.COUNTRY, "", united_states=False, source="x")
    assert places == {"AA": aland}
    assert spelled == dict.fromkeys(("aa", "aland", "aaa", "aaland"), aland)


@pytest.mark.parametrize(
    ("line", "fault"),
    [
        ("AA,Beland,country,,,no,x", "AA stands twice"),
        ("BB,Beland,country,,Áland,no,x", "names both AA and BB"),
        ("BB,Beland,region,CC,,no,x", "not below CC"),
        ("BB,Beland,region,BB,,no,x", "not below BB"),
        ("BB,Beland,realm,,,no,x", "realm"),
    ],
)
def test_a_faulty_table_is_refused(line: str, fault: str) -> None:
    with pytest.raises(ValueError, match=fault):
        load([HEAD, ALAND, line])
