"""The frame of a saved page, by its form: a menu above the first sentence, and a foot below the last one.

A menu is a run of short lines that end no sentence. A foot is one, too, and holds a notice: of rights, of a licence, or of
the day of the last change. A page besides has a third thing: its menu repeats its headings or gives the way to it, its
headings carry one mark, or menu or foot is long.
"""

import re
from collections import Counter
from collections.abc import Iterator
from typing import Final

from msgspec import Struct

from checkfirst import lazy_re
from checkfirst.measuring.comments.dates import stamp_of
from checkfirst.measuring.content.samples_in_text import sample_lines
from checkfirst.measuring.text.lines import Lines
from checkfirst.measuring.text.quoting import quote
from checkfirst.model.document import Document, Role
from checkfirst.model.formats import Format, Trait
from checkfirst.model.traces import Trace, TraceKind
from checkfirst.reading.text.markdown_inline import LINK_OR_PICTURE

# Chosen on half of the families of labelled pages, where one line in a hundred of a frame is content, and on the
# documents of known kind, where hardly any has a frame.

#: Formats that pages are flattened to.
_FLATTENED: Final = (Format.TEXT, Format.MARKDOWN)
#: Most words and characters of a line of a menu; fewest words of a sentence, and of a line that is one without its stop.
_ITEM_WORDS, _ITEM_LENGTH = 6, 56
_SENTENCE_WORDS, _LONG_LINE = 8, 14
#: Most words of a notice, of one that only gives a day, and of a short sentence beside a notice.
_NOTICE_WORDS, _DATED_WORDS, _BESIDE_WORDS = 30, 16, 14
#: Fewest lines of a menu, share of them that are items, fewest lines of a foot and items among them.
_MENU_LINES, _ITEMS_FROM = 7, 0.75
_FOOT_LINES, _FOOT_ITEMS = 3, 2
#: Lines of a menu and of a foot that make it long.
_LONG_MENU, _LONG_FOOT = 15, 8
#: Most lines of a foot above its first notice; lines above the first sentence that may give a day.
_ABOVE_NOTICE, _ABOVE_TEXT = 16, 3
#: Bytes that are more than one word of a language written without spaces.
_LONGEST_WORD = 18
#: Lines of a menu that are quoted.
_QUOTED = 2
#: Times that a mark stands behind headings.
_MARKED = 2
_BULLET = lazy_re.compile(r"^(?:[-*+•·‣◦▪●»›☰×]|\d{1,2}[.)])\s+")
_STOP = lazy_re.compile(r"[.!?…。！？:;]['\"”’»)\]]*(?:\[[^\[\]\s]{1,12}\]){0,8}$")
_MARKUP: Final = ("#", "|", ">", "`", "~", "=", "    ", "\t", "![", "[!")
_RIGHTS = lazy_re.compile(r"©|\(c\)\s?(?:19|20)\d\d|copyright|℗", re.IGNORECASE)
#: The word for a licence, by its stem, in the languages of most of the web.
_LICENCE = lazy_re.compile(r"licen|lizen|lisens|лиценз|许可|許可|授权|ライセンス|라이선스|\bcc[ -]by\b", re.IGNORECASE)
#: A mark behind a heading that links to it or edits it: a sign, or a word in brackets.
_HEADING_MARK = lazy_re.compile(r"(?<=\w)\s?([\[(][^\])\d]{2,24}[\])]|[¶§#])$")
#: The way to a page: names with arrows between them.
_WAY = lazy_re.compile(r"\S\s*[»›→⟩>]\s*\S")


class Frame(Struct, frozen=True, kw_only=True):
    """Lines of a saved page around its text, numbered from 0."""

    title: tuple[int, ...]
    """Lines of the menu that may be the title or the day of the text, and are no part of ``menu``."""
    menu: tuple[int, ...]
    foot: tuple[int, ...]
    notice: int
    """The line of the foot with the notice."""

    @property
    def known(self) -> dict[int, bool]:
        """Whether lines are boilerplate."""
        return {**dict.fromkeys((*self.menu, *self.foot), True), **dict.fromkeys(self.title, False)}


def traces_around(lines: Lines, frame: Frame | None, consent: tuple[int, ...]) -> Iterator[Trace]:
    """The first lines of a menu with the notice below the text, and a dialog from its first line to its last."""
    if frame is not None:
        for n in (*frame.menu[:_QUOTED], frame.notice):
            yield Trace(kind=TraceKind.PAGE_FRAME, quote=quote(lines.texts, n))
    if consent:
        yield Trace(kind=TraceKind.CONSENT, quote=quote(lines.texts, consent[0], consent[-1]))


