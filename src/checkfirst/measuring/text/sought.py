"""Words and signs without which a pattern matches nowhere, sought for all patterns in one pass over a text.

Each group has, in small letters, what every match of its patterns has one of. A pattern is then tried on no line, or on few.
"""

from enum import IntEnum
from functools import cache, lru_cache
from typing import Final

import numpy as np
from numpy.typing import NDArray

from checkfirst.core import LiteralTable, line_literals, literal_table
from checkfirst.measuring.text.lowered import lowered
from checkfirst.model.formats import Trait
from checkfirst.reading.formats import preferred_suffixes


class Sought(IntEnum):
    """A group, as a bit, in the order of ``WORDS``."""

    FILLER = 1
    """What keeps the place of a text, alone on its line."""
    DUMMY = 2
    """Sentences that keep the place of a text."""
    ENDED = 4
    """What a document no longer is, and where it is now."""
    FIELD = 8
    """The field for a document's status."""
    RESULTS = 16
    """What a page of search results counts."""
    HOST = 32
    """Rows of pages of hosts of code."""
    QUESTION = 64
    """Rows of pages of a question."""
    DOCUMENT = 128
    """Suffixes of documents."""
    TITLED = 256
    """Titles of documents."""
    STORED = 512
    """What a dialog that asks for consent says is stored."""


WORDS: Final[dict[Sought, tuple[str, ...]]] = {
    Sought.FILLER: (
        *(
            "tbd",
            "tba",
            "t.b.d",
            "todo",
            "to do",
            "to be ",
            "/a yet",
            "na yet",
            "fill in",
            "fill this in",
            "coming soon",
        ),
        *("xxx", "content will", "content to ", "lorem ipsum", "item ", "heading ", "section ", "point ", "paragraph "),
        "bullet ",
    ),
    Sought.DUMMY: (
        *(
            "goes here",
            "replace this ",
            "quick brown fox",
            "text here",
            "content here",
            "title here",
            "description here",
        ),
        *(f"{kind} {what}" for kind in ("sample", "dummy", "filler") for what in ("text", "paragraph", "content")),
        *("summary here", "hier steht", "hier kommt", "beispieltext", "blindtext", "platzhaltertext", "texte factice"),
        *("texte d'exemple", "votre texte ici", "texto de ", "testo segnaposto", "voorbeeldtekst"),
    ),
    Sought.ENDED: (
        *(
            "superseded",
            "dated",
            "obsolet",
            "replaced",
            "withdrawn",
            "retired",
            "deprecated",
            "archived",
            "discontinued",
        ),
        *("abandon", "of life", "of-life", "sunset", "ersetzt", "veraltet", "zurückgezogen", "archiviert", "abgelöst"),
        *("außer kraft", "remplac", "obsolèt", "retir", "archiv", "périmé", "caduque", "reemplazad", "sustituid"),
        *("derogad", "sostituit", "ritirat", "superat", "substituíd", "arquivad", "vervangen", "verouderd"),
        *("ingetrokken", "zastąpion", "wycofan", "przestarzał", "ersatt", "föråldra", "устарел", "замен", "отозван"),
        *("rejected", "eol", "unmaintained", "inactive", "no longer", "abgelehnt", "rejet", "rechazad", "respint"),
        *(
            "nahrazen",
            "nahraden",
            "zastaral",
            "zrušen",
            "erstattet",
            "forældet",
            "foreldet",
            "udgået",
            "utgått",
            "tilba",
        ),
        *("korvattu", "vanhentunut", "kumottu", "kaldiril", "застаріл", "замінен", "скасован", "відкликан", "elavult"),
        *(
            "hatálytalan",
            "visszavont",
            "înlocuit",
            "abrogat",
            "învechit",
            "已废",
            "已廢",
            "已作废",
            "已被取代",
            "廃止",
            "廃版",
        ),
        *("폐지", "폐기", "대체됨", "neplatn", "stažen", "retras", "geçersiz", "失效", "无效", "無効", "非推奨"),
        *("umgezogen", "verschoben", "verlegt", "déplac", "déménag", "movid", "trasladad", "spostat", "verplaatst"),
        *("przeniesion", "перемещен", "перенесен", "переехал", "移動しました", "移至", "迁移到", "搬到", "이동"),
        *("afgewezen", "moved to", "migrated to", "kept", "nicht mehr", "n'est plus"),
    ),
    Sought.FIELD: (
        *(
            "sta",
            "lifecycle",
            "maturity",
            "état",
            "situação",
            "статус",
            "tila",
            "durum",
            "стан",
            "állapot",
            "状态",
            "狀態",
        ),
        *("状態", "ステータス", "상태"),
    ),
    Sought.RESULTS: (
        *("result", "hits", "matches", "ergebnis", "treffer", "résultat", "risultat", "wynik", "результат", "tulosta"),
    ),
    Sought.HOST: ("pull request", "merge request", "commented", "issue #"),
    # Three of the five sorts of rows are on every such page, so that one of these is among them.
    Sought.QUESTION: (
        *("asked", "gefragt", "formulada", "posée", "preguntada", "perguntada", "вопрос задан"),
        *("viewed", "gesehen", "vista", "vue", "просмотрен"),
        *("answered", "beantwortet", "respondida", "répond", "ответ дан"),
    ),
    Sought.DOCUMENT: preferred_suffixes(Trait.LISTED, without=Trait.PAGE),
    Sought.TITLED: ("spec", "design doc", "requirements document", "threat model"),
    Sought.STORED: (
        *("cookie", "consent", "privacy", "personal data", "your data", "einwilligung", "datenschutz", "vie privée"),
        *("consentement", "données", "privacidad", "consentimiento", "datos", "riservatezza", "consenso"),
        *("dati personali", "privacidade", "dados", "toestemming", "gegevens", "prywatnoś", "zgod"),
        *("конфиденциальн", "данны"),
    ),
}


