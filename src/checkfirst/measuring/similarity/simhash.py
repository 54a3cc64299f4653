"""A document's words in 32 bits that change little when the document changes little (Charikar 2002, section 3)."""

from collections.abc import Iterable
from typing import Final

import numpy as np

from checkfirst.model.measures import Fingerprint

#: Different words below which a line more or less is another text: nothing is told of it.
_FEWEST: Final = 40
_BITS: Final = np.arange(32, dtype=np.uint32)
_SPREAD: Final = np.uint32(0x9E3779B1)


def sketch(fingerprint: Fingerprint | None) -> int:
    """Each bit is the majority of the same bit in the hashes of the document's words, each taken once."""
    words = np.frombuffer(fingerprint.vocabulary if fingerprint else b"", dtype=np.uint32) * _SPREAD
    if len(words) < _FEWEST:
        return 0
    words ^= words >> np.uint32(15)
    words *= _SPREAD
    ones = ((words[:, None] >> _BITS) & np.uint32(1)).sum(axis=0)
    return _number(ones * 2 > len(words))


def joint_simhash(sketches: Iterable[int]) -> int:
    """The majority of several documents' sketches."""
    held = np.array(list(sketches) or [0], dtype=np.uint32)
    return _number(((held[:, None] >> _BITS) & np.uint32(1)).sum(axis=0) * 2 > len(held))


def _number(bits: "np.typing.NDArray[np.bool_]") -> int:
    return int(sum(1 << n for n in bits.nonzero()[0].tolist()))
