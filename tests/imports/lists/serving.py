"""A real server on this machine that answers as list servers do, well or badly."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from time import sleep


@dataclass(slots=True)
class Answer:
    """What the server says of a path. cut: bytes that it announces and does not send."""

    body: bytes = b""
    status: int = 200
    headers: dict[str, str] = field(default_factory=dict)
    cut: int = 0
    chunked: bool = False
    delay: float = 0.0


@dataclass(slots=True)
class Served:
    """The server: its address, what it answers by path, and the headers of every request."""

    address: str
    answers: dict[str, Answer] = field(default_factory=dict)
    asked: list[dict[str, str]] = field(default_factory=list)

    def put(self, name: str, body: bytes, **headers: str) -> None:
        """Serve a file with an ETag that changes with what it holds."""
        told = {"ETag": f'"{hash(body)}"', **{k.replace("_", "-"): v for k, v in headers.items()}}
        self.answers[f"/{name}"] = Answer(body, headers=told)


@contextmanager
def serving() -> Iterator[Served]:
    """Run a server until the end of the block."""
    served = Served("")

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self) -> None:
            served.asked.append(dict(self.headers.items()))
            answer = served.answers.get(self.path, Answer(status=404))
            sleep(answer.delay)
            etag = answer.headers.get("ETag", "")
            if etag and self.headers.get("If-None-Match") == etag:
                answer = Answer(status=304)
            self.send_response(answer.status)
            for name, value in answer.headers.items():
                self.send_header(name, value)
            self.send_header("Connection", "close")
            if answer.chunked:
                self.send_header("Transfer-Encoding", "chunked")
            elif answer.status != 304:
                self.send_header("Content-Length", str(len(answer.body) + answer.cut))
            self.end_headers()
            self.wfile.write(b"ff\r\nshort" if answer.chunked else answer.body)
            self.close_connection = True

        def log_message(self, *args: object) -> None:
            """Say nothing."""

    class Server(ThreadingHTTPServer):
        def handle_error(self, *args: object) -> None:
            """Say nothing of those who hang up early."""

    server = Server(("127.0.0.1", 0), Handler)
    served.address = f"http://127.0.0.1:{server.server_port}"
    thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
    thread.start()
    try:
        yield served
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
