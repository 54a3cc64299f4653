"""Names that the headings of a page in AsciiDoc may have, whatever its settings make of them."""

from collections.abc import Iterable
from typing import Final

from checkfirst import lazy_re
from checkfirst.measuring.text.content_words import letters_and_digits
from checkfirst.model.document import Anchor

#: Markup in a heading, which its name has not.
_MARKUP: Final = lazy_re.compile(r"[\[\]{}<>+^&]")
_DIGITS: Final = "0123456789"


class Headings:
    """The letters of a page's headings, in which a name is looked up at once."""

    def __init__(self, anchors: Iterable[Anchor]) -> None:
        texts = [anchor.text for anchor in anchors if not anchor.explicit]
        letters = {text: said for text in texts if (said := letters_and_digits(text))}
        self._plain = frozenset(said.rstrip(_DIGITS) for text, said in letters.items() if not _MARKUP.search(text))
        # One text, with a sign between headings that no name has: it is searched once for each name.
        self._marked = "\n".join(said for text, said in letters.items() if _MARKUP.search(text))

    def may_have(self, name: str) -> bool:
        """Whether a name may be that of a heading, of which markup may leave out a part. A number may follow it."""
        letters = letters_and_digits(name).rstrip(_DIGITS)
        return letters in self._plain or (bool(self._marked) and letters in self._marked)
