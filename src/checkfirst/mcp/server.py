"""Answers the messages of one client, one after the other."""

import json
import os
from collections.abc import Callable, Iterable
from typing import Any

from checkfirst.mcp import protocol as rpc
from checkfirst.mcp.places import Outside, folders_of, place_of
from checkfirst.mcp.protocol import Message
from checkfirst.mcp.tools import CHECK, SHOW, TOOLS, Doing, checked, shown, wrong_argument
from checkfirst.safe_text import quoted, shortened

#: The identifier of the server's one question to a client: which folders are its roots.
_ASKED = "roots"
#: Bytes of a message, and characters of an error's text. Not measured.
MOST_BYTES = 4_000_000
_LONGEST = 300


class Server:
    """One session. Which version is spoken, and which roots a client has, is all that it remembers."""

    def __init__(self, folders: list[str], doing: Doing, send: Callable[[Message], None]) -> None:
        self._folders = [os.path.abspath(folder) for folder in folders]
        self._here = os.getcwd()
        self._doing = doing
        self._send = send
        self._greeted = False
        self._has_roots = False
        #: The client's roots; ``None`` until it has told them.
        self._roots: list[str] | None = None
        self._waiting: list[Message] = []

    def run(self, lines: Iterable[bytes]) -> None:
        """Answer all messages, a line each, until there are no more."""
        for line in lines:
            if not line.strip():
                continue
            try:
                message = json.loads(line) if len(line) <= MOST_BYTES else None
            except (ValueError, RecursionError):
                self._send(rpc.error(None, rpc.PARSE_ERROR, "Parse error"))
                continue
            if isinstance(message, dict) and message.get("jsonrpc") == "2.0":
                self._take(message)
            else:
                self._send(rpc.error(None, rpc.INVALID_REQUEST, "Invalid Request"))

    def _take(self, message: Message) -> None:
        method, id_ = message.get("method"), message.get("id")
        if not isinstance(method, str):
            self._take_roots(message)
        elif id_ is None:
            self._take_notification(method)
        elif isinstance(id_, str | int) and not isinstance(id_, bool):
            self._answer(method, id_, _table(message.get("params")), message)
        else:
            self._send(rpc.error(None, rpc.INVALID_REQUEST, "Invalid Request"))

    def _take_notification(self, method: str) -> None:
        if method in {"notifications/initialized", "notifications/roots/list_changed"} and self._asks_for_roots():
            self._roots = None
            self._send({"jsonrpc": "2.0", "id": _ASKED, "method": "roots/list"})

    def _asks_for_roots(self) -> bool:
        return self._greeted and self._has_roots and not self._folders

    def _take_roots(self, message: Message) -> None:
        """The client's answer about its roots; a refusal leaves the folder in which the server runs."""
        if message.get("id") != _ASKED or not self._asks_for_roots():
            return
        told = _table(message.get("result")).get("roots")
        self._roots = folders_of(told) if told is not None else [self._here]
        waiting, self._waiting = self._waiting, []
        for call in waiting:
            self._take(call)

    def _answer(self, method: str, id_: object, params: Message, message: Message) -> None:
        meta = _table(params.get("_meta"))
        version = meta.get(rpc.VERSION_KEY)
        if version is not None and version not in rpc.STATELESS:
            self._send(rpc.unsupported(id_, version))
        elif version is not None and not isinstance(meta.get(rpc.CAPABILITIES_KEY), dict):
            self._send(rpc.error(id_, rpc.INVALID_PARAMS, f"_meta has no {rpc.CAPABILITIES_KEY}"))
        elif method == "initialize" and version is None:
            self._greeted = True
            self._has_roots = "roots" in _table(params.get("capabilities"))
            self._send(rpc.response(id_, rpc.initialized(params.get("protocolVersion"))))
        elif method == "ping" and version is None:
            self._send(rpc.response(id_, {}))
        elif version is None and not self._greeted:
            # A version without a handshake calls this a wrong parameter; those with one have no code for it.
            self._send(rpc.error(id_, rpc.INVALID_PARAMS, f"Send initialize first, or {rpc.VERSION_KEY} in _meta"))
        elif method == "tools/call" and version is None and self._asks_for_roots() and self._roots is None:
            # The roots were asked for; a client that calls before it answers is answered then.
            self._waiting.append(message)
        else:
            self._send(self._result(method, id_, params, meta if version else None))

    def _result(self, method: str, id_: object, params: Message, meta: Message | None) -> Message:
        """The answer to a request; ``meta`` is that of a request without a handshake."""
        match method:
            case "server/discover":
                result, cacheable = rpc.discovered(), True
            case "tools/list":
                result, cacheable = {"tools": TOOLS}, True
            case "tools/call":
                if meta is not None and (needed := self._needed(params, meta)):
                    return rpc.response(id_, needed)
                name, arguments = params.get("name"), params.get("arguments")
                if not isinstance(name, str) or name not in {CHECK, SHOW}:
                    return rpc.error(id_, rpc.INVALID_PARAMS, f"Unknown tool: {shortened(str(name), 60)}")
                result, cacheable = self._called(name, _table(arguments), self._allowed(params, meta)), False
            case _:
                return rpc.error(id_, rpc.METHOD_NOT_FOUND, "Method not found")
        return rpc.response(id_, result if meta is None else rpc.stateless(result, cacheable=cacheable))

    def _needed(self, params: Message, meta: Message) -> Message | None:
        """The question which roots the client has, if it has some and has not said so with this request."""
        has_roots = "roots" in _table(meta.get(rpc.CAPABILITIES_KEY))
        if self._folders or not has_roots or _ASKED in _table(params.get("inputResponses")):
            return None
        return {"resultType": "input_required", "inputRequests": {_ASKED: {"method": "roots/list"}}}

    def _allowed(self, params: Message, meta: Message | None) -> list[str]:
        """The folders whose files this call may name."""
        if self._folders:
            return self._folders
        if meta is None:
            return self._roots if self._roots is not None else [self._here]
        answers = _table(params.get("inputResponses"))
        return folders_of(_table(answers[_ASKED]).get("roots")) if _ASKED in answers else [self._here]

    def _called(self, name: str, arguments: Message, roots: list[str]) -> Message:
        """What a tool answers. An error is an answer, too, so that the model can mend its call."""
        try:
            if wrong := wrong_argument(name, arguments):
                return _told(wrong, wrong=True)
            after = _after(arguments)
            path = arguments.get("path", "." if name == CHECK else "")
            root, real = place_of(path if isinstance(path, str) else "", roots)
            if name == CHECK:
                text = checked(self._doing.check(root, real, arguments.get("purpose", "")), after)
            else:
                text = shown(os.path.relpath(real, root), self._doing.show(real), after)
        except Outside as error:
            return _told(str(error), wrong=True)
        except (Exception, SystemExit) as error:
            # Names of files stand in such texts.
            return _told(f"checkfirst: {type(error).__name__}: {quoted(str(error), _LONGEST)}", wrong=True)
        return _told(text, wrong=False)


def _after(arguments: Message) -> int:
    after = arguments.get("after", 0)
    if isinstance(after, bool) or not isinstance(after, int) or after < 0:
        raise Outside("after: not a number from 0")
    return after


def _told(text: str, *, wrong: bool) -> Message:
    return {"content": [{"type": "text", "text": text}], "isError": wrong}


def _table(value: Any) -> Message:
    return value if isinstance(value, dict) else {}
