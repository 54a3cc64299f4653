"""The user's cache folder, and the state of this package's own files. Both are asked before anything heavy is imported."""

import os

#: Endings of the files with code, rules and learned weights.
CODE_AND_WEIGHTS = (".py", ".npz", ".safetensors")
#: Folders of the package on whose files no result depends.
_NOT_RESULTS = {"samples", "__pycache__"}


def cache_folder() -> str | None:
    """Where results of earlier checks are kept: below ``XDG_CACHE_HOME``, ``LOCALAPPDATA`` or ``~/.cache``.

    ``None`` without a home folder. A relative path in the environment is disregarded, as the XDG Base Directory
    Specification asks: it would lead into the current folder, where a set may have brought a cache of its own.
    """
    named = (os.environ.get(name, "") for name in ("XDG_CACHE_HOME", "LOCALAPPDATA"))
    base = next(filter(os.path.isabs, named), "") or os.path.join(os.path.expanduser("~"), ".cache")
    return os.path.join(base, "checkfirst") if os.path.isabs(base) else None


def emptied(name: str) -> int:
    """Delete the files of one folder inside the cache folder. Returns their size in bytes. Raises ``OSError``."""
    folder, size = os.path.join(cache_folder() or "", name), 0
    if cache_folder() is None or not os.path.isdir(folder):
        return 0
    for entry in os.scandir(folder):
        size += entry.stat(follow_symlinks=False).st_size
        os.unlink(entry.path)
    return size


def package_files() -> list[tuple[str, int, int]]:
    """The files of this package on which results depend, sorted: path in the package, bytes, time of change in ns."""
    package = os.path.dirname(os.path.abspath(__file__))
    found: list[tuple[str, int, int]] = []
    waiting = [""]
    while waiting:
        inside = waiting.pop()
        with os.scandir(os.path.join(package, inside)) as entries:
            for entry in entries:
                if entry.name.endswith((*CODE_AND_WEIGHTS, ".toml", ".so", ".pyd")):
                    status = entry.stat()
                    found.append((inside + entry.name, status.st_size, status.st_mtime_ns))
                elif entry.is_dir() and entry.name not in _NOT_RESULTS:
                    waiting.append(f"{inside}{entry.name}/")
    return sorted(found)
