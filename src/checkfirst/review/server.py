"""The server of a review, on this machine alone: the page, its marks, the text of documents."""

import hmac
import json
import os
import socketserver
from collections.abc import Callable
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Final

from checkfirst.errors import CheckfirstError
from checkfirst.reporting.html.assets import served_policy
from checkfirst.review.address import new_token
from checkfirst.review.admission import refusal
from checkfirst.review.session import Session

_LOOPBACK: Final = "127.0.0.1"
#: Bytes of the largest request, some 40,000 marks; seconds that a connection may be silent. Not measured.
_MOST_BYTES, _SECONDS = 8_000_000, 60
_HTML, _TEXT, _JSON = "text/html; charset=utf-8", "text/plain; charset=utf-8", "application/json"
_NO_FRAMES: Final = "frame-ancestors 'none'"
#: The policy of all that is not the page: it is data, and nothing in it acts where somebody opens it.
_NOTHING: Final = f"default-src 'none'; sandbox; {_NO_FRAMES}"
_HEADERS: Final = (
    ("Cache-Control", "no-store"),
    ("X-Content-Type-Options", "nosniff"),
    ("X-Frame-Options", "DENY"),
    ("Referrer-Policy", "no-referrer"),
    ("Cross-Origin-Opener-Policy", "same-origin"),
    ("Cross-Origin-Resource-Policy", "same-origin"),
)


class ReviewServer(ThreadingHTTPServer):
    """Answers requests in threads of their own; ``serve_forever`` runs until ``shutdown``."""

    daemon_threads = True
    # Elsewhere it lets a port be taken again at once; on Windows it would let another program take it while it is in use.
    allow_reuse_address = os.name == "posix"

    def __init__(self, session: Session, port: int, tell: Callable[[str], None], token: str = "") -> None:
        """``port`` 0 is a free one, an empty ``token`` a new one. ``tell`` tells the user of an unexpected error. Raises ``OSError`` for a port in use."""
        self.session = session
        self.token = token or new_token()
        self.tell = tell
        super().__init__((_LOOPBACK, port), _Handler)

    @property
    def address(self) -> str:
        """The address of the page, with the token."""
        return f"http://{_LOOPBACK}:{self.server_port}/{self.token}/"

    def server_bind(self) -> None:
        """Bind the address, without asking anybody for the name of this machine, which the library's own does."""
        socketserver.TCPServer.server_bind(self)
        self.server_name, self.server_port = _LOOPBACK, self.socket.getsockname()[1]

    def handle_error(self, request: object, client_address: object) -> None:
        """Nothing: a reader that left, or was silent for too long, is no error. Others are told where they are met."""


class _Handler(BaseHTTPRequestHandler):
    server: ReviewServer
    protocol_version = "HTTP/1.1"
    server_version = "checkfirst"
    sys_version = ""
    timeout = _SECONDS

    def do_GET(self) -> None:
        self._guarded({"": self._page, "marks": self._marks, "file": self._file}, writes=False)

    def do_POST(self) -> None:
        self._guarded({"marks": self._mark, "check": self._check}, writes=True)

    def _guarded(self, answers: dict[str, Callable[[str], None]], *, writes: bool) -> None:
        """Answer a request that has the token, or refuse it."""
        if reason := refusal(self.headers, self.server.server_port, writes=writes):
            self._send(HTTPStatus.FORBIDDEN, reason)
            return
        root, token, what, *rest = [*self.path.split("/", 3), "", ""][:4]
        if root or not hmac.compare_digest(token.encode("utf-8", "replace"), self.server.token.encode()):
            self._send(HTTPStatus.NOT_FOUND, "no such address: it needs the token that was printed")
            return
        if (answer := answers.get(what)) is None:
            self._send(HTTPStatus.NOT_FOUND, "no such address")
            return
        try:
            answer(rest[0] if rest else "")
        except ValueError as error:
            self._send(HTTPStatus.BAD_REQUEST, str(error))
        except CheckfirstError as error:
            self._send(HTTPStatus.CONFLICT, str(error))
        except OSError:
            raise
        except Exception as error:
            self.server.tell(f"unexpected: {error!r}")
            self._send(HTTPStatus.INTERNAL_SERVER_ERROR, "unexpected error; the terminal tells of it")

    def _page(self, _: str) -> None:
        self._send(HTTPStatus.OK, self.server.session.checked.page, _HTML, f"{served_policy()}; {_NO_FRAMES}")

    def _marks(self, _: str) -> None:
        self._send(HTTPStatus.OK, self.server.session.marks(), _JSON)

    def _file(self, number: str) -> None:
        try:
            text = self.server.session.checked.text(int(number if number.isdecimal() else "-"))
        except IndexError:
            raise ValueError("no such document") from None
        # Text, whatever it looks like: only the page makes elements of it.
        self._send(HTTPStatus.OK, text, _TEXT)

    def _mark(self, _: str) -> None:
        self._send(HTTPStatus.OK, self.server.session.mark(self._body()), _JSON)

    def _check(self, _: str) -> None:
        json.loads(self._body())
        self._send(HTTPStatus.OK, self.server.session.check_again(), _JSON)

    def _body(self) -> bytes:
        """The body of the request. Raises ``ValueError`` for one without a length, and for one that is too large."""
        length = self.headers.get("Content-Length", "")
        if self.headers.get("Transfer-Encoding") or not length.isdecimal() or int(length) > _MOST_BYTES:
            self.close_connection = True
            raise ValueError("the length of the request is not known, or too large")
        body = self.rfile.read(int(length))
        if len(body) < int(length):
            raise ConnectionError
        return body

    def _send(self, status: HTTPStatus, text: str, kind: str = _TEXT, allowed: str = _NOTHING) -> None:
        body = text.encode("utf-8", "backslashreplace")
        # What was not read of a refused request is not taken for the next one.
        self.close_connection = self.close_connection or status is not HTTPStatus.OK
        self.send_response(status)
        for name, value in (
            ("Content-Type", kind),
            ("Content-Length", str(len(body))),
            ("Content-Security-Policy", allowed),
            *_HEADERS,
            *((("Connection", "close"),) if self.close_connection else ()),
        ):
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(body)

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        """Refuse what is no request, in plain words."""
        self._send(HTTPStatus(code), message or "not a request that is answered here")

    def log_message(self, *_: object, **__: object) -> None:
        """Nothing: addresses hold the token."""
