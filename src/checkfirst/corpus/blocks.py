"""Rows cut into blocks by their content, so that a row more or less changes one block and leaves all others as they are.

A block ends at a row whose digest has a certain form (content-defined chunking: Muthitacharoen, Chen and Mazières, "A
low-bandwidth network file system", SOSP 2001). The name, order and number of the inputs play no part in it.
"""

import hashlib
from collections.abc import Iterable, Iterator
from typing import Final

from msgspec import Struct

from checkfirst.corpus.row import Row

#: Rows of a block: the fewest, the mean of those above it, and the most; and characters or bytes from which it ends. A block
#: is what is done again after a crash. Not measured.
_FEWEST, _MEAN, _MOST = 64, 256, 1_024
_LARGEST: Final = 16_000_000


class Block(Struct, frozen=True, kw_only=True):
    """Rows that are checked together."""

    key: str
    """Equal for equal rows under equal rules."""
    rows: tuple[Row, ...]


def blocks_of(rows: Iterable[Row], rule_set: bytes) -> Iterator[Block]:
    """The rows in blocks, in their order. ``rule_set`` is the digest of the rules and of the configuration."""
    block: list[Row] = []
    key, size = _begun(rule_set), 0
    for row in rows:
        digest = row.digest
        key.update(digest)
        block.append(row)
        size += row.size
        ends = len(block) >= _FEWEST and int.from_bytes(digest[:4], "big") % _MEAN == 0
        if ends or len(block) >= _MOST or size >= _LARGEST:
            yield Block(key=key.hexdigest(), rows=tuple(block))
            block, size, key = [], 0, _begun(rule_set)
    if block:
        yield Block(key=key.hexdigest(), rows=tuple(block))


def _begun(rule_set: bytes) -> hashlib.blake2b:
    digest = hashlib.blake2b(digest_size=16)
    digest.update(rule_set)
    return digest
