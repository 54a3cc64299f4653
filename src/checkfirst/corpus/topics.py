"""Strangers by topic and form: documents whose embedding points elsewhere than those of their source together.

Their embeddings are added up by source, and each is compared with the sum. Sums of 16-bit floats are exact in 64 bits for some
hundred million documents, so that no order changes them. Memory is a kilobyte for each source that is judged.
"""

from collections.abc import Iterator, Mapping
from typing import Final

import numpy as np
from msgspec import Struct

from checkfirst.corpus.store import Store, each_block
from checkfirst.corpus.strangers import FEWEST, FEWEST_WORDS, GROUP, LANGUAGE, SURE, TOPIC, Member, Stranger, main_of
from checkfirst.corpus.summary import COUNTED, SourceSummary
from checkfirst.measuring.arrays import Matrix

#: Mean cosine of the embeddings of a source and their sum from which its documents are like one another; that below which a
#: document is unlike them; and the share of them above which none is a stranger. By the first two, 13 series of documents have
#: no stranger (``python -m benchmarks.corpus_topics``); the third is not measured.
_ALIKE, _UNLIKE, _MOST = 0.65, 0.2, 0.1
#: Documents that are told of a source, the least alike.
_MEMBERS: Final = 3
_COLUMNS: Final = [
    *("id", "source", "words", "language", "group", "kind_probability", "claim_severity", "opening", "embedding")
]
Record = dict[str, object]


class _Judged(Struct, frozen=True, kw_only=True):
    """What nearly all documents of a source are, so that others are strangers by that already."""

    language: str
    group: str
    """Empty where there are several."""


def topic_strangers(store: Store, summary: Mapping[str, SourceSummary], members: int = _MEMBERS) -> dict[str, Stranger]:
    """The strangers by topic and form of each source that has some, so many of them by name. Reads the results twice."""
    judged = {source: one for source, found in summary.items() if (one := _judged(found))}
    if not judged:
        return {}
    sums: dict[str, Matrix] = {}
    counts: dict[str, int] = {}
    for source, rows, vectors in _embeddings(store, judged):
        sums[source] = sums.get(source, 0.0) + vectors.sum(axis=0)
        counts[source] = counts.get(source, 0) + len(rows)
    lengths = {source: float(np.linalg.norm(vector)) for source, vector in sums.items()}
    alike = {source for source, count in counts.items() if count >= FEWEST and lengths[source] >= _ALIKE * count}
    found: dict[str, list[tuple[float, Member]]] = {}
    for source, rows, vectors in _embeddings(store, {source: judged[source] for source in alike}):
        cosines = vectors @ sums[source] / lengths[source]
        for row in np.flatnonzero(cosines < _UNLIKE).tolist():
            member = Member(id=str(rows[row]["id"]), opening=str(rows[row]["opening"] or ""))
            found.setdefault(source, []).append((round(float(cosines[row]), 4), member))
    return {s: _stranger(some, members) for s, some in sorted(found.items()) if len(some) <= _MOST * counts[s]}


def _judged(found: SourceSummary) -> _Judged | None:
    language = main_of(LANGUAGE, found.marks, found.documents)
    return _Judged(language=language, group=main_of(GROUP, found.marks, found.documents)) if language else None


def _embeddings(store: Store, judged: Mapping[str, _Judged]) -> Iterator[tuple[str, list[Record], Matrix]]:
    """Documents of each source in each block, with their embeddings."""
    for name, key in each_block(store):
        by_source: dict[str, list[Record]] = {}
        for row in store.documents(key, _COLUMNS).to_pylist():
            source = row["source"] or name
            if source in judged and _counts(row, judged[source]):
                by_source.setdefault(source, []).append(row)
        for source, rows in by_source.items():
            packed = b"".join(row["embedding"] for row in rows if isinstance(row["embedding"], bytes))
            yield source, rows, np.frombuffer(packed, dtype=np.float16).reshape(len(rows), -1).astype(np.float64)


def _counts(row: Record, judged: _Judged) -> bool:
    """Whether a document is compared: nothing graver is claimed of it, and it is no stranger by its language or group."""
    other = judged.group and row["group"] != judged.group and float(str(row["kind_probability"] or 0)) >= SURE
    return (
        bool(row.get("embedding"))
        and int(str(row["words"] or 0)) >= FEWEST_WORDS
        and row["language"] == judged.language
        and row["claim_severity"] not in COUNTED
        and not other
    )


def _stranger(some: list[tuple[float, Member]], members: int) -> Stranger:
    least_alike = tuple(member for _, member in sorted(some)[:members])
    return Stranger(about=TOPIC, value="", count=len(some), others="", members=least_alike)