_GROUPS: Final = tuple(WORDS.values())


@cache
def _table(groups: tuple[tuple[str, ...], ...]) -> LiteralTable:
    bits: dict[bytes, int] = {}
    for number, words in enumerate(groups):
        for word in map(str.encode, words):
            bits[word] = bits.get(word, 0) | 1 << number
    return literal_table(bits)


def _bits(text: str, groups: tuple[tuple[str, ...], ...]) -> NDArray[np.uint64]:
    """The groups of each line of a text: a bit for each, in order."""
    found = line_literals(text.encode("utf-8", "surrogatepass"), _table(groups))
    return np.frombuffer(found, dtype=np.uint64)


@lru_cache(maxsize=2)
def _found(text: str) -> tuple[NDArray[np.uint64], int]:
    """The groups of each line as bits, and those of all lines. Those of the last texts are kept, for many ask for them."""
    of_lines = _bits(lowered(text), _GROUPS)
    return of_lines, int(np.bitwise_or.reduce(of_lines))


def groups_in(text: str, groups: tuple[tuple[str, ...], ...]) -> tuple[bool, ...]:
    """For groups that one search alone needs, at most 64: whether a text has a word of each."""
    return exact_groups_in(lowered(text), groups)


def exact_groups_in(text: str, groups: tuple[tuple[str, ...], ...]) -> tuple[bool, ...]:
    """The same of words and signs that are written so, in small letters or in capitals."""
    bits = int(np.bitwise_or.reduce(_bits(text, groups)))
    return tuple(bool(bits >> n & 1) for n in range(len(groups)))


def lines_of(text: str, *groups: tuple[str, ...]) -> tuple[frozenset[int], ...]:
    """For groups that one search alone needs, at most 64: the lines with a word of each, numbered from 0."""
    bits = _bits(lowered(text), groups)
    return tuple(frozenset((bits & np.uint64(1 << n)).nonzero()[0].tolist()) for n in range(len(groups)))


def groups_of_lines(text: str, groups: tuple[tuple[str, ...], ...]) -> dict[int, int]:
    """For groups that one search alone needs, at most 64: the groups of each line that has a word of any, as bits."""
    return exact_groups_of_lines(lowered(text), groups)


def exact_groups_of_lines(text: str, groups: tuple[tuple[str, ...], ...]) -> dict[int, int]:
    """The same of words and signs that are written so, in small letters or in capitals."""
    bits = _bits(text, groups)
    lines = bits.nonzero()[0]
    return dict(zip(lines.tolist(), bits[lines].tolist(), strict=True))


def holds(text: str, sought: Sought) -> bool:
    """Whether a text has a word or sign of the group."""
    return bool(_found(text)[1] & sought)


def lines_with(text: str, sought: Sought) -> list[int]:
    """The lines with one, numbered from 0, in order."""
    of_lines, of_all = _found(text)
    return (of_lines & np.uint64(sought)).nonzero()[0].tolist() if of_all & sought else []
