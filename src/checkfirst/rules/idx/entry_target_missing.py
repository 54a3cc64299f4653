"""IDX002: the index lists a file that is not there."""

from collections import defaultdict
from collections.abc import Iterator

from msgspec.structs import replace

from checkfirst.model.entries import Entry
from checkfirst.model.finding import Severity
from checkfirst.model.form_names import is_in_form
from checkfirst.model.rule import Hit, facts, rule
from checkfirst.model.views import SetView
from checkfirst.rules.idx._links import FEWEST_SHARING, MOST_PLACES, relative
from checkfirst.safe_text import printable

#: Up to this many missing files of one index are reported one by one, where each entry is a promise and where it may be
#: none; more of them as one finding. Not measured.
_MOST_FIRM, _MOST_OTHERS = 20, 5
#: Missing files that the message about many names.
_MOST_NAMED = 8


@rule(
    code="IDX002",
    sees=SetView,
    severity=Severity.ERROR,
    also={
        Severity.WARNING: "the index is a README, or not the principal one, and the configuration does not name it; or it names the page by the address of its site",
        Severity.NOTE: "the index is in a folder of forms to be filled in",
    },
    since="0.1.0",
)
def entry_target_missing(view: SetView) -> Iterator[Hit]:
    """The index lists a file that is not there.

    Whoever plans by the index relies on a document that nobody has.

    Add the file, correct the entry, or take it out of the index.
    """
    by_path: defaultdict[str, list[Entry]] = defaultdict(list)
    for entry in view.measures.entries:
        # A link inside a sentence is no entry; IDX006 reports it.
        if not (entry.exists or entry.in_sentence) and entry.path is not None:
            by_path[entry.path].append(entry)
    by_index: defaultdict[tuple[str, bool], list[Entry]] = defaultdict(list)
    for entries in by_path.values():
        if len({entry.index for entry in entries}) >= FEWEST_SHARING:
            yield _in_all(sorted(entries, key=lambda entry: not entry.firm))
            continue
        for entry in entries:
            by_index[entry.index, entry.firm].append(entry)
    for (_, firm), entries in by_index.items():
        if len(entries) <= (_MOST_FIRM if firm else _MOST_OTHERS):
            yield from map(_one, entries)
        else:
            yield _all_of(entries)


def _hit(entry: Entry, entries: list[Entry], message: str) -> Hit:
    """A hit at ``entry`` on all ``entries``, without the data that say which files are missing."""
    missing = tuple(other.path for other in entries if other.path)
    return Hit(
        message=message,
        evidence=tuple(replace(other.quote, path=other.index) for other in entries[:MOST_PLACES]),
        confidence=0.97 if entry.firm else 0.9,
        path=entry.index,
        severity=_severity(entry),
        related=tuple(dict.fromkeys((*missing, *(other.index for other in entries if other.index != entry.index)))),
    )


def _severity(entry: Entry) -> Severity | None:
    if entry.firm:
        return None
    return Severity.NOTE if is_in_form(entry.index) else Severity.WARNING


def _one(entry: Entry) -> Hit:
    hit = _hit(entry, [entry], f"lists {entry.target}, which is not there{_near(entry)}")
    return replace(
        hit,
        related=(*hit.related, *((entry.nearest,) if entry.nearest else ())),
        data=facts(target=entry.target, target_path=entry.path, nearest=entry.nearest),
    )


def _in_all(entries: list[Entry]) -> Hit:
    """One hit on a file that several indexes list, at the first of them."""
    first, sources = entries[0], tuple(dict.fromkeys(entry.index for entry in entries))
    others = f"; {len(sources) - 1} other indexes list it, too"
    return replace(
        _hit(first, entries, f"lists {first.target}, which is not there{others}{_near(first)}"),
        data=facts(target=first.target, target_path=first.path, nearest=first.nearest, sources=sources),
    )


def _all_of(entries: list[Entry]) -> Hit:
    """One hit on all missing files of an index."""
    targets = tuple(dict.fromkeys(entry.target for entry in entries))
    paths = tuple(dict.fromkeys(entry.path for entry in entries if entry.path))
    named = ", ".join(map(printable, targets[:_MOST_NAMED])) + (" …" if len(targets) > _MOST_NAMED else "")
    return replace(
        _hit(entries[0], entries, f"lists {len(paths)} files that are not there: {named}"),
        data=facts(targets=targets, target_paths=paths, count=len(paths)),
    )


def _near(entry: Entry) -> str:
    return f"; did you mean {relative(entry.nearest, entry.index)}?" if entry.nearest else ""
