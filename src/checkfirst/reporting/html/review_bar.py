"""The bar with which a reader marks findings, and its dialogs. The script shows them; without it nothing can be marked."""

from collections.abc import Iterator
from typing import Final

from checkfirst.model.finding import SET_PATH
from checkfirst.model.report import Report
from checkfirst.reporting.html.escape import safe, safe_path
from checkfirst.reporting.html.layout import Served
from checkfirst.reporting.phrases import shown_path

#: What begins a review.
START: Final = '<button type="button" id="review-start" class="edged" aria-controls="review" hidden>Review</button>'
#: The buttons of the bar: what each does, its words, its key, and what it says when it is pointed at.
_MARKS: Final = (
    ("stand", "Let stand", "1", "The finding is right, and may stay (1 or s)"),
    ("wrong", "Wrong", "2", "The finding is false (2 or w)"),
    ("mended", "Mended", "3", "The document is mended; goes away at the next check (3 or m)"),
)
_MOVES: Final = (
    ("previous", "\u2191", "p", "Previous unread (p)"),
    ("next", "\u2193", "n", "Next unread (n)"),
)
_OTHERS: Final = (
    ("undo", "Undo", "u", "Take the last step back (u)"),
    ("reason", "Reason", "r", "Say why (r)"),
    ("export", "Export", "e", "Lines for checkfirst.lock and precision.toml (e)"),
    ("help", "Keys", "?", "All keys (?)"),
)
_SERVED: Final = (
    ("file", "File", "f", "Show the file beside (f)"),
    ("check", "Check again", "", "Check the set again; marks of mended findings go away"),
)
#: What each key does.
_KEYS: Final = (
    ("j, k", "next and previous finding; the arrows too, once a finding is chosen"),
    ("n, p", "next and previous unread finding"),
    ("1 or s", "let it stand: it is right, and may stay"),
    ("2 or w", "it is wrong: a false finding"),
    ("3 or m", "it is mended: goes away at the next check"),
    ("S, W, M", "the same for all unread findings of the document"),
    ("0", "take the mark away"),
    ("u", "take the last step back"),
    ("r", "say why"),
    ("f", "show the file beside"),
    ("e", "export"),
    ("?", "these keys"),
    ("Esc", "close what is open"),
)
_FILE: Final = "f"


def begin(report: Report, served: Served | None) -> str:
    """The attributes of the body: what the script needs to know of the check."""
    root = safe(shown_path(report.root, SET_PATH))
    check = f' data-check="{safe(served.check)}"' if served else ""
    return f' data-set="{root}" data-documents="{len(report.documents)}"{check}'


def review_bar(report: Report, served: Served | None) -> Iterator[str]:
    """The bar and its dialogs. HTML; nothing where nothing was found."""
    if not report.findings:
        return
    yield '<aside id="review" aria-label="Review" hidden>\n<div class="told"><p id="review-count"></p><p id="review-said" role="status"></p></div>\n'
    yield f'<div class="tools">\n<div>{_buttons(_MOVES)}</div>\n'
    yield f"<div>{_buttons(_MARKS)}</div>\n"
    yield f"<div>{_buttons(_OTHERS[:2])}{_buttons(_SERVED if served else ())}{_buttons(_OTHERS[2:])}</div>\n</div>\n"
    yield '<form id="review-why" hidden><label for="review-reason">Why</label> <input id="review-reason" maxlength="200" autocomplete="off">'
    yield ' <button type="submit" class="edged">Keep</button></form>\n'
    yield from _help(served)
    yield from _export(served)
    yield "</aside>\n"


def panel() -> str:
    """Where the file stands that the current finding is about."""
    return (
        '<section id="file" aria-labelledby="file-name" tabindex="-1" hidden><div class="bar-head"><h2 id="file-name"></h2>'
        ' <button type="button" class="edged" data-do="file">Close</button></div>\n<div id="file-text" tabindex="0" role="group"'
        ' aria-labelledby="file-name"></div></section>\n'
    )


def _buttons(buttons: tuple[tuple[str, str, str, str], ...]) -> str:
    return "".join(_button(*button) for button in buttons)


def _button(does: str, words: str, key: str, title: str) -> str:
    # An arrow is no name.
    named = "" if words.isascii() else f' aria-label="{title}"'
    shortcut = f' aria-keyshortcuts="{key}"' if key else ""
    shown = f' <kbd aria-hidden="true">{key}</kbd>' if key else ""
    return (
        f'<button type="button" class="edged" data-do="{does}" title="{title}"{shortcut}{named}>{words}{shown}</button>'
    )


def _help(served: Served | None) -> Iterator[str]:
    yield '<dialog id="review-help" aria-labelledby="review-help-head"><h2 id="review-help-head">Keys</h2>\n<dl>\n'
    for keys, does in _KEYS:
        if served or keys != _FILE:
            yield f"<div><dt>{keys}</dt><dd>{does}</dd></div>\n"
    yield "</dl>\n"
    if served:
        yield f"<p>Findings that you let stand, and false ones, are written into <strong>{safe_path(served.lock)}</strong> at once.</p>\n"
    else:
        yield '<p id="review-kept">Marks are kept in this browser, for this file. Export them to keep them for good.</p>\n'
    yield '<p><label><input type="checkbox" id="review-keys" checked> Keys without Ctrl or Alt act on this page</label></p>\n'
    yield '<form method="dialog"><button class="edged">Close</button></form></dialog>\n'


def _export(served: Served | None) -> Iterator[str]:
    yield '<dialog id="review-export" aria-labelledby="review-export-head"><h2 id="review-export-head">Export</h2>\n'
    if served is None:
        yield '<p><label for="review-who">Your name</label> <input id="review-who" maxlength="80" autocomplete="name"></p>\n'
        yield from _lines("lock", "checkfirst.lock", "For checkfirst.lock: add these lines to the file")
    else:
        yield '<div id="review-unsaved" hidden>'
        yield from _lines("lock", "checkfirst.lock", "Not saved yet: add these lines to the lock file")
        yield "</div>\n"
    yield from _lines("precision", "precision.toml", "For precision.toml: how many findings of each rule are right")
    yield '<p id="review-left" class="soft"></p>\n<form method="dialog"><button class="edged">Close</button></form></dialog>\n'


def _lines(name: str, file: str, label: str) -> Iterator[str]:
    yield f'<p><label for="review-{name}">{label}</label></p>\n<textarea id="review-{name}" rows="8" readonly spellcheck="false"></textarea>\n'
    yield f'<p><button type="button" class="edged" data-copy="review-{name}">Copy</button> '
    yield f'<button type="button" class="edged" data-save="review-{name}" data-name="{file}">Save</button></p>\n'
