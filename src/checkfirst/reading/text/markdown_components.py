"""Tags of components on lines of their own, as MDX has them around fences of code.

CommonMark takes such a tag for the start of HTML, which hides the fence below it, so that all fences further down are taken
the wrong way round.
"""

from checkfirst import lazy_re
from checkfirst.reading.text.marks import Mark, has

#: A component's name begins with a capital letter (MDX, "JSX").
_TAG = lazy_re.compile(r"[ \t]*</?[A-Z][\w.]*(?:[ \t][^<>\n]*)?>[ \t]*")
#: Attributes that make the tag a link or an anchor.
_KEPT = lazy_re.compile(r"\b(?:href|src|id|name)\s*=")
_FENCE = lazy_re.compile(r"[ \t]*(?:`{3,}|~{3,})")


def without_component_tags(text: str) -> str:
    """The text with the tags of components next to fences blanked; lines and columns stay."""
    if not has(text, Mark.END_TAG) or not has(text, Mark.FENCE):
        return text
    lines = text.split("\n")
    shown = list(lines)
    for number, line in enumerate(lines):
        if not line.lstrip().startswith("<") or not _TAG.fullmatch(line) or _KEPT.search(line):
            continue
        beside = lines[max(0, number - 1) : number + 2]
        if any(_FENCE.match(other) for other in beside if other is not line):
            shown[number] = " " * len(line.encode())
    return "\n".join(shown)
