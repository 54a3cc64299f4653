"""Personal data by checksum: payment cards, bank accounts, national numbers that the line names."""

import re
from collections.abc import Iterable, Iterator
from typing import Final, NamedTuple

from checkfirst import lazy_re
from checkfirst.measuring.danger.checksums import is_card, is_iban, may_be_card
from checkfirst.measuring.danger.known_numbers import KNOWN
from checkfirst.measuring.danger.national_numbers import NUMBERS, NationalNumber
from checkfirst.measuring.text.signs import DIGIT, NON_ASCII, having, signs_of
from checkfirst.model.dangers import Danger, DangerKind
from checkfirst.model.document import Document
from checkfirst.model.folder_names import is_sample, is_test_data
from checkfirst.model.location import text_span
from checkfirst.model.quotes import Quote
from checkfirst.safe_text import shortened

#: What every such number has, and what a part of it is like; lines without them are not searched.
_DIGITS: Final = lazy_re.compile(r"\d{3}")
_PART: Final = lazy_re.compile(
    r"\d(?=\d)(?:\d{2}[ .-]?\d{3}|\d\.\d{2}[.-]\d{3}|\d[A-Za-z]\d{2}[A-Za-z]\d{3}|(?<=[A-Z]{2}\d)\d)"
)
#: A card, in one piece or in the groups in which it is embossed, and nothing of a longer row of numbers.
_CARD: Final = lazy_re.compile(
    r"(?<![\w.+/-])(?<!\d )(?:(\d{12,19})|\d{4}([ -])\d{4}\2\d{4}\2\d{4}(?:\2\d{3})?|\d{4}([ -])\d{6}\3\d{4,5})(?![\w/@-]|\.\d| \d{4})"
)
_IBAN: Final = lazy_re.compile(r"(?<![\w-])[A-Z]{2}\d{2}(?: ?[A-Z0-9]{4}){2,7}(?: ?[A-Z0-9]{1,3})?(?![\w-])")
#: What a line or the head of its table calls a card.
_CALLED: Final = lazy_re.compile(
    r"card|visa\b|master ?card|amex|american express|diners|\bpan\b|karte|carte|tarjeta|cart[aã]o|\bcarta|kaart|kort|карт|卡|カード|카드|credit|kredit|\bcc\b(?!:)",
    re.IGNORECASE,
)
#: Words that say that the number is nobody's.
_SHOWN: Final = lazy_re.compile(
    r"(?<![@.])\b(?:example|sample)|dummy|placeholder|\bfake|fictiti|fictional|invented|(?<![@.])\binvalid|(?<![@.])\btest|sandbox|\bmock|beispiel|muster|exemple|ejemplo|exemplo|esempio|voorbeeld|przykład|esimerk|exempel|пример|例|テスト|测试|示例|예시",
    re.IGNORECASE,
)
#: Runs and repetitions that are rare among numbers given out, and common among those made up; accounts have many zeros.
_RUN: Final = lazy_re.compile(r"12345|23456|34567|45678|56789|98765|87654|76543|65432|54321|ABCD|([1-9])\1{4}")
_REPEATED: Final = lazy_re.compile(r"(\d)\1{3}|(\d{3,4})\2")
_MARKS: Final = lazy_re.compile(r"[ .-]")
#: Lines above that may name what the number is or that it is none, numbers of one document that are told, characters of
#: a line that are searched, and signs at the end of a number that a report shows. Not measured.
_ABOVE, _MOST, _SEARCHED, _SHOWN_SIGNS = 3, 20, 2_000, 2


class _Found(NamedTuple):
    title: str
    number: str
    is_bare: bool = False
    """Whether only its digits speak for a card."""


def find_personal(document: Document, texts: list[str]) -> Iterator[Danger]:
    """The first numbers of a document that are somebody's, masked."""
    if is_sample(document.path) or is_test_data(document.path):
        return
    may_have = having(signs_of(document.text), DIGIT | NON_ASCII).nonzero()[0].tolist()
    with_part = [n for n in may_have if _PART.search(texts[n], 0, _SEARCHED)]
    with_number = [n for n in with_part if _DIGITS.search(texts[n], 0, _SEARCHED)]
    low = "\n".join([texts[n] for n in with_number]).lower()
    kinds = [kind for kind in NUMBERS if any(sign in low for sign in kind.signs)] if low else []
    count = 0
    for n in with_number:
        line = texts[n][:_SEARCHED]
        for title, number, is_bare in _in_line(line, [kind for kind in kinds if kind.named.search(line)]):
            around = "\n".join(text[:_SEARCHED] for text in (texts[0], *texts[max(0, n - _ABOVE) : n + 1]))
            # What only a line's words make a card of must be called one there.
            where = around if not is_bare or is_card(number) else line
            if _SHOWN.search(around) or (is_bare and not _CALLED.search(where)):
                continue
            yield Danger(
                kind=DangerKind.PERSONAL,
                how=title,
                text=masked_number(number),
                quote=Quote(span=text_span(n), text=shortened(without_personal(line))),
                grave=False,
            )
            count += 1
            if count >= _MOST:
                return


def _in_line(line: str, kinds: Iterable[NationalNumber]) -> Iterator[_Found]:
    """The cards and accounts of a line, and the national numbers of the kinds."""
    for match in _CARD.finditer(line):
        bare = _MARKS.sub("", match[0])
        fits = may_be_card(bare) if match[1] else is_card(bare)
        if fits and not (_is_made_up(bare) or _REPEATED.search(bare)):
            yield _Found("payment card", match[0], bool(match[1]))
    for match in _IBAN.finditer(line):
        if account := _account(match[0]):
            yield _Found("bank account (IBAN)", account)
    for kind in kinds:
        for match in kind.written.finditer(line):
            bare = _MARKS.sub("", match[0]).upper()
            if kind.is_valid(bare) and not (_is_made_up(bare) or _REPEATED.search(bare)):
                yield _Found(kind.title, match[0])


def _account(text: str) -> str:
    """The account at the beginning of a text, which may go on with words in capitals; empty if there is none."""
    pieces = text.split(" ")
    for end in range(len(pieces), 0, -1):
        bare = "".join(pieces[:end])
        if is_iban(bare):
            return "" if _is_made_up(bare) else " ".join(pieces[:end])
    return ""


def _is_made_up(bare: str) -> bool:
    """Whether a number without blanks is known from examples, or too regular to have been given to somebody."""
    return bare in KNOWN or bool(_RUN.search(bare))


def masked_number(number: str) -> str:
    """The last signs of a number, and its length."""
    return f"…{number[-_SHOWN_SIGNS:]} ({len(number)} characters)"


def without_personal(text: str) -> str:
    """The text with each such number masked, whether or not the line names it."""
    lines = text.split("\n")
    for n, line in enumerate(lines):
        if _DIGITS.search(line):
            for _, number, _ in list(_in_line(line, NUMBERS)):
                lines[n] = lines[n].replace(number, masked_number(number))
    return "\n".join(lines)
