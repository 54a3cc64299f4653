"""Quantities that a document states: number, unit, bound, and the terms of the clause that say of what."""

import re
from bisect import bisect_left
from collections.abc import Iterator
from functools import partial
from typing import Final

from checkfirst import lazy_re
from checkfirst.measuring.content.labelled import MAY_LABEL, Row, labelled, setting, table_cells
from checkfirst.measuring.content.lines_with_numbers import lines_with_numbers, may_state_number
from checkfirst.measuring.content.numbers import words_of
from checkfirst.measuring.content.statements import (
    Section,
    is_question,
    of_sentence,
    quantity,
    rates_of,
)
from checkfirst.measuring.text.quoting import quote
from checkfirst.model.document import Document, Role
from checkfirst.model.formats import Trait
from checkfirst.model.quantities import Form, Quantity
from checkfirst.model.quotes import Quote

_SENTENCE: Final = lazy_re.compile(r"(?<=[.!?;])\s+|(?<=[。！？])|\s[–—]\s")
_COLON: Final = lazy_re.compile(r":\s|：")
#: Marks of words, addresses of links, and attributes of pictures, whose numbers are widths.
_MARKUP: Final = lazy_re.compile(r"[*_`]{1,3}|\]\([^()\s]{0,300}\)|!?\[|\{:[^{}\n]{0,300}\}")
#: Addresses, versions and identifiers, whose numbers are no values.
_NO_VALUES: Final = lazy_re.compile(r"://|\d\.\d{1,5}\.\d|\burn:", re.IGNORECASE)
_ITEM: Final = lazy_re.compile(r"\s{0,12}(?:[-*+•]|\d{1,3}[.)])\s")
_UNREAD: Final = frozenset({Role.METADATA, Role.QUOTATION, Role.REFERENCE_LIST, Role.HEADING, Role.TITLE})
_HEADINGS: Final = frozenset({Role.HEADING, Role.TITLE})
#: Roles of lines that are no part of a paragraph.
_TOLD: Final = _UNREAD | {Role.CODE}
#: Quantities of a document, characters of a line and lines of a paragraph that are read. Not measured.
_MOST, _LONGEST, _LINES = 400, 1_000, 40
#: Lines of a table above a row, up to which its first one is looked for, and signs between cells that make a line a row of a table.
_ROWS, _CELLS = 200, 2


def quantities(document: Document, texts: list[str]) -> tuple[Quantity, ...]:
    """The quantities in sentences, lists, tables and configurations of a document, outside quotations and metadata."""
    if Trait.PROSE not in document.traits:
        return ()
    return tuple(_Reading(document, texts).found())[:_MOST]


class _Reading:
    """The lines of a document that may state a quantity, and what stands around them."""

    def __init__(self, document: Document, texts: list[str]) -> None:
        self.text, self.texts = document.text, texts
        self.roles = {n: s.role for s in document.segments if s.role in _TOLD for n in s.span.indices}
        self.headings = sorted(n for n, role in self.roles.items() if role in _HEADINGS)
        self.sections: dict[int, Section] = {}

    def found(self) -> Iterator[Quantity]:
        """The quantities, paragraph by paragraph; those of tables and configurations line by line."""
        read = -1
        for n in lines_with_numbers(self.text):
            role = self.roles.get(n)
            if n <= read or role in _UNREAD:
                continue
            if _is_row(self.texts[n]):
                yield from self._of_row(n)
            elif role is not Role.CODE:
                first, read = self._paragraph(n)
                yield from self._of_paragraph(list(range(first, read + 1)))
            elif cell := setting(self.texts, n):
                yield quantity(*cell, Form.SETTING, self._section(n), quote(self.texts, n))

    def _section(self, n: int) -> Section:
        """What the heading above a line says."""
        above = bisect_left(self.headings, n)
        if above not in self.sections:
            heading = self.texts[self.headings[above - 1]][:_LONGEST] if above else ""
            self.sections[above] = Section.below(above, heading) if above else Section()
        return self.sections[above]

    def _of_row(self, n: int) -> Iterator[Quantity]:
        first = n
        while first and n - first < _ROWS and _is_row(self.texts[first - 1]):
            first -= 1
        row = Row.of([line[:_LONGEST] for line in (self.texts[first], self.texts[min(first + 1, n)], self.texts[n])])
        for words, number in table_cells(row) if row else ():
            yield quantity(words, number, Form.CELL, self._section(n), quote(self.texts, n))

    def _paragraph(self, n: int) -> tuple[int, int]:
        """The first and the last line of the paragraph or the item that a line is in."""
        first = last = n
        while first and n - first < _LINES and not _ITEM.match(self.texts[first]) and self._goes_on(first - 1):
            first -= 1
        while last - n < _LINES and self._goes_on(last + 1) and not _ITEM.match(self.texts[last + 1]):
            last += 1
        return first, last

    def _goes_on(self, n: int) -> bool:
        """Whether a line is one of prose, as the paragraph beside it is."""
        if n >= len(self.texts) or self.roles.get(n) is not None:
            return False
        line = self.texts[n]
        return bool(line) and not line.isspace() and not _is_row(line)

    def _of_paragraph(self, lines: list[int]) -> Iterator[Quantity]:
        texts = [self.texts[n][:_LONGEST] for n in lines]
        section = partial(self._section, lines[0])
        if len(lines) == 1 and MAY_LABEL.search(texts[0]) and (cell := labelled(texts[0])):
            yield quantity(*cell, Form.CELL, section(), quote(self.texts, lines[0]), rates_of(texts[0]))
            return
        answers = self._asks(lines[0]) and self._is_first(lines[0])
        for said in _SENTENCE.split(_MARKUP.sub(" ", " ".join(map(str.strip, texts)))):
            *labels, sentence = _COLON.split(said)
            if may_state_number(sentence) and not _NO_VALUES.search(sentence):
                at = partial(self._quote, sentence, lines, texts)
                label = [word for part in labels for word in words_of(part)]
                yield from of_sentence(sentence, label, section, at, answers=answers)

    def _quote(self, sentence: str, lines: list[int], texts: list[str]) -> Quote:
        return quote(self.texts, _line_of(sentence, lines, texts))

    def _asks(self, n: int) -> bool:
        """Whether the heading above a line is a question."""
        above = bisect_left(self.headings, n)
        return bool(above) and is_question(self.texts[self.headings[above - 1]][:_LONGEST])

    def _is_first(self, n: int) -> bool:
        """Whether nothing but blank lines is between a line and the heading above."""
        above = self.headings[bisect_left(self.headings, n) - 1]
        return not any(map(str.strip, self.texts[above + 1 : n]))


def _is_row(line: str) -> bool:
    return "|" in line and (line.lstrip().startswith("|") or line.count(" | ") >= _CELLS)


def _line_of(sentence: str, lines: list[int], texts: list[str]) -> int:
    """The line that has the sentence's number with the words around it, or the first one that has it."""
    if len(lines) == 1:
        return lines[0]
    number = re.search(r"\d[\d.,]*", sentence)
    around = sentence[max(0, number.start() - _AROUND) : number.end()].strip() if number else sentence[:_AROUND].strip()
    for wanted in (around, around.rpartition(" ")[2]):
        for n, text in zip(lines, texts, strict=True):
            if wanted in text:
                return n
    return lines[0]


#: Characters before a number by which its line is found.
_AROUND: Final = 12
