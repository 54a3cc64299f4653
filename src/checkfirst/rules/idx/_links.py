"""Shared by the rules on links."""

import posixpath
import re
from collections import defaultdict
from collections.abc import Callable, Iterator

from msgspec.structs import replace

from checkfirst import lazy_re
from checkfirst.model.finding import Severity
from checkfirst.model.folder_names import without_versions
from checkfirst.model.links import BrokenLink, LinkFault, OutgoingLink
from checkfirst.model.rule import Hit, facts
from checkfirst.model.views import SetView
from checkfirst.safe_text import printable

#: Up to this many faulty targets of one document are reported one by one, more of them as one finding; not measured.
_MOST_SEPARATE = 5
#: Documents with the same faulty target from which that is one finding; fewer are mended one by one. Not measured.
FEWEST_SHARING = 25
#: The same of pages in HTML that lack a place of their own, to which the menus and boxes of one template lead. Not measured.
_FEWEST_PAGES = 4
_PAGES = (".html", ".htm", ".xhtml")
#: A link of one letter to itself, and how many of them a line has that leads to the letters of an index. Not measured.
_LETTER = lazy_re.compile(r"\[([^\W\d_])\]\(#\1\)", re.IGNORECASE)
_FEWEST_LETTERS = 8
_LENGTH_OF_LETTER = len("#a")
#: Not measured.
_CONFIDENCE_OF_FORM = 0.5
#: Lines that a finding quotes: where it is about one target, about many, and about one of many documents; targets that the
#: message about many names.
_MOST_QUOTES, _MOST_QUOTES_OF_MANY, MOST_PLACES, _MOST_NAMED = 3, 5, 20, 3


def link_hits(
    view: SetView, fault: LinkFault, describe: Callable[[BrokenLink], str], description_of_many: str
) -> Iterator[Hit]:
    """The hits on links with this fault: one for each target, or one for all of a document that has many.

    A target that several documents have is one hit, too. ``describe`` gives the message for one target,
    ``description_of_many`` follows the number of them.
    """
    # IDX002 reports entries of an index whose files are missing.
    entries = {
        (entry.index, entry.quote.span.start_line)
        for entry in view.measures.entries
        if not (entry.exists or entry.in_sentence)
    }
    by_target: defaultdict[tuple[str, bool], list[BrokenLink]] = defaultdict(list)
    by_form: defaultdict[str, list[BrokenLink]] = defaultdict(list)
    for broken in view.measures.broken_links:
        if broken.fault is not fault or (broken.path, broken.links[0].quote.span.start_line) in entries:
            continue
        if all(_is_letter_of_index(link) for link in broken.links):
            continue
        if broken.form:
            by_form[broken.form].append(broken)
        else:
            by_target[_cause(broken), broken.in_doubt].append(broken)
    yield from (_of_form(found) for found in by_form.values())
    by_source: defaultdict[tuple[str, bool], list[BrokenLink]] = defaultdict(list)
    for (_, in_doubt), found in by_target.items():
        sources = {broken.path for broken in found}
        if len(sources) >= (_FEWEST_PAGES if _is_of_template(found) else FEWEST_SHARING):
            yield _in_all(found, describe(found[0]), len(sources) - 1)
            continue
        for broken in found:
            by_source[broken.path, in_doubt].append(broken)
    others = _other_versions(by_source)
    for (source, doubt), in_any_order in by_source.items():
        if (source, doubt) not in others:
            continue
        found = sorted(in_any_order, key=lambda broken: broken.links[0].quote.span.start_line)
        versions = others[source, doubt]
        if len(found) <= _MOST_SEPARATE:
            yield from (_one(broken, describe(broken), versions) for broken in found)
        else:
            yield _all_of(source, found, description_of_many, versions)


def _other_versions(by_source: dict[tuple[str, bool], list[BrokenLink]]) -> dict[tuple[str, bool], tuple[str, ...]]:
    """The documents that are told of, each with the same page in folders of other versions, which has the same faults.

    The page in a folder without a number is told, else the last one.
    """
    versions: defaultdict[tuple[str, bool, frozenset[str]], list[str]] = defaultdict(list)
    for (source, doubt), found in by_source.items():
        versions[without_versions(source), doubt, frozenset(b.target for b in found)].append(source)
    told = {}
    for (bare, doubt, _), sources in versions.items():
        first = max(sources, key=lambda source: (source.lower() == bare.lower(), source))
        told[first, doubt] = tuple(source for source in sources if source != first)
    return told


def _in_versions(versions: tuple[str, ...]) -> str:
    """What a message says of the pages of other versions that have the same fault."""
    count = f"{len(versions)} other version{'s' if len(versions) > 1 else ''}"
    return f"; so in {count} of the page" if versions else ""


def _is_letter_of_index(link: OutgoingLink) -> bool:
    """Whether a link is a letter in a row of the alphabet: an index has no entries for some letters, and all are linked."""
    is_letter = len(link.target) == _LENGTH_OF_LETTER and link.target[1].isalpha()
    return is_letter and len(_LETTER.findall(link.quote.text)) >= _FEWEST_LETTERS


