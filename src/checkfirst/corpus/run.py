"""The check of a corpus: inputs are cut into blocks, new blocks are checked, and a manifest says which blocks there are."""

from collections.abc import Callable, Iterator
from itertools import islice

from msgspec import Struct
from msgspec.structs import replace

from checkfirst.config import Config
from checkfirst.corpus.blocks import Block, blocks_of
from checkfirst.corpus.inputs import Input
from checkfirst.corpus.row import Row
from checkfirst.corpus.store import InputParts, Part, Store, rule_set
from checkfirst.errors import UsageError

#: Checks blocks, keeps their results, and gives each when they are kept.
Engine = Callable[[Iterator[Block], Store, Config], Iterator[Block]]


class Progress(Struct, frozen=True, kw_only=True):
    """How far a run is."""

    checked: int = 0
    """Rows that this run checked."""
    known: int = 0
    """Rows whose results an earlier run had kept, or an earlier block of this one."""
    read: int = 0
    """Characters or bytes of all rows that were read."""
    inputs: int = 0
    """Inputs that were read to their end."""
    bytes_done: int = 0
    """Stored bytes of these inputs."""


def check_corpus(
    inputs: list[Input],
    store: Store,
    config: Config,
    engine: Engine,
    tell: Callable[[Progress], None],
    sample: int | None = None,
) -> Progress:
    """Check all rows of the inputs, or of each the first ones, ``sample`` in all. Results that are kept already stay.

    ``tell`` is called with each block that is done. Raises ``UsageError`` for columns that are not there, and for a sample in
    the folder of a whole run; ``OSError``. An interrupted run leaves the results so far, and no manifest of its own.
    """
    if sample is not None and store.manifest() and store.sample() is None:
        raise UsageError(f"{store.folder}: has the results of a whole run; give a sample another folder")
    store.create()
    state, parts = Progress(), list[InputParts]()
    waiting: set[str] = set()

    def new_blocks() -> Iterator[Block]:
        nonlocal state
        for number, one in enumerate(inputs):
            found: list[Part] = []
            for block in blocks_of(_rows(one, number, len(inputs), sample), rule_set(config)):
                found.append(Part(key=block.key, rows=len(block.rows)))
                state = replace(state, read=state.read + sum(row.size for row in block.rows))
                if block.key in waiting or store.has(block.key):
                    state = replace(state, known=state.known + len(block.rows))
                    tell(state)
                else:
                    waiting.add(block.key)
                    yield block
            parts.append(InputParts(name=one.name, parts=tuple(found)))
            state = replace(state, inputs=number + 1, bytes_done=state.bytes_done + one.size)

    for done in engine(new_blocks(), store, config):
        waiting.discard(done.key)
        state = replace(state, checked=state.checked + len(done.rows))
        tell(state)
    store.write_manifest(parts, config, sample)
    store.keep_apart(parts)
    return state


def _rows(one: Input, number: int, inputs: int, sample: int | None) -> Iterator[Row]:
    if sample is None:
        return one.rows()
    # The first inputs have one row more where the number can't be shared out evenly.
    return islice(one.rows(), sample // inputs + (number < sample % inputs))
