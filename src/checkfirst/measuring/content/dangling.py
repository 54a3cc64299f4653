"""References within a document to a section, an appendix, a figure or a table that it does not have."""

import re
from collections.abc import Iterator
from typing import Final

from checkfirst import lazy_re
from checkfirst.measuring.content.dangling_labels import absent_labels, sorts_of
from checkfirst.measuring.text.quoting import quote
from checkfirst.model.content import DanglingReference
from checkfirst.model.document import Document, Role
from checkfirst.model.formats import Trait

#: What a reference calls a part of its own document, in some languages.
_SECTION: Final = (
    r"(?:sub)?sections?|secs?\.|§|clauses?|chapters?|Abschnitte?[ns]?|Kapiteln?|Ziffern?|chapitres?|secci[oó]n(?:es)?|apartados?|cap[ií]tulos?"
    r"|se[cç][çc](?:ão|ões)|sezion[ei]|capitol[oi]|paragraf[oi]|paragraa?f(?:en)?|hoofdstuk(?:ken)?|раздел\w{0,3}|глав\w{1,3}|rozdzia\w{1,4}|avsnitt|kapitel|afsnit"
)
_APPENDIX: Final = r"appendi(?:x|ces)|annex(?:es)?|Anh[aä]nge?n?|Anlagen?|annexes?|anexos?|ap[eé]ndices?|apêndices?|allegat[oi]|appendic[ei]|bijlagen?|приложени\w{1,2}|bilaga|bilag"
_NUMBER: Final = r"\d{1,3}(?:\.\d{1,3}){0,5}"
_REFERENCE: Final = lazy_re.compile(
    rf"(?<![\w-])(?P<word>{_SECTION})\s?(?P<number>{_NUMBER})(?![\w%:/]|\.\w)", re.IGNORECASE
)
_LETTERED: Final = lazy_re.compile(
    rf"(?<![\w-])(?P<word>{_APPENDIX})\s(?P<number>[A-Z](?:\.\d{{1,3}}){{0,4}})(?![\w'’-]|\.\w)", re.IGNORECASE
)
_EAST_ASIAN: Final = lazy_re.compile(
    rf"第\s?(?P<number>{_NUMBER})\s?(?P<word>[节節章])|(?P<number2>{_NUMBER})\s?(?P<word2>節)"
)
#: Parts of a paragraph or an article that a reference to a law goes on with: "Abs. 1 Nr. 3", "odst. 2 písm. a", "ust. 4".
_LAW_PART: Final = (
    r"§{1,2}|abs(?:\.|atz(?:es)?|ätze)|s(?:\.|atz(?:es)?|ätze)|nr\.?|nummern?|buchst(?:\.|aben?)|halbs(?:\.|atz)|art(?:\.|ikels?)?|abschnitts?|abteilung|sachgebiets?|ziff(?:\.|ern?)|teils?|kapitels?"
    r"|titels?|para(?:graphs?|\.)?|subsections?|subparagraphs?|points?|alinéas?|al\.|odst(?:\.|avec)|písm\.|ust\.|pkt|lit\.|apartado|letra|comm[ai]|lett\.|lid|stk\.|ledd|stycket"
)
_JOINING: Final = (
    r",|und|oder|bis|sowie|i\.\s?v\.\s?m\.|in verbindung mit|and|or|to|et|ou|y|o|e|i|oraz|lub|a|nebo|og|och"
)
_FURTHER: Final = rf"(?:\s{{0,2}}(?:(?:{_JOINING})\s{{1,2}})?(?:(?:{_LAW_PART})\s{{0,2}})?(?:\d{{1,3}}[a-z]?|[a-z]{{1,2}}\)?|[ivx]{{1,5}})(?![\w])){{0,6}}"
#: What the law is called behind that: with an article, in a language without one, or by its letters.
_LAW: Final = (
    r"\s(?:der|des|dem|von|zu[rm]?|du|de|del|della|dello|di|van|of|in|to)(?:\s|$)(?!(?:this|the present|diese|ce|cet|este|questo|dit)\b)"
    r"|\s(?:zákona|zák\.|vyhlášky|nařízení|ustawy|rozporządzenia|dyrektywy|kodeksu|lov|lag|törvény)\b|\s(?-i:[A-ZÄÖÜ][A-Za-zÄÖÜäöü]{0,10}[A-ZÄÖÜ])\b"
)
_OF_A_LAW: Final = lazy_re.compile(rf"{_FURTHER}(?:{_LAW})", re.IGNORECASE)
#: Another document that a reference leads to: named behind it, or before it in the sentence.
_OF_ANOTHER: Final = lazy_re.compile(
    r"^\s\((?=[A-Z])|^\W{0,4}(?:[)\]\s,;*_`]{0,4}(?:of|in|from|to|der|des|dem|von|vom|zu|du|de|del|della|dello|van|het|из|в)\s(?!(?:this|the present|diese|ce|cet|este|questo|dit)\b))",
    re.IGNORECASE,
)
_BEFORE: Final = lazy_re.compile(
    r"(?:\bRFC\W?\d|\bISO\b|\bIEC\b|\bIEEE\b|\bECMA\b|\bNIST\b|\bPEP\W?\d|\bEIP\W?\d|\bU\.?S\.?C\b|\b(?:Act|Code|Law|Gesetz|Regulation|Directive|Treaty|Statute|Constitution|GDPR|BGB|License|Licence|GPL|Agreement|Book|Volume|Part|Guide|Manual|paper|standard|spec|specification)\b|\[[\w .-]{1,40}\]|\]\()[^.;!?]{0,80}$"
)
#: A line that begins with a number or a letter as a heading, an item or a paragraph has it.
_LABEL: Final = lazy_re.compile(
    rf"^[\W_]{{0,12}}(?:(?:{_SECTION}|{_APPENDIX}|第|part|figure|fig\.|table)\s?)?(?P<number>{_NUMBER}|[A-Z](?:\.\d{{1,3}}){{0,4}})(?=[\s.):*_|—–\]-]|$|[节節章])",
    re.IGNORECASE,
)
#: A numbered heading of plain text, without the dots of a table of contents.
_PLAIN_HEADING: Final = lazy_re.compile(
    r"(?:\d{1,3}(?:\.\d{1,3}){0,5}\.?|(?:Appendix |Annex )?[A-Z](?:\.\d{1,3}){0,4}\.?)\s{1,4}[A-Z][^.\n]{1,80}$"
)
#: First characters of such a heading.
_BEGINNINGS: Final = frozenset("123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ")
#: Files whose headings are numbers of versions.
_OF_VERSIONS: Final = lazy_re.compile(r"(?:change|history|release|version|news|migrat|upgrad)[^/]*$", re.IGNORECASE)
#: Numbered headings from which a document numbers its sections, and references of one document that are told. Not measured.
_FEWEST: Final = 3
_MOST: Final = 10
#: Characters of a line that are searched, and of what stands before a reference.
_SEARCHED, _WITHIN = 4_000, 100


