"""``checkfirst hook HOST``: the answer to one event of a coding agent.

It exits with 0 whatever happens, for hosts take other codes for an order to stop the tool or for nothing at all, and lets
through what it can't judge. So it reads its few arguments itself. It imports little: it runs at every event.
"""

import json
import os
import sys
from importlib import import_module

from checkfirst.hooks.decide import DENY, READING, Asked, decide
from checkfirst.hooks.event import OTHER, SESSION, Answer, Event, absolute, session_in, together
from checkfirst.hooks.hosts import HOSTS
from checkfirst.hooks.project import projects_of
from checkfirst.known.look import is_unchanged, key_of, known
from checkfirst.known.sessions import told
from checkfirst.known.state import State

#: Bytes of an event that are read; a host may put the whole file into it. Not measured.
_MOST_BYTES = 200_000_000
#: Characters of a problem that are printed.
_LONGEST = 300


def main(arguments: list[str]) -> int:
    """Answer the event on standard input. Returns 0."""
    words, reading, cleans, unknown = _options(arguments)
    host, sets = next(iter(words), ""), words[1:] or ["."]
    if host not in HOSTS:
        _say(f"no host {host[:_LONGEST]!r}, one of {', '.join(HOSTS)}; nothing is checked")
        _print({})
        return 0
    answer, event = Answer(), Event(OTHER, "")
    module = import_module(HOSTS[host])
    try:
        given = json.loads(sys.stdin.buffer.read(_MOST_BYTES) if sys.stdin else b"")
        # With the host: some hosts also run the hooks of others, and drop what those say.
        session = f"{host} {session_in(given)}" if session_in(given) else ""
        event = module.event_of(given if isinstance(given, dict) else {})._replace(session=session)
        answer = _answer(event, sets, reading, cleans=cleans)
        if event.when == OTHER and event.name not in module.EVENTS:
            _say(f"no answer to the event {event.name[:_LONGEST]!r}: it is let through")
    except KeyboardInterrupt:
        answer = Answer(problem="checkfirst: interrupted; the documents were not checked")
    except (Exception, SystemExit) as error:
        answer = Answer(problem=f"checkfirst: the documents were not checked: {_reason(error)}")
    if unknown:
        _say(f"no option {unknown[:_LONGEST]!r}; the event is answered without it")
    if answer.problem:
        _say(answer.problem.removeprefix("checkfirst: "))
        # Once a session is enough; the file that is read next is no better known.
        answer = answer if event.when in {SESSION, OTHER} else Answer()
    _print(module.answer_of(answer, event))
    return 0


def _options(rest: list[str]) -> tuple[list[str], str, bool, str]:
    """The host with the paths of the set, what becomes of readings, whether text is cleaned, the first unknown option."""
    words, reading, cleans, unknown = [], DENY, False, ""
    left = iter(rest)
    for word in left:
        name, equals, value = word.partition("=")
        if name == "--reading":
            value = value if equals else next(left, "")
            reading, unknown = (value, unknown) if value in READING else (reading, unknown or f"--reading={value}")
        elif word == "--clean":
            cleans = True
        elif word.startswith("-"):
            unknown = unknown or word
        else:
            words.append(word)
    return words, reading, cleans, unknown


def _answer(event: Event, sets: list[str], reading: str, *, cleans: bool) -> Answer:
    if event.when == OTHER:
        return Answer()
    projects = projects_of((event.base or os.getcwd(), *event.also), sets)
    if not projects:
        _say(f"no such set yet: {' '.join(sets)[:_LONGEST]}")
        return Answer()
    event = absolute(event, os.path.abspath(event.base or os.getcwd()))
    asked = Asked(
        before=lambda base: known(key_of(base, sets)),
        now=lambda base: _now(base, sets),
        unchanged=is_unchanged,
        told=lambda base, session, time: told(key_of(base, sets), session, time),
        cleaned=_cleaned,
    )
    return together([decide(event, base, asked, reading=reading, cleans=cleans) for base in projects])


def _now(base: str, sets: list[str]) -> State:
    from checkfirst.cli.interruption import raise_if_interrupted
    from checkfirst.cli.set_state import state_of

    # Matrices are small, and an agent's machine has other work.
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    return state_of(base, sets, interrupted=raise_if_interrupted)


def _cleaned(path: str) -> tuple[str, str]:
    from pathlib import Path

    from checkfirst.api import read_one
    from checkfirst.reporting.clean import cleaned
    from checkfirst.safe_text import on_lines

    found = cleaned(*read_one(Path(path)))
    return on_lines(found.text), "" if found.whole else found.note


def _reason(error: BaseException) -> str:
    return f"{type(error).__name__}: {str(error).partition(chr(10))[0][:_LONGEST]}"


def _print(answer: dict[str, object]) -> None:
    # ASCII alone: the host's encoding is not known, and lone surrogates are no text in any.
    try:
        sys.stdout.write(json.dumps(answer) + "\n")
        sys.stdout.flush()
    except (OSError, ValueError, AttributeError):
        # Nobody is there to read it.
        os.dup2(os.open(os.devnull, os.O_WRONLY), 1)


def _say(text: str) -> None:
    from checkfirst.cli.output import say

    say(text)
