"""The language server: checks the set when the editor starts and when a file of it is saved."""

from collections.abc import Callable
from pathlib import Path
from typing import Final, NamedTuple

from lsprotocol import types
from pygls.lsp.server import LanguageServer
from pygls.uris import from_fs_path, to_fs_path

from checkfirst.lsp.remarks import Remark, remarks_of
from checkfirst.model.finding import Severity
from checkfirst.model.report import Report
from checkfirst.version import __version__

ACCEPT: Final = "checkfirst.accept"
_SOURCE: Final = "checkfirst"
_SEVERITIES: Final = {
    Severity.ERROR: types.DiagnosticSeverity.Error,
    Severity.WARNING: types.DiagnosticSeverity.Warning,
    Severity.NOTE: types.DiagnosticSeverity.Information,
}


class Doing(NamedTuple):
    """What the server does with a set. Each function raises ``Exception`` with a reason for the user."""

    check: Callable[[Path], Report]
    """Checks the set of a project's folder."""
    accept: Callable[[Path, str, str], str]
    """Accepts the findings of a rule on a file of the set; returns what was written, in words."""
    mended: Callable[[Report, str, str], tuple[str, str] | None]
    """The text of a file before and after what mends a rule's findings on it; ``None`` where nothing does."""


def server_of(doing: Doing) -> LanguageServer:
    """The server; ``start_io`` serves standard input and output."""
    server = LanguageServer("checkfirst", __version__)
    state: dict[str, Report] = {}
    shown: set[str] = set()

    def publish(ls: LanguageServer) -> None:
        """Check the set and show its remarks; files that have none any more are cleared."""
        folder = _folder(ls)
        if folder is None:
            return
        try:
            report = doing.check(folder)
        except Exception as error:
            _say(ls, str(error))
            return
        state["report"] = report
        found = {_uri(report, path): remarks for path, remarks in remarks_of(report).items()}
        for uri in shown - found.keys():
            ls.text_document_publish_diagnostics(types.PublishDiagnosticsParams(uri=uri, diagnostics=[]))
        for uri, remarks in found.items():
            diagnostics = [_diagnostic(remark) for remark in remarks]
            ls.text_document_publish_diagnostics(types.PublishDiagnosticsParams(uri=uri, diagnostics=diagnostics))
        shown.clear()
        shown.update(found)

    @server.feature(types.INITIALIZED)
    def started(ls: LanguageServer, _: types.InitializedParams) -> None:
        publish(ls)

    @server.feature(types.TEXT_DOCUMENT_DID_SAVE)
    def saved(ls: LanguageServer, _: types.DidSaveTextDocumentParams) -> None:
        publish(ls)

    @server.feature(types.TEXT_DOCUMENT_CODE_ACTION)
    def actions(ls: LanguageServer, params: types.CodeActionParams) -> list[types.CodeAction]:
        report = state.get("report")
        ours = [each for each in params.context.diagnostics if each.source == _SOURCE and isinstance(each.code, str)]
        if report is None:
            return []
        path = _path(report, params.text_document.uri)
        return [action for each in ours for action in _actions(ls, doing, report, path, each)]

    @server.command(ACCEPT)
    def accept(ls: LanguageServer, code: str, path: str) -> None:
        folder = _folder(ls)
        if folder is None:
            return
        try:
            _say(ls, doing.accept(folder, code, path), types.MessageType.Info)
        except Exception as error:
            _say(ls, str(error))
        publish(ls)

    return server


def _actions(
    ls: LanguageServer, doing: Doing, report: Report, path: str, diagnostic: types.Diagnostic
) -> list[types.CodeAction]:
    """What can be done about a remark: accept it, and mend it where nobody has to judge."""
    code = str(diagnostic.code)
    accept = types.CodeAction(
        title=f"Accept {code}",
        kind=types.CodeActionKind.QuickFix,
        diagnostics=[diagnostic],
        command=types.Command(title=f"Accept {code}", command=ACCEPT, arguments=[code, path]),
    )
    uri = _uri(report, path)
    mended = doing.mended(report, path, code)
    document = ls.workspace.get_text_document(uri)
    # What was edited since the check is not overwritten.
    if mended is None or document.source != mended[0]:
        return [accept]
    end = types.Position(line=len(mended[0].split("\n")), character=0)
    edit = types.TextEdit(range=types.Range(start=types.Position(line=0, character=0), end=end), new_text=mended[1])
    fix = types.CodeAction(
        title=f"Mend {code}",
        kind=types.CodeActionKind.QuickFix,
        diagnostics=[diagnostic],
        edit=types.WorkspaceEdit(changes={uri: [edit]}),
    )
    return [fix, accept]


def _diagnostic(remark: Remark) -> types.Diagnostic:
    start = types.Position(line=max(0, remark.first - 1), character=0)
    end = types.Position(line=max(1, remark.last), character=0)
    return types.Diagnostic(
        range=types.Range(start=start, end=end),
        message=remark.text,
        severity=_SEVERITIES[remark.severity],
        code=remark.codes[0] if remark.codes else None,
        source=_SOURCE,
    )


def _folder(ls: LanguageServer) -> Path | None:
    root = ls.workspace.root_path
    return Path(root) if root else None


def _uri(report: Report, path: str) -> str:
    return from_fs_path(str((Path(report.root or ".") / path).absolute())) or ""


def _path(report: Report, uri: str) -> str:
    """The path of a file in the set; its whole path if it is outside."""
    file, root = Path(to_fs_path(uri) or ""), Path(report.root or ".").absolute()
    return file.relative_to(root).as_posix() if file.is_relative_to(root) else file.as_posix()


def _say(ls: LanguageServer, text: str, kind: types.MessageType = types.MessageType.Warning) -> None:
    ls.window_show_message(types.ShowMessageParams(type=kind, message=f"checkfirst: {text}"))
