"""The report formats, by the name that ``--format`` takes."""

from collections.abc import Callable, Iterator
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Final

from checkfirst.reporting.others import others
from checkfirst.safe_text import inert

if TYPE_CHECKING:
    from checkfirst.model.report import Report

#: Formats that commands treat in a way of their own. ``TERMINAL`` depends on the terminal: its width, its colours.
TERMINAL: Final = "terminal"
JSON: Final = "json"
HTML: Final = "html"
AGENT: Final = "agent"
#: The module of each format that is the same wherever it is printed; each has ``parts(report)``.
MODULES: Final = {
    "concise": "checkfirst.reporting.concise",
    AGENT: "checkfirst.reporting.agent",
    JSON: "checkfirst.reporting.json_v1",
    "jsonl": "checkfirst.reporting.jsonl",
    "sarif": "checkfirst.reporting.sarif",
    "junit": "checkfirst.reporting.junit",
    "github": "checkfirst.reporting.github",
    "gitlab": "checkfirst.reporting.gitlab",
    "markdown": "checkfirst.reporting.markdown",
    HTML: "checkfirst.reporting.html.page",
}
_OTHERS, PROBLEMS = others((TERMINAL, *MODULES))
FORMATS: Final = (TERMINAL, *MODULES, *_OTHERS)
#: Formats that need only what the selected rules measure.
LEAN: Final = frozenset((TERMINAL, "concise", AGENT))
#: The format of an output file by the ending of its name, and by a name that a system asks for.
_ENDINGS: Final = {
    ".html": HTML,
    ".htm": HTML,
    ".json": JSON,
    ".jsonl": "jsonl",
    ".ndjson": "jsonl",
    ".sarif": "sarif",
    ".xml": "junit",
    ".md": "markdown",
    ".markdown": "markdown",
}
_NAMES: Final = {"gl-code-quality-report.json": "gitlab"}


def format_of(output: Path) -> str:
    """The format that the name of an output file asks for: ``.sarif.json`` and the like by the last but one ending, too."""
    if output.name in _NAMES:
        return _NAMES[output.name]
    endings = [suffix.lower() for suffix in output.suffixes[-2:]]
    if ".sarif" in endings:
        return "sarif"
    return _ENDINGS.get(output.suffix.lower(), TERMINAL)


#: How each format writes a hash sign and a colon, where it can, so that they are the same for its reader. The commands
#: of ``github`` itself begin with colons.
_SIGNS: Final = {
    **dict.fromkeys((JSON, "jsonl", "sarif", "gitlab", AGENT), ("\\u0023", "\\u003a")),
    **dict.fromkeys(("junit", HTML), ("&#35;", "&#58;")),
    "markdown": ("\\#", "\\:"),
    "concise": ("\\x23", "\\x3a"),
    "github": ("\\x23", ":"),
}
#: The same in a format that a plug-in brings.
_ESCAPED: Final = ("\\x23", "\\x3a")


def parts_of(name: str, report: "Report") -> Iterator[str]:
    """The report in the format ``name``, line by line. The format's module is imported on first use."""
    parts: Callable[[Report], Iterator[str]] = _OTHERS[name] if name in _OTHERS else import_module(MODULES[name]).parts
    hash_sign, colon = _SIGNS.get(name, _ESCAPED)
    left = ""
    for part in parts(report):
        whole, end, left = (left + part).rpartition("\n")
        yield inert(whole + end, hash_sign=hash_sign, colon=colon)
    yield inert(left, hash_sign=hash_sign, colon=colon)
