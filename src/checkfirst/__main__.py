"""The program: ``checkfirst``, or ``python -m checkfirst``. It imports little before its signal handlers are set."""

import sys
from itertools import pairwise

if __name__ == "__main__" and not sys.flags.safe_path:
    # Python would import the modules of the current folder in place of its own, and that may be the set.
    del sys.path[0]

from checkfirst.cli import interruption
from checkfirst.garbage import collect_no_more, collect_seldom


def program() -> int:
    """Run the command that was given. Returns the exit code."""
    code = interruption.INTERRUPTED
    try:
        try:
            collect_seldom()
            interruption.set_handlers()
            code = _run(sys.argv[1:])
        except (Exception, KeyboardInterrupt) as error:
            # An interruption inside a module of Python's own can surface as another exception.
            if interruption.has_come() or isinstance(error, KeyboardInterrupt):
                interruption.report()
            elif "--debug" in sys.argv:
                raise
            else:
                from checkfirst.cli import unexpected

                code = unexpected.report(error)
                # An agent would take another code for an order.
                code = 0 if _is_event(sys.argv[1:]) else code
        interruption.ignore_signals(interrupted=code == interruption.INTERRUPTED)
    except KeyboardInterrupt:
        # A second interruption while the first was being handled; no third one is raised.
        interruption.ignore_signals(interrupted=True)
    collect_no_more()
    return code


def _is_event(arguments: list[str]) -> bool:
    """Whether the call answers an event of an agent: one that gives a host, or whose input is no terminal.

    Agents take an exit code for an order to stop each tool, so that a misspelt host must not get one.
    """
    if arguments[:1] != ["hook"] or {"-h", "--help"} & set(arguments):
        return False
    from checkfirst.hooks.hosts import HOSTS

    # The value of an option may be a word of its own.
    words = (word for before, word in pairwise(arguments) if not word.startswith("-") and before != "--reading")
    word = next(words, "")
    return word in HOSTS or (word not in {"install", "remove"} and not (sys.stdin and sys.stdin.isatty()))


def _run(arguments: list[str]) -> int:
    """Run a command. Events of agents are answered without the modules of all others: there is one at every step."""
    if _is_event(arguments):
        from checkfirst.cli import hook_event

        return hook_event.main(arguments[1:])
    if arguments[:1] == ["mcp"] and not any(word.startswith("-") for word in arguments):
        from checkfirst.cli import mcp

        return mcp.main(arguments[1:])
    from checkfirst.cli.app import main

    return main()


if __name__ == "__main__":
    raise SystemExit(program())
