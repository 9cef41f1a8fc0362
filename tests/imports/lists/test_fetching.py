from collections.abc import Iterator
from hashlib import sha256
from http.client import HTTPMessage
from io import BytesIO
from itertools import count
from pathlib import Path
from urllib import request
from urllib.error import URLError

import pytest

from knowntenant.imports.lists import fetching
from knowntenant.imports.lists.fetching import FetchError, Known, Limits, fetch, is_safe
from tests.imports.lists.serving import Answer, Served, serving

BODY = "id,name\n1,深圳蓝鲸\n".encode()


@pytest.fixture
def server() -> Iterator[Served]:
    with serving() as served:
        yield served


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "list.csv"


def test_a_file_is_written_with_its_hash_and_the_servers_marks(server: Served, path: Path) -> None:
    server.put("list.csv", BODY, Last_Modified="Mon, 28 Jun 2027 00:00:00 GMT")
    got = fetch(f"{server.address}/list.csv", path)
    assert got is not None
    assert path.read_bytes() == BODY
    assert (got.sha256, got.size) == (sha256(BODY).hexdigest(), len(BODY))
    assert got.known.etag
    assert got.known.last_modified.startswith("Mon")


def test_what_is_known_is_asked_for_only_if_it_changed(server: Served, path: Path) -> None:
    server.put("list.csv", BODY)
    known = Known(server.answers["/list.csv"].headers["ETag"], "Mon, 28 Jun 2027 00:00:00 GMT")
    assert fetch(f"{server.address}/list.csv", path, known) is None
    assert not path.exists()
    assert server.asked[0]["If-None-Match"] == known.etag
    assert server.asked[0]["If-Modified-Since"] == known.last_modified
    assert server.asked[0]["Accept-Encoding"] == "identity"


def test_not_modified_without_having_asked_is_an_error(server: Served, path: Path) -> None:
    server.answers["/list.csv"] = Answer(status=304)
    with pytest.raises(FetchError, match="304"):
        fetch(f"{server.address}/list.csv", path)


@pytest.mark.parametrize(
    ("answer", "says"),
    [
        (Answer(status=404), "nothing is at the address"),
        (Answer(status=410), "nothing is at the address"),
        (Answer(status=403), "does not let us"),
        (Answer(status=503), "status 503"),
        (Answer(BODY, cut=100), "cut off"),
        (Answer(chunked=True), "cut off"),
        (Answer(b""), "cut off"),
        (Answer(BODY, headers={"Content-Encoding": "gzip"}), "packed"),
        (Answer(b"x" * 100), "more than 50 bytes"),
        (Answer(status=302, headers={"Location": "http://lists.example/a"}), "not of https"),
        (Answer(status=302, headers={"Location": "ftp://127.0.0.1/a"}), "not of https"),
        (Answer(status=302, headers={"Location": "/list.csv"}), "status 302"),
        (Answer(BODY, delay=0.5), "in time"),
    ],
)
def test_what_comes_badly_is_refused_in_words_and_leaves_nothing(
    server: Served, path: Path, answer: Answer, says: str
) -> None:
    server.answers["/list.csv"] = answer
    with pytest.raises(FetchError, match=says) as wrong:
        fetch(f"{server.address}/list.csv", path, limits=Limits(50, silence=0.2))
    assert not path.exists()
    assert "127.0.0.1" not in str(wrong.value)


def test_a_redirect_on_this_machine_is_followed(server: Served, path: Path) -> None:
    server.put("list.csv", BODY)
    server.answers["/old"] = Answer(status=301, headers={"Location": "/list.csv"})
    assert fetch(f"{server.address}/old", path) is not None
    assert path.read_bytes() == BODY


def test_a_redirect_from_https_to_http_is_refused_even_to_this_machine() -> None:
    handler = fetching._SafeRedirects()  # noqa: SLF001 - the hop cannot be made without a certificate
    asked = request.Request("https://lists.example/sdn.csv")
    with pytest.raises(FetchError, match="not of https"):
        handler.redirect_request(asked, BytesIO(), 302, "", HTTPMessage(), "http://127.0.0.1/x")


def test_a_file_that_comes_too_slowly_is_given_up(server: Served, path: Path) -> None:
    server.put("list.csv", BODY)
    hours = count(step=3600)
    with pytest.raises(FetchError, match="too slowly"):
        fetch(f"{server.address}/list.csv", path, clock=lambda: float(next(hours)))
    assert not path.exists()


def test_a_server_that_is_not_there_is_told_of(path: Path) -> None:
    with serving() as served:
        address = served.address
    with pytest.raises(FetchError, match="could not be fetched"):
        fetch(f"{address}/list.csv", path)


def test_a_failure_without_words_is_named_by_its_kind(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fails(*_args: object, **_more: object) -> None:
        raise URLError(ValueError())

    monkeypatch.setattr(request.OpenerDirector, "open", fails)
    with pytest.raises(FetchError, match="ValueError"):
        fetch("https://lists.example/sdn.csv", path)


@pytest.mark.parametrize(
    ("address", "safe"),
    [
        ("https://lists.example/sdn.csv", True),
        ("http://127.0.0.1:8000/sdn.csv", True),
        ("http://localhost/sdn.csv", True),
        ("http://[::1]/sdn.csv", True),
        ("http://lists.example/sdn.csv", False),
        ("http://127.0.0.1.lists.example/sdn.csv", False),
        ("ftp://localhost/sdn.csv", False),
        ("file:///etc/hosts", False),
        ("https://", False),
        ("https://[::1/", False),
        ("sdn.csv", False),
    ],
)
def test_only_https_and_this_machine_are_asked(address: str, *, safe: bool, path: Path) -> None:
    assert is_safe(address) is safe
    if not safe:
        with pytest.raises(FetchError, match="not one of https"):
            fetch(address, path)
