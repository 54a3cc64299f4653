"""Markdown: constructs with their true source lines."""

from hypothesis import given
from hypothesis import strategies as st

from checkfirst.model.document import Role
from checkfirst.reading.text.markdown import read_markdown

SAMPLE = """---
title: "Übersicht"
status: draft
---

# Wire format é

Text with a [link](other.md "t") and ![picture](img/a.png).

## Messages

- one [ref][r]
- two

| a | b |
|---|---|
| [c](c.md) | d |

```json
{"not": "[a](link.md)"}
```

> quoted
> twice

<!-- hidden note -->
<a href="raw.html">raw</a>

[r]: target.md
[unused]: nowhere.md
"""


def test_segments_and_levels() -> None:
    read = read_markdown(SAMPLE)
    spans = [(s.role, s.span.start_line, s.span.end_line, s.level) for s in read.segments]
    assert spans == [
        (Role.METADATA, 1, 4, None),
        (Role.HEADING, 6, 6, 1),
        (Role.PROSE, 8, 8, None),
        (Role.HEADING, 10, 10, 2),
        (Role.LIST, 12, 13, None),
        (Role.TABLE, 15, 17, None),
        (Role.CODE, 19, 21, None),
        (Role.QUOTATION, 23, 24, None),
        (Role.PROSE, 27, 27, None),
    ]
    assert read.title == "Übersicht"
    assert dict(read.metadata) == {"title": "Übersicht", "status": "draft"}


def test_links_images_and_hidden_notes() -> None:
    read = read_markdown(SAMPLE)
    assert [(link.target, link.text, link.span.start_line, link.image) for link in read.links] == [
        ("other.md", "link", 8, False),
        ("img/a.png", "picture", 8, True),
        ("target.md", "ref", 12, False),
        ("c.md", "c", 17, False),
        ("raw.html", "", 27, False),
    ]
    assert [(h.text, h.span.start_line) for h in read.hidden] == [("hidden note", 26)]


def test_an_open_fence_is_a_loss_and_a_closed_one_is_not() -> None:
    opened = read_markdown("# A\n\n```py\nx = 1\n\n## B\n")
    assert [(loss.kind, loss.span and loss.span.start_line) for loss in opened.losses] == [("fence-not-closed", 3)]
    assert read_markdown("# A\n\n```py\nx = 1\n```\n").losses == ()
    assert read_markdown("- a\n\n  ```py\n  x = 1\n  ```\n").losses == ()
    assert read_markdown("~~~~\n```\n~~~~\n").losses == ()


@given(st.text(st.sampled_from("ab é#>*-`[]()|!\n \t<"), max_size=300))
def test_segments_lie_within_the_text_and_in_order(text: str) -> None:
    read = read_markdown(text)
    lines = text.count("\n") + 1
    last = 0
    for segment in read.segments:
        assert last < segment.span.start_line <= segment.span.end_line <= lines
        last = segment.span.end_line
    assert all(1 <= link.span.start_line <= lines for link in read.links)


@given(st.lists(st.sampled_from(["# head ü", "text", "- item", "", "```", "> q", "|a|b|", "[x](y.md)"]), max_size=40))
def test_headings_are_where_they_say(lines: list[str]) -> None:
    read = read_markdown("\n".join(lines))
    for segment in read.segments:
        if segment.role is Role.HEADING and segment.span.start_line == segment.span.end_line:
            assert "head" in lines[segment.span.start_line - 1]


def test_ten_thousand_nested_quotes() -> None:
    read = read_markdown(">" * 10_000 + " deep\n\n# after\n")
    assert read.segments


def test_rules_between_parts_are_no_metadata() -> None:
    text = "# Tides\n\nOf the harbour.\n\n---\n## Quick links\n\n- [gate](#gate)\n\n---\n\n## Gate\n\nIt opens.\n"
    found = read_markdown(text)
    assert [anchor.text for anchor in found.anchors] == ["Tides", "Quick links", "Gate"]
    assert found.metadata == ()


def test_front_matter_is_metadata_whatever_rules_follow() -> None:
    found = read_markdown("---\ntitle: Tides\n---\n\n# Gate\n\n---\n\n## Bell\n\n---\n")
    assert (found.title, found.metadata) == ("Tides", (("title", "Tides"),))
    assert [anchor.text for anchor in found.anchors] == ["Gate", "Bell"]
