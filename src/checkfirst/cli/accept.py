"""``checkfirst accept``: check, then write the chosen findings and documents into the lock file."""

import argparse
from os.path import relpath
from pathlib import Path

from checkfirst import lazy_re
from checkfirst.api import check
from checkfirst.checking.lock import Accepted, Approved, Lock, read_lock
from checkfirst.checking.lock_file import change_lock
from checkfirst.cli.interruption import raise_if_interrupted
from checkfirst.cli.lock_choice import lock_for, stamp
from checkfirst.cli.options import settings
from checkfirst.cli.output import READY, say
from checkfirst.errors import UsageError
from checkfirst.model.finding import SET_PATH, Finding
from checkfirst.model.report import Report
from checkfirst.reporting.phrases import counted

#: An argument CODE:FILE; any other is a path.
_CHOICE = lazy_re.compile(r"([A-Za-z]{3}\d{3}):(.+)")


def run(options: argparse.Namespace) -> int:
    """Write the lock file and print what was written. Returns the exit code."""
    say(accept(options))
    return READY


def accept(options: argparse.Namespace) -> str:
    """Write the lock file. Returns what was written, in words.

    Raises ``UsageError`` for a choice that matches no finding or document.
    """
    choices = [match.groups() for text in options.what if (match := _CHOICE.fullmatch(text))]
    paths = [Path(text) for text in options.what if not _CHOICE.fullmatch(text)] or [Path()]
    config = settings(options, paths)
    path = options.lock or lock_for(paths)
    report = check(paths, config=config, lock=read_lock(path), progress=raise_if_interrupted)
    if report.partial:
        raise KeyboardInterrupt
    by = stamp(options)
    done = ""

    def changed(before: Lock) -> Lock:
        nonlocal done
        if options.prune:
            after = before.without(frozenset(report.unused_acceptances))
            done = f"{counted(len(before.accepted) - len(after.accepted), 'acceptance')} dropped from {path}"
            return after
        documents = [_approved(report, name, by) for name in options.document]
        findings = [] if options.document and not choices else _chosen(report, choices, paths)
        what = [counted(len(findings), "finding") + " accepted"] if findings or not documents else []
        what += [counted(len(documents), "document") + " approved"] if documents else []
        done = f"{', '.join(what)} in {path}"
        return before.merged([_accepted(finding, by) for finding in findings], documents)

    change_lock(path, changed, within=None if options.lock else path.parent)
    return done


def _chosen(report: Report, choices: list[tuple[str, ...]], paths: list[Path]) -> list[Finding]:
    """The findings of each choice; without choices, all findings that are not accepted.

    Who names files accepts what is found in them, and not what is found about a set that they do not make up.
    """
    if not choices:
        whole = all(path.is_dir() for path in paths)
        return [f for f in report.findings if not f.accepted and (whole or f.path != SET_PATH)]
    chosen = []
    for code, file in choices:
        names = _names(report, file)
        matching = [f for f in report.findings if f.code == code.upper() and f.path in names]
        if not matching:
            raise UsageError(f"{code}:{file}: no such finding in {' '.join(map(str, paths))}")
        chosen += matching
    return chosen


def _names(report: Report, file: str) -> set[str]:
    """Paths that a report may have for a named file: the name is relative to the set, or to the current folder."""
    return {file, Path(relpath(file or ".", report.root or ".")).as_posix()}


def _accepted(finding: Finding, by: dict[str, str]) -> Accepted:
    return Accepted(path=finding.path, code=finding.code, fingerprint=finding.fingerprint, **by)


def _approved(report: Report, file: str, by: dict[str, str]) -> Approved:
    names = _names(report, file)
    document = next((d for d in report.documents if d.path in names), None)
    if document is None:
        raise UsageError(f"{file}: no document of the set")
    return Approved(path=document.path, sha256=document.source.sha256, **by)
