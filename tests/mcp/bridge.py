"""The server behind an HTTP address on this machine, for a suite that tests servers over HTTP alone.

It is a transport and no more: each message goes to one process of the server, and its answer comes back. What the protocol
asks of HTTP itself, it does not keep.
"""

import json
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Lock, Thread


class Bridge(ThreadingHTTPServer):
    """One process of the server, and the address behind which it is."""

    daemon_threads = True

    def __init__(self, folder: Path) -> None:
        super().__init__(("127.0.0.1", 0), _Handler)
        command = [sys.executable, "-m", "checkfirst", "mcp", str(folder)]
        self.process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE)
        self._one = Lock()

    def answer(self, body: bytes) -> bytes:
        """The answer to a request; empty for a notification."""
        message = json.loads(body)
        assert self.process.stdin
        assert self.process.stdout
        with self._one:
            self.process.stdin.write(json.dumps(message).encode() + b"\n")
            self.process.stdin.flush()
            return self.process.stdout.readline() if "id" in message else b""


class _Handler(BaseHTTPRequestHandler):
    server: Bridge

    def log_message(self, *_: object, **__: object) -> None:
        """Nothing."""

    def do_GET(self) -> None:
        # The server begins no conversation by itself, so there is nothing to stream.
        self._send(405, b"")

    def do_POST(self) -> None:
        answer = self.server.answer(self.rfile.read(int(self.headers["Content-Length"])))
        self._send(200 if answer else 202, answer)

    def _send(self, status: int, body: bytes) -> None:
        self.send_response(status)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)


@contextmanager
def served(folder: Path) -> Iterator[str]:
    """Serve a folder, and give the address."""
    with Bridge(folder) as bridge, bridge.process as process:
        Thread(target=bridge.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{bridge.server_port}/mcp"
        bridge.shutdown()
        assert process.stdin
        process.stdin.close()
