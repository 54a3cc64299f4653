"""How much of a text runs in sentences, and how many numbered articles it has: form, whatever the language."""

import re
from collections.abc import Iterable
from typing import Final

from msgspec import Struct

from checkfirst import lazy_re
from checkfirst.measuring.text.code_spans import PLAIN_CODE_SPAN
from checkfirst.measuring.text.prose import is_word
from checkfirst.model.document import Document, Role

#: Characters of a document that are looked through. Not measured.
_LOOKED_THROUGH: Final = 20_000
#: Words of the shortest sentence, and the share of its tokens that are words of a language: a line of code ends with a
#: colon or a full stop too. Not measured.
_FEWEST_WORDS, _WORDS_FROM = 6, 0.75
#: Letters of a language without spaces that count as one word. Not measured.
_LETTERS_OF_A_WORD: Final = 2
#: Steps by which the numbers of articles may rise, since some articles are repealed. Not measured.
_LARGEST_STEP: Final = 3
_NOT_SENTENCES: Final = {Role.CODE, Role.METADATA, Role.TABLE}
#: Targets of links, tags, statements of template languages.
_MARKUP = lazy_re.compile(r"\]\([^()\n]*\)|<[^<>\n]{1,300}>|\{[{%][^{}\n]{0,200}[}%]\}")
_PARAGRAPH_END = lazy_re.compile(r"\n\s*\n|\n(?=\s*(?:[-*+•|#>]|\d+[.)]))")
_SENTENCE_END = lazy_re.compile(r"(?<=[.!?…])[\"'”»)\]]?\s+|(?<=[。！？])")
_ENDED = lazy_re.compile(r"[.!?…。！？:][\"'”»’)\]*_]*$")
#: A line that begins with a word, or the sign of a section, and a number.
_NUMBERED = lazy_re.compile(r"^[^\w\n§]{0,8}(§{1,2}|第|[^\W\d_]{3,12}\.?)[ \t]{0,2}(\d{1,4})\b", re.MULTILINE)
_UNSPACED = lazy_re.compile(r"[\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7af]")


class Sentences(Struct, frozen=True):
    """Counts over the beginning of a text."""

    words: int
    """Words of the text, those of code, tables and front matter among them."""
    running: int
    """Words in sentences: a sentence has some words of a language, and ends."""
    articles: int
    """Most lines that begin with one and the same word, or sign of a section, and a rising number."""

    @property
    def share(self) -> float:
        """The share of the words that are in sentences."""
        return self.running / max(1, self.words)


def measure_sentences(document: Document, kept: Iterable[int]) -> Sentences:
    """The sentences of the lines ``kept``, whose numbers are from 0."""
    lines = document.text[:_LOOKED_THROUGH].split("\n")
    chosen = [""] * len(lines)
    for index in kept:
        if index < len(lines):
            chosen[index] = lines[index]
    other = 0
    for segment in document.segments:
        if segment.role in _NOT_SENTENCES:
            for index in segment.span.indices:
                if index < len(chosen):
                    other += len(chosen[index].split())
                    chosen[index] = ""
    text = "\n".join(chosen)
    words, running = _counts(_MARKUP.sub(" ", PLAIN_CODE_SPAN.sub(" x ", text)))
    return Sentences(words=words + other, running=running, articles=_articles(text))


def _counts(text: str) -> tuple[int, int]:
    """The words of a text, and those of them that are in sentences."""
    words = running = 0
    for paragraph in _PARAGRAPH_END.split(text):
        for sentence in _SENTENCE_END.split(paragraph):
            tokens = sentence.split()
            count = sum(map(_length, tokens))
            words += count
            if count >= _FEWEST_WORDS and _ENDED.search(sentence.rstrip()):
                running += count if sum(map(is_word, tokens)) >= _WORDS_FROM * len(tokens) else 0
    return words, running


def _length(token: str) -> int:
    """The words of a token: one, but in languages without spaces."""
    return 1 if token.isascii() else len(_UNSPACED.findall(token)) // _LETTERS_OF_A_WORD or 1


def _articles(text: str) -> int:
    seen: dict[str, tuple[int, int]] = {}
    for found in _NUMBERED.finditer(text):
        name, number = found[1].lower().rstrip("."), int(found[2])
        last, count = seen.get(name, (number - 1, 0))
        seen[name] = number, count + (last < number <= last + _LARGEST_STEP)
    return max((count for _, count in seen.values()), default=0)
