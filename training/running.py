"""Running of stages, each from the stored results of the stages that it needs."""

import random
from pathlib import Path

from checkfirst.errors import UsageError
from training.provenance import data_digest
from training.sizes import Sizes
from training.stages import STAGES, Inputs
from training.store import Result, digest, load, made_from, save


def run_stage(name: str, data: Path, work: Path, sizes: Sizes) -> None:
    """Run one stage and store its result. Raises ``UsageError`` if a result that it needs is missing or outdated."""
    stage = STAGES[name]
    results = stored_results(stage.needs, data, work, sizes)
    result = stage.run(Inputs(data, sizes, random.Random(stage.seed), results))
    save(_file(work, name), result, _sources(name, data, work, sizes))


def stored_results(names: tuple[str, ...], data: Path, work: Path, sizes: Sizes) -> dict[str, Result]:
    """The stored results of some stages. Raises ``UsageError`` for a missing one, and for one whose inputs have
    changed."""
    for name in names:
        if not _file(work, name).is_file():
            raise UsageError(f"no result of the stage {name} in {work}; run python -m training {name} first")
        if made_from(_file(work, name)) != _sources(name, data, work, sizes):
            raise UsageError(
                f"the result of the stage {name} in {work} was made from other data or from earlier results; "
                f"run python -m training {name} again"
            )
    return {name: load(_file(work, name)) for name in names}


def _sources(name: str, data: Path, work: Path, sizes: Sizes) -> dict[str, str]:
    """The inputs of a stage: digest of the data, name of the sizes, and digests of the results that it needs."""
    needed = {need: digest(_file(work, need)) for need in STAGES[name].needs if _file(work, need).is_file()}
    return {"data": data_digest(data), "sizes": sizes.name, **needed}


def _file(work: Path, name: str) -> Path:
    return work / f"{name}.npz"
