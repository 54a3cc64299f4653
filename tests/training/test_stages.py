"""Training on a small made-up data set: the same bytes in every run, and stages that can be run alone."""

import os
import subprocess
import sys
from pathlib import Path

from checkfirst.checking.run import run
from checkfirst.config import Config
from checkfirst.measuring.models.weights import load_weights
from checkfirst.sources.records import list_records
from tests.training.made_up import write_data
from training.stages import STAGES

_ROOT = Path(__file__).parents[2]


def start(stage: str, data: Path, folder: Path, seed: int) -> subprocess.Popen[str]:
    """Begin a stage in a process whose sets and dictionaries of texts have an order of their own."""
    command = [sys.executable, "-W", "ignore", "-m", "training", stage, "--draft", "--data", str(data)]
    return subprocess.Popen(
        [*command, "--work", str(folder / "work"), "--output", str(folder / "weights")],
        cwd=_ROOT,
        env={**os.environ, "PYTHONHASHSEED": str(seed)},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        text=True,
    )


def finish(process: subprocess.Popen[str]) -> tuple[int, str]:
    """The exit code, and what was said of errors."""
    _, said = process.communicate()
    return process.returncode, said


def contents(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*.*")}


def test_two_runs_make_the_same_bytes_and_a_stage_alone_the_same_again(tmp_path: Path) -> None:
    data = write_data(tmp_path / "data")
    first, second = tmp_path / "first", tmp_path / "second"
    running = [start("all", data, first, seed=1), start("all", data, second, seed=2)]
    assert [finish(process) for process in running] == [(0, ""), (0, "")]

    made = contents(first)
    assert made == contents(second)
    assert set(made) == {
        *(f"work/{stage}.npz" for stage in STAGES),
        *(f"weights/{name}" for name in ("weights.safetensors", "MODEL_CARD.md", "learned_from.json")),
    }

    (first / "work" / "systems.npz").unlink()
    assert finish(start("systems", data, first, seed=3)) == (0, "")
    assert contents(first) == made

    weights = load_weights(first / "weights" / "weights.safetensors")
    report = run(list_records([("a.md", "# Notes\n\nThe server shall send a header.\n")]), Config(), weights)
    assert not report.failures


def test_a_stage_refuses_results_of_other_data(tmp_path: Path) -> None:
    data = write_data(tmp_path / "data")
    assert finish(start("vocabulary", data, tmp_path, seed=1)) == (0, "")
    (data / "threads.jsonl.gz").write_bytes((data / "flat_lines.jsonl.gz").read_bytes())
    code, said = finish(start("prefilter", data, tmp_path, seed=1))
    assert code == 2
    assert said.startswith("training: the result of the stage vocabulary in ")
    assert said.endswith("run python -m training vocabulary again\n")


def test_a_stage_says_which_one_must_be_run_first(tmp_path: Path) -> None:
    code, said = finish(start("kinds", write_data(tmp_path / "data"), tmp_path, seed=1))
    assert (code, said.count("\n")) == (2, 1)
    assert "run python -m training vocabulary first" in said


def test_draft_weights_never_take_the_place_of_the_shipped_ones(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "training", "weights", "--draft", "--data", str(tmp_path)]
    ended = subprocess.run(command, cwd=_ROOT, capture_output=True, text=True, check=False)
    assert (ended.returncode, ended.stderr) == (
        2,
        "training: --draft makes useless weights: name a folder for them with --output\n",
    )
