"""The indented bodies of notes, details and tabs are text; other indented lines stay code."""

import pytest

from checkfirst.model.document import Role
from checkfirst.reading.text.markdown import read_markdown
from checkfirst.reading.text.markdown_admonitions import with_flat_bodies

NOTE = '# Kiln\n\n!!! {} "Mind"\n\n    See [the cones](cones.md).\n\n    - [Ash](ash.md)\n\nBelow.\n'


@pytest.mark.parametrize("kind", ["note", "tip inline end", "aviso"])
def test_links_in_a_note_are_links_on_their_lines(kind: str) -> None:
    text = NOTE.format(kind)
    read = read_markdown(text)
    assert [(link.target, link.span.start_line) for link in read.links] == [("cones.md", 5), ("ash.md", 7)]
    assert read.text == text
    assert Role.CODE not in {segment.role for segment in read.segments}


@pytest.mark.parametrize("opening", ["??? note", "???+ danger", '=== "Gaz"', "1.  Feu\n\n    !!! note"])
def test_details_tabs_and_notes_in_lists(opening: str) -> None:
    indent = "    " if opening.startswith("1.") else ""
    text = f"{opening}\n{indent}    [a](a.md)\n\n{indent}    !!! tip\n{indent}        [b](b.md)\n"
    assert [link.target for link in read_markdown(text).links] == ["a.md", "b.md"]


@pytest.mark.parametrize(
    "text",
    [
        "Say so !!! note\n\n    [x](x.md)\n",
        "```\n!!! note\n```\n\n    [x](x.md)\n",
        "!!! note\n\nText.\n\n    [x](x.md)\n",
        "!!! note\n\n    ```\n    [x](x.md)\n    ```\n",
        "    !!! note\n        [x](x.md)\n",
    ],
)
def test_code_stays_code(text: str) -> None:
    assert read_markdown(text).links == ()


def test_lines_keep_their_length() -> None:
    text = NOTE.format("note")
    assert [len(line) for line in with_flat_bodies(text).split("\n")] == [len(line) for line in text.split("\n")]
