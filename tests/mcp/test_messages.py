"""Messages that no client of a library sends: each gets its error, and the server goes on."""

import json
from pathlib import Path
from typing import Any

import pytest

from checkfirst.mcp.protocol import Message
from checkfirst.mcp.server import Server
from checkfirst.mcp.tools import PURPOSES, Doing
from checkfirst.model.kinds import Purpose

HELLO = {
    "jsonrpc": "2.0",
    "id": 0,
    "method": "initialize",
    "params": {"protocolVersion": "2025-06-18", "capabilities": {}, "clientInfo": {"name": "c", "version": "1"}},
}


def failing(*_: object) -> Any:
    raise RuntimeError('boom "quoted"\nline')


def answers(*messages: object) -> list[Message]:
    sent: list[Message] = []
    server = Server([], Doing(check=failing, show=failing), sent.append)
    server.run(m if isinstance(m, bytes) else json.dumps(m).encode() for m in messages)
    return sent


@pytest.mark.parametrize(
    ("line", "code"),
    [
        (b"nonsense", -32700),
        (b"[" * 50_000, -32700),
        (b"\xff", -32700),
        (b"[]", -32600),
        (b'"text"', -32600),
        (b'{"method": "ping", "id": 1}', -32600),
        (b'{"jsonrpc": "2.0", "method": "ping", "id": {}}', -32600),
        (b'{"jsonrpc": "2.0", "method": "tools/list", "id": 1}', -32602),
        (b'{"jsonrpc": "2.0", "method": "server/discover", "id": 1, "params": {"_meta": {}}}', -32602),
        (
            b'{"jsonrpc": "2.0", "method": "x", "id": 1, "params": {"_meta": {"io.modelcontextprotocol/protocolVersion": "1999-01-01"}}}',
            -32022,
        ),
        (b"x" * 5_000_000, -32600),
    ],
)
def test_each_gets_its_error_and_the_next_is_answered(line: bytes, code: int) -> None:
    wrong, hello = answers(line, HELLO)
    assert wrong["error"]["code"] == code
    assert hello["result"]["protocolVersion"] == "2025-06-18"


_STATELESS = {
    "io.modelcontextprotocol/protocolVersion": "2026-07-28",
    "io.modelcontextprotocol/clientCapabilities": {},
}


@pytest.mark.parametrize("method", ["initialize", "ping", "logging/setLevel"])
def test_a_version_without_a_handshake_has_no_methods_of_one(method: str) -> None:
    (answer,) = answers({"jsonrpc": "2.0", "id": 1, "method": method, "params": {"_meta": _STATELESS}})
    assert answer["error"]["code"] == -32601


@pytest.mark.parametrize("capabilities", [None, [], "roots"])
def test_a_version_without_a_handshake_needs_what_the_client_can_do(capabilities: object) -> None:
    meta = {**_STATELESS, "io.modelcontextprotocol/clientCapabilities": capabilities}
    (answer,) = answers({"jsonrpc": "2.0", "id": 1, "method": "tools/list", "params": {"_meta": meta}})
    assert answer["error"]["code"] == -32602
    (answer,) = answers({"jsonrpc": "2.0", "id": 1, "method": "tools/list", "params": {"_meta": _STATELESS}})
    assert [tool["name"] for tool in answer["result"]["tools"]] == ["check_set", "show_document"]


@pytest.mark.parametrize("wanted", ["2024-11-05", "2025-03-26", "2025-06-18", "2025-11-25"])
def test_the_wanted_version_is_spoken(wanted: str) -> None:
    (hello,) = answers({**HELLO, "params": {"protocolVersion": wanted}})
    assert hello["result"]["protocolVersion"] == wanted


@pytest.mark.parametrize("wanted", ["2023-01-01", "2026-07-28", None, 3])
def test_for_an_unknown_version_the_newest_with_a_handshake_is_offered(wanted: object) -> None:
    (hello,) = answers({**HELLO, "params": {"protocolVersion": wanted}})
    assert hello["result"]["protocolVersion"] == "2025-11-25"


def test_notifications_and_answers_get_none() -> None:
    assert (
        len(
            answers(
                HELLO,
                {"jsonrpc": "2.0", "method": "notifications/cancelled"},
                {"jsonrpc": "2.0", "id": 9, "result": {}},
            )
        )
        == 1
    )
    assert answers(HELLO, {"jsonrpc": "2.0", "id": 1, "method": "ping"})[1] == {"jsonrpc": "2.0", "id": 1, "result": {}}


