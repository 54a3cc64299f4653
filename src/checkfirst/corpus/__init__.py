"""The check over millions of documents: rows in, Arrow tables out, on one machine or many.

``row`` is one document, ``inputs`` reads files of rows, ``columns`` finds out which column is what, ``blocks`` cuts rows
into blocks by their content, ``batch`` checks one block (a pure function over Arrow tables), ``store`` keeps the results,
``local`` and ``on_ray`` are the engines. ``summary`` adds up what was found, ``strangers`` and ``topics`` tell what differs from the rest of
its source, ``told`` and ``page`` report it, and ``filtering`` writes what is kept and what is dropped. ``copies`` finds
near-duplicates: ``candidates`` by shared hashes, ``likeness`` by all of them, ``ragged`` and ``spill`` keep them on disk. Only
this package imports pyarrow and fsspec; both come with the extra ``corpus``.

May import: ``api`` and all below it. To add an engine: a function like ``local.check_blocks``.
"""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from checkfirst.corpus.batch import check_batch as check_batch
    from checkfirst.corpus.columns import Columns as Columns

__all__ = ["Columns", "check_batch"]


def __getattr__(name: str) -> object:
    """``check_batch`` and ``Columns``, imported when they are asked for: the first needs pyarrow."""
    if name == "check_batch":
        from checkfirst.corpus.batch import check_batch

        return check_batch
    if name == "Columns":
        from checkfirst.corpus.columns import Columns

        return Columns
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
