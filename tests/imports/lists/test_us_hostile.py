"""Whatever happens to a file on its way here: a reader gives entries or says why it cannot."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from knowntenant.imports.lists.bis_denied import read_bis_denied
from knowntenant.imports.lists.bis_parts import read_bis_entities
from knowntenant.imports.lists.csl import read_csl
from knowntenant.imports.lists.csl_json import read_csl_json
from knowntenant.imports.lists.ofac_advanced import read_ofac_advanced
from knowntenant.imports.lists.ofac_delimited import read_ofac_delimited
from knowntenant.imports.lists.ofac_xml import read_ofac_xml
from knowntenant.imports.lists.reading import ListUnreadableError, Reader, Report
from knowntenant.screening.entry import Entry
from tests.imports.lists.reading_lists import put, read
from tests.imports.lists.test_bis import DENIED, ENTITIES
from tests.imports.lists.test_bis import JANE as DENIED_JANE
from tests.imports.lists.test_csl import JANE as CSL_JANE
from tests.imports.lists.test_csl import RAIN, as_object, table
from tests.imports.lists.test_ofac_advanced import HEAD as ADVANCED_HEAD
from tests.imports.lists.test_ofac_advanced import JANE as ADVANCED_JANE
from tests.imports.lists.test_ofac_advanced import TAIL
from tests.imports.lists.test_ofac_delimited import PRIMARY
from tests.imports.lists.test_ofac_xml import HEAD, JANE

CASES: dict[str, tuple[Reader, str]] = {
    "sdn.csv": (read_ofac_delimited, PRIMARY),
    "sdn.xml": (read_ofac_xml, HEAD + JANE + "</sdnList>"),
    "sdn_advanced.xml": (read_ofac_advanced, ADVANCED_HEAD + ADVANCED_JANE + TAIL),
    "consolidated.csv": (read_csl, table(CSL_JANE, RAIN)),
    "consolidated.json": (read_csl_json, json.dumps({"results": [as_object(CSL_JANE)]})),
    "dpl.txt": (read_bis_denied, DENIED + DENIED_JANE),
    "el.csv": (read_bis_entities, ENTITIES),
}
QUIET = settings(
    suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60, deadline=None
)
SPOILED = st.lists(
    st.tuples(st.floats(0, 1), st.binary(max_size=4), st.integers(0, 40)), min_size=1, max_size=4
)


@pytest.mark.parametrize("name", CASES)
@QUIET
@given(changes=SPOILED)
@example(changes=[(0.5, b"\x00\xff\xfe\x1a", 0)])
def test_a_spoiled_file_gives_entries_or_plain_words(
    tmp_path: Path, name: str, changes: list[tuple[float, bytes, int]]
) -> None:
    reader, text = CASES[name]
    data = text.encode()
    for where, extra, lost in changes:
        at = int(where * len(data))
        data = data[:at] + extra + data[at + lost :]
    try:
        entries, report = read(reader, put(tmp_path / name, data))
    except ListUnreadableError as wrong:
        told = str(wrong)
    else:
        told = ""
        check(entries, report)
    assert not told or told.startswith(f"{name}: ")


def check(entries: list[Entry], report: Report) -> None:
    """Every entry can be cited, and every problem says where it is."""
    assert all(one.names and one.id and one.list_name for one in entries)
    assert len({one.id for one in entries}) == len(entries)
    assert all(problem.text and problem.file for problem in report.problems)


ENCODERS: dict[str, Callable[[str], bytes]] = {
    "utf-8-sig": lambda text: text.encode("utf-8-sig"),
    "utf-16": lambda text: text.encode("utf-16"),
    "cp1252": lambda text: text.encode("cp1252", "ignore"),
}


@pytest.mark.parametrize("name", [name for name in CASES if not name.endswith("xml")])
@pytest.mark.parametrize("encoding", ENCODERS)
def test_files_in_three_encodings_give_the_same_entries(
    tmp_path: Path, name: str, encoding: str
) -> None:
    reader, text = CASES[name]
    text = text.replace("ROE", "ROÉ").encode("cp1252", "ignore").decode("cp1252")
    plain, _ = read(reader, put(tmp_path / name, text))
    again, report = read(reader, put(tmp_path / name, ENCODERS[encoding](text)))
    assert again == plain
    assert not any("encoding" in problem.text for problem in report.problems)
