"""A list file fetched from its address: only what is new, in full, of bounded size, by https.

Plain http is for this machine itself (localhost); a redirect that leaves https is refused.
"""

import http.client
import time
from collections.abc import Callable
from dataclasses import dataclass
from hashlib import sha256
from http import HTTPStatus
from ipaddress import ip_address
from pathlib import Path
from typing import IO, TYPE_CHECKING, cast
from urllib import request
from urllib.error import HTTPError, URLError
from urllib.parse import urlsplit

if TYPE_CHECKING:
    from http.client import HTTPMessage

BLOCK = 1 << 20
AGENT = "knowntenant (list updates; standard library of Python)"
_LOOPBACK_NAME = "localhost"


@dataclass(frozen=True, slots=True)
class Limits:
    """What a fetch may cost: bytes of the file, seconds without an answer, seconds in all."""

    most_bytes: int = 2_000_000_000
    silence: float = 60.0
    whole: float = 1800.0


@dataclass(frozen=True, slots=True)
class Known:
    """What the server said of the version that we have; empty where it said nothing."""

    etag: str = ""
    last_modified: str = ""


@dataclass(frozen=True, slots=True)
class Fetched:
    """A file that was written: its hash (hexadecimal), its bytes, and the server's marks."""

    sha256: str
    size: int
    known: Known


class FetchError(Exception):
    """The file could not be had; the message says why and what to do, without the address."""


def is_safe(address: str) -> bool:
    """Tell whether an address may be asked: https, or http of this machine itself."""
    try:
        parts = urlsplit(address)
        host = parts.hostname or ""
    except ValueError:
        return False
    return bool(host) and (parts.scheme == "https" or (parts.scheme == "http" and _is_here(host)))


def fetch(
    address: str,
    path: Path,
    known: Known | None = None,
    limits: Limits | None = None,
    clock: Callable[[], float] = time.monotonic,
) -> Fetched | None:
    """Fetch a file to a path that does not exist yet; None where the known version still holds.

    Raises:
        FetchError: it cannot be had whole; what was written of it is taken away again.
    """
    if not is_safe(address):
        message = "the address is not one of https, nor of this machine. Name an https address."
        raise FetchError(message)
    within = limits or Limits()
    try:
        with _opener(address).open(_asked(address, known), timeout=within.silence) as answer:
            return _written(cast("http.client.HTTPResponse", answer), path, within, clock)
    except HTTPError as refused:
        refused.close()
        if refused.code == HTTPStatus.NOT_MODIFIED and known:
            return None
        raise FetchError(_refusal(refused.code)) from refused
    except FetchError:
        path.unlink(missing_ok=True)
        raise
    except (OSError, http.client.HTTPException, ValueError) as wrong:
        path.unlink(missing_ok=True)
        raise FetchError(_failure(wrong)) from wrong


def _asked(address: str, known: Known | None) -> request.Request:
    headers = {"User-Agent": AGENT, "Accept-Encoding": "identity"}
    if known and known.etag:
        headers["If-None-Match"] = known.etag
    if known and known.last_modified:
        headers["If-Modified-Since"] = known.last_modified
    return request.Request(address, headers=headers)  # noqa: S310 - is_safe has looked at it


class _SafeRedirects(request.HTTPRedirectHandler):
    """Follows a few redirects, none of them away from https."""

    max_redirections = 5

    def redirect_request(  # noqa: PLR0913, PLR0917 - the standard library's signature
        self,
        req: request.Request,
        fp: IO[bytes],
        code: int,
        msg: str,
        headers: "HTTPMessage",
        newurl: str,
    ) -> request.Request | None:
        left_https = req.type == "https" and urlsplit(newurl).scheme != "https"
        if left_https or not is_safe(newurl):
            fp.close()
            message = "the server sends us on to an address that is not of https; not followed."
            raise FetchError(message)
        return super().redirect_request(req, fp, code, msg, headers, newurl)


def _opener(address: str) -> request.OpenerDirector:
    """Give what can open http and https, and nothing else; this machine is asked directly."""
    opener = request.OpenerDirector()
    proxies: dict[str, str] | None = {} if _is_here(urlsplit(address).hostname or "") else None
    for handler in (
        request.ProxyHandler(proxies),
        request.HTTPHandler(),
        request.HTTPSHandler(),
        request.HTTPDefaultErrorHandler(),
        _SafeRedirects(),
        request.HTTPErrorProcessor(),
    ):
        opener.add_handler(handler)
    return opener


def _written(
    answer: http.client.HTTPResponse, path: Path, limits: Limits, clock: Callable[[], float]
) -> Fetched:
    told = answer.headers.get("Content-Length", "")
    if answer.headers.get("Content-Encoding", "identity") not in {"identity", ""}:
        message = "the server sends the file packed, though it was asked not to. Fetch it by hand."
        raise FetchError(message)
    until = clock() + limits.whole
    digest, size = sha256(), 0
    with path.open("xb") as file:
        while block := answer.read(BLOCK):
            size += len(block)
            if size > limits.most_bytes:
                message = f"the file has more than {limits.most_bytes:,} bytes; no list has."
                raise FetchError(message)
            if clock() > until:
                message = "the file comes too slowly. Try again later."
                raise FetchError(message)
            digest.update(block)
            file.write(block)
    if not size or (told.isdecimal() and int(told) != size):
        message = "the file was cut off on its way. Try again."
        raise FetchError(message)
    marks = Known(answer.headers.get("ETag", ""), answer.headers.get("Last-Modified", ""))
    return Fetched(digest.hexdigest(), size, marks)


def _refusal(status: int) -> str:
    if status in {HTTPStatus.NOT_FOUND, HTTPStatus.GONE}:
        return f"nothing is at the address any more ({status}). Ask the authority for the new one."
    if status in {HTTPStatus.UNAUTHORIZED, HTTPStatus.FORBIDDEN}:
        return f"the server does not let us have it ({status}). Fetch it by hand, and use --from."
    return f"the server answered with status {status}. Try again later."


def _failure(wrong: Exception) -> str:
    reason = wrong.reason if isinstance(wrong, URLError) else wrong
    if isinstance(reason, TimeoutError):
        return "the server did not answer in time. Try again later."
    if isinstance(wrong, http.client.IncompleteRead):
        return "the file was cut off on its way. Try again."
    words = reason.strerror if isinstance(reason, OSError) else None
    return f"it could not be fetched: {words or type(reason).__name__}. Check the connection."


def _is_here(host: str) -> bool:
    """Tell whether a host is this machine."""
    if host == _LOOPBACK_NAME:
        return True
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return False
