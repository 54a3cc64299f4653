"""DUP003: the document is an older version of another one."""

from collections.abc import Iterator

from checkfirst.model.finding import Severity
from checkfirst.model.likeness import DuplicateGroup, DuplicateKind
from checkfirst.model.needs import Needs
from checkfirst.model.rule import Hit, rule
from checkfirst.model.views import SetView
from checkfirst.rules.dup._copies import changes_told, group_hit, listed


@rule(
    code="DUP003",
    sees=SetView,
    severity=Severity.WARNING,
    also={Severity.NOTE: "the names leave it in doubt, or if the versions may be kept on purpose"},
    since="0.1.0",
    needs=(Needs.DUPLICATES,),
)
def older_version(view: SetView) -> Iterator[Hit]:
    """The document is an older version of another one in the set.

    Whoever reads both builds a mixture of the two; whoever finds only this one builds the outdated version. Versions
    are told from one another by the numbers in their names, by a name such as "fees_old", or by the versions that files
    of one name and title state. It is a note for years in names and for folders beside one another, because each
    may have a document of its own, and for versions that are kept on purpose: in a folder for each, in an archive, or four and more side by side.

    Take the older one out, or move it to a folder that says it is kept for the record.
    """
    for group in view.measures.duplicates:
        if group.likeness is DuplicateKind.VERSIONS:
            newest, _, *more = group.paths
            article = "perhaps an older version" if group.in_doubt else "an older version"
            message = f"{article} of {newest}: {_share(group):.0%} of the text is the same"
            if group.comparison and group.comparison.changes:
                message += f"; all that differs are {changes_told(group.comparison.changes)}"
            if more:
                message += f"; so {'is' if len(more) == 1 else 'are'} {listed(tuple(more))}"
            kept = group.alike is not None or group.in_doubt
            yield group_hit(view, group, message, 0.95, Severity.NOTE if kept else Severity.WARNING)


def _share(group: DuplicateGroup) -> float:
    """The least share of equal runs of words; below 1, because another version is no copy."""
    return min(group.comparison.share if group.comparison else group.similarity, 0.99)
