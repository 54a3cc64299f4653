"""Content that reading drops or replaces, and text of a file that its human reader does not see."""

from msgspec import Struct

from checkfirst.model.location import TextSpan
from checkfirst.model.quick_enum import QuickEnum


class LossKind(QuickEnum):
    """What was dropped or replaced. A rule reports each kind, unless ``HARMLESS`` lists it."""

    NUL_BYTES = "nul-bytes"
    UNDECODABLE_BYTES = "undecodable-bytes"
    FORMAT_NOT_READ = "format-not-read"
    DAMAGED = "damaged"
    ENCRYPTED = "encrypted"
    LIMIT_EXCEEDED = "limit-exceeded"
    ARCHIVE_INSIDE = "archive-inside"
    """The file is valid both as an archive and as another type."""
    NO_TEXT_LAYER = "no-text-layer"
    PICTURE_PAGE = "picture-page"
    UNMAPPED_LETTERS = "unmapped-letters"
    PAGE_ORDER = "page-order"
    PAGE_NOT_READ = "page-not-read"
    MISSING_SLIDE = "missing-slide"
    MISSING_SHEET = "missing-sheet"
    MISSING_CHAPTER = "missing-chapter"
    MISSING_PART = "missing-part"
    """Parts of an Office file that others refer to, such as its footnotes."""
    MISSING_CELL_TEXT = "missing-cell-text"
    """Cells of a spreadsheet whose text is not in the file."""
    MESSAGE = "message"
    """Messages of a mailbox beyond the number that is read."""
    MESSAGE_PART = "message-part"
    """Texts of a message beyond the number that is read."""
    BEYOND_LIMIT = "beyond-limit"
    """The end of a very long text, or links and other items beyond the number that is kept."""
    NESTED_TOO_DEEP = "nested-too-deep"
    """Paragraphs and other parts below more levels than are read."""
    STRUCTURE_NOT_PARSED = "structure-not-parsed"
    FENCE_NOT_CLOSED = "fence-not-closed"
    DATA_CUT = "data-cut"
    UNEVEN_ROW = "uneven-row"
    SCRIPTS_AND_STYLES = "scripts-and-styles"
    RUNNING_HEADER = "running-header"
    ATTACHMENT = "attachment"
    PICTURE = "picture"
    PAGE_TEMPLATE = "page-template"
    """A page that a site generator fills or puts into other pages."""
    REDIRECT = "redirect"
    """A page without text that leads to another one."""
    DRAWN = "drawn"
    """A page without text that shows a drawing, or what its own script draws."""
    VIEWER = "viewer"
    """A page without text in which a script shows another file, such as the description of an interface."""
    HIDDEN_SLIDE = "hidden-slide"
    HIDDEN_SHEET = "hidden-sheet"
    MACROS = "macros"
    """Macros of an Office file."""
    CONTROL = "control"
    """ActiveX controls of an Office file."""
    SCRIPT_ACTION = "script-action"
    """Scripts of a PDF."""
    FORM_SCRIPT = "form-script"
    """Scripts of a PDF that format and add up the fields of its form."""
    LAUNCH_ACTION = "launch-action"
    """Actions of a PDF that start a program."""
    PICTURE_SCRIPT = "picture-script"
    """Scripts of an SVG picture."""
    TRACKED_DELETION = "tracked-deletion"
    TRACKED_INSERTION = "tracked-insertion"


#: Items of a loss that it names. Not measured.
MOST_NAMED = 5
#: Kinds that mean that nothing of the file could be read.
UNREADABLE = frozenset({LossKind.DAMAGED, LossKind.ENCRYPTED, LossKind.LIMIT_EXCEEDED})
#: Kinds that no rule about reading reports, with the reason.
HARMLESS = {
    LossKind.UNEVEN_ROW: "tables of people have rows of unequal length, and every cell is kept",
    LossKind.SCRIPTS_AND_STYLES: "programs and styles of a page are no part of what its reader sees",
    LossKind.RUNNING_HEADER: "a line repeated on every page is kept once",
    LossKind.ATTACHMENT: "an attachment is a file of its own, which the message or PDF still names",
    LossKind.PICTURE: "a picture shows what its caption and text speak of",
    LossKind.HIDDEN_SLIDE: "what is hidden is kept apart as hidden text",
    LossKind.HIDDEN_SHEET: "what is hidden is kept apart as hidden text",
    LossKind.MACROS: "no text is lost; SAF007 tells the danger",
    LossKind.CONTROL: "no text is lost; SAF007 tells the danger",
    LossKind.SCRIPT_ACTION: "no text is lost; SAF007 tells the danger",
    LossKind.FORM_SCRIPT: "no text is lost; SAF007 tells the danger",
    LossKind.LAUNCH_ACTION: "no text is lost; SAF007 tells the danger",
    LossKind.PICTURE_SCRIPT: "no text is lost; SAF007 tells the danger",
    LossKind.TRACKED_DELETION: "the text is read as it stands once the change is accepted",
    LossKind.TRACKED_INSERTION: "the text is read as it stands once the change is accepted",
}


class Loss(Struct, frozen=True, kw_only=True):
    """Content that decoding or extraction dropped or replaced."""

    kind: LossKind
    count: int
    """How many items of the kind."""
    span: TextSpan | None = None
    """Lines of the first one, where they are known."""
    names: tuple[str, ...] = ()
    """The first ones as a message calls them, such as ``page 3`` or ``sheet 'Q2'``; at most ``MOST_NAMED``. Empty
    where nothing more is known than their number."""


class Concealment(QuickEnum):
    """How text of a file is hidden from someone who reads the rendered page."""

    COMMENT = "comment"
    HIDDEN_ATTRIBUTE = "hidden attribute"
    HIDDEN_STYLE = "hidden by style"
    TRICK_OF_STYLE = "hidden by a trick of style"
    NOT_SHOWN = "element that is not shown"
    ATTRIBUTE = "attribute that is not shown"
    ALTERNATIVE_TEXT = "alternative text"
    ARIA_HIDDEN = "hidden from screen readers"
    TAG_CHARACTERS = "tag characters"
    ZERO_WIDTH = "zero-width characters"
    VARIATION_SELECTORS = "variation selectors"
    FILLERS = "Hangul fillers"
    SOFT_HYPHENS = "soft hyphens"
    DIRECTION_OVERRIDE = "direction override"
    ISOLATE = "direction isolate"
    TURNED = "direction embedding"
    OVERWRITTEN = "overwritten by a carriage return"
    HIDDEN_RUN = "hidden run"
    WHITE_TEXT = "white text"
    TINY_TEXT = "tiny text"
    GROUND_COLOUR = "in the colour of its ground"
    COVERED = "under something drawn over it"
    NOTES = "speaker notes"
    OUTPUT = "output of a cell"
    """What a program of a notebook wrote: it may be seen, but its author did not write it."""
    HIDDEN_CELL = "hidden cell"
    CELL_FORMAT = "cell format that shows nothing"
    INVISIBLE = "invisible"
    OFF_PAGE = "off the page"
    TOO_SMALL = "too small to read"
    WHITE_ON_WHITE = "white on white"
    HIDDEN_SLIDE = "hidden slide"
    HIDDEN_SHEET = "hidden sheet"
    HIDDEN_CELLS = "hidden rows or columns"
    PAGE_MARGIN = "page header or footer"
    DELETED = "deleted"


class Hidden(Struct, frozen=True, kw_only=True):
    """Text of the file that someone who reads the rendered page does not see."""

    how: Concealment
    text: str
    span: TextSpan
    """The nearest line of the text above it."""
