"""The one tree of errors that checkfirst raises on purpose.

Anything wrong with a *document* is a finding or a failure, never an exception; these are for
the caller's mistakes and map to exit code 2.
"""


class CheckfirstError(Exception):
    """Base of every error that checkfirst raises on purpose; its text is one plain line."""


class UsageError(CheckfirstError):
    """The call itself is wrong: a path that is not there, an unknown rule code, a bad option."""


class ConfigError(CheckfirstError):
    """The configuration can't be read, or has a key or value that means nothing."""


class OutputError(CheckfirstError):
    """The report could not be written where it was asked for."""


class WeightsError(CheckfirstError):
    """The learned weights can't be used: the file is damaged, or was made for another version."""
