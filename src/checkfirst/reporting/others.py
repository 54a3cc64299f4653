"""Reports that other packages bring: a function from a report to the parts of a text, under a name of its own."""

from collections.abc import Callable, Collection, Iterator
from typing import TYPE_CHECKING

from checkfirst import plugins
from checkfirst.errors import OutputError
from checkfirst.plugins import Brought, Problem, brought, named

if TYPE_CHECKING:
    from checkfirst.model.report import Report

    Parts = Callable[[Report], Iterator[str]]


def others(own: Collection[str]) -> tuple[dict[str, "Parts"], tuple[Problem, ...]]:
    """The reports by name that installed packages bring, and why some are left out; ``own`` are names of our own."""
    found, problems = brought(plugins.REPORTS)
    reports: dict[str, Parts] = {}
    refused: list[Problem] = []
    for each in found:
        if each.name in own or each.name in reports:
            refused.append(Problem(each.source, each.name, "there is a format of this name"))
        elif not callable(each.value):
            refused.append(Problem(each.source, each.name, f"{type(each.value).__name__}, not a function"))
        else:
            reports[each.name] = _named(each)
    return reports, (*problems, *refused)


def _named(brought: Brought) -> "Parts":
    """The report's function; an error in it names it."""

    def parts(report: "Report") -> Iterator[str]:
        with named(brought.name, brought.source, OutputError):
            yield from brought.value(report)

    return parts
