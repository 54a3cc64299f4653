"""What a text shows as a sample: fenced code, literal blocks and code spans. It says nothing about the document itself."""

from typing import Final

from checkfirst import lazy_re
from checkfirst.model.document import Document, Format, Role, Segment
from checkfirst.model.formats import Trait
from checkfirst.model.location import TextSpan

_FENCE: Final = ("```", "~~~")
#: A field of a document's preamble; the share of such lines that makes a block one, and headings above it. Not measured.
_FIELD = lazy_re.compile(r"[A-Z][\w -]{1,30}:(?:\s|$)")
_FIELDS: Final = 0.6
_MOST_ABOVE: Final = 2
#: Line below which no preamble begins. Not measured.
_TOP: Final = 12
_CODE_SPAN = lazy_re.compile(r"``[^\n]+?``|`[^`\n]+`")


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
        and not _is_preamble(texts, segment)
        for index in segment.span.indices
        if index < len(texts)
    )


def _is_preamble(texts: list[str], segment: Segment[TextSpan]) -> bool:
    """Whether a code block holds the fields of a document, as proposals have them: nothing but headings is above it."""
    if segment.span.start_line > _TOP:
        return False
    above = [text for text in texts[: segment.span.start_line - 1] if text.strip()]
    if any(not text.lstrip().startswith("#") for text in above[:_MOST_ABOVE]) or len(above) > _MOST_ABOVE:
        return False
    inside = [texts[n] for n in segment.span.indices if n < len(texts)]
    filled = [text for text in inside if text.strip() and not text.lstrip().startswith(_FENCE)]
    return bool(filled) and sum(bool(_FIELD.match(text)) for text in filled) >= _FIELDS * len(filled)


def without_samples(document: Document, texts: list[str]) -> list[str]:
    """The lines, those of code blocks empty, and others with a blank in place of each code span."""
    samples = sample_lines(document, texts)
    return ["" if n in samples else _CODE_SPAN.sub(" ", text) if "`" in text else text for n, text in enumerate(texts)]
