"""Quantities that a document states: number, unit, bound, and the terms of the clause that say of what."""

import re
from bisect import bisect_left
from collections.abc import Iterator
from functools import partial
from itertools import islice
from typing import Final

from msgspec.structs import replace

from checkfirst import lazy_re
from checkfirst.measuring.content.labelled import MAY_LABEL, Row, labelled, setting, table_cells
from checkfirst.measuring.content.lines_with_numbers import (
    has_digits,
    has_number_word,
    lines_with_numbers,
    states_number,
)
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
from checkfirst.model.folder_names import is_kept_for_record, is_sample, is_test_data
from checkfirst.model.formats import Trait
from checkfirst.model.kind_measures import KindMeasure
from checkfirst.model.kinds import Group, Kind
from checkfirst.model.quantities import Form, Quantity
from checkfirst.model.quotes import Quote

_SENTENCE: Final = lazy_re.compile(r"(?<=[.!?;])\s+|(?<=[。！？])|\s[–—]\s")
_COLON: Final = lazy_re.compile(r":\s|：")
#: Marks of words, addresses of links, attributes of pictures, whose numbers are widths, and formulas between dollars, which
#: stand close to them (Pandoc's manual, "Math").
_MARKUP: Final = lazy_re.compile(
    r"\$(?=[^\s$])[^$\n]{0,200}(?<=\S)\$(?!\d)|(?<!\s)[*]{1,3}|[*]{1,3}(?!\s)|(?<![^\W_])_{1,3}|_{1,3}(?![^\W_])|`{1,3}|\]\([^()\s]{0,300}\)|!?\[|\{:[^{}\n]{0,300}\}"
)
#: Addresses, versions, identifiers, products and commands of TeX, whose numbers are no values.
_NO_VALUES: Final = lazy_re.compile(r"://|\d\.\d{1,5}\.\d|\b(?i:urn):|[a-z_]\$\d|\s[*×]\s|\\[a-z]{2}|\$\$")
#: Verbs by which an item of a list is a sentence; without one and an end, it is said of what the list is about.
_VERB: Final = lazy_re.compile(
    r"\b(?:is|are|has|have|must|shall|should|may|can|cannot|will|does|do|not|ist|sind|hat|haben|muss|müssen|soll|kann|können|darf|wird|werden|est|sont|doit|doivent|peut|peuvent|es|son|debe|deben|puede|pueden|è|sono|deve|devono|può|possono|moet|moeten|kan|kunnen|mag|er|skal|ska|måste|får|são|pode|podem|não|jest|są|musi|może|должен|должна|должны|может)\b",
    re.IGNORECASE,
)
_ENDS: Final = (".", "。", "!", ";", ":", "：")
_ITEM: Final = lazy_re.compile(r"\s{0,12}(?:[-*+•]|\d{1,3}[.)])\s")
_UNREAD: Final = frozenset({Role.METADATA, Role.QUOTATION, Role.REFERENCE_LIST, Role.HEADING, Role.TITLE})
_HEADINGS: Final = frozenset({Role.HEADING, Role.TITLE})
#: Roles of lines that are no part of a paragraph.
_TOLD: Final = _UNREAD | {Role.CODE}
#: Groups and kinds of documents that tell of one occasion, or each of their own subject, so that numbers differ.
_OF_ONE_OCCASION: Final = frozenset(
    {Group.RECORD, Group.DISCUSSION, Group.ARTICLE, Group.LITERATURE, Group.DATA, Group.RESEARCH, Group.COMMERCE}
)
_KINDS: Final = frozenset({Kind.CHANGELOG, Kind.HOW_TO, Kind.TUTORIAL, Kind.NEWS_ARTICLE})
#: Confidence from which a kind is believed: that of a short text is mostly lower.
_SURE: Final = 0.8
#: Quantities of a document, characters of a line and lines of a paragraph that are read. Not measured.
_MOST, _LONGEST, _LINES = 400, 1_000, 40
#: Lines of a table above a row, up to which its first one is looked for, and signs between cells that make a line a row of a table.
_ROWS, _CELLS = 200, 2


