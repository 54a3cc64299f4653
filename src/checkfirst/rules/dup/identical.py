"""DUP001: two files of the set are the same."""

from collections.abc import Iterator
from pathlib import PurePosixPath

from checkfirst.model.finding import Severity
from checkfirst.model.kinds import Kind
from checkfirst.model.likeness import DuplicateKind
from checkfirst.model.needs import Needs
from checkfirst.model.rule import Hit, rule
from checkfirst.model.views import SetView
from checkfirst.rules.dup._copies import MANIFEST, group_hit, is_expected, listed, with_one_cause

_SAME = {DuplicateKind.IDENTICAL: "the same file as", DuplicateKind.SAME_TEXT: "the same text, word for word, as"}


@rule(
    code="DUP001",
    sees=SetView,
    severity=Severity.WARNING,
    also={
        Severity.NOTE: "they may be meant to be the same, as source code, data, samples, parts of pages and files for different tools or folders are"
    },
    since="0.1.0",
    needs=(Needs.DUPLICATES, Needs.TEXT),
)
def identical(view: SetView) -> Iterator[Hit]:
    """Two or more files of the set are the same, byte for byte or apart from white space and markup.

    One of them will be changed, and then nobody knows which one holds. All copies of one text are one finding, and so are
    many pairs with the same two names, each in a folder of its own. It is a
    note where they may be meant to be the same: translations still to be made, the folders of years and versions,
    licences, one file for each of several tools or folders, or a document in several formats.

    Keep one, and link to it.
    """
    code = {
        d.path
        for d in view.measures.documents
        if d.kind.kind is Kind.SOURCE_CODE or MANIFEST.search(PurePosixPath(d.path).name.lower())
    }
    by_path = view.measures.by_path
    for group in with_one_cause(group for group in view.measures.duplicates if group.likeness in _SAME):
        usual = code.issuperset(group.paths) or is_expected(by_path, group)
        meant = group.alike is not None or (usual and not group.named_as_copies)
        others = f", and so {'is' if len(group.paths) == 3 else 'are'} {listed(group.paths[2:])}"
        message = f"{_SAME[group.likeness]} {group.paths[0]}{others if group.paths[2:] else ''}"
        yield group_hit(view, group, message, 0.99, Severity.NOTE if meant else Severity.WARNING)
