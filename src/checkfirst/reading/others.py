"""Types of text files that other packages bring: rows as those of our own table, with a reader in the package."""

from collections.abc import Mapping

from checkfirst import plugins
from checkfirst.model.formats import FormatSpec
from checkfirst.plugins import Brought, Problem, brought


class FailedReader(Exception):
    """The reader of a plug-in raised an error; the text names its module and the error."""


def others(own: Mapping[str, FormatSpec]) -> tuple[dict[str, FormatSpec], tuple[Problem, ...]]:
    """The types by media type that installed packages bring, and why some are left out; ``own`` are our own types."""
    found, problems = brought(plugins.FORMATS)
    suffixes = {suffix for spec in own.values() for suffix in (*spec.suffixes, *spec.shared_suffixes)}
    specs: dict[str, FormatSpec] = {}
    refused: list[Problem] = []
    for each in found:
        if reason := _refusal(each, {*own, *specs}, suffixes):
            refused.append(Problem(each.source, each.name, reason))
        else:
            specs[each.value.media_type] = each.value
            suffixes.update(each.value.suffixes, each.value.shared_suffixes)
    return specs, (*problems, *refused)


def _refusal(each: Brought, types: set[str], suffixes: set[str]) -> str:
    """Why something is no type that can be used; empty if it is one."""
    spec = each.value
    if not isinstance(spec, FormatSpec):
        return f"{type(spec).__name__}, not a type of file"
    if spec.media_type in types:
        return f"{spec.media_type} is known already"
    if taken := sorted(suffixes.intersection((*spec.suffixes, *spec.shared_suffixes))):
        return f"{taken[0]} is the suffix of another type"
    if spec.isolated or not spec.reader or ":" not in spec.reader:
        return "only readers of text can be brought, as package.module:function"
    return ""
