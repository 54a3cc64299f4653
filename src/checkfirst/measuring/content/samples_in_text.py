"""What a text shows as a sample: fenced code, literal blocks and code spans. It says nothing about the document itself."""

import re
from typing import Final

from checkfirst.model.document import Document, Format, Role
from checkfirst.model.formats import Trait

_FENCE: Final = ("```", "~~~")
_CODE_SPAN = re.compile(r"``[^\n]+?``|`[^`\n]+`")


def sample_lines(document: Document, texts: list[str]) -> frozenset[int]:
    """Positions of the lines in code blocks of prose; none of source code and data, which are no samples.

    Indented code in Markdown does not count, for any indented text of a saved page looks like it.
    """
    if Trait.PROSE not in document.traits:
        return frozenset()
    return frozenset(
        index
        for segment in document.segments
        if segment.role is Role.CODE
        and (
            document.format is not Format.MARKDOWN
            or texts[segment.span.start_line - 1].lstrip(" >-*+0123456789.").startswith(_FENCE)
        )
        for index in segment.span.indices
        if index < len(texts)
    )


def without_samples(document: Document, texts: list[str]) -> list[str]:
    """The lines, those of code blocks empty, and others with a blank in place of each code span."""
    samples = sample_lines(document, texts)
    return ["" if n in samples else _CODE_SPAN.sub(" ", text) if "`" in text else text for n, text in enumerate(texts)]
