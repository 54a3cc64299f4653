"""Parts of the terminal's report that are about the whole set: the verdict, sound documents, files, rules, statistics."""

from collections import Counter
from collections.abc import Sequence

from rich.console import Console
from rich.text import Text

from checkfirst.model.finding import Severity
from checkfirst.model.report import Report, Verdict
from checkfirst.reporting.counts import faults, kinds, plural, severities, verdict_and_reason
from checkfirst.reporting.phrases import counted, kind_phrase, not_done, shown_path, skipped_phrase
from checkfirst.reporting.rows import Row
from checkfirst.reporting.terminal_lines import where, wrapped
from checkfirst.safe_text import printable

_TONES = {Verdict.READY: "bold green", Verdict.CHECK_FIRST: "bold red"}
#: Needless comments that are named.
_MOST_NAMED = 3
#: Sound documents that are named; of more, the kinds are counted. Not measured.
_MOST_SOUND = 12


def put(console: Console, text: Text) -> None:
    """Print the text: rendered on a terminal, plain elsewhere, because rendering large reports takes time."""
    if console.is_terminal:
        console.print(text, soft_wrap=True)
    else:
        console.file.write(f"{text.plain}\n")


def headline(report: Report, rows: Sequence[Row]) -> Text:
    """The verdict with its reason, the verdict in its colour."""
    verdict, reason = verdict_and_reason(report, rows)
    undecided = report.partial or not report.documents
    line = Text()
    line.append(verdict, style="bold yellow" if undecided else _TONES[report.verdict])
    line.append(f"  {reason}", style="default")
    return line


def sound(console: Console, report: Report, rows: Sequence[Row]) -> None:
    """Print what the documents are that nothing speaks against, where the verdict does not say it."""
    if not faults(rows) and not report.failures:
        return
    clear = [r.document for r in rows if r.document and not r.text and (r.severity is None or r.is_noted)]
    told, untold = kinds(clear, report)
    if len(clear) <= _MOST_SOUND:
        named = [
            f"{', '.join(printable(path) for path in paths)} ({'index' if what == 'index' else plural(what, len(paths))})"
            for what, paths in told.items()
        ]
        doubtful = ", ".join(map(printable, untold))
    else:
        named = [f"{len(paths):,} {plural(what, len(paths))}" for what, paths in told.items()]
        doubtful = counted(len(untold), "document") if untold else ""
    for label, text in (("looks right: ", ", ".join(named)), ("can't tell: ", doubtful)):
        for line in wrapped(console, f"{label}{text}", 0) if text else ():
            put(console, line)


def explained(console: Console, report: Report) -> None:
    """Print the findings that are accepted, and the explanation of each rule that found something."""
    from checkfirst.rules.registry import RULES

    for finding in report.findings:
        if finding.accepted:
            shown = where(report.root, finding.path, finding.place)
            put(console, Text(f"accepted  {shown}  {finding.code} {printable(finding.message)}", style="dim"))

    for code in sorted({finding.code for finding in report.findings}):
        rule = RULES[code]
        put(console, Text(f"{code} {rule.name}", style="bold"))
        for line in wrapped(console, " ".join(rule.explanation.split()), 2):
            put(console, line)
    if report.findings:
        put(console, Text())


def statistics(console: Console, report: Report) -> None:
    """Print the number of findings of each rule, and of the documents that have them."""
    from checkfirst.rules.registry import RULES

    counts = Counter(finding.code for finding in report.findings)
    for code, count in sorted(counts.items(), key=lambda pair: (-pair[1], pair[0])):
        documents = len({finding.path for finding in report.findings if finding.code == code})
        put(console, Text(f"{count:>7,}  {code}  {RULES[code].name}, in {counted(documents, 'document')}"))
    if counts:
        put(console, Text())


def files(console: Console, report: Report) -> None:
    """Print everything that was read or skipped, one path on each line."""
    for document in report.documents:
        about = f"{document.source.media_type}, {counted(document.measures.statistics.words, 'word')}"
        if phrase := kind_phrase(document.measures, document.thread):
            about += f": {phrase}"
        console.print(
            Text(f"read     {shown_path(report.root, document.path)}  {about}"),
            soft_wrap=True,
        )
    for skipped in report.skipped:
        put(console, Text(f"skipped  {shown_path(report.root, skipped.path)}  {printable(skipped.reason)}"))
    console.print()


def closing(console: Console, report: Report, rows: Sequence[Row], *, quiet: bool, counts_skipped: bool) -> None:
    """Print what was not checked, what was skipped, what became of acceptances, and where there is more."""
    for failure in report.failures:
        line = Text()
        line.append(f"{not_done(failure)} ", style="yellow")
        line.append(f"{shown_path(report.root, failure.path)}: {printable(failure.reason)}", style="default")
        put(console, line)
    if (skipped := skipped_phrase(report)) and report.documents and counts_skipped and not quiet:
        put(console, Text(f"{skipped}; --show-files names them", style="dim"))
    _acceptances(console, report)
    if report.partial:
        put(console, Text("INTERRUPTED: what is here holds, the rest was not looked at", style="bold yellow"))
    if not quiet and report.documents:
        found = severities(rows)
        counts = ", ".join(counted(found[severity], severity.value) for severity in Severity if found[severity])
        nothing = "nothing else found" if any(finding.accepted for finding in report.findings) else "nothing found"
        put(console, Text(f"{counts or nothing} · {report.seconds:.1f} s", style="dim"))
        if counts:
            put(console, Text("more: checkfirst show FILE · checkfirst rule CODE · --format html", style="dim"))


def _acceptances(console: Console, report: Report) -> None:
    """Print the number of acceptances that no finding needs, and of those that documents make themselves."""
    if report.unused_acceptances:
        many = "acceptances are" if len(report.unused_acceptances) > 1 else "acceptance is"
        needless = f"{len(report.unused_acceptances)} {many} no longer needed; `checkfirst accept --prune` drops them"
        put(console, Text(needless, style="dim"))
    inline = _ignored(report)
    if locked := sum(finding.accepted for finding in report.findings) - inline:
        put(console, Text(f"{counted(locked, 'finding')} accepted in the lock file; --verbose names them", style="dim"))
    if inline:
        many = "findings are" if inline > 1 else "finding is"
        told = f"{inline} {many} let stand by comments in the documents themselves; --no-inline counts them"
        put(console, Text(told, style="dim"))
    if report.unused_ignores:
        named = ", ".join(map(printable, report.unused_ignores[:_MOST_NAMED]))
        more = " …" if len(report.unused_ignores) > _MOST_NAMED else ""
        put(console, Text(f"ignored in vain: {named}{more}; take the comment out", style="dim"))


def _ignored(report: Report) -> int:
    """The number of findings that a comment in their own document accepts."""
    known = {(document.path, ignore.code) for document in report.documents for ignore in document.ignores}
    return sum(finding.accepted and (finding.path, finding.code) in known for finding in report.findings)
