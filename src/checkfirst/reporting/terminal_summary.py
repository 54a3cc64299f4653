"""Parts of the terminal's report that are about the whole set: files, rules, statistics and the verdict."""

from collections import Counter
from collections.abc import Iterator

from rich.console import Console
from rich.text import Text

from checkfirst.model.report import Report, Verdict
from checkfirst.reporting.phrases import counted, kind_phrase, shown_path, skipped_phrase, summary, verdict_phrase
from checkfirst.safe_text import printable

_TONES = {Verdict.READY: "bold green", Verdict.CHECK_FIRST: "bold red"}
#: Needless comments that are named.
_MOST_NAMED = 3
#: Columns left free at the right of indented text.
_RIGHT_MARGIN = 2


def put(console: Console, text: Text) -> None:
    """Print the text: rendered on a terminal, plain elsewhere, because rendering large reports takes time."""
    if console.is_terminal:
        console.print(text, soft_wrap=True)
    else:
        console.file.write(f"{text.plain}\n")


def indented(console: Console, text: str, indent: int, style: str = "") -> Iterator[Text]:
    """The text in lines that fit the console's width, each indented by so many columns."""
    room = console.width - indent - _RIGHT_MARGIN
    whole = Text(text, style=style)
    for line in [whole] if whole.cell_len <= room else whole.wrap(console, room):
        line.rstrip()
        padded = Text(" " * indent)
        padded.append_text(line)
        yield padded


def explained(console: Console, report: Report) -> None:
    """Print the explanation of each rule that found something."""
    from checkfirst.rules.registry import RULES

    for code in sorted({finding.code for finding in report.findings}):
        rule = RULES[code]
        put(console, Text(f"{code} {rule.name}", style="bold"))
        for line in indented(console, " ".join(rule.explanation.split()), 2):
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


def closing(console: Console, report: Report, *, counts_skipped: bool) -> None:
    """Print what was not read, the number of skipped paths, what became of acceptances, and the verdict."""
    for failure in report.failures:
        line = Text("not read ", style="yellow")
        line.append(f"{shown_path(report.root, failure.path)}: {printable(failure.reason)}", style="default")
        put(console, line)
    if report.skipped and counts_skipped:
        put(console, Text(f"{skipped_phrase(report)}; --show-files names them", style="dim"))
    _acceptances(console, report)
    if report.partial:
        put(console, Text("INTERRUPTED: what is here holds, the rest was not looked at", style="bold yellow"))
    tone = "bold yellow" if report.partial or not report.documents else _TONES[report.verdict]
    word = verdict_phrase(report).upper() if report.documents else "NOTHING TO CHECK"
    last = Text(f"{word}  ", style=tone)
    last.append(summary(report), style="default")
    put(console, last)


def _acceptances(console: Console, report: Report) -> None:
    """Print the number of acceptances that no finding needs, and of those that documents make themselves."""
    if report.unused_acceptances:
        many = "acceptances are" if len(report.unused_acceptances) > 1 else "acceptance is"
        needless = f"{len(report.unused_acceptances)} {many} no longer needed; `checkfirst accept --prune` drops them"
        put(console, Text(needless, style="dim"))
    if inline := _ignored(report):
        many = "findings are" if inline > 1 else "finding is"
        accepted = f"{inline} {many} let stand by comments in the documents themselves; --no-inline counts them"
        put(console, Text(accepted, style="dim"))
    if report.unused_ignores:
        named = ", ".join(map(printable, report.unused_ignores[:_MOST_NAMED]))
        more = " …" if len(report.unused_ignores) > _MOST_NAMED else ""
        put(console, Text(f"ignored in vain: {named}{more}; take the comment out", style="dim"))


def _ignored(report: Report) -> int:
    """The number of findings that a comment in their own document accepts."""
    known = {(document.path, ignore.code) for document in report.documents for ignore in document.ignores}
    return sum(finding.accepted and (finding.path, finding.code) in known for finding in report.findings)
