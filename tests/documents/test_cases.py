from knowntenant.documents.cases import all_cases, examples


def test_a_decision_and_a_clause_lead_to_their_cases() -> None:
    cases = all_cases()
    place = "nprm-2024/cases/examples/05-two-clocks.yaml"
    assert place in cases.by_decision["resellers.clocks"]
    assert place in cases.by_clause["7.303(e)"]
    assert cases.counts["nprm-2024"] >= len(examples())


def test_a_file_stands_once_however_often_it_asks() -> None:
    places = all_cases().by_decision["persons.status"]
    assert len(places) == len(set(places))
