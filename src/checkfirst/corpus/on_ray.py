"""The engine for many machines: Ray's actors check blocks; each loads the weights once. Needs the extra ``ray``.

The folder of results must be one that all machines see.
"""

from collections.abc import Iterator
from itertools import islice
from typing import Any, Final

from checkfirst.config import Config
from checkfirst.corpus.batch import check_rows
from checkfirst.corpus.blocks import Block
from checkfirst.corpus.local import one_by_one
from checkfirst.corpus.store import Store
from checkfirst.errors import UsageError

#: Blocks that wait for each actor, so that none is idle while rows are read.
_AHEAD: Final = 2


def check_blocks(blocks: Iterator[Block], store: Store, config: Config, workers: int) -> Iterator[Block]:
    """Check blocks and keep their results; gives each when its results are kept, in any order.

    A document whose check ends its actor is a failure of that document. Uses the cluster that ``RAY_ADDRESS`` names, else this machine. Raises ``UsageError`` without Ray.
    """
    try:
        import ray
    except ImportError:
        raise UsageError("the engine ray needs Ray: pip install 'checkfirst[ray]'") from None
    if not ray.is_initialized():
        ray.init(num_cpus=None, log_to_driver=False, include_dashboard=False, configure_logging=False)
    actor: Any = ray.remote(num_cpus=1, max_restarts=-1, max_task_retries=2)(_Checker)
    idle = [actor.remote(store, config) for _ in range(workers)]
    running: dict[Any, tuple[Any, Block]] = {}
    for number, block in enumerate(islice(blocks, workers * _AHEAD)):
        running[idle[number % workers].check.remote(block)] = (idle[number % workers], block)
    while running:
        done, _ = ray.wait(list(running), num_returns=1)
        chosen, block = running.pop(done[0])
        try:
            ray.get(done[0])
        except ray.exceptions.RayActorError:
            # A document ended the actor each time. Blocks that waited behind it may be here, too.
            store.write(block.key, one_by_one(block, store, config))
        following = next(blocks, None)
        if following is not None:
            running[chosen.check.remote(following)] = (chosen, following)
        yield block


class _Checker:
    """What runs in a process of Ray's."""

    def __init__(self, store: Store, config: Config) -> None:
        self._store, self._config = store, config

    def check(self, block: Block) -> str:
        self._store.write(block.key, check_rows(list(block.rows), self._config))
        return block.key
