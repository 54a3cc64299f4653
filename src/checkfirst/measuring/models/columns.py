"""Names of the feature columns of every model, in the order of the rows of its weights.

The manifest of a weights file repeats them, and loading fails if the two differ. So weights are never used with
features other than those they were learned for.
"""

from typing import Final

from checkfirst.measuring.models.line_class import LineClass
from checkfirst.measuring.text.cues import Cue
from checkfirst.measuring.text.document_features import DOCUMENT_COLUMNS
from checkfirst.measuring.text.line_context import CONTEXT_COLUMNS, at_offset, within
from checkfirst.measuring.text.line_features import LINE_COLUMNS

_NAMES: Final = tuple(item.name.lower() for item in LineClass)
_CLASSES: Final = tuple(f"probability of {name}" for name in _NAMES)
_SCORED: Final = tuple(f"{how} of {name} word scores" for how in ("sum", "mean") for name in _NAMES)
#: Offsets of the neighbours, and lines on each side of the windows, in the two passes of the line classifier; counted
#: in non-blank lines. The weights were learned with them; not measured.
FIRST_OFFSETS: Final = (-2, -1, 1, 2)
FIRST_RADIUS: Final = 6
SECOND_OFFSETS: Final = (-3, -2, -1, 1, 2, 3)
SECOND_RADII: Final = (3, 10, 40)
FIRST_PASS: Final = (
    *CONTEXT_COLUMNS,
    *_SCORED,
    *(name for offset in FIRST_OFFSETS for name in at_offset(_SCORED, offset)),
    *within(_SCORED, FIRST_RADIUS),
)
_LOGITS: Final = tuple(f"log {name}" for name in _CLASSES)
SECOND_PASS: Final = (
    *LINE_COLUMNS,
    *_LOGITS,
    *(name for offset in SECOND_OFFSETS for name in at_offset(_LOGITS, offset)),
    *(name for radius in SECOND_RADII for name in within(_CLASSES, radius)),
    *(f"{name}, mean up to here" for name in _CLASSES),
    *(f"{name}, mean from here" for name in _CLASSES),
    *("in the heaviest run of main text", "in the heaviest run over 30 characters", "in the one over 60"),
)

#: Cues of a comment header that are features.
HEADER_CUES: Final = (Cue.SAYS, Cue.STAMP, Cue.DATE, Cue.BY, Cue.NUMBERED_NAME, Cue.POINTS)
#: Features of the comment header that begins on a line; 0 on lines where none begins.
HEADER: Final = (
    *("header", "strong header", "header of the commonest form", "header of several lines"),
    *(f"header cue {cue.name.lower()}" for cue in HEADER_CUES),
)
_COUNTED_HEADERS: Final = HEADER[:3]
#: Cues that are common just before and within a thread.
AROUND_THREAD: Final = (Cue.COUNT, Cue.ACTION, Cue.AT_NAME)
#: Lines on each side of the window over class probabilities, and number of lines above a line that are searched for a
#: count of comments ("3 Comments"); counted in non-blank lines. The weights were learned with them; not measured.
THREAD_RADIUS: Final = 4
COUNT_ABOVE: Final = 3
#: Columns for whether a line is the first of a thread.
THREAD_START: Final = (
    *HEADER,
    *(f"next {name}" for name in HEADER),
    *("lines to the next header", "text to the next of the form", "that text beside the usual"),
    *(f"{name}s from here" for name in _COUNTED_HEADERS),
    *(f"{name}s before" for name in _COUNTED_HEADERS),
    *("text after the last header", "text before", "text from here"),
    *_CLASSES,
    *(name for offset in (-1, 1, 2) for name in at_offset(_CLASSES, offset)),
    *within(_CLASSES, THREAD_RADIUS),
    *("odds of a comment", "odds from here", "odds before", "odds from here over before"),
    *("lines above", "lines below"),
    *(f"cue {cue.name.lower()}" for cue in AROUND_THREAD),
    *(f"cue count on the {COUNT_ABOVE} lines above", "cue action from here", "cue action before"),
    *("blank line above", "ends a sentence", "line above ends a sentence"),
    *("words", "words of the line above", "words of the line below"),
)
#: Columns for the confidence in a thread.
THREAD_EVIDENCE: Final = ("log odds", "log odds of the second best", "lead over the second best", *THREAD_START)

#: Cues that saved web pages have, each a feature.
PAGE_CUES: Final = (Cue.COPYRIGHT, Cue.TAGS, Cue.REPUBLISHED, Cue.PLACEHOLDER, Cue.ACTION, Cue.COUNT, Cue.BY, Cue.STAMP)
#: Columns for whether a text is a saved web page.
SCRAPED: Final = (
    *("furniture lines", "share of furniture lines", "share of furniture words"),
    *("furniture lines at the top", "furniture lines at the end", "longest run of furniture"),
    *("mean probability of furniture", "confidence in a thread", "comments"),
    *(f"cue {cue.name.lower()}" for cue in PAGE_CUES),
    *(f"cue {cue.name.lower()}, rate" for cue in PAGE_CUES),
    *("lines", "words of a line"),
)

_NEARNESS: Final = ("nearest", "nearest few", "all others")
#: Columns for whether a document is an outlier of its set.
OUTLIER: Final = (
    *(
        f"{name} by {measure}{of}"
        for measure in ("words", "embedding")
        for name in _NEARNESS
        for of in ("", ", median of the others", ", low end of the others")
    ),
    *("documents", "words", "median words"),
)

#: Columns of ``ENTRY_MATCH`` that have two more columns each: the lead over the best other document, and the rank.
BESIDE_OTHERS: Final = (
    *("title words in title", "title words in headings", "title words often in text", "other words often in text"),
    *("same title", "share of title said", "titles spelled alike"),
)
RANKED: Final = ("title words often in text", "other words often in text")
#: Columns for whether an entry of an index is about a document.
ENTRY_MATCH: Final = (
    *("title words in title", "title words in headings", "title words in text", "title words often in text"),
    *("other words in text", "other words often in text"),
    *("same title", "share of title said", "titles spelled alike", "has a title"),
    *(f"{name}, best other's lead" for name in BESIDE_OTHERS),
    *(f"{name}, rank" for name in RANKED),
    *("title words", "other words", "words", "documents", "nearest by words", "nearest by embedding"),
)

#: Number of dimensions of the embedding. The weights were learned with it; not measured.
AXES: Final = 64

#: Feature columns by model.
COLUMNS: Final[dict[str, tuple[str, ...]]] = {
    "document": DOCUMENT_COLUMNS,
    "line_classes/first": FIRST_PASS,
    "line_classes/second": SECOND_PASS,
    "thread/start": THREAD_START,
    "thread/evidence": THREAD_EVIDENCE,
    "scraped": SCRAPED,
    "outlier": OUTLIER,
    "entry_match": ENTRY_MATCH,
}
