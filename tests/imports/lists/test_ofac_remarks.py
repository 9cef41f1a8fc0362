import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowntenant.imports.lists.drafting import Draft
from knowntenant.imports.lists.ofac_remarks import mine
from knowntenant.imports.lists.ofac_words import country_words, use_of
from knowntenant.imports.lists.reading import Report
from knowntenant.screening.entry import Entry, IdKind, Kind, NameKind
from tests.imports.lists.reading_lists import names, numbers


def mined(text: str) -> tuple[Entry, Report]:
    report = Report()
    draft = Draft(report, "sdn.csv", 1)
    draft.name("ROE", NameKind.PRIMARY)
    mine(draft, report, "Remarks", text)
    return draft.made("us_ofac:1", "us_sdn", Kind.PERSON), report


@pytest.mark.parametrize(
    ("text", "dates"),
    [
        ("DOB 29 Feb 1964.", ("1964-02-29",)),
        ("DOB Mar 1961; alt. DOB 1962;", ("1961-03", "1962")),
        ("DOB circa 1961", ("~1961",)),
        ("DOB 1960 to 1965.", ("1960/1965",)),
        ("DOB circa 1960-1965", ("1960/1965",)),
        ("DOB 01 Jan 1960 to 31 Dec 1965", ("1960/1965",)),
        ("DOB: 10 October 1969", ("1969-10-10",)),
        ("DOB 1961;DOB 1961", ("1961",)),
    ],
)
def test_dates_of_birth_are_read_as_precisely_as_they_are_told(
    text: str, dates: tuple[str, ...]
) -> None:
    entry, report = mined(text)
    assert entry.birth_dates == dates
    assert entry.remarks == ""
    assert report.problems == []


@pytest.mark.parametrize("text", ["DOB 30 Feb 1964", "DOB 1382", "DOB unknown", "DOB 2520"])
def test_a_date_that_is_none_is_a_problem_and_stays_in_the_remarks(text: str) -> None:
    entry, report = mined(text)
    assert entry.birth_dates == ()
    assert entry.remarks == text
    assert len(report.problems) == 1


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("Passport A 77 (Iran) issued 02 Mar 2001 expires 02 Mar 2011", ("passport", "A 77", "ir")),
        ("alt. Diplomatic Passport D7 (Korea, North).", ("passport", "D7", "kp")),
        ("Tax ID No. AABA 670850 Y.", ("tax", "AABA 670850 Y", "")),
        ("R.F.C. # PMA-910805 (Mexico).", ("tax", "PMA-910805", "mx")),
        ("V.A.T. Number BE 454,419,759 (Belgium)", ("tax", "BE 454,419,759", "be")),
        ("National ID No. 660000 73767 (Belgium)", ("national_id", "660000 73767", "be")),
        ("National ID Card 7020 (Georgia)", ("national_id", "7020", "ge")),
        ("C.U.R.P. NICR461006 (Mexico) issued 1968.", ("national_id", "NICR461006", "mx")),
        ("Citizen's Card Number 2112 (China)", ("national_id", "2112", "cn")),
        ("Folio Mercantil No. 22839 (Jalisco) (Mexico).", ("registration", "22839", "mx")),
        ("Registration ID HRB 26136 (Germany)", ("registration", "HRB 26136", "de")),
        ("Unified Social Credit Code (USCC) 9122X (China).", ("registration", "9122X", "cn")),
        ("Legal Entity Number 851683897 (Netherlands)", ("registration", "851683897", "nl")),
        ("Legal Entity Number 5493001KJTIIGC8Y1R12", ("lei", "5493001KJTIIGC8Y1R12", "")),
        ("SWIFT/BIC HAVIGBLL", ("swift", "HAVIGBLL", "")),
        ("Vessel Registration Identification IMO 9187629.", ("imo", "9187629", "")),
        ("Company Number IMO 5055293.", ("registration", "5055293", "")),
        ("Identification Number IMO 5055293", ("registration", "5055293", "")),
        ("MMSI 572469210", ("mmsi", "572469210", "")),
        ("Vessel Call Sign EQOD", ("call_sign", "EQOD", "")),
        ("Aircraft Tail Number EP-MMH.", ("tail_number", "EP-MMH", "")),
        ("Aircraft Manufacturer's Serial Number (MSN) 164", ("other", "164", "")),
        ("Digital Currency Address - XBT 1Bc", ("wallet", "1Bc", "")),
        ("alt. Digital Currency Address - ETH 0xAb1;", ("wallet", "0xAb1", "")),
    ],
)
def test_numbers_are_read_by_their_label(text: str, number: tuple[str, str, str]) -> None:
    entry, report = mined(text)
    assert numbers(entry) == {number}
    assert entry.remarks == ""
    assert report.problems == []


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("a.k.a. 'JANEY'.", "JANEY", NameKind.WEAK),
        ("n.k.a. 'K.A.S.'.", "K.A.S.", NameKind.WEAK),
        ('f.k.a. "OLD"', "OLD", NameKind.FORMER),
        ("a.k.a. ''QUOTED''", "QUOTED", NameKind.WEAK),
        ("a.k.a. ''ABD AL-MUHSI'", "'ABD AL-MUHSI", NameKind.WEAK),
        ("a.k.a. 'Nguyễn'", "Nguyễn", NameKind.WEAK),
    ],
)
def test_weak_aliases_are_names(text: str, name: str, kind: NameKind) -> None:
    entry, _ = mined(text)
    assert names(entry) == {"ROE": NameKind.PRIMARY, name: kind}


