"""Changes that mend a finding without anybody's judgement, computed from the report and the texts of the files.

Only these are safe: a place whose name differs in signs alone, a file that stands in another folder under the same name,
a value of front matter that needs quotes, and in an index the second of two entries that lead to the same bytes.
"""

import posixpath
import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Mapping
from typing import Final

from msgspec import Struct

from checkfirst import lazy_re
from checkfirst.model.finding import Finding
from checkfirst.model.report import ListedEntry, Report

_LINE_END: Final = lazy_re.compile(r"(\r\n|\r|\n)")
_LETTERS: Final = lazy_re.compile(r"[\W_]+")
#: A field of front matter with its value.
_FIELD: Final = lazy_re.compile(r"^([^\S\n]*+[\w.-]++:[^\S\n]++)(\S.*)$")
_FENCE: Final = "---"
#: Lines within which front matter ends; those that the finding looks at.
_WITHIN: Final = 200


class Fix(Struct, frozen=True, kw_only=True):
    """A change of one line."""

    code: str
    """The rule whose finding it mends."""
    path: str
    line: int
    """From 1."""
    change: Callable[[list[str], int], str | None]
    """Takes the lines of the file and the line's index, and gives the new line; ``None`` where it can't be changed safely.

    ``DROPPED`` stands for no line at all.
    """


#: What no line of a file can be.
DROPPED: Final = "\n"
#: An item of a list that is one link, with or without words behind it.
_ITEM: Final = lazy_re.compile(r"^\s*+(?:[-*+]|\d{1,9}[.)])\s++\[[^\[\]]{1,300}\]\([^()\s]{1,500}\)[^\[\]]*$")


def fixes(report: Report) -> tuple[Fix, ...]:
    """The fixes that findings call for; those that are accepted call for none."""
    names = Counter(posixpath.basename(document.path).casefold() for document in report.documents)
    found = []
    for finding in report.findings:
        change = None if finding.accepted else _change(finding, names)
        if change is not None:
            found += [
                Fix(code=finding.code, path=e.path, line=e.place.start_line, change=change)
                for e in dict.fromkeys(finding.evidence)
                if e.path == finding.path
            ]
    return (*found, *_second_entries(report))


def _second_entries(report: Report) -> Iterator[Fix]:
    """A fix for each entry of an index that describes nothing else than an earlier one, and leads to the same bytes."""
    copies = {
        path for f in report.findings if f.name == "identical" and not f.accepted for path in (f.path, *f.related)
    }
    digests = {d.path: d.source.sha256 for d in report.documents if d.path in copies}
    told: dict[tuple[str, str], ListedEntry] = {}
    for entry in report.entries:
        if entry.file not in digests:
            continue
        first = told.setdefault((entry.index, digests[entry.file]), entry)
        if first.file != entry.file and entry.description in {"", first.description}:
            yield Fix(code="DUP001", path=entry.index, line=entry.place.start_line, change=_dropped)


def _dropped(lines: list[str], n: int) -> str | None:
    return DROPPED if _ITEM.match(lines[n]) else None


def fixed(text: str, wanted: tuple[Fix, ...]) -> str:
    """The text of a file with its fixes; its line ends stay."""
    pieces = _LINE_END.split(text)
    lines, ends = pieces[::2], [*pieces[1::2], ""]
    by_line: defaultdict[int, list[Fix]] = defaultdict(list)
    for fix in wanted:
        by_line[fix.line - 1].append(fix)
    for n, here in by_line.items():
        for fix in here if n < len(lines) else ():
            if lines[n] == DROPPED:
                break
            changed = fix.change(lines, n)
            lines[n] = lines[n] if changed is None else changed
    return "".join(line + end for line, end in zip(lines, ends, strict=True) if line != DROPPED)


def _change(finding: Finding, names: Mapping[str, int]) -> Callable[[list[str], int], str | None] | None:
    data = dict(finding.data)
    target, nearest = data.get("target"), data.get("nearest")
    if finding.name == "front-matter-broken":
        return _quoted_value
    if not isinstance(target, str) or not isinstance(nearest, str) or not nearest:
        return None
    path, sign, place = target.partition("#")
    if finding.name == "missing-anchor" and _letters(place) == _letters(nearest):
        return _retargeted(target, f"{path}#{nearest}")
    name = posixpath.basename(nearest)
    is_moved = posixpath.basename(path).casefold() == name.casefold() and names[name.casefold()] == 1
    if finding.name in {"broken-link", "entry-target-missing"} and is_moved:
        folder = posixpath.dirname(finding.path) or "."
        return _retargeted(target, f"{posixpath.relpath(nearest, folder)}{sign}{place}")
    return None


def _letters(name: str) -> str:
    return _LETTERS.sub("", name).casefold()


def _retargeted(old: str, new: str) -> Callable[[list[str], int], str | None]:
    """Replaces the target of links in Markdown and HTML."""
    told = re.escape(old)
    link = re.compile(
        rf"(?<=\]\(){told}(?=[\s)])|(?<=\]\(<){told}(?=>)|(?<=\]: ){told}(?=\s|$)|(?<=href=\"){told}(?=\")"
    )

    def change(lines: list[str], n: int) -> str | None:
        changed = link.sub(lambda _: new, lines[n])
        return changed if changed != lines[n] else None

    return change


def _quoted_value(lines: list[str], n: int) -> str | None:
    """The line of front matter with its value in quotes, if the block can be read then."""
    import yaml  # takes time, and is needed for few files

    end = next((m for m, line in enumerate(lines[1:_WITHIN], 1) if line.rstrip() == _FENCE), None)
    match = _FIELD.match(lines[n].rstrip())
    if end is None or match is None or not 0 < n < end:
        return None
    escaped = match[2].replace("\\", "\\\\").replace('"', '\\"')
    line = f'{match[1]}"{escaped}"'
    try:
        yaml.compose("\n".join([*lines[1:n], line, *lines[n + 1 : end]]), Loader=yaml.SafeLoader)
    except yaml.YAMLError:
        return None
    return line
