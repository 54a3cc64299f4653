"""The page of figures: sections of some benchmarks are written anew, all others stay as they are."""

from benchmarks.figures import table, with_sections
from benchmarks.options import Figure

PAGE = "# Figures\n\n<!-- figures -->\n{}<!-- end of figures -->\n\n## Files\n\nOthers.\n"


def figure(module: str, value: str) -> Figure:
    return Figure(what="something", ours=value, beside="", module=module)


def test_sections_are_replaced_where_they_are_and_new_ones_come_last() -> None:
    before = PAGE.format(table([figure("lead", "1"), figure("speed", "2"), figure("copies", "3")]))
    after = with_sections(before, [figure("speed", "9"), figure("corpus", "4")])
    assert after == PAGE.format(
        table([figure("lead", "1"), figure("speed", "9"), figure("copies", "3"), figure("corpus", "4")])
    )
    assert with_sections(after, [figure("speed", "2")]).count("## Speed\n") == 1
