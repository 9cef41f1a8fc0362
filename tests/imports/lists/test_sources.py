from knowntenant.imports.lists.fetching import is_safe
from knowntenant.imports.lists.manifest import plain_name
from knowntenant.imports.lists.sources import companions, list_of_file, official_name, origins


def test_every_address_is_of_https_and_every_file_has_a_plain_name_of_its_own() -> None:
    files = [file for origin in origins().values() for file in origin.files]
    assert all(file.address.startswith("https://") and is_safe(file.address) for file in files)
    names = [name for file in files for name in (file.name, *file.also)]
    assert len(names) == len(set(names))
    assert all(plain_name(name) == name == name.casefold() for name in names)


def test_every_list_says_that_it_was_not_fetched_and_whether_its_reader_met_a_real_file() -> None:
    assert all("not fetched here" in origin.note for origin in origins().values())
    real = {name for name, origin in origins().items() if origin.tried_on_real_file}
    assert real == {"us_sdn", "us_cons", "us_csl", "us_bis_dpl", "un_sc"}
    assert all(
        origin.title and origin.authority and origin.licence for origin in origins().values()
    )


def test_a_file_is_known_by_other_names_and_packed_too() -> None:
    assert official_name("SDN.CSV.gz") == "sdn.csv"
    assert official_name("consolidated.xml") == "un_consolidated.xml"
    assert official_name("Ours.csv") == "ours.csv"
    assert list_of_file("un_consolidated.xml") == "un_sc"
    assert list_of_file("alt.csv") == ""
    assert companions()["alt.csv"] == "sdn.csv"
