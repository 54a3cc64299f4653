"""A step on the whole set, within its time: an error in it is a failure of the set, and what else is known is reported."""

import traceback
from collections.abc import Callable
from typing import Final, TypeVar

from checkfirst.checking.budget import SECONDS, OutOfTime, within_budget
from checkfirst.model.finding import SET_PATH, Failure, Stage

#: Seconds of processor time that a step may take for each document, beside those that one document may take. Comparing
#: 10,000 ordinary documents takes some 20 s.
_EACH: Final = 0.05
#: Characters of an unexpected error's text that are reported.
_LONGEST_ERROR: Final = 200

_Result = TypeVar("_Result")


def bounded(
    step: Callable[[], _Result], otherwise: _Result, lost: str, documents: int, *, debug: bool
) -> tuple[_Result, tuple[Failure, ...]]:
    """The result of a step on so many documents; if it fails, the one given, and a failure that says what is ``lost``."""
    seconds = SECONDS + _EACH * documents
    try:
        with within_budget(seconds):
            return step(), ()
    except OutOfTime:
        return otherwise, (failure_of_set(f"{lost}: it takes more than {seconds:.0f} s of processor time"),)
    except Exception as error:  # the results for the documents must not be lost with it
        if debug:
            traceback.print_exc()
        return otherwise, (failure_of_set(f"{lost}: {type(error).__name__}: {error}"[:_LONGEST_ERROR]),)


def failure_of_set(reason: str) -> Failure:
    """The failure of a step on the set."""
    return Failure(path=SET_PATH, stage=Stage.SET, reason=reason)