def find_frame(document: Document, lines: Lines) -> Frame | None:
    """The frame around a text, or ``None`` where it has none, or is of a format with other markup."""
    if document.format not in _FLATTENED or document.traits & {Trait.PROSE, Trait.TYPESET} != {Trait.PROSE}:
        return None
    own = {n for s in document.segments if s.role is Role.METADATA for n in s.span.indices}
    filled = [n for n in lines.filled.tolist() if n not in own]
    first = next((k for k, n in enumerate(filled) if _is_sentence(lines, n)), 0)
    if first < _MENU_LINES or sum(_is_item(lines, n) for n in filled[:first]) < _ITEMS_FROM * first:
        return None
    foot, notices = _foot(lines, filled[first + 1 :])
    if not notices or len(foot) < _FOOT_LINES or any(lines.texts[n].startswith("#") for n in foot):
        return None
    if not sample_lines(document, lines.texts).isdisjoint((*filled[:first], *foot)):
        return None
    if sum(_is_item(lines, n) for n in set(foot).difference(notices)) < _FOOT_ITEMS:
        return None
    menu, body = filled[:first], filled[first - 1 : len(filled) - len(foot)]
    seen = _signs(lines, menu, body) + (len(menu) >= _LONG_MENU) + (len(foot) >= _LONG_FOOT)
    sure = any(not _is_day(lines, n) for n in notices)
    if seen < (1 if sure else 2):
        return None
    kept = _title_lines(lines, menu, filled[first])
    menu = [n for n in menu if n not in kept]
    return Frame(title=tuple(sorted(kept)), menu=tuple(menu), foot=tuple(foot), notice=notices[-1])


def _plain(text: str) -> str:
    return _BULLET.sub("", LINK_OR_PICTURE.sub(r"\1", text.strip())).strip()


def _words(lines: Lines, n: int) -> int:
    return max(int(lines.word_counts[n]), int(lines.lengths[n]) // _LONGEST_WORD)


def _is_item(lines: Lines, n: int) -> bool:
    text = lines.texts[n]
    plain = _plain(text)
    if not plain or text.startswith(_MARKUP) or "]: " in text or len(plain) > _ITEM_LENGTH:
        return False
    return len(plain.split()) <= _ITEM_WORDS and (plain.endswith(":") or not _STOP.search(plain))


def _is_sentence(lines: Lines, n: int) -> bool:
    words = _words(lines, n)
    return words >= _LONG_LINE or (words >= _SENTENCE_WORDS and _STOP.search(_plain(lines.texts[n])) is not None)


def _is_rights(text: str) -> bool:
    return bool(_RIGHTS.search(text) or _LICENCE.search(text))


def _is_day(lines: Lines, n: int) -> bool:
    """Whether a short line gives a day, and no rights."""
    text = lines.texts[n]
    return _words(lines, n) <= _DATED_WORDS and not _is_rights(text) and stamp_of(text) is not None


def _is_notice(lines: Lines, n: int) -> bool:
    return _words(lines, n) <= _NOTICE_WORDS and (_is_rights(lines.texts[n]) or _is_day(lines, n))


def _foot(lines: Lines, below: list[int]) -> tuple[list[int], list[int]]:
    """The foot at the end of the lines ``below`` the first sentence, and its notices, the last one first."""
    notices: list[int] = []
    start = len(below)
    while start:
        n = below[start - 1]
        if _is_notice(lines, n):
            notices.append(n)
        elif not _is_item(lines, n):
            near = below[max(0, start - 3) : start + 1]
            short = _words(lines, n) <= _BESIDE_WORDS and not lines.texts[n].startswith(_MARKUP)
            if not short or not any(m != n and _is_notice(lines, m) and _is_rights(lines.texts[m]) for m in near):
                break
        start -= 1
    if notices:
        start = max(start, below.index(notices[-1]) - _ABOVE_NOTICE)
    return below[start:], notices


def _bare(text: str) -> str:
    return _HEADING_MARK.sub("", _plain(text)).strip(" #").casefold()


def _signs(lines: Lines, menu: list[int], body: list[int]) -> int:
    """How many of three things a page shows: headings in its menu, the way to it, one mark behind headings."""
    headings = {_bare(lines.texts[n]) for n in body if _words(lines, n) <= _SENTENCE_WORDS}
    repeated = any(_bare(lines.texts[n]) in headings - {""} for n in menu[:-1])
    way = any(_WAY.search(lines.texts[n].strip("<>» ›→")) and _words(lines, n) <= _SENTENCE_WORDS for n in menu)
    marks = Counter(
        match[1]
        for n in (*menu, *body)
        if _words(lines, n) <= _SENTENCE_WORDS and (match := _HEADING_MARK.search(_plain(lines.texts[n])))
    )
    return repeated + way + any(count >= _MARKED for count in marks.values())


def _title_lines(lines: Lines, menu: list[int], sentence: int) -> set[int]:
    """Lines above the first sentence that are no menu: headings, the title, which the first sentence names, and dates.

    Where no line is known for the title, it is the last one.
    """
    said = f" {lines.texts[sentence].casefold()}"
    counts = Counter(_bare(lines.texts[n]) for n in menu)
    last = menu[-1]
    named = [n for n in menu if (bare := _bare(lines.texts[n])) and f" {bare}" in said]
    kept = {n for n in menu if lines.texts[n].startswith("#")}
    kept |= {n for n in menu[-_ABOVE_TEXT:] if stamp_of(lines.texts[n])}
    headed = counts[_bare(lines.texts[last])] > 1 or _HEADING_MARK.search(_plain(lines.texts[last])) is not None
    if headed or not (named or kept):
        kept.add(last)
    if not kept and named:
        kept.add(max(named, key=lambda n: (len(_bare(lines.texts[n])), n)))
    return kept
