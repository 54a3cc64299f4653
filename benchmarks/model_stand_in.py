"""A stand-in for a model on loopback: it calls tools by a script, in the two forms of an API that coding agents speak."""

import json
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from typing import Any, NamedTuple


class Call(NamedTuple):
    """A tool that the model calls, and its arguments."""

    tool: str
    arguments: dict[str, Any]


class StandIn(ThreadingHTTPServer):
    """Answers each request with the next call of the script, and ends the turn after the last one."""

    daemon_threads = True

    def __init__(self, script: list[Call]) -> None:
        super().__init__(("127.0.0.1", 0), _Handler)
        self.script = script
        #: The requests, each as text.
        self.asked: list[str] = []
        self.address = f"http://127.0.0.1:{self.server_port}"

    def __enter__(self) -> "StandIn":
        Thread(target=self.serve_forever, daemon=True).start()
        return self

    def __exit__(self, *_: object) -> None:
        self.shutdown()
        self.server_close()

    def result(self, number: int) -> str:
        """What the model got for a call: all that was new in the first request that has its result."""
        mark = json.dumps(_name(number))
        at = next((n for n, asked in enumerate(self.asked) if _results(asked, mark)), None)
        if at is None:
            return ""
        known = set(_pieces(self.asked[at - 1]))
        return "\n".join(piece for piece in _pieces(self.asked[at]) if piece not in known)


def _name(number: int) -> str:
    return f"call_{number}"


def _results(asked: str, mark: str) -> bool:
    return f'"tool_use_id": {mark}' in asked or f'"call_id": {mark}, "output"' in asked


def _pieces(asked: str) -> list[str]:
    """The texts in a request."""

    def texts(value: Any) -> list[str]:
        if isinstance(value, dict | list):
            return [text for item in (value.values() if isinstance(value, dict) else value) for text in texts(item)]
        return [value] if isinstance(value, str) else []

    return texts(json.loads(asked))


class _Handler(BaseHTTPRequestHandler):
    server: StandIn

    def log_message(self, *_: object, **__: object) -> None:
        """Nothing."""

    def do_GET(self) -> None:
        self.send_error(404)

    def do_HEAD(self) -> None:
        self.do_GET()

    def do_POST(self) -> None:
        body = json.loads(self.rfile.read(int(self.headers["Content-Length"])) or b"{}")
        asked = json.dumps(body)
        self.server.asked.append(asked)
        done = sum(_results(asked, json.dumps(_name(n))) for n in range(len(self.server.script)))
        tools = {tool.get("name") for tool in body.get("tools", [])}
        call = self.server.script[done] if done < len(self.server.script) else None
        # Requests without the tool are none of the conversation: titles, summaries.
        call = call if call and call.tool in tools else None
        events = (_messages if "/messages" in self.path else _responses)(call, _name(done), str(body.get("model")))
        self.send_response(200)
        self.send_header("Content-Type", "text/event-stream")
        self.end_headers()
        for event in events:
            self.wfile.write(f"event: {event['type']}\ndata: {json.dumps(event)}\n\n".encode())


def _messages(call: Call | None, name: str, model: str) -> list[dict[str, Any]]:
    """The stream of https://docs.claude.com/en/api/messages-streaming."""
    usage = {"input_tokens": 1, "output_tokens": 1}
    message = {"id": "msg", "type": "message", "role": "assistant", "model": model, "content": [], "usage": usage}
    block: dict[str, Any] = {"type": "text", "text": ""}
    delta: dict[str, Any] = {"type": "text_delta", "text": "done"}
    if call:
        block = {"type": "tool_use", "id": name, "name": call.tool, "input": {}}
        delta = {"type": "input_json_delta", "partial_json": json.dumps(call.arguments)}
    reason = "tool_use" if call else "end_turn"
    return [
        {"type": "message_start", "message": {**message, "stop_reason": None, "stop_sequence": None}},
        {"type": "content_block_start", "index": 0, "content_block": block},
        {"type": "content_block_delta", "index": 0, "delta": delta},
        {"type": "content_block_stop", "index": 0},
        {"type": "message_delta", "delta": {"stop_reason": reason, "stop_sequence": None}, "usage": usage},
        {"type": "message_stop"},
    ]


def _responses(call: Call | None, name: str, model: str) -> list[dict[str, Any]]:
    """The stream of https://platform.openai.com/docs/api-reference/responses-streaming."""
    item: dict[str, Any] = {
        "type": "message",
        "role": "assistant",
        "id": "msg",
        "content": [{"type": "output_text", "text": "done", "annotations": []}],
    }
    if call:
        arguments = json.dumps(call.arguments)
        item = {"type": "function_call", "id": f"fc_{name}", "call_id": name, "name": call.tool, "arguments": arguments}
    usage = {"input_tokens": 1, "output_tokens": 1, "total_tokens": 2}
    return [
        {"type": "response.created", "response": {"id": f"resp_{name}", "model": model}},
        {"type": "response.output_item.done", "output_index": 0, "item": {**item, "status": "completed"}},
        {"type": "response.completed", "response": {"id": f"resp_{name}", "usage": usage}},
    ]
