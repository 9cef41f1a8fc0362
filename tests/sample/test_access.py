from datetime import date
from ipaddress import ip_address, ip_network
from pathlib import Path

import pytest

from knowntenant.sample.access import write_access
from knowntenant.sample.files import Format
from knowntenant.sample.made import Visit, Visits
from tests.sample.making import lines, make

DOCUMENTATION = ("192.0.2.0/24", "198.51.100.0/24", "203.0.113.0/24", "2001:db8::/32")


def test_addresses_are_of_the_ranges_kept_for_documentation(harborgrid: Path) -> None:
    networks = [ip_network(range_) for range_ in DOCUMENTATION]
    seen = {line["ip"] for line in lines(harborgrid, "access")}
    assert {any(ip_address(ip) in network for network in networks) for ip in seen} == {True}
    assert {ip_address(ip).version for ip in seen} == {4, 6}
    assert all(str(ip_address(ip)) == ip for ip in seen)


def test_accesses_stand_in_the_order_of_time_and_cover_eighteen_months(harborgrid: Path) -> None:
    told = [line["at"] for line in lines(harborgrid, "access") if line["action"] != "sign_up"]
    assert told == sorted(told)
    assert {at[:7] for at in told} == {
        f"{2026 + n // 12}-{n % 12 + 1:02}" for n in range(18)
    }  # fmt: skip
    assert max(told) < "2027-07-01"


def test_an_account_is_not_used_before_it_was_opened(harborgrid: Path) -> None:
    opened = {line["id"]: line["opened_on"] for line in lines(harborgrid, "accounts")}
    for line in lines(harborgrid, "access"):
        assert line["at"][:10] >= opened[line["account"]]


@pytest.mark.parametrize(("asked", "written"), [(None, 5000), (100_000, 100_000), (700, 700)])
def test_there_are_as_many_rows_as_asked_for(
    tmp_path: Path, asked: int | None, written: int
) -> None:
    sample = make(tmp_path, 100, access_rows=asked)
    assert len(lines(sample, "access")) == written


def test_sign_ups_are_told_even_where_no_rows_are_wanted(tmp_path: Path) -> None:
    sample = make(tmp_path, 100, access_rows=0)
    told = lines(sample, "access")
    assert {line["action"] for line in told} == {"sign_up", "use"}
    assert len(told) > 90


def test_a_time_of_use_that_ends_before_it_begins_gives_no_rows(tmp_path: Path) -> None:
    day = date(2026, 2, 1)
    single = [Visit("A1", day, "sign_up", "VN")]
    visits = [Visits("A1", day, day, "VN")]
    rows = write_access(tmp_path / f"access.{Format.CSV}", visits, single, rows=10, seed=1)
    assert rows == 1
    assert lines(tmp_path, "access") == [
        {"account": "A1", "ip": "192.0.2.1", "action": "sign_up", "located": "VN",
         "at": "2026-02-01T15:00:00Z"}
    ]  # fmt: skip


def test_a_folder_with_an_apostrophe_is_a_folder_like_any_other(tmp_path: Path) -> None:
    sample = tmp_path / "Nguyễn's sample 深圳"
    assert len(lines(make(sample, 3), "access")) == 150
