"""The program: ``checkfirst``, or ``python -m checkfirst``. Little is imported before it listens to signals."""

import sys

from checkfirst.cli import interruption, unexpected


def program() -> int:
    """Run the command that was given. Returns the exit code."""
    code = interruption.INTERRUPTED
    try:
        try:
            interruption.listen()
            from checkfirst.cli.app import main

            code = main()
        except (Exception, KeyboardInterrupt) as error:
            # In the middle of what Python's own modules do an interruption can end as another error.
            if interruption.came() or isinstance(error, KeyboardInterrupt):
                interruption.said()
            elif "--debug" in sys.argv:
                raise
            else:
                code = unexpected.said(error)
        interruption.close(interrupted=code == interruption.INTERRUPTED)
    except KeyboardInterrupt:
        # A second one while the first was dealt with; there is no third.
        interruption.close(interrupted=True)
    return code


if __name__ == "__main__":
    raise SystemExit(program())
