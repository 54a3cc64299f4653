"""One review: the report that is read, the lock file that keeps its marks, and the marks that end with the next check."""

import json
import secrets
import threading
from collections.abc import Callable
from functools import cached_property
from pathlib import Path

from msgspec import Struct

from checkfirst.checking.lock import Known, Lock, read_lock
from checkfirst.checking.lock_file import change_lock
from checkfirst.model.finding import Finding
from checkfirst.model.report import Report
from checkfirst.reporting.html.beside import beside
from checkfirst.reporting.html.layout import Served
from checkfirst.reporting.html.page import parts
from checkfirst.reporting.phrases import counted
from checkfirst.review.marks import Change, Mark, Marked, changes_of, marks_in, mended, seen_by, with_changes
from checkfirst.safe_text import printable

_GONE = "The set was checked again, and this finding is not there any more: reload the page."


class Checked(Struct, frozen=True, dict=True):
    """A report, with the lock as it was, and what is served of them."""

    report: Report
    lock: Lock
    shown_lock: str
    name: str

    @cached_property
    def findings(self) -> dict[str, Finding]:
        """The findings by fingerprint."""
        return {finding.fingerprint: finding for finding in self.report.findings}

    @cached_property
    def page(self) -> str:
        """The page."""
        known = Known(self.lock.accepted)
        served = Served(
            check=self.name,
            lock=self.shown_lock,
            accepted=frozenset(f.fingerprint for f in self.report.findings if known.same_as(f)),
            files={document.path: number for number, document in enumerate(self.report.documents)},
        )
        return "".join(parts(self.report, served))

    def text(self, number: int) -> str:
        """A document with what is quoted of it, as HTML. Raises ``IndexError`` for a number that none has."""
        document = self.report.documents[number]
        return "".join(beside(document, self.report.findings))


class Session:
    """What all readers of one program share; each method may be called by several threads at once."""

    def __init__(
        self,
        path: Path,
        *,
        within: Path | None,
        shown: str,
        who: str,
        date: Callable[[], str],
        again: Callable[[], None],
    ) -> None:
        """``again`` checks the set anew and calls ``take``; it raises ``CheckfirstError`` where that can't be done."""
        self._path, self._within, self._shown = path, within, shown
        self._who, self._date = who, date
        self._again = again
        self._guard = threading.Lock()
        self._mended: dict[str, Marked] = {}
        self._checked: Checked | None = None

    def take(self, report: Report, lock: Lock) -> None:
        """Let this report be read from now on. Marks of mended findings are gone."""
        checked = Checked(report, lock, self._shown, secrets.token_hex(8))
        with self._guard:
            self._checked, self._mended = checked, {}

    @property
    def checked(self) -> Checked:
        """The report that is read."""
        if self._checked is None:
            raise RuntimeError("nothing was checked")
        return self._checked

    def check_again(self) -> str:
        """Check the set anew. Returns JSON: the name of the check. Raises ``CheckfirstError``."""
        self._again()
        return json.dumps({"check": self.checked.name})

    def marks(self) -> str:
        """All marks as JSON. Raises ``ConfigError`` for a lock that can't be read."""
        checked = self.checked
        return self._told(checked, read_lock(self._path), {})

    def mark(self, body: bytes) -> str:
        """Change marks; once it returns, they are on the disk. Returns all marks as JSON, and what was refused.

        A change is refused if the finding has another mark than its reader saw. Raises ``ValueError`` for a body of another
        form, ``ConfigError`` for a lock that can't be read and ``OutputError`` for one that can't be written.
        """
        changes = changes_of(body)
        refused: dict[str, str] = {}
        with self._guard:
            checked = self.checked
            taken: dict[str, tuple[Finding, Change]] = {}

            def changed(before: Lock) -> Lock:
                marks = self._known(checked, before)
                for change in changes:
                    finding = checked.findings.get(change.fingerprint)
                    if finding is None:
                        refused[change.fingerprint] = _GONE
                    elif reason := _conflict(marks.get(change.fingerprint), change):
                        refused[change.fingerprint] = reason
                    else:
                        taken[change.fingerprint] = (finding, change)
                return with_changes(before, taken, self._who, self._date())

            after = change_lock(self._path, changed, within=self._within)
            for fingerprint, (_, change) in taken.items():
                self._mended.pop(fingerprint, None)
                if change.mark is Mark.MENDED:
                    self._mended[fingerprint] = mended(change, self._who)
            return self._told(checked, after, refused)

    def count(self) -> str:
        """How many findings are marked in the lock, in words."""
        return counted(len(marks_in(self.checked.report.findings, read_lock(self._path))), "finding")

    def _known(self, checked: Checked, lock: Lock) -> dict[str, Marked]:
        return {**self._mended, **marks_in(checked.report.findings, lock)}

    def _told(self, checked: Checked, lock: Lock, refused: dict[str, str]) -> str:
        marks = seen_by(self._known(checked, lock), self._who)
        return json.dumps({"check": checked.name, "marks": marks, "refused": refused})


def _conflict(now: Marked | None, change: Change) -> str:
    """Why a change is refused: somebody else marked the finding meanwhile. Empty where it is not."""
    mark = now.mark if now else None
    if mark in {change.was, change.mark}:
        return ""
    who = printable(now.who) if now else ""
    what = f"marked by {who or 'somebody'} meanwhile" if now else "its mark was taken away meanwhile"
    return f"{change.fingerprint}: {what}; look at it, and mark it again if you see it otherwise."
