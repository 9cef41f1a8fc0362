"""Customers and two versions of a list, small and made up, and a re-screening of them."""

from dataclasses import replace
from datetime import date
from pathlib import Path

from knowntenant.actions.customer_source import open_source
from knowntenant.actions.listed import load_listed
from knowntenant.actions.rescreen import Asked
from knowntenant.imports.parties.guess import Columns
from knowntenant.imports.parties.row import HowToRead
from knowntenant.screening.settings import Settings

HEAD = "id,name,aliases,kind,birth_date,countries,address,identifiers\n"
ROWS = {
    "1": "1,Teodor Baškov,Теодор Башков,person,1961-03-05,BG,,passport (BG): 71 1234567\n",
    "2": "2,Quarzwerk Handels GmbH,,organisation,,DE,,\n",
    "3": "3,Đặng Quỳnh Trâm,,person,1972,VN,,\n",
    "4": "4,深圳蓝鲸贸易有限公司,,organisation,,CN,,\n",
}
CUSTOMERS = """\
customer id,full name,dob,country,type
C-1,Teodor Baškov,1961-03-05,Bulgaria,person
C-2,Ana Pereira,1980-01-01,PT,person
C-3,Quarzwerk Handels GmbH,,Germany,company
C-4,,,,
C-5,Đặng Quỳnh Trâm,1972-02-29,VN,person
C-6,深圳蓝鲸贸易有限公司,,CN,company
C-7,محمد نموذجي,,,person
C-8,Suharto,,,person
"""


def lists(folder: Path, *numbers: str, extra: str = "") -> Path:
    """Write a list of some entries into a folder of its own."""
    home = folder / "lists"
    home.mkdir(exist_ok=True)
    text = HEAD + "".join(ROWS[number] for number in numbers) + extra
    (home / "house.csv").write_text(text, encoding="utf-8")
    return home


def customers(folder: Path, text: str = CUSTOMERS) -> Path:
    """Write customers."""
    path = folder / "customers.csv"
    path.write_text(text, encoding="utf-8")
    return path


def asked(folder: Path, text: str = CUSTOMERS, **changes: object) -> Asked:
    """Give a re-screening of customers against the list that was written last."""
    how = HowToRead(Columns({}, (), ()), None, date(2026, 11, 24))
    source, _ = open_source(customers(folder, text), how)
    home = folder / "state"
    home.mkdir(exist_ok=True)
    made = Asked(source, load_listed(folder / "lists"), Settings().fixed(), home)
    return replace(made, **changes)  # type: ignore[arg-type] # any field
