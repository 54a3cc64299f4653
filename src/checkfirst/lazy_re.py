"""Regular expressions that are compiled when they are first used.

The package holds some nine hundred, and a check of one file needs a part of them: to compile all when modules are imported
would cost more time than that check.
"""

import re
from typing import AnyStr, Generic, cast


class Later(Generic[AnyStr]):
    """Stands for a compiled pattern; after the first use its methods are those of the pattern itself."""

    def compiled(self) -> re.Pattern[AnyStr]:
        """The pattern itself."""
        return re.compile(self.pattern, self._flags)

    def __init__(self, pattern: AnyStr, flags: int) -> None:
        self.pattern: AnyStr = pattern
        self._flags = flags

    def __getattr__(self, name: str) -> object:
        # Only names that the object lacks come here: those of a pattern, before its first use.
        if name.startswith("__"):
            raise AttributeError(name)
        compiled = self.compiled()
        self.__dict__.update({known: getattr(compiled, known) for known in dir(compiled) if not known.startswith("_")})
        return getattr(compiled, name)


def compile(pattern: AnyStr, flags: int = 0) -> re.Pattern[AnyStr]:  # noqa: A001 - the name it has in `re`
    """As ``re.compile``, but the work, and with it ``re.error`` for a bad pattern, waits for the first use.

    For patterns that a module holds; ``isinstance(pattern, re.Pattern)`` is false for them.
    """
    return cast("re.Pattern[AnyStr]", Later(pattern, flags))
