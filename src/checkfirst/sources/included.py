"""Files that the caller wants checked although they would be left out, hidden or ignored by git."""

import re

from checkfirst.errors import ConfigError
from checkfirst.sources.ignore_patterns import spec_of


class Included:
    """The files that ``include`` names, by patterns in the syntax of ``.gitignore``."""

    def __init__(self, patterns: tuple[str, ...]) -> None:
        """Raises ``ConfigError`` for a wrong pattern."""
        self._patterns = tuple(pattern.strip("/") for pattern in patterns)
        try:
            self._spec = spec_of(patterns) if patterns else None
        except (ValueError, re.error) as error:
            raise ConfigError(f"include: not patterns as in .gitignore: {error}") from None

    def has(self, path: str) -> bool:
        """Whether a file or folder, or a folder that it is in, is included."""
        return self._spec is not None and (self._spec.match_file(path) or self._spec.match_file(f"{path}/"))

    def leads_to(self, folder: str) -> bool:
        """Whether something in a folder is included by its path."""
        return any(pattern.startswith(f"{folder}/") for pattern in self._patterns)
