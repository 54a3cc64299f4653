"""The report formats, by the name that ``--format`` takes."""

from collections.abc import Callable, Iterator
from importlib import import_module
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from checkfirst.model.report import Report

#: The module of each format that is the same wherever it is printed; each has ``parts(report)``.
MODULES: Final = {
    "json": "checkfirst.reporting.json_v1",
    "sarif": "checkfirst.reporting.sarif",
    "junit": "checkfirst.reporting.junit",
    "github": "checkfirst.reporting.github",
    "gitlab": "checkfirst.reporting.gitlab",
    "markdown": "checkfirst.reporting.markdown",
    "html": "checkfirst.reporting.html.page",
}
#: The format that depends on the terminal: its width, its colours.
TERMINAL: Final = "terminal"
FORMATS: Final = (TERMINAL, *MODULES)


def parts_of(name: str, report: "Report") -> Iterator[str]:
    """The report in the format ``name``, piece by piece. The format's module is imported on first use."""
    parts: Callable[[Report], Iterator[str]] = import_module(MODULES[name]).parts
    return parts(report)