def test_a_failing_tool_is_told_in_quotes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    call = {"jsonrpc": "2.0", "id": 1, "method": "tools/call", "params": {"name": "check_set", "arguments": {}}}
    result = answers(HELLO, call)[1]["result"]
    assert result["isError"]
    assert result["content"][0]["text"] == 'checkfirst: RuntimeError: "boom \\"quoted\\" line"'


def test_calls_before_the_roots_are_known_wait_for_them(tmp_path: Path) -> None:
    hello = {**HELLO, "params": {"protocolVersion": "2025-06-18", "capabilities": {"roots": {}}}}
    call = {
        "jsonrpc": "2.0",
        "id": 1,
        "method": "tools/call",
        "params": {"name": "check_set", "arguments": {"path": "/"}},
    }
    ready = {"jsonrpc": "2.0", "method": "notifications/initialized"}
    told = {"jsonrpc": "2.0", "id": "roots", "result": {"roots": [{"uri": tmp_path.as_uri()}]}}
    sent = answers(hello, ready, call, {"jsonrpc": "2.0", "id": 2, "method": "ping"}, told)
    assert [message.get("id") for message in sent] == [0, "roots", 2, 1]
    assert "not inside the roots" in sent[3]["result"]["content"][0]["text"]


def test_the_purposes_are_those_of_a_check() -> None:
    assert list(PURPOSES) == [purpose.value for purpose in Purpose]


@pytest.mark.parametrize("wrong", [["check_set"], {"a": 1}, 3, None, True, "\ud800", "no_tool", [[]]])
@pytest.mark.parametrize("handshake", [True, False])
def test_a_tool_of_no_name_is_an_error_and_the_next_is_answered(wrong: object, handshake: bool) -> None:
    meta = {} if handshake else {"_meta": _STATELESS}
    call = {"jsonrpc": "2.0", "id": 1, "method": "tools/call", "params": {"name": wrong, **meta}}
    _, answer, ping = answers(HELLO, call, {"jsonrpc": "2.0", "id": 2, "method": "ping"})
    assert answer["error"]["code"] == -32602
    assert ping["id"] == 2


@pytest.mark.parametrize("value", [["x"], {"a": 1}, 3, None, True, "\ud800", "file://[half/"])
@pytest.mark.parametrize("method", ["initialize", "tools/call", "tools/list", "roots"])
def test_values_of_other_types_end_nothing(
    method: str, value: object, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    hello = {**HELLO, "params": {"protocolVersion": "2025-06-18", "capabilities": {"roots": {}}}}
    sent: list[object] = [hello, {"jsonrpc": "2.0", "method": "notifications/initialized"}]
    if method == "roots":
        for roots in (value, [value], [{"uri": value}]):
            sent += [sent[1], {"jsonrpc": "2.0", "id": "roots", "result": {"roots": roots}}]
    else:
        for params in (
            value,
            {"protocolVersion": value, "capabilities": value},
            {"_meta": value},
            {"_meta": {**_STATELESS, "io.modelcontextprotocol/protocolVersion": value}},
            {"_meta": {**_STATELESS, "io.modelcontextprotocol/clientCapabilities": value}},
            {"name": "check_set", "arguments": value},
            {"name": "check_set", "arguments": {"path": value, "purpose": value, "after": value}},
            {"name": "check_set", "inputResponses": value, "_meta": _STATELESS},
            {"name": "check_set", "inputResponses": {"roots": {"roots": [{"uri": value}]}}, "_meta": _STATELESS},
        ):
            sent.append({"jsonrpc": "2.0", "id": 1, "method": method, "params": params})
    assert answers(*sent, {"jsonrpc": "2.0", "id": 2, "method": "ping"})[-1]["id"] == 2


def test_a_path_that_no_file_can_have_is_told_in_one_plain_line(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    for path in ("\ud800", "notes/\udfff.md", "a\0b", "x" * 5_000):
        for tool in ("check_set", "show_document"):
            call = {"name": tool, "arguments": {"path": path}}
            told = answers(HELLO, {"jsonrpc": "2.0", "id": 1, "method": "tools/call", "params": call})[1]["result"]
            assert told == {"content": [{"type": "text", "text": "path: not a path"}], "isError": True}
