"""``python -m training STAGE --data DIR``: train the weights, all at once or stage by stage."""

import argparse
import sys
import time
from pathlib import Path
from typing import Final

from checkfirst.errors import CheckfirstError, UsageError
from checkfirst.measuring.models.manifest import to_json
from checkfirst.measuring.models.weights import SHIPPED, load_weights
from training.assembling import assemble
from training.running import run_stage
from training.sizes import DRAFT, FULL
from training.stages import STAGES

_WORK: Final = Path("build/training")
_HELP: Final = """stages, in order: {stages}
  weights   the weights file, its card and the list of what was learned from, of all stored results
  all       every stage, then weights
  manifest  print what a weights file says of itself; needs no data"""


def main() -> int:
    """Run the command line. Returns the exit code: 2 if a stage can't be run."""
    options = _parser().parse_args()
    try:
        if options.stage == "manifest":
            print(to_json(load_weights(options.output / SHIPPED.name if options.output else SHIPPED).manifest))
        else:
            _learn(options)
    except CheckfirstError as error:
        print(f"training: {error}", file=sys.stderr)
        return 2
    return 0


def _learn(options: argparse.Namespace) -> None:
    if options.draft and options.output is None and options.stage in {"all", "weights"}:
        raise UsageError("--draft makes useless weights: name a folder for them with --output")
    sizes = DRAFT if options.draft else FULL
    began = time.monotonic()
    for name in STAGES if options.stage == "all" else (options.stage,):
        if name in STAGES:
            run_stage(name, options.data, options.work, sizes)
            print(f"{time.monotonic() - began:6.0f} s  {name}", flush=True)
    if options.stage in {"all", "weights"}:
        written = assemble(options.data, options.work, sizes, options.output)
        print(f"{time.monotonic() - began:6.0f} s  {written}: {written.stat().st_size / 1e6:.1f} MB")


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m training",
        description="Learn the weights.",
        epilog=_HELP.format(stages=", ".join(STAGES)),
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("stage", choices=[*STAGES, "weights", "all", "manifest"], metavar="STAGE")
    parser.add_argument("--data", type=Path, default=Path("data"), help="folder with the labelled data (data)")
    parser.add_argument("--work", type=Path, default=_WORK, help=f"folder for the stages' results ({_WORK})")
    parser.add_argument("--output", type=Path, help="folder for the weights (where the package has them)")
    parser.add_argument("--draft", action="store_true", help="draw little: tries the stages, makes useless weights")
    return parser


if __name__ == "__main__":
    sys.exit(main())
