"""Whether git ignores a path of a set that is not there, so that a build may make it."""

from pathlib import Path
from typing import Final

from checkfirst.sources.ignored import Rules, is_ignored, with_folder
from checkfirst.sources.interface import TooManyPatterns

#: Patterns that all paths of a set are held against, a few seconds' worth. Not measured.
_MOST_COMPARED: Final = 10_000_000


class Ignoring:
    """The rules above a set and in it, which are asked about many paths."""

    def __init__(self, root: Path, rules: Rules) -> None:
        self._root = root
        # The rules of each folder that was asked for.
        self._known: dict[str, Rules] = {"": rules}
        self._left = _MOST_COMPARED

    def __call__(self, path: str) -> bool:
        """Whether the rules above a path below the root, those of its own folder among them, ignore it or a folder of it.

        Raises ``TooManyPatterns`` where too many had to be compared before.
        """
        parts = [part for part in path.split("/") if part not in {"", "."}]
        if ".." in parts or "\0" in path:
            return False
        rules = self._known[""]
        for end in range(1, len(parts) + 1):
            patterns = sum(len(spec.patterns) for _, spec in rules)
            self._left -= patterns
            if self._left < 0:
                raise TooManyPatterns
            if patterns and is_ignored(rules, self._root.joinpath(*parts[:end]), folder=end < len(parts)):
                return True
            inside = "/".join(parts[:end])
            if inside not in self._known and end < len(parts):
                self._known[inside] = with_folder(rules, self._root / inside)
            rules = self._known.get(inside, rules)
        return False