def dangling_references(document: Document, texts: list[str]) -> tuple[DanglingReference, ...]:
    """The references to numbered parts that the document does not have, each told once; none where it may be a part itself."""
    if Trait.PROSE not in document.traits or _OF_VERSIONS.search(document.path):
        return ()
    headings = _headings(document, texts)
    numbered = sum(_LABEL.match(texts[n][:_WITHIN]) is not None for n in headings) >= _FEWEST
    sorts = sorts_of(document.text)
    if not (numbered or sorts):
        return ()
    lines = _readable(document, texts)
    told: dict[str, DanglingReference] = {}
    found = _sections(texts, lines, headings) if numbered else iter(())
    for name, line in (*found, *(_labels(texts, lines, sorts) if sorts else ())):
        if name.lower() not in told:
            told[name.lower()] = DanglingReference(name=name, quote=quote(texts, line))
    return tuple(told.values())[:_MOST]


def _sections(texts: list[str], lines: list[int], headings: set[int]) -> Iterator[tuple[str, int]]:
    """The names and lines of references to sections and appendices that are not there."""
    found = list(_candidates(texts, lines))
    if found:
        parts = _Parts(headings, texts)
        yield from ((f"{word} {number}", line) for word, number, line in found if parts.lacks(number))


def _labels(texts: list[str], lines: list[int], sorts: frozenset[str]) -> Iterator[tuple[str, int]]:
    """The same of figures, tables and requirements."""
    for name, n in absent_labels(texts, [(n, texts[n][:_SEARCHED]) for n in lines], sorts):
        before, _, behind = texts[n][:_SEARCHED].partition(name)
        if not (_leads_elsewhere(behind[:_WITHIN]) or _BEFORE.search(before[-_WITHIN:])):
            yield name, n


