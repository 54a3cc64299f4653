"""What happens in an agent, and what is answered: the same for all hosts."""

import os
from typing import Final, NamedTuple

#: When an event comes.
SESSION: Final = "session"
BEFORE_READ: Final = "before a file is read"
AFTER_READ: Final = "after a file was read"
AFTER_TOOL: Final = "after a tool that may have changed files"
OTHER: Final = "other"


class Event(NamedTuple):
    """One event of a host."""

    when: str
    name: str
    """What the host calls it."""
    base: str | None = None
    """The folder of the project, or one inside it; ``None`` if the event does not tell."""
    paths: tuple[str, ...] = ()
    """The files that are read or edited, absolute or relative to ``base``."""
    searched: tuple[str, ...] = ()
    """Folders through which a search goes, absolute or relative to ``base``."""
    read: tuple[str, ...] = ()
    """The files that a tool read, where the host drops what is added to an event before one: it is said afterwards."""
    hears: bool = False
    """Whether the host takes what is added to this event before a tool is used."""
    session: str = ""
    """Whom the host tells the answer: a session, or an agent inside one; empty if the event does not tell."""
    shown: object = None
    """What the tool gave to the agent, where the host lets it be replaced and it is a whole file."""
    also: tuple[str, ...] = ()
    """Further folders in which the agent works, each a project of its own."""


class Answer(NamedTuple):
    """What is answered; nothing of it is what an agent without hooks would meet."""

    context: str = ""
    """What the agent is told."""
    refusal: str = ""
    """Why the file is not to be read."""
    asks: bool = False
    """Whether the user decides about the refusal."""
    text: str | None = None
    """The text in place of what the tool gave."""
    problem: str = ""
    """Why nothing was checked, for the user."""


NOTHING: Final = Answer()
#: What the tools of a host are called, by what they do.
Tools = dict[str, str]


def absolute(event: Event, base: str) -> Event:
    """The event with all its paths absolute; relative ones are taken from ``base``."""
    paths, searched, read = (
        tuple(os.path.join(base, path) for path in paths) for paths in (event.paths, event.searched, event.read)
    )
    return event._replace(paths=paths, searched=searched, read=read)


def together(answers: list[Answer]) -> Answer:
    """One answer of those for several projects: the first refusal, else all that is to be told."""
    refusal = next((answer for answer in answers if answer.refusal), None)
    if refusal is not None:
        return refusal
    text = next((answer.text for answer in answers if answer.text is not None), None)
    return Answer(context="\n\n".join(answer.context for answer in answers if answer.context), text=text)


def text_in(data: object, *names: str) -> str:
    """The first of the named members that is a text; an empty one if there is none."""
    values = (data.get(name) for name in names) if isinstance(data, dict) else ()
    return next((value for value in values if isinstance(value, str) and value), "")


def session_in(data: object) -> str:
    """Whom the answer is told: the session, and the agent inside it, which has a memory of its own."""
    session = text_in(data, "session_id", "sessionId", "conversation_id")
    return " ".join(filter(None, (session, text_in(data, "agent_id", "agentId"))))


def member(data: object, *names: str) -> object:
    """The first of the named members that is there; ``None`` if there is none."""
    values = (data.get(name) for name in names) if isinstance(data, dict) else ()
    return next((value for value in values if value is not None), None)
