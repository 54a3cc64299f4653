"""The parts of paths are those that ``PurePosixPath`` tells, whatever the path."""

from pathlib import PurePosixPath

from hypothesis import given
from hypothesis import strategies as st

from checkfirst.path_parts import folders_of, name_of, stem_of, suffix_of

PATHS = st.lists(st.sampled_from(("a", "b.md", "..", ".", "/", "//", ".x", "a.", "\\", "é", "~", " "))).map("".join)


@given(PATHS)
def test_they_are_those_of_pathlib(path: str) -> None:
    pure = PurePosixPath(path)
    assert (name_of(path), stem_of(path), suffix_of(path)) == (pure.name, pure.stem, pure.suffix)
    assert folders_of(path) == [str(folder) for folder in pure.parents]
