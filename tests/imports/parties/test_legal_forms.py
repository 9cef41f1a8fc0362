import pytest

from knowntenant.imports.parties.legal_forms import has_legal_form


@pytest.mark.parametrize(
    "name",
    [
        "Example Ltd", "Example L.L.C.", "ПАО Пример", "Example GmbH", "深圳市例子有限公司",
        "株式会社例", "Example Sdn. Bhd.", "شركة المثال", "Ejemplo S.A.", "PT Contoh",
        "Example S. L.",
        "Công ty Ví dụ", "Example Co., Ltd.",
    ],
)  # fmt: skip
def test_legal_forms_are_known(name: str) -> None:
    assert has_legal_form(name)


@pytest.mark.parametrize(
    "name", ["Ana Example", "Ltd", "Inc", "محمد", "李伟", "Wei Ao", "Sá Costa"]
)
def test_names_of_people_have_none(name: str) -> None:
    assert not has_legal_form(name)