def states_how_things_are(path: str, kind: KindMeasure, *, ended: bool) -> bool:
    """Whether a document says how things are, and not how they were on one occasion or before another took its place."""
    apart = is_sample(path) or is_test_data(path) or is_kept_for_record(path) or ended
    of_occasion = kind.group in _OF_ONE_OCCASION or kind.kind in _KINDS
    return not apart and not (of_occasion and kind.confidence >= _SURE)


def quantities(document: Document, texts: list[str]) -> tuple[Quantity, ...]:
    """The quantities in sentences, lists, tables and configurations of a document, outside quotations and metadata."""
    if Trait.PROSE not in document.traits:
        return ()
    return tuple(islice(_Reading(document, texts).found(), _MOST))


class _Reading:
    """The lines of a document that may state a quantity, and what stands around them."""

    def __init__(self, document: Document, texts: list[str]) -> None:
        self.texts = texts
        self.roles = {n: s.role for s in document.segments if s.role in _TOLD for n in s.span.indices}
        self.headings = sorted(n for n, role in self.roles.items() if role in _HEADINGS)
        self.sections: dict[int, Section] = {}
        self.numbered, self.in_words = lines_with_numbers(document.text)
        self.table = (0, -1)

    def found(self) -> Iterator[Quantity]:
        """The quantities, paragraph by paragraph; those of tables and configurations line by line."""
        read = -1
        for n in self.numbered:
            role = self.roles.get(n)
            if n <= read or role in _UNREAD:
                continue
            if _is_row(self.texts[n]):
                yield from self._of_row(n)
            elif role is not Role.CODE:
                first, read = self._paragraph(n)
                yield from self._of_paragraph(range(first, read + 1))
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
        first, above = n, self.table[1]
        while first and n - first < _ROWS and _is_row(self.texts[first - 1]):
            first = self.table[0] if first - 1 == above and n - self.table[0] <= _ROWS else first - 1
        self.table = first, n
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
        if n >= len(self.texts) or n in self.roles:
            return False
        line = self.texts[n]
        return bool(line) and not line.isspace() and not ("|" in line and _is_row(line))

    def _of_paragraph(self, lines: range) -> Iterator[Quantity]:
        texts = [self.texts[n][:_LONGEST] for n in lines]
        section = partial(self._section, lines[0])
        if len(lines) == 1 and MAY_LABEL.search(texts[0]) and (cell := labelled(texts[0])):
            yield quantity(*cell, Form.CELL, section(), quote(self.texts, lines[0]), rates_of(texts[0]))
            return
        text = _MARKUP.sub(" ", " ".join(map(str.strip, texts)))
        in_words = not self.in_words.isdisjoint(lines) and has_number_word(text)
        if not (in_words or has_digits(text)):
            return
        stated = states_number if in_words else has_digits
        answers = self._answers(lines[0])
        is_fragment = _ITEM.match(texts[0]) is not None and not (text.rstrip().endswith(_ENDS) or _VERB.search(text))
        for said in _SENTENCE.split(text):
            if not stated(said):
                continue
            *labels, sentence = _COLON.split(said)
            if (not labels or stated(sentence)) and not _NO_VALUES.search(sentence):
                at = partial(self._quote, sentence, lines, texts)
                label = [word for part in labels for word in words_of(part)]
                found = of_sentence(sentence, label, section, at, answers=answers)
                yield from (replace(q, is_fragment=True) for q in found) if is_fragment else found

    def _quote(self, sentence: str, lines: range, texts: list[str]) -> Quote:
        return quote(self.texts, _line_of(sentence, lines, texts))

    def _answers(self, n: int) -> bool:
        """Whether the heading above a line is a question, with nothing but blank lines between them."""
        before = bisect_left(self.headings, n)
        if not before:
            return False
        above = self.headings[before - 1]
        return is_question(self.texts[above][:_LONGEST]) and not any(map(str.strip, self.texts[above + 1 : n]))


def _is_row(line: str) -> bool:
    return "|" in line and (line.lstrip().startswith("|") or line.count(" | ") >= _CELLS)


def _line_of(sentence: str, lines: range, texts: list[str]) -> int:
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
