"""The language server as an editor uses it: a client of pygls opens a project, saves files and runs actions."""

import asyncio
import os
import shutil
import sys
from collections.abc import Awaitable, Callable
from functools import partial
from pathlib import Path

import pytest
from lsprotocol import types
from pygls.lsp.client import LanguageClient

from checkfirst.lsp.server import ACCEPT
from tests.hostile_set import hostile_set, spoken

EXAMPLES = Path(__file__).parents[2] / "examples"
_MOST_SECONDS = 120
PAGE = "scheduling-service.txt"


class Editor:
    """A client that keeps the newest remarks of each file, and what the server says."""

    def __init__(self, project: Path) -> None:
        self.project = project
        self.client = LanguageClient("editor", "1")
        self.remarks: dict[str, list[types.Diagnostic]] = {}
        self.said: asyncio.Queue[str] = asyncio.Queue()
        self._news = asyncio.Event()

        # The library keeps notes at what it calls, which no method takes.
        self.client.feature(types.TEXT_DOCUMENT_PUBLISH_DIAGNOSTICS)(partial(self._published))
        self.client.feature(types.WINDOW_SHOW_MESSAGE)(partial(self._shown))

    def _published(self, params: types.PublishDiagnosticsParams) -> None:
        self.remarks[params.uri] = list(params.diagnostics)
        self._news.set()

    def _shown(self, params: types.ShowMessageParams) -> None:
        self.said.put_nowait(params.message)

    async def until(self, holds: Callable[[], bool]) -> None:
        while not holds():
            self._news.clear()
            await self._news.wait()

    def of(self, path: str) -> list[types.Diagnostic]:
        return self.remarks.get((self.project / path).as_uri(), [])

    def save(self, path: str) -> None:
        identifier = types.TextDocumentIdentifier(uri=(self.project / path).as_uri())
        self.client.text_document_did_save(types.DidSaveTextDocumentParams(text_document=identifier))

    async def actions(self, path: str) -> dict[str, types.CodeAction | types.Command]:
        found = await self.client.text_document_code_action_async(
            types.CodeActionParams(
                text_document=types.TextDocumentIdentifier(uri=(self.project / path).as_uri()),
                range=types.Range(start=types.Position(0, 0), end=types.Position(1, 0)),
                context=types.CodeActionContext(diagnostics=self.of(path)),
            )
        )
        return {action.title: action for action in found or []}


def session(project: Path, use: Callable[[Editor], Awaitable[None]]) -> None:
    async def run() -> None:
        editor = Editor(project)
        await editor.client.start_io(
            sys.executable, "-m", "checkfirst", "lsp", "set", cwd=str(project), env={**os.environ}
        )
        await editor.client.initialize_async(
            types.InitializeParams(capabilities=types.ClientCapabilities(), root_uri=project.as_uri())
        )
        editor.client.initialized(types.InitializedParams())
        await use(editor)
        await editor.client.shutdown_async(None)
        editor.client.exit(None)
        stopped: Awaitable[None] = editor.client.stop()  # type: ignore[no-untyped-call]
        await stopped

    # A server that does not answer is an error, and no test that hangs.
    asyncio.run(asyncio.wait_for(run(), _MOST_SECONDS))


@pytest.fixture
def project(tmp_path: Path) -> Path:
    shutil.copytree(EXAMPLES / "wrong-file", tmp_path / "set")
    return tmp_path


def test_a_wrong_file_is_remarked_until_it_is_gone(project: Path) -> None:
    async def use(editor: Editor) -> None:
        await editor.until(lambda: bool(editor.of(f"set/{PAGE}")))
        worst = editor.of(f"set/{PAGE}")[0]
        assert worst.severity is types.DiagnosticSeverity.Error
        assert "saved news article" in worst.message
        assert worst.source == "checkfirst"
        (project / "set" / PAGE).unlink()
        (project / "set" / "queue.md").write_text("# Queue\n\nThe queue keeps a message until a worker takes it.\n")
        editor.save("set/queue.md")
        await editor.until(lambda: not editor.of(f"set/{PAGE}"))

    session(project, use)


def test_a_finding_is_accepted(project: Path) -> None:
    async def use(editor: Editor) -> None:
        await editor.until(lambda: bool(editor.of(f"set/{PAGE}")))
        code = str(editor.of(f"set/{PAGE}")[0].code)
        # The client's library takes an action with a command alone for the command; what it does is named here.
        assert f"Accept {code}" in await editor.actions(f"set/{PAGE}")
        await editor.client.workspace_execute_command_async(
            types.ExecuteCommandParams(command=ACCEPT, arguments=[code, PAGE])
        )
        assert "accepted" in await editor.said.get()
        await editor.until(lambda: all(each.code != code for each in editor.of(f"set/{PAGE}")))
        assert code in (project / "checkfirst.lock").read_text()

    session(project, use)


def test_what_needs_no_judgement_is_mended(tmp_path: Path) -> None:
    folder = tmp_path / "set"
    (folder / "deep").mkdir(parents=True)
    (folder / "deep" / "storage.md").write_text(
        "# Storage\n\nThe store keeps each order until it is paid for in full.\n"
    )
    index = "# Set\n\nRead [how orders are kept](storage.md) first, since the importer relies on it.\n"
    (folder / "README.md").write_text(index)

    async def use(editor: Editor) -> None:
        await editor.until(lambda: any(each.code == "IDX006" for each in editor.of("set/README.md")))
        action = (await editor.actions("set/README.md"))["Mend IDX006"]
        assert isinstance(action, types.CodeAction)
        assert action.edit is not None
        assert action.edit.changes is not None
        (edit,) = action.edit.changes[(folder / "README.md").as_uri()]
        assert "(deep/storage.md)" in edit.new_text

    session(tmp_path, use)


def test_a_failing_check_is_said(project: Path) -> None:
    (project / "checkfirst.toml").write_text("purpose = 'moon'\n")

    async def use(editor: Editor) -> None:
        assert "purpose" in await editor.said.get()

    session(project, use)


def test_nothing_of_a_document_acts(tmp_path: Path) -> None:
    hostile_set(tmp_path / "set")

    async def use(editor: Editor) -> None:
        await editor.until(lambda: len(editor.remarks) >= 8)
        for remarks in editor.remarks.values():
            for each in remarks:
                assert [sign for sign in spoken(each.message) if sign.startswith("'")] == []

    session(tmp_path, use)
