"""One group for each reason: that all files of two editions are alike is one finding rather than one for each file."""

from collections import Counter, defaultdict
from collections.abc import Iterable
from typing import Final

from msgspec.structs import replace

from checkfirst.measuring.similarity import names, version_names
from checkfirst.model.likeness import Alike, DuplicateGroup, DuplicateKind

#: The group whose likeness says least is the one that is described.
_ORDER: Final = (DuplicateKind.NEAR, DuplicateKind.SAME_WORDS, DuplicateKind.SAME_TEXT, DuplicateKind.IDENTICAL)

#: Fewest files of one name in the same two folders that are taken for a pattern rather than an accident. Not measured.
_FEWEST_PARALLEL: Final = 3


def with_parallel_folders(groups: list[DuplicateGroup]) -> list[DuplicateGroup]:
    """The groups, those of two folders that have several files in common with a reason: each folder has its own."""
    pairs = Counter(names.different_folders(group.paths) for group in groups if _is_parallel(group))
    return [
        replace(group, alike=Alike.FOLDERS)
        if _is_parallel(group) and pairs[names.different_folders(group.paths)] >= _FEWEST_PARALLEL
        else group
        for group in groups
    ]


def _is_parallel(group: DuplicateGroup) -> bool:
    """Whether no reason is known for a group of files of one name in different folders."""
    folders = {names.folders(path) for path in group.paths}
    return (
        group.alike is None
        and len({names.stem(path) for path in group.paths}) == 1
        and len(folders) == len(group.paths)
    )


def one_for_each_reason(groups: Iterable[DuplicateGroup]) -> list[DuplicateGroup]:
    """The groups, those with one reason and one pattern of names as a single one that has the others ``likewise``."""
    merged: dict[tuple[Alike, object], list[DuplicateGroup]] = defaultdict(list)
    kept = []
    for group in groups:
        if group.alike is None:
            kept.append(group)
        else:
            merged[group.alike, _pattern(group)].append(group)
    for same in merged.values():
        first, *others = sorted(same, key=lambda group: (_ORDER.index(group.likeness), -len(group.paths), group.paths))
        kept.append(replace(first, likewise=tuple(group.paths for group in others)))
    return kept


def _pattern(group: DuplicateGroup) -> object:
    """What groups of one reason must have in common to be merged."""
    paths = group.paths
    match group.alike:
        case Alike.EDITIONS:
            return frozenset(map(version_names.editions, paths))
        case Alike.TRANSLATIONS:
            return frozenset(names.language_code(path)[1] for path in paths)
        case Alike.TOOLS:
            return frozenset(map(names.tool, paths))
        case Alike.FOLDERS:
            return names.different_folders(paths)
        case Alike.SERIES:
            return version_names.uncounted(paths[0])
        case _:
            return None