@pytest.mark.parametrize(
    ("text", "countries"),
    [
        ("nationality Korea, North; citizen Burma", ("kp", "mm")),
        ("alt. nationality Palestinian.", ("ps",)),
        ("Nationality of Registration Russia", ("ru",)),
        ("citizen undetermined", ()),
        ("Former Vessel Flag Malta", ()),
        ("POB Egypt", ()),
    ],
)
def test_countries_are_those_of_citizens_and_flags(text: str, countries: tuple[str, ...]) -> None:
    entry, report = mined(text)
    assert entry.countries == countries
    assert report.problems == []


@pytest.mark.parametrize(
    "text",
    [
        "Linked To: ACME 2000, S.A.",
        "Additional Sanctions Information - Subject to Secondary Sanctions",
        "Gender Male",
        "POB Oz",
        "Aircraft Model A310-304",
        "Chinese Commercial Code 1728 4320",
        "Passport (Iran)",
        "Executive Order 13662 Directive Determination - Subject to Directive 2",
        "named in UNSCR 1636",
        "Registration Number " + "9" * 101,
    ],
)
def test_what_no_field_has_a_place_for_stays_in_its_own_words(text: str) -> None:
    entry, report = mined(text)
    assert entry.remarks == text
    assert not entry.identifiers
    assert report.problems == []


def test_how_to_reach_somebody_is_counted_and_left_out() -> None:
    entry, report = mined("Website www.example.org; Email Address a@example.org; Fax (1)(2).")
    assert entry.remarks == ""
    assert report.ignored == {
        "Remarks: Website": 1, "Remarks: Email Address": 1, "Remarks: Fax": 1
    }  # fmt: skip


def test_the_day_of_listing_is_the_earliest_told() -> None:
    entry, _ = mined(
        "Listing Date (CMIC) 03 Jun 2021; Listing Date (EO 1 Directive 2): 24 Feb 2020"
    )
    assert entry.listed_on == "2020-02-24"


@given(st.text(alphabet="DOBPa.k; '\"()NoID#1289 -:ممح深", max_size=80))
def test_no_remark_makes_the_reader_fall_over_or_loses_all(text: str) -> None:
    entry, report = mined(text)
    kept = entry.remarks or entry.birth_dates or entry.identifiers or entry.countries
    told = report.ignored or report.problems or len(entry.names) > 1
    assert kept or told or not any(map(str.isalnum, text))


def test_labels_never_met_are_classed_by_their_words() -> None:
    assert use_of("Atlantean Tax Number") is IdKind.TAX
    assert use_of("Moon Registry No.") is IdKind.REGISTRATION
    assert use_of("Lunar Code") is IdKind.OTHER
    assert use_of("Favourite colour") is None
    assert country_words("Region: Crimea") == "UA"
    assert country_words(" None Identified ") == ""
