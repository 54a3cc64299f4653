"""DUP002: most of the text is also in another document."""

import re
from collections.abc import Iterator, Mapping
from pathlib import PurePosixPath
from typing import Final

from msgspec.structs import replace

from checkfirst import lazy_re
from checkfirst.model.finding import Severity
from checkfirst.model.kinds import Kind
from checkfirst.model.likeness import DuplicateGroup, DuplicateKind, TextDifference
from checkfirst.model.needs import Needs
from checkfirst.model.rule import Hit, rule
from checkfirst.model.set_measures import DocumentSummary
from checkfirst.model.views import SetView
from checkfirst.rules.dup._copies import changes_told, group_hit, is_expected, listed, with_one_cause

#: Similarity of two texts of prose from which one is taken for an edited copy; below it, both may be written on one form.
#: On 23 sound sets no unexplained pair above it was meant to be alike.
_COPY_FROM: Final = 0.9
#: The least similarity that a message gives as the share of the text; below it, numbers are left aside.
_SAME_FROM: Final = 0.7
#: Pairs of a set up to which each is told. Not measured.
_MOST_SEPARATE: Final = 5
#: What documents of commands, settings and functions call another name of theirs.
_ALIAS: Final = lazy_re.compile(
    r"\b(?:alias(?:es)?|synonyms?|synonyme?|alternative names?|another name for|short(?:hand|cut)? for)\b",
    re.IGNORECASE,
)
_ASIDE: Final = {
    TextDifference.CASE: "for upper and lower case",
    TextDifference.SIGNS: "for punctuation and symbols",
    TextDifference.NUMBERS: "for numbers",
}


@rule(
    code="DUP002",
    sees=SetView,
    severity=Severity.WARNING,
    also={
        Severity.NOTE: "they are no edited copy of prose, or if they may be meant to be alike, as the pages of two names for one thing are"
    },
    since="0.1.0",
    needs=(Needs.DUPLICATES,),
)
def near_duplicate(view: SetView) -> Iterator[Hit]:
    """Most of the text is also in another document of the set.

    Where they differ, one of them may be wrong, and the set doesn't say which. All documents that are alike are one
    finding. It is a warning for two texts of prose that are an edited copy by their likeness or by their names. It is a
    note for texts that differ in numbers, for three or more on one form, for data and code, and where documents may be
    meant to be alike, as translations, the members of a series or the editions of several years are.

    Compare the two, keep one, and take what the other has into it.
    """
    # Code in a language whose suffix is not known is told by its kind.
    prose = {d.path for d in view.measures.documents if d.is_prose and d.kind.kind is not Kind.SOURCE_CODE}
    copies = []
    by_path = view.measures.by_path
    near = {DuplicateKind.NEAR, DuplicateKind.SAME_WORDS}
    for group in with_one_cause(group for group in view.measures.duplicates if group.likeness in near):
        copy = _is_copy(group, prose) and (
            group.named_as_copies or not (is_expected(by_path, group) or _says_alias(by_path, group))
        )
        severity = Severity.WARNING if copy else Severity.NOTE
        if copy and not group.named_as_copies:
            copies.append(group)
        else:
            yield group_hit(view, group, _message(group), 0.97, severity)
    if len(copies) > _MOST_SEPARATE:
        # So many pairs have one cause, such as pages that a program makes for two names of one thing.
        others = (paths for group in copies[1:] for paths in (group.paths, *group.likewise))
        copies = [replace(copies[0], likewise=(*copies[0].likewise, *others))]
    yield from (group_hit(view, group, _message(group), 0.97, Severity.WARNING) for group in copies)


def _is_copy(group: DuplicateGroup, prose: set[str]) -> bool:
    """Whether the group is an edited copy rather than documents that are meant to be alike."""
    if group.alike or not prose.issuperset(group.paths):
        return False
    if group.named_as_copies:
        return True
    comparison = group.comparison
    in_numbers = comparison is None or comparison.difference is TextDifference.NUMBERS
    if group.likeness is DuplicateKind.SAME_WORDS and in_numbers:
        return False
    return len(group.paths) == 2 and _share(group) >= _COPY_FROM


def _says_alias(by_path: Mapping[str, DocumentSummary], group: DuplicateGroup) -> bool:
    """Whether one of two documents says, in its first sentence or where they differ, that it is about another name of what
    the other describes."""
    original, copy = group.paths[:2]
    lines = group.comparison.lines if group.comparison else ()
    said = [
        (by_path[original].first_sentence, copy),
        *((text, original) for text in (by_path[copy].first_sentence, *(line.text for line in lines))),
    ]
    return any(_ALIAS.search(text) and PurePosixPath(other).stem.lower() in text.lower() for text, other in said)


def _message(group: DuplicateGroup) -> str:
    other, _, *more = group.paths
    comparison = group.comparison
    if comparison and comparison.difference in _ASIDE:
        message = f"the same text as {other} but {_exception(group)}"
    elif comparison and comparison.changes:
        message = f"the same text as {other} but for {changes_told(comparison.changes)}"
    elif comparison is None and group.likeness is DuplicateKind.SAME_WORDS:
        message = f"the same words as {other}, but other numbers or symbols"
    elif _share(group) >= _SAME_FROM or comparison is None:
        message = f"{int(_share(group) * 100)}% of its text and that of {other} are the same"
    else:
        message = (
            f"{int(min(group.similarity, 0.99) * 100)}% of its text and that of {other} are the same, numbers aside"
        )
    if comparison and comparison.differing:
        message += f"; {comparison.differing} of its lines {'differs' if comparison.differing == 1 else 'differ'}"
    return f"{message}; {listed(tuple(more))} {'is' if len(more) == 1 else 'are'} like them" if more else message


def _exception(group: DuplicateGroup) -> str:
    """What differs apart from the words, with the first numbers: "for 12 numbers: 45 minutes / 90 minutes"."""
    comparison = group.comparison
    if comparison is None or not comparison.numbers:
        return _ASIDE[comparison.difference] if comparison else ""
    shown = ", ".join(f"{own} / {other}" for own, other in comparison.examples)
    count = f"{comparison.numbers} number{'s' if comparison.numbers > 1 else ''}"
    return f"for {count}: {shown}"


def _share(group: DuplicateGroup) -> float:
    return group.comparison.share if group.comparison else min(group.similarity, 0.99)
