"""What a document holds or lacks: blanks, stubs, damage, lists of links, requirements."""

from msgspec import Struct

from checkfirst.model.formats import Format
from checkfirst.model.losses import LossKind
from checkfirst.model.quick_enum import QuickEnum
from checkfirst.model.quotes import Quote

#: Share of sentences with an I, a he or a she from which a text is told by someone: half of the articles among the
#: labelled documents have more than .15, and 9 in 10 of the specifications, references and tutorials less than .1.
_NARRATED_FROM = 0.12
#: Blanks, and their share of the lines with content, from which a document may be a form. Chosen by reading the findings on
#: 23 sets of sound documents; no command measures it yet.
_FEWEST_BLANKS, _FORM_FROM = 3, 0.4
#: Bytes of the largest file with nothing but ends of lines. Not measured.
_BLANK = 8
#: Sections with text of their own, words of each of them, and sections without text for each from which a text with empty
#: sections is a draft. Not measured.
_WRITTEN_SECTIONS, _SECTION_WORDS, _EMPTY_A_WRITTEN = 2, 25, 1.5


class QuotedLoss(Struct, frozen=True, kw_only=True):
    """A loss, with the line where it shows."""

    kind: LossKind
    count: int
    quote: Quote
    names: tuple[str, ...] = ()
    """The first of the lost items, such as ``page 3``; see ``Loss.names``."""


class Textless(Struct, frozen=True, kw_only=True):
    """A file that shows a reader no text, with what may say why."""

    size: int
    """Bytes."""
    format: Format
    named_format: Format | None
    media_type: str
    start: Quote
    losses: tuple[LossKind, ...]

    @property
    def is_blank(self) -> bool:
        """Whether it has nothing but ends of lines."""
        return self.size <= _BLANK


class Requirements(Struct, frozen=True, kw_only=True):
    """How many sentences of a document state requirements; nothing is counted in one that describes a system."""

    sentences: int = 0
    obligations: int = 0
    """Sentences that say what must, may or must not be."""
    rules: int = 0
    """Those, and sentences that give an interface, an identifier or a quantity."""
    personal: int = 0
    """Sentences that someone speaks or that tell of persons; they count among none of the above."""
    narrated: int = 0
    """Those of them in which someone says I, or that tell of him or her."""

    stated: bool = False
    """Whether the document has the form of a specification, whatever it is called."""

    @property
    def is_narrated(self) -> bool:
        """Whether someone tells the text: the share of sentences with an I, a he or a she is that of a narrator."""
        return self.narrated >= _NARRATED_FROM * self.sentences > 0


class Unfilled(Struct, frozen=True, kw_only=True):
    """How much of a document is blanks of a form and instructions to its author."""

    lines: int = 0
    """Lines that are a blank, or a label with a blank, or a marked instruction."""
    ruled: int = 0
    """Those of them that have a line to write on, as forms on paper do."""
    sentences: int = 0
    """Those of them that are sentences with open slots."""
    waiting: int = 0
    """Those of them that only say that a text is to come."""
    dummy: bool = False
    """Whether its text is dummy text in Latin."""
    stand_ins: tuple[Quote, ...] = ()
    """Lines with an address whose names stand for others, where many of its addresses are such."""
    instructions: int = 0
    """Other lines that tell an author what to write."""
    words_before: int = 0
    """Words above the first of the lines, without front matter."""
    content_lines: int = 0
    """Lines with content that are neither headings nor code."""
    empty_sections: int = 0
    """Sections without any line but such."""
    sections: int = 0
    guided: tuple[Quote, ...] = ()
    """The line that opens each section that tells its author what to write."""
    quotes: tuple[Quote, ...] = ()
    """The first of the lines."""

    @property
    def share(self) -> float:
        """Share of the lines with content that are blanks or instructions; 0 for a document without content."""
        return (self.lines + self.instructions) / self.content_lines if self.content_lines else 0.0

    @property
    def is_form(self) -> bool:
        """Whether so much of the document is blanks that it may be a form."""
        return self.dummy or (self.lines >= _FEWEST_BLANKS and self.share >= _FORM_FROM)

    def is_draft(self, words: int) -> bool:
        """Whether sections of a document of so many words are written, and the others only say that they will be: someone
        is at work on it."""
        written = self.sections - self.empty_sections
        waits = self.waiting == self.lines and self.empty_sections <= _EMPTY_A_WRITTEN * written
        return waits and written >= _WRITTEN_SECTIONS and words >= _SECTION_WORDS * written


class StubReason(QuickEnum):
    """What a file holds in place of a document."""

    PATH = "path"
    """The path of another file, as a symbolic link holds it."""
    NO_TEXT = "no-text"
    """A title, and nothing below it."""
    UNWRITTEN = "unwritten"
    """It says that the text is still to be written."""
    NO_SENTENCE = "no-sentence"
    """A few words, none of them a sentence."""
    ANSWER = "answer"
    """The body of an interface's error answer."""


class Stub(Struct, frozen=True, kw_only=True):
    """Why a file is too short to be a document."""

    reason: StubReason
    quote: Quote
    said: str = ""
    """Its words, without titles and addresses."""


class DamageKind(QuickEnum):
    """What makes a text unreadable."""

    GLYPH_NUMBERS = "glyph-numbers"
    """Numbers of glyphs in place of letters, as ``(cid:12)``."""
    PRIVATE_LETTERS = "private-letters"
    """Letters that only the font of their file knows."""
    SHIFTED = "shifted"
    """All letters are moved by one number."""
    LETTERS_APART = "letters-apart"
    """A space between any two letters."""
    ENCODED = "encoded"
    """Bytes in base64 or hexadecimal digits."""
    DATA_ADDRESSES = "data-addresses"
    """Pictures in base64 take more room than the words."""
    LOST_LETTERS = "lost-letters"
    """Words lack letters that their font draws as one sign: ``speci cation``."""
    BROKEN_WORDS = "broken-words"
    """Spaces stand within words: ``docu ment``."""
    MISREAD = "misread"
    """Words were misread or run together, as by a program that reads pictures: ``tbe``, ``ofthe``."""
    NO_SPACES = "no-spaces"
    """The words stand without spaces between them."""
    QUESTION_MARKS = "question-marks"
    """Many words are question marks alone, where an encoding lacked their letters."""
    PACKED_CODE = "packed-code"
    """Code without line breaks."""


class Damage(Struct, frozen=True, kw_only=True):
    """Why a text can't be read, with the first line that shows it."""

    kind: DamageKind
    quote: Quote
    share: float = 1.0
    """Share of what could be damaged that is."""


class FrontMatterFault(Struct, frozen=True, kw_only=True):
    """Why front matter can't be read."""

    reason: str
    """In the words of its parser."""
    quote: Quote


class LinkList(Struct, frozen=True, kw_only=True):
    """How much of a document is a list of links."""

    share: float
    """Share of the non-blank lines that are list or table lines with a link."""
    linked: int
    """Number of those lines."""
    other_words: int
    """Words on all other lines, headings and metadata left out."""
    alone: int = 0
    """Lines that are nothing but a link or an address, in lists or not."""
    content_lines: int = 0
    """Lines with words that are neither headings nor front matter."""
    quotes: tuple[Quote, ...] = ()
    """The first of the list lines with a link."""


class DanglingReference(Struct, frozen=True, kw_only=True):
    """A reference to a part that its own document does not have."""

    name: str
    """As it is written: ``section 5.3``."""
    quote: Quote
