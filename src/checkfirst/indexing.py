"""What ``checkfirst index`` would write: the set's own index repaired, or a new one."""

from dataclasses import dataclass
from pathlib import Path

from checkfirst.api import survey_set
from checkfirst.config import Config
from checkfirst.errors import UsageError
from checkfirst.reporting.index_page import NAME, can_be_repaired, entry, new_index, repaired_index, unlisted


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """A file as it is and as it would be."""

    path: Path
    before: str
    after: str
    by_hand: str = ""
    """What to say where the index is of a form that is not edited."""


def planned(folder: Path, config: Config) -> Plan:
    """Read the set and plan its index. Raises ``UsageError`` for an index that can't be read as UTF-8."""
    measures = survey_set(folder, config=config)
    if not measures.indexes:
        return Plan(path=folder / NAME, before="", after=new_index(measures, folder.resolve().name))
    index = measures.indexes[0]
    path = folder / index
    if not can_be_repaired(index):
        missing = [f"  not there: {e.target}" for e in measures.entries if e.index == index and not e.exists]
        lines = [*missing, *(f"  not listed: {entry(document, '')}" for document in unlisted(measures))]
        said = f"{path}: not edited, for its form is not Markdown; by hand:\n" + "\n".join(lines) + "\n"
        return Plan(path=path, before="", after="", by_hand=said if lines else "")
    try:
        before = path.read_bytes().decode("utf-8")
    except UnicodeDecodeError:
        raise UsageError(f"{path}: not UTF-8; save it as UTF-8 first") from None
    return Plan(path=path, before=before, after=repaired_index(before, index, measures))