def _cause(broken: BrokenLink) -> str:
    """What is missing, whichever document the link is in and however it writes the path."""
    path, _, place = broken.target.partition("#")
    if broken.fault is LinkFault.ANCHOR:
        # A link to a place in its own document that many documents have was copied from one of them.
        return f"{broken.target_path if broken.target_path != broken.path else ''}#{place}"
    return broken.target_path or posixpath.normpath(posixpath.join(posixpath.dirname(broken.path), path))


def _one(broken: BrokenLink, message: str, versions: tuple[str, ...]) -> Hit:
    """A hit at the first line that has the link; the other lines are further evidence."""
    count = len(broken.links)
    times = f", {count} times" if count > 1 else ""
    return Hit(
        message=f"{message}{times}{_advice(broken)}{_in_versions(versions)}",
        evidence=tuple(link.quote for link in broken.links[:_MOST_QUOTES]),
        confidence=0.95,
        path=broken.path,
        severity=_severity(broken),
        related=(*_paths([broken]), *versions),
        data=facts(target=broken.target, target_path=broken.target_path, nearest=broken.nearest, count=count),
    )


def _in_all(found: list[BrokenLink], message: str, others: int) -> Hit:
    """One hit on a target that several documents have, at the first of them; the lines of the others are evidence."""
    first = found[0]
    return Hit(
        message=f"{message}; {others} other documents link to it, too{_advice(first)}",
        evidence=tuple(replace(broken.links[0].quote, path=broken.path) for broken in found[:MOST_PLACES]),
        confidence=0.95,
        path=first.path,
        severity=_severity_in_all(found),
        related=tuple(dict.fromkeys((*_paths(found), *(b.path for b in found if b.path != first.path)))),
        data=facts(
            target=first.target,
            target_path=first.target_path,
            nearest=first.nearest,
            count=sum(len(broken.links) for broken in found),
            sources=tuple(dict.fromkeys(broken.path for broken in found)),
        ),
    )


def _all_of(source: str, found: list[BrokenLink], description: str, versions: tuple[str, ...]) -> Hit:
    """One hit on all these targets."""
    named = ", ".join(printable(broken.target) for broken in found[:_MOST_NAMED])
    return Hit(
        message=f"{len(found)} {description}: {named} …{_in_versions(versions)}",
        evidence=tuple(broken.links[0].quote for broken in found[:_MOST_QUOTES_OF_MANY]),
        confidence=0.95,
        path=source,
        severity=_severity(found[0]),
        related=(*_paths(found), *versions),
        data=facts(targets=tuple(broken.target for broken in found), count=len(found)),
    )


def _of_form(found: list[BrokenLink]) -> Hit:
    """One hit on all links of a form of which most fail in the set."""
    first = found[0]
    return Hit(
        message=f"{len(found)} links such as {printable(first.target)} lead nowhere that is known here; so many of this form do that the site may resolve them itself",
        evidence=tuple(replace(broken.links[0].quote, path=broken.path) for broken in found[:_MOST_QUOTES_OF_MANY]),
        confidence=_CONFIDENCE_OF_FORM,
        path=first.path,
        severity=Severity.NOTE,
        related=tuple(dict.fromkeys(b.path for b in found if b.path != first.path)),
        data=facts(targets=tuple(broken.target for broken in found), count=len(found)),
    )


def _severity(broken: BrokenLink) -> Severity | None:
    """A note for a link that may be right, else the usual severity of the rule."""
    return Severity.NOTE if broken.in_doubt else None


def _severity_in_all(found: list[BrokenLink]) -> Severity | None:
    """The same for a target of several documents; a place that all pages of a site lack is one that a script makes."""
    return Severity.NOTE if _is_of_template(found) else _severity(found[0])


def _is_of_template(found: list[BrokenLink]) -> bool:
    """Whether pages in HTML lead to a place of their own, as the tabs and menus of a site's template do."""
    within = all(b.fault is LinkFault.ANCHOR and b.target_path == b.path for b in found)
    return within and all(broken.path.lower().endswith(_PAGES) for broken in found)


def _advice(broken: BrokenLink) -> str:
    """How the link may have been meant."""
    if reference := broken.links[0].as_reference:
        return f"; write {printable(reference)}"
    if not broken.nearest:
        return ""
    is_file = broken.fault is LinkFault.FILE
    return f"; did you mean {relative(broken.nearest, broken.path) if is_file else broken.nearest}?"


def relative(path: str, source: str) -> str:
    """A path as a link in the document ``source`` has to say it."""
    return posixpath.relpath(path, posixpath.dirname(source) or ".")


def _paths(found: list[BrokenLink]) -> tuple[str, ...]:
    """The paths of the other files that the links lead to, whether these exist or not."""
    return tuple(dict.fromkeys(b.target_path for b in found if b.target_path and b.target_path != b.path))
