"""The exceptions that checkfirst raises on purpose.

A fault of a *document* is a finding or a failure, never an exception. These stand for mistakes of the caller and
end a run with exit code 2.
"""


class CheckfirstError(Exception):
    """Base class; the text of each is one line."""


class UsageError(CheckfirstError):
    """The call is wrong: a path that does not exist, an unknown rule code, a bad option."""


class ConfigError(CheckfirstError):
    """A configuration or lock file can't be read, or has an unknown key or a wrong value."""


class OutputError(CheckfirstError):
    """The report, or another file, could not be written."""


class WeightsError(CheckfirstError):
    """The learned weights can't be used: the file is damaged, or was made for another version."""
