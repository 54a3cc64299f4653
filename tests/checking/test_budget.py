"""A document that takes too long is a failure of its own; the others are checked all the same."""

import signal
import threading
from contextlib import suppress

import pytest

from checkfirst.api import check_documents
from checkfirst.checking.budget import OutOfTime, within_budget
from checkfirst.checking.watch import watched
from checkfirst.model.finding import Stage
from checkfirst.model.report import Verdict


def endless() -> None:
    while True:
        # What a library's own handling of errors would swallow.
        with suppress(Exception):
            sum(range(1_000))


def test_a_block_ends_when_its_time_is_over() -> None:
    with pytest.raises(OutOfTime), within_budget(0.05):
        endless()
    assert signal.getsignal(signal.SIGVTALRM) is signal.SIG_DFL
    assert signal.getitimer(signal.ITIMER_VIRTUAL) == (0.0, 0.0)


def test_another_thread_ends_too() -> None:
    ended = []

    def run() -> None:
        with suppress(OutOfTime), within_budget(0.05):
            endless()
        # The time is that of the block alone.
        ended.append(sum(range(1_000_000)))

    thread = threading.Thread(target=run)
    thread.start()
    thread.join()
    assert ended


def test_a_block_that_ends_in_time_is_left_alone() -> None:
    with watched(60, 1, OutOfTime):
        pass
    assert sum(range(1_000_000))


# The request to end may come where Python drops it, such as in a callback of a library; it is made again.
@pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")
def test_a_document_out_of_time_is_a_failure(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("checkfirst.checking.budget._AGAIN", 0.02)
    monkeypatch.setattr("checkfirst.checking.document.within_budget", lambda: within_budget(0.2))
    slow = "".join(f"## Section {n}\n\nThe gateway takes {n} calls [a](b{n}.md).\n\n" for n in range(6_000))
    report = check_documents([("slow.md", slow), ("b.md", "# Limits\n\nThe gateway takes a hundred calls.\n")])
    assert [(failure.path, failure.reason[:14]) for failure in report.failures] == [("slow.md", "took more than")]
    assert report.failures[0].stage in {Stage.READING, Stage.MEASURING}
    assert [document.path for document in report.documents] == ["b.md"]
    assert report.verdict is Verdict.CHECK_FIRST