def _headings(document: Document, texts: list[str]) -> set[int]:
    """The lines of headings; in plain text those that have a number, stand apart and begin at the margin."""
    if Trait.PLAIN not in document.traits:
        return {n for s in document.segments if s.role in (Role.HEADING, Role.TITLE) for n in s.span.indices}
    headed = [n for n, line in enumerate(texts) if line[:1] in _BEGINNINGS and _PLAIN_HEADING.match(line)]
    return {n for n in headed if not any(map(str.strip, (*texts[max(0, n - 1) : n], *texts[n + 1 : n + 2])))}


def _readable(document: Document, texts: list[str]) -> list[int]:
    """The lines of prose without a link, which may refer to a part of the same document."""
    linked = {link.span.start_line - 1 for link in document.links}
    unread = {
        n
        for s in document.segments
        if s.role in (Role.CODE, Role.HEADING, Role.REFERENCE_LIST, Role.METADATA, Role.QUOTATION)
        for n in s.span.indices
    }
    return [n for n, text in enumerate(texts) if text and n not in unread and n not in linked]


def _candidates(texts: list[str], lines: list[int]) -> Iterator[tuple[str, str, int]]:
    """The word, the number and the line of each reference to a part of the same document."""
    for n in lines:
        text = texts[n][:_SEARCHED]
        for pattern in (_REFERENCE, _LETTERED, _EAST_ASIAN):
            for match in pattern.finditer(text):
                before, behind = text[max(0, match.start() - _WITHIN) : match.start()], text[match.end() :][:_WITHIN]
                if n and len(before) < _WITHIN:
                    before = f"{texts[n - 1][-_WITHIN:]} {before}"
                if n + 1 < len(texts) and len(behind) < _WITHIN:
                    behind = f"{behind.rstrip()} {texts[n + 1][:_WITHIN].lstrip()}"
                if not (_leads_elsewhere(behind) or _BEFORE.search(before)) and before.strip():
                    groups = match.groupdict()
                    number = groups["number"] or groups.get("number2") or ""
                    yield (groups["word"] or groups.get("word2") or ""), number, n


def _leads_elsewhere(behind: str) -> bool:
    """Whether the words behind a reference name another document: at once, or behind further parts of a law."""
    return _OF_ANOTHER.match(behind) is not None or _OF_A_LAW.match(behind) is not None


class _Parts:
    """The numbers that parts of a document have."""

    def __init__(self, headings: set[int], texts: list[str]) -> None:
        self.labels: set[str] = set()
        self.headed: set[str] = set()
        for n, line in enumerate(texts):
            if match := _LABEL.match(line[:_WITHIN]):
                self.labels.add(match["number"].upper())
                if n in headings:
                    self.headed.add(match["number"].upper())
        self.tops = {int(label.split(".")[0]) for label in self.headed if label[0].isdigit()}

    def lacks(self, number: str) -> bool:
        """Whether the document numbers its parts, without a gap, and has none of this number nor below it."""
        number = number.upper()
        if len(self.headed) < _FEWEST or self.has(number):
            return False
        parent, _, _ = number.rpartition(".")
        if number[0].isalpha():
            return self._lacks_letter(number, parent)
        if not self.tops or min(self.tops) > 1 or self.tops != set(range(min(self.tops), max(self.tops) + 1)):
            return False
        if int(number.split(".")[0]) > max(self.tops):
            return int(number.split(".")[0]) <= max(self.tops) + _FAR_BEYOND
        return bool(parent) and self._numbers_below(parent)

    def _lacks_letter(self, number: str, parent: str) -> bool:
        return self._numbers_below(parent) if parent else bool(self.tops) and min(self.tops) <= 1

    def has(self, number: str) -> bool:
        """Whether a line is labelled so, or one below it."""
        return number in self.labels or any(label.startswith(f"{number}.") for label in self.labels)

    def _numbers_below(self, parent: str) -> bool:
        """Whether headings below a part have numbers, from the first on."""
        return f"{parent}.1" in self.headed


#: A number that is so much greater than the last one is that of another document.
_FAR_BEYOND: Final = 6
