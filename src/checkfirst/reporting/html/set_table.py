"""The section about the set: a map of it, what each document is, and what was not read."""

from collections.abc import Iterator

from checkfirst.model.kinds import Answer
from checkfirst.model.report import Report
from checkfirst.reporting.html.escape import safe
from checkfirst.reporting.html.figures import set_map
from checkfirst.reporting.phrases import kind_phrase

#: The answers in words.
ANSWERS = {Answer.YES: "yes", Answer.NO: "no", Answer.UNKNOWN: "can't tell"}


def set_table(report: Report) -> Iterator[str]:
    """The section as HTML, piece by piece."""
    yield '<section aria-label="The set">\n<h2>The set</h2>\n'
    yield set_map(report)
    yield '<div class="scroll" tabindex="0" role="region" aria-label="Documents"><table>\n<caption>What each document is</caption>\n'
    yield "<thead><tr><th>document</th><th>what it is</th><th>describes a system</th><th>belongs</th></tr></thead>\n<tbody>\n"
    for document in report.documents:
        measures = document.measures
        fits = ANSWERS[document.fit.answer] if document.fit else "-"
        cells = [
            safe(document.path),
            safe(kind_phrase(measures, document.thread) or "no words"),
            ANSWERS[measures.describes_system.answer],
            fits,
        ]
        yield f'<tr><th scope="row">{cells[0]}</th>{"".join(f"<td>{cell}</td>" for cell in cells[1:])}</tr>\n'
    yield "</tbody></table></div>\n"
    if report.failures:
        yield "<h3>Not read</h3>\n<ul>\n"
        for failure in report.failures:
            yield f"<li>{safe(failure.path)}: {safe(failure.reason)}</li>\n"
        yield "</ul>\n"
    yield "</section>\n"
