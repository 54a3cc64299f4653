"""Roles of lines as runs: those that are asked for are the same, whether all or a few are."""

from hypothesis import given
from hypothesis import strategies as st

from checkfirst.model.document import Role
from checkfirst.model.segments import NUMBERS, Segments, lines_of, top_of

CODES = st.lists(st.sampled_from((0, NUMBERS[Role.PROSE], NUMBERS[Role.HEADING], NUMBERS[Role.CODE])), max_size=12)
LEVELS = st.dictionaries(st.integers(0, 11), st.integers(1, 6), max_size=4)


@given(CODES, LEVELS)
def test_runs_have_the_roles_of_their_lines(codes: list[int], levels: dict[int, int]) -> None:
    segments = Segments(bytes(codes), levels)
    named = {n: segment.role for segment in segments for n in segment.span.indices}
    assert named == {n: role for n, code in enumerate(codes) for role in Role if NUMBERS[role] == code}
    assert [s.level for s in segments if s.role is Role.HEADING and s.level] == [
        levels[n] for n in sorted(levels) if named.get(n) is Role.HEADING
    ]
    for role in (Role.CODE, Role.HEADING):
        assert {n for n in range(-1, 13) if n in lines_of(segments, role)} == {n for n in named if named[n] is role}
        assert all((n in lines_of(tuple(segments), role)) == (n in lines_of(segments, role)) for n in range(13))
    assert list(top_of(segments, 3)) == list(top_of(tuple(segments), 3)) == list(segments)[:3]
    assert segments == tuple(segments)
