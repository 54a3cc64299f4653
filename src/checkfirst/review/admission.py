"""Which requests are answered: those of the page that this program served, and no others.

A web page that somebody looks at meanwhile can send requests to this machine, and a name of its own can lead to it (DNS
rebinding). So the host must be this machine by its own name, the origin that of the served page, and the address has to
hold a token that only who started the program was told.
"""

from email.message import Message
from typing import Final

#: What the page sends marks as: a form of another page can't, and a script of one has to ask first.
_JSON: Final = "application/json"
_HTTP_PORT: Final = 80


def hosts(port: int) -> frozenset[str]:
    """The names under which this machine may be asked."""
    names = ("127.0.0.1", "localhost")
    # Browsers leave this port out.
    return frozenset((*(f"{name}:{port}" for name in names), *(names if port == _HTTP_PORT else ())))


def refusal(headers: Message, port: int, *, writes: bool) -> str:
    """Why a request is not answered; empty for one that is. ``writes`` for one that changes something."""
    host = _only(headers, "Host")
    if host not in hosts(port):
        return "the host of the request is not this machine"
    origin = _only(headers, "Origin")
    if origin is not None and origin != f"http://{host}":
        return "the request comes from another page"
    if writes and origin is None:
        return "the request says no origin"
    if writes and (_only(headers, "Content-Type") or "").partition(";")[0].strip().lower() != _JSON:
        return "the request is no JSON"
    if not _is_own_site(headers):
        return "the request comes from another site"
    return ""


def _is_own_site(headers: Message) -> bool:
    """Whether the request comes from the served page or from the reader themselves; yes where a browser doesn't tell."""
    site = _only(headers, "Sec-Fetch-Site")
    # A link elsewhere, as in the window of a terminal, may lead here: what it leads to is a page by itself.
    is_opened = _only(headers, "Sec-Fetch-Dest") == "document" and _only(headers, "Sec-Fetch-Mode") == "navigate"
    return site in {None, "same-origin", "none"} or is_opened


def _only(headers: Message, name: str) -> str | None:
    """The value of a header; ``None`` where there is none, and an empty text where there are several."""
    values = headers.get_all(name) or []
    return str(values[0]) if len(values) == 1 else "" if values else None
