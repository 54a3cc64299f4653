"""``checkfirst index FOLDER``: repair the index of a folder, or write a new one."""

import argparse
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from checkfirst.api import check, measure_folder
from checkfirst.cli.interruption import raise_if_interrupted
from checkfirst.cli.options import configured
from checkfirst.cli.output import CHECK_FIRST, READY, say, write
from checkfirst.config import Config
from checkfirst.errors import UsageError
from checkfirst.reporting.index_file import (
    NAME,
    can_be_edited,
    diff,
    entry,
    is_edited,
    new_index,
    repaired_index,
    unlisted,
)
from checkfirst.safe_text import inert, on_lines, shortened
from checkfirst.sources.interface import Unreadable
from checkfirst.sources.regular_file import read_bytes
from checkfirst.whole_file import replace_file


class Plan(Struct, frozen=True, kw_only=True):
    """An index file before and after the change."""

    path: Path
    before: str
    after: str
    by_hand: str = ""
    """The changes in words, for an index whose format is not edited; else empty."""


def run(options: argparse.Namespace) -> int:
    """Print the change; write it only with ``--write``. Returns the exit code."""
    plan = planned(options.path, configured(options.config, [options.path]))
    if plan.by_hand:
        write([inert(plan.by_hand)], None)
        return CHECK_FIRST
    if plan.before == plan.after:
        say(f"{plan.path} lists all documents, and all that it lists is there")
        return READY
    write([inert(on_lines(diff(plan.before, plan.after, plan.path.name)))], None)
    if not options.write:
        say(f"{plan.path} not changed; to write it, add --write")
        return CHECK_FIRST
    replace_file(plan.path, [plan.after], within=options.path)
    say(f"{plan.path} written")
    return READY


def planned(folder: Path, config: Config) -> Plan:
    """The change that the index of a folder needs.

    Raises ``UsageError`` for an index that can't be edited: one in an archive, one that is not UTF-8, or one whose
    content is not of the type that its name says.
    """
    measures = measure_folder(folder, config=config, progress=raise_if_interrupted)
    if not measures.indexes:
        return Plan(path=folder / NAME, before="", after=new_index(measures, folder.resolve().name))
    index = measures.indexes[0]
    path = folder / index
    if not is_edited(index):
        missing = [f"  not there: {shortened(e.target)}" for e in measures.entries if e.index == index and not e.exists]
        lines = [*missing, *(f"  not listed: {entry(document, '')}" for document in unlisted(measures))]
        by_hand = f"{path}: not edited, for its form is not Markdown; by hand:\n" + "\n".join(lines) + "\n"
        return Plan(path=path, before="", after="", by_hand=by_hand if lines else "")
    before = _text_of(path)
    return Plan(path=path, before=before, after=repaired_index(before, index, measures, _wrong(folder, config)))


def _wrong(folder: Path, config: Config) -> dict[str, str]:
    """What is claimed of the documents that keep the set from being ready, by path."""
    report = check(folder, config=replace(config, readings=False), progress=raise_if_interrupted)
    # The entry's own words stand beside the mark already.
    claims = {d.path: d.claim for d in report.documents if d.claim and d.claim.stops}
    return {path: f"{claim.status.value}: {claim.text.partition(', not “')[0]}" for path, claim in claims.items()}


def _text_of(path: Path) -> str:
    """The text of an index that can be edited. Raises ``UsageError``."""
    from checkfirst.reading.read import read

    try:
        data = read_bytes(path)
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        raise UsageError(f"{path}: not UTF-8; save it as UTF-8 first") from None
    except Unreadable as error:
        raise UsageError(f"{path}: {error}; if it is in an archive, unpack that") from None
    document = read(path.name, data)
    if not can_be_edited(document):
        raise UsageError(f"{path}: its content is {document.spec.title}; write it as Markdown, or move it elsewhere")
    return text
