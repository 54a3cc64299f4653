"""Signs by which a published page links a heading to itself, as a page has them that was saved as Markdown."""

import re
from typing import Final

from checkfirst import lazy_re

#: A pilcrow or another sign alone, and the words that site generators put beside a heading for those who see no sign: Hugo,
#: MkDocs, Docusaurus, Sphinx, rustdoc.
_SIGN: Final = lazy_re.compile(
    r"[\s\u200b]*(?:[¶#§∞⚓🔗]\ufe0f?|anchor|perma(?:nent )?link|(?:direct )?link to (?:this )?(?:heading|section)|direct link to [^\n]{1,200}"
    r"|lien permanent|lien vers ce titre|enlace permanente|link permanente|permalink to this (?:heading|headline|definition))[\s\u200b]*",
    re.IGNORECASE,
)
#: How MkDocs names the lines of its code blocks, and links their numbers.
_LINE_OF_CODE: Final = "#__codelineno-"


def place_of_permalink(target: str, text: str) -> str:
    """The name of the place that a link stands at and leads to; empty for any other link."""
    if not target.startswith("#") or len(target) == 1:
        return ""
    return target[1:] if target.startswith(_LINE_OF_CODE) or _SIGN.fullmatch(text) else ""
