"""How alike the texts of many pairs are, by the hashes that are kept of them: all pairs at once."""

from typing import Final

import numpy as np
from numpy.typing import NDArray

from checkfirst.corpus.ragged import Numbers, Ragged, ranges

Shares = NDArray[np.float64]
#: Bits of a hash; above them stands the number of its document.
_BITS: Final = np.uint64(32)
_LARGEST: Final = np.uint64(2**32 - 1)


def likeness(pairs: Numbers, hashes: Ragged, kept: int) -> tuple[Shares, Shares]:
    """Jaccard similarity and containment of the documents of each pair.

    ``kept`` is the number of hashes that are kept of a text at most. Exact for texts of which all are kept; of longer ones it is
    estimated by those up to the largest that both would have kept (Broder, "On the resemblance and containment of documents",
    1997).
    """
    if not len(pairs):
        return np.zeros(0), np.zeros(0)
    documents, places = np.unique(pairs, return_inverse=True)
    first, second = places.reshape(pairs.shape).T
    values, sizes = hashes.first(documents, kept)
    starts = np.cumsum(sizes) - sizes
    keys = (np.repeat(np.arange(len(sizes), dtype=np.uint64), sizes) << _BITS) | values
    # A text of which some are not kept has none that is known beyond its largest.
    last = np.full(len(sizes), _LARGEST)
    cut = sizes >= kept
    last[cut] = values[(starts + sizes - 1)[cut]]
    bound = np.minimum(last[first], last[second])
    counts = [np.searchsorted(keys, _key(one, bound), side="right") - starts[one] for one in (first, second)]
    shorter, longer = np.where(counts[0] <= counts[1], (first, second), (second, first))
    fewer, more = np.minimum(*counts), np.maximum(*counts)
    common = _common(keys, values, starts[shorter], fewer, longer)
    return common / np.maximum(1, fewer + more - common), common / np.maximum(1, fewer)


def _key(documents: Numbers, values: NDArray[np.uint64]) -> NDArray[np.uint64]:
    return (documents.astype(np.uint64) << _BITS) | values


def _common(
    keys: NDArray[np.uint64], values: NDArray[np.uint32], starts: Numbers, sizes: Numbers, others: Numbers
) -> Numbers:
    """How many of the values from each start on the other document of the pair has, too."""
    sought = _key(np.repeat(others, sizes), values[ranges(starts, sizes)].astype(np.uint64))
    found = keys[np.minimum(np.searchsorted(keys, sought), len(keys) - 1)] == sought if len(keys) else sought == 0
    added = np.concatenate(([0], np.cumsum(found)))
    ends = np.cumsum(sizes)
    counted: Numbers = added[ends] - added[ends - sizes]
    return counted
