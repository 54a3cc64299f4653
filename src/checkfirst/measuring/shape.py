"""The form of a whole document in numbers: what its lines look like and which patterns recur."""

import re
from typing import Final

import numpy as np

from checkfirst.measuring.cues import Cue
from checkfirst.measuring.lexicons import LEXICONS
from checkfirst.measuring.lines import BASE_COLUMNS, Lines, Matrix
from checkfirst.measuring.words import Words
from checkfirst.model.document import Document, Role

#: Line patterns that recur in documents of one kind, tried in this order on text in lower case; the
#: first that fits counts.
_PATTERNS: Final[tuple[tuple[str, str], ...]] = (
    (
        "mail header",
        r"(?:from|to|cc|subject|date|sent|reply-to|message-id|in-reply-to|references|return-path|received): ",
    ),
    (
        "log line",
        r"(?:\[?\d{4}[-/]\d\d[-/]\d\d[t ]\d\d:\d\d|[a-z]{3} +\d{1,2} \d\d:\d\d:\d\d |\d{2}/\d{2}/\d{2} \d\d:\d\d|\d{6} \d{6} |- \d{10} |\[[a-z]{3} [a-z]{3} +\d)",
    ),
    ("time mark", r"[\[(]?\d{1,2}:\d{2}(?::\d{2})?(?:[.,]\d+)?[\])]?(?:\s|$)"),
    (
        "version heading",
        r"(?:#+ *|\* )?\[?(?:version |release )?v?\d+\.\d+(?:\.\d+)*[\w.\-]*\]?(?:\([^)]*\))?[^a-z]{0,6}(?:\(?\d{4}-\d\d-\d\d\)?)?\s*$",
    ),
    ("numbered section", r"(?:#+ +)?\d+(?:\.\d+)+\.? +[a-z]"),
    ("bracketed reference", r"\[(?:\d+|[a-z][\w\-]+)\]:?\s"),
    ("question", r"(?:#+ +|\*\*|\d+[.)] +)?(?:q\d*[:.)] |[^.!]{8,140}\?\**\s*$)"),
    ("check box", r"\s*[-*+] \[[ x]\] "),
    (
        "change item",
        r"\s*[-*+] +(?:\[[^\]]{1,30}\]:? )?(?:fix|add|remov|updat|chang|bump|deprecat|improv|support|allow|drop|make|rename|refactor)\w*\b",
    ),
    (
        "amount",
        r"[-*+•]? *\d+(?:[./½¼¾⅓-]\d+)?\s*(?:cups?|tbsp|tsp|teaspoons?|tablespoons?|g|kg|ml|oz|ounces?|pounds?|lbs?|cloves?|cans?)\b",
    ),
    ("quoted line", r">"),
    ("dialogue", r"[\"“‘']\w"),
    (
        "code keyword",
        r"\s*(?:def|class|import|from|function|const|let|var|public|private|static|#include|package|fn|struct|return|if \(|for \(|use|export)\b",
    ),
    ("shell prompt", r"\s*(?:\$|>>>) "),
    ("markup tag", r"\s*</?[a-z!?]"),
    (
        "speaker",
        r"(?:\*\*|[-*] )?[a-z][\w.'’\-]{0,20}(?: [a-z][\w.'’\-]{0,20}){0,3}(?:\*\*)?(?: ?\([^)]{1,20}\))?:(?:\*\*)? +\S",
    ),
    ("key and value", r"\s*[\"']?[\w.\-]+[\"']?\s*[:=]\s*\S{1,60},?\s*$"),
    ("brace", r"\s*[{}\[\]()]+[,;]?\s*$"),
    ("comma separated", r"[^,\n]{0,60},[^,\n ][^,\n]{0,60},[^,\n ]"),
)
_PATTERN = re.compile("^(?:" + "|".join(f"({pattern})" for _, pattern in _PATTERNS) + ")", re.MULTILINE)
_ROLES: Final = (Role.HEADING, Role.LIST, Role.TABLE, Role.CODE, Role.QUOTATION, Role.METADATA)
#: Patterns are looked for in this many characters: two thirds from the start, the rest from the end.
_EXCERPT: Final = 18_000
COLUMNS: Final = 3 * BASE_COLUMNS + 2 * len(_PATTERNS) + len(Cue) + len(_ROLES) + 12 + len(LEXICONS)


def excerpt(text: str) -> str:
    """The start and the end of a long text, cut at line ends where there are any near."""
    if len(text) <= _EXCERPT:
        return text
    head, tail = text[: _EXCERPT * 2 // 3], text[-_EXCERPT // 3 :]
    return head.rpartition("\n")[0] + "\n" + tail.partition("\n")[2]


def pattern_counts(text: str) -> Matrix:
    """How many lines begin as each pattern does."""
    counts = np.zeros(len(_PATTERNS), dtype=np.float32)
    for match in _PATTERN.finditer(text.lower()):
        counts[(match.lastindex or 1) - 1] += 1
    return counts


def document_shape(document: Document, lines: Lines, words: Words, lexicons: Matrix) -> Matrix:
    """A row of ``COLUMNS`` numbers that say how the document is built, whatever it is about."""
    own = ~lines.blank
    filled = lines.shape[own]
    if not len(filled):
        return np.zeros(COLUMNS, dtype=np.float32)
    patterns = pattern_counts(excerpt(document.text))
    tried = max(1, min(len(filled), 400))
    cues = np.bincount([c for found in lines.cues.values() for c in found], minlength=len(Cue))
    covered = _covered(document, len(lines.texts))
    ids = words.ids
    size = max(1, len(ids))
    thousand = size / 1000
    counts = lines.word_counts[own]
    other = (
        np.log1p(size),
        np.log1p(len(filled)),
        np.log1p(counts.mean()),
        np.log1p(counts.std()),
        np.log1p(float(np.sort(counts)[int(0.9 * (len(counts) - 1))])),
        lines.blank.mean(),
        float((ids == 0).mean()) if len(ids) else 1.0,
        np.count_nonzero(np.bincount(ids)) / size**0.7,
        np.log1p(len(document.links) / thousand),
        np.log1p(sum(link.image for link in document.links)),
        float(bool(document.metadata)),
        float(document.title is not None),
    )
    return np.concatenate(
        (
            filled.mean(axis=0),
            filled[:12].mean(axis=0),
            filled[-8:].mean(axis=0),
            np.sqrt(patterns / tried),
            np.log1p(patterns),
            np.sqrt(cues / len(filled)),
            np.sqrt(covered),
            np.array(other, dtype=np.float32),
            np.log1p(lexicons[ids].sum(axis=0) / thousand),
        )
    ).astype(np.float32)


def _covered(document: Document, line_count: int) -> Matrix:
    """Share of the lines under each role that the markup gives."""
    covered = np.zeros(len(_ROLES), dtype=np.float32)
    for segment in document.segments:
        if segment.role in _ROLES:
            covered[_ROLES.index(segment.role)] += segment.span.end_line - segment.span.start_line + 1
    covered /= max(1, line_count)
    return covered
