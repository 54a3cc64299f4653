"""``checkfirst corpus``: check the documents of a corpus, report what was found, and filter by it."""

import argparse
import logging
import os
import sys
from functools import partial
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec.structs import replace

from checkfirst.cli.corpus_options import COLUMNS, RAY
from checkfirst.cli.corpus_progress import CorpusProgress
from checkfirst.cli.options import codes
from checkfirst.cli.output import CHECK_FIRST, NOTHING, READY, say, write
from checkfirst.config import Config
from checkfirst.errors import OutputError, UsageError
from checkfirst.model.finding import Severity
from checkfirst.model.kinds import Purpose
from checkfirst.reporting.phrases import counted

if TYPE_CHECKING:
    from checkfirst.corpus.columns import Columns
    from checkfirst.corpus.inputs import Input
    from checkfirst.corpus.run import Engine


def run(options: argparse.Namespace) -> int:
    """Run one step. Returns the exit code: 1 if a document has an error or was not checked."""
    if not all(map(find_spec, ("fsspec", "pyarrow"))):
        raise UsageError("a corpus needs pyarrow and fsspec: pip install 'checkfirst[corpus]'")
    if not options.debug:
        # Packages for buckets log the traceback of what is told in one line.
        logging.getLogger().addHandler(logging.NullHandler())
    step = {"check": _check, "report": _report, "filter": _filter}[options.step]
    return step(options)


def _check(options: argparse.Namespace) -> int:
    from checkfirst.corpus.inputs import columns_of
    from checkfirst.corpus.run import check_corpus
    from checkfirst.corpus.store import Store

    inputs, config = _inputs(options), _config(options)
    for one in inputs[:1]:
        say(f"{one.name}: {columns_of(one, _columns(options))}")
    with CorpusProgress(sys.stderr, inputs, shown=not options.quiet) as progress:
        try:
            done = check_corpus(
                inputs, Store(options.output), config, _engine(options), progress.update, options.sample
            )
        except OSError as error:
            raise OutputError(f"{error.filename or options.output}: {error.strerror or error}") from None
    known = f", {done.known:,} known from before" if done.known else ""
    say(f"{counted(done.checked, 'document')} checked{known}; results are in {options.output}")
    return _told(options.output, None) if done.checked + done.known else NOTHING


def _report(options: argparse.Namespace) -> int:
    if options.copies:
        from checkfirst.corpus.copies import copies_in
        from checkfirst.corpus.copies_table import write_copies
        from checkfirst.corpus.store import Store

        store = Store(options.results)
        if not store.manifest():
            raise _unfinished(options.results)
        found = write_copies(store, copies_in(store))
        say(f"{counted(found, 'pair')} of near-duplicates, in {options.results}/copies.parquet")
    return _told(options.results, options.output)


def _told(results: Path, output: Path | None) -> int:
    from checkfirst.corpus.copies_table import read_copies
    from checkfirst.corpus.page import PAIRS, page_parts
    from checkfirst.corpus.store import Store
    from checkfirst.corpus.summary import summary_of, whole
    from checkfirst.corpus.told import report_lines
    from checkfirst.corpus.topics import topic_strangers

    store = Store(results)
    if not store.manifest():
        raise _unfinished(results)
    summary, copies, sample = summary_of(store), read_copies(store, PAIRS), store.sample()
    is_page = output is not None and output.suffix.lower() in {".html", ".htm"}
    told = (copies, sample, topic_strangers(store, summary))
    parts = page_parts(summary, str(results), *told) if is_page else report_lines(summary, *told)
    write(parts, output)
    found = whole(summary)
    return CHECK_FIRST if found.errors or found.failures else READY


def _unfinished(results: Path) -> UsageError:
    return UsageError(f"{results}: no results of a run that came to its end; run `checkfirst corpus check`")


def _filter(options: argparse.Namespace) -> int:
    from checkfirst.corpus.filtering import KEPT, filter_corpus
    from checkfirst.corpus.store import Store

    counts = filter_corpus(
        _inputs(options, keep=True),
        Store(options.results),
        options.output,
        _config(options),
        drop_from=Severity(options.drop_from),
        clean=options.clean,
    )
    dropped = {code: count for code, count in counts.most_common() if code != KEPT}
    told = ", ".join(f"{count:,} {code}" for code, count in dropped.items())
    say(f"{counts[KEPT]:,} kept, {sum(dropped.values()):,} dropped{f': {told}' if told else ''}; in {options.output}")
    return READY


def _inputs(options: argparse.Namespace, *, keep: bool = False) -> "list[Input]":
    from checkfirst.corpus.inputs import inputs_of

    # What an earlier call wrote may lie in a folder of the inputs.
    written = [options.output, *([options.results] if keep else [])]
    return inputs_of(options.inputs, _columns(options), keep=keep, outside=tuple(written))


def _columns(options: argparse.Namespace) -> "Columns":
    from checkfirst.corpus.columns import Columns

    return Columns(**{name: getattr(options, name) for name in COLUMNS})


def _config(options: argparse.Namespace) -> Config:
    config = Config(preview=options.preview, debug=options.debug)
    if options.purpose:
        config = replace(config, purpose=Purpose(options.purpose))
    if options.select is not None:
        config = replace(config, select=codes(options.select))
    return config if options.ignore is None else replace(config, ignore=codes(options.ignore))


def _engine(options: argparse.Namespace) -> "Engine":
    # The traceback of an error is printed by the process in which it happens; in this one, it ends the run.
    workers = 1 if options.debug else options.jobs or os.cpu_count() or 1
    if options.engine == RAY:
        from checkfirst.corpus import on_ray

        return partial(on_ray.check_blocks, workers=workers)
    from checkfirst.corpus import local

    return partial(local.check_blocks, workers=workers)
