"""Small versions of ``python -m benchmarks.review``: real programs, killed and side by side."""

import signal
from pathlib import Path

import pytest

from benchmarks.review import FOREIGN, Lost, Reviewer, foreign, in_lock, kill_trial, program, two_trial, write_set
from checkfirst.checking.lock import NAME

pytestmark = pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="the locks of folders are those of POSIX")


@pytest.fixture
def project(tmp_path: Path) -> Path:
    write_set(tmp_path / "set", 12)
    return tmp_path


def test_a_killed_program_loses_no_mark_that_it_said_is_kept(project: Path) -> None:
    lost = Lost()
    for seed in range(3):
        kill_trial(project, seed, lost)
    assert (lost.trials, lost.lost, lost.damaged) == (3, 0, 0)


def test_what_a_killed_program_left_goes_with_the_next_mark(project: Path) -> None:
    (project / f".{NAME}.abcd1234").write_text("half a l", "utf-8")
    with program(project) as (_, address), Reviewer(address) as reviewer:
        assert reviewer.mark(reviewer.fingerprints()[0], "stand", None)
    assert {path.name for path in project.iterdir()} == {"set", NAME}


def test_two_reviewers_at_once_lose_nothing(project: Path) -> None:
    lost = Lost()
    with program(project) as (_, one), program(project) as (_, other):
        with Reviewer(one) as reader:
            findings = reader.fingerprints()
        for seed in range(3):
            refused = two_trial((one, other), project / NAME, findings, seed, lost)
            # Each finding was marked by one, and refused to the other.
            assert refused == len(findings)
    assert (lost.trials, lost.lost, lost.damaged) == (3, 0, 0)
    assert lost.kept == 3 * len(findings)


def test_requests_of_other_pages_do_nothing(project: Path) -> None:
    with program(project) as (_, address), Reviewer(address) as reader:
        statuses = foreign(address, reader.fingerprints()[0])
    assert {status for name, status in statuses.items() if name in FOREIGN} == {403}
    assert statuses["no token"] == statuses["another token"] == 404
    assert not (project / NAME).exists()


def test_an_interruption_ends_it_well(project: Path) -> None:
    with program(project) as (process, address), Reviewer(address) as reviewer:
        reviewer.mark(reviewer.fingerprints()[0], "stand", None)
        process.send_signal(signal.SIGINT)
        assert process.wait(timeout=20) == 0
    assert len(in_lock(project / NAME) or {}) == 1
