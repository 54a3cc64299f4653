"""The parts of paths as ``PurePosixPath`` tells them, which takes many times as long: a set's links ask for thousands."""

from pathlib import PurePosixPath


def name_of(path: str) -> str:
    """``PurePosixPath.name``."""
    name = path[path.rfind("/") + 1 :]
    return name if name and name != "." else PurePosixPath(path).name


def stem_of(path: str) -> str:
    """``PurePosixPath.stem``."""
    name = name_of(path)
    # Versions of Python differ in these.
    if name.startswith("..") or name.endswith("."):
        return PurePosixPath(path).stem
    dot = name.rfind(".")
    return name[:dot] if dot > 0 else name


def suffix_of(path: str) -> str:
    """``PurePosixPath.suffix``."""
    name = name_of(path)
    if name.startswith("..") or name.endswith("."):
        return PurePosixPath(path).suffix
    dot = name.rfind(".")
    return name[dot:] if dot > 0 else ""


def folders_of(path: str) -> list[str]:
    """``PurePosixPath.parents`` as texts: the folder that a path is in first, ``.`` last."""
    if not path or "/./" in f"/{path}/" or "//" in f"/{path}/":
        return [str(folder) for folder in PurePosixPath(path).parents]
    found = []
    while (end := path.rfind("/")) > 0:
        path = path[:end]
        found.append(path)
    return [*found, "."]
