"""The program: ``checkfirst``, or ``python -m checkfirst``. It imports little before its signal handlers are set."""

import sys

from checkfirst.cli import interruption, unexpected


def program() -> int:
    """Run the command that was given. Returns the exit code."""
    code = interruption.INTERRUPTED
    try:
        try:
            interruption.set_handlers()
            from checkfirst.cli.app import main

            code = main()
        except (Exception, KeyboardInterrupt) as error:
            # An interruption inside a module of Python's own can surface as another exception.
            if interruption.has_come() or isinstance(error, KeyboardInterrupt):
                interruption.report()
            elif "--debug" in sys.argv:
                raise
            else:
                code = unexpected.report(error)
        interruption.ignore_signals(interrupted=code == interruption.INTERRUPTED)
    except KeyboardInterrupt:
        # A second interruption while the first was being handled; no third one is raised.
        interruption.ignore_signals(interrupted=True)
    return code


if __name__ == "__main__":
    raise SystemExit(program())
