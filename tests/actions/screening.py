"""A file of parties and a folder of lists, small and made up, and a job on them."""

from dataclasses import replace
from datetime import date
from pathlib import Path

from knowntenant.actions.listed import load_listed
from knowntenant.actions.screen_file import Job
from knowntenant.actions.screen_spool import Spool
from knowntenant.imports.parties.files import open_parties
from knowntenant.imports.parties.guess import guess_columns
from knowntenant.imports.parties.row import HowToRead
from knowntenant.screening.matcher import Matcher
from knowntenant.screening.settings import Settings

TODAY = date(2026, 11, 24)
LIST = """\
id,name,aliases,kind,birth_date,countries,address,identifiers,programme,listed_on,remarks
1,Teodor Baškov,Теодор Башков,person,1961-03-05,BG,,passport (BG): 71 1234567,example,2022-03-01,
2,Quarzwerk Handels GmbH,,organisation,,DE,,,,2019-01-01,
3,Đặng Quỳnh Trâm,,person,1972,VN,,,,,
"""
PARTIES = """\
customer id,full name,dob,country,type
C-1,Teodor Baškov,1961-03-05,Bulgaria,person
C-2,Ana Pereira,1980-01-01,PT,person
C-3,Quarzwerk Handels GmbH,,Germany,company
C-4,,,,
C-5,Đặng Quỳnh Trâm,03/04/1972,Huế,person
"""


def lists(folder: Path) -> Path:
    """Write the list into a folder of its own."""
    home = folder / "lists"
    home.mkdir(exist_ok=True)
    (home / "house.csv").write_text(LIST, encoding="utf-8")
    return home


def parties(folder: Path, times: int = 1) -> Path:
    """Write the file of parties, its rows so many times over."""
    head, *rows = PARTIES.splitlines()
    path = folder / "parties.csv"
    path.write_text("\n".join([head, *rows * times, ""]), encoding="utf-8")
    return path


def job(folder: Path, times: int = 1, **changes: object) -> Job:
    """Give a job on both; its spool lies in the folder."""
    listed = load_listed(lists(folder))
    file = open_parties(parties(folder, times))
    made = Job(
        file=file,
        how=HowToRead(guess_columns(file.header), None, TODAY),
        settings=Settings().fixed(),
        lists=listed.marks,
        matcher=Matcher(listed.entries),
        spool=Spool(folder / ".out.screening"),
        software="knowntenant 0.0.0",
        batch=2,
        marked=4,
    )
    return replace(made, **changes)  # type: ignore[arg-type] # any field
