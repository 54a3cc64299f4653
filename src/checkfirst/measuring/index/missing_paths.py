"""Files that instructions for agents and plans name, and that the set lacks though it has their place."""

import posixpath
from collections.abc import Iterator

from checkfirst.measuring.index.targets import Targets
from checkfirst.model.links import MissingPath, Naming, PathReference
from checkfirst.model.set_measures import DocumentSummary


def missing_paths(documents: tuple[DocumentSummary, ...], targets: Targets) -> tuple[MissingPath, ...]:
    """The missing files, by document; what can't be known is never called missing."""
    return tuple(
        MissingPath(path=document.path, reference=reference, target_path=missing)
        for document in documents
        for reference in document.named_paths
        if (missing := _missing(document.path, reference, targets)) is not None
    )


def _missing(path: str, reference: PathReference, targets: Targets) -> str | None:
    """Where the file would be, if its place is in the set and it is in none of the places where it may be."""
    folder = posixpath.dirname(path)
    places = [posixpath.normpath(posixpath.join(base, reference.name)) for base in _bases(folder)]
    inside = [place for place in places if not place.startswith("..")]
    if not inside or any(_is_there(place, targets) for place in inside):
        return None
    name = posixpath.basename(reference.name)
    match reference.how:
        case Naming.IMPORTED:
            return inside[0]
        case Naming.OF_SKILL:
            # Another skill may have a file of this name for itself.
            is_skill = posixpath.basename(path).lower() == "skill.md"
            return inside[0] if is_skill and not _is_of_other(reference, targets, folder) else None
        case Naming.NAMED:
            known = next((place for place in reversed(inside) if _has_folder(place, targets)), None)
            return None if targets.has_name(name) or known is None else known
        case Naming.TICKED:
            return None if targets.has_name(name) else inside[0]


def _bases(folder: str) -> Iterator[str]:
    """The folder of the document, and all above it."""
    while folder:
        yield folder
        folder = posixpath.dirname(folder)
    yield ""


def _is_there(place: str, targets: Targets) -> bool:
    tree = targets.tree
    return place in targets.present or any(map(tree.on_disk, (place, f"/{place}"))) or tree.ignores(place)


def _has_folder(place: str, targets: Targets) -> bool:
    """Whether the folder of a file holds documents of the set, so that the file would be among them."""
    folder = posixpath.dirname(place)
    return bool(folder) and any(posixpath.dirname(document) == folder for document in targets.documents)


def _is_of_other(reference: PathReference, targets: Targets, folder: str) -> bool:
    """Whether a file below the skill's folder ends with the path, or one of a folder that the text names there."""
    for found in targets.named(posixpath.basename(reference.name)):
        if not found.endswith(f"/{reference.name}"):
            continue
        home = found.removesuffix(f"/{reference.name}")
        if home.startswith(f"{folder}/") or posixpath.basename(home) in reference.near:
            return True
    return False
