"""The end of a text: a link to the rest of it, or a sentence that is cut off."""

import re
from typing import Final

from checkfirst import lazy_re
from checkfirst.measuring.text.lines import Lines
from checkfirst.measuring.text.quoting import quote_end
from checkfirst.model.document import Role, Segment
from checkfirst.model.languages import ENGLISH
from checkfirst.model.location import TextSpan
from checkfirst.model.traces import Trace, TraceKind

_STUB_END = lazy_re.compile(
    r"(?:\[(?:\.\.\.|…)\](?=\W*$)|(?:\.\.\.|…)\s*(?:read|continue|see|view|show) (?:more|reading)|(?:continue|keep) reading|read (?:the )?(?:full|rest of the) (?:article|story|post)"
    r"|to (?:read|continue reading)[^.\n]{0,40}(?:subscribe|sign in|log in|register)|(?:subscribe|sign in|log in|register)[^.\n]{0,30} to (?:read|continue|unlock|keep reading)"
    r"|this (?:article|content|story) is (?:for|available to|reserved for) (?:subscribers|members)|\[truncated\]|\(truncated\)|<truncated>|\[output truncated\]|content truncated)",
    re.IGNORECASE,
)
#: A link to another document, which a reader of the set can follow.
_LOCAL = lazy_re.compile(r"\]\((?!\w+:|//|#)[^()\s]+\)|:(?:doc|ref):`|\[\[")
#: Fewest words of a text, and of its last line, that may be cut off; shorter notes often end without a full stop. Not
#: measured.
_WHOLE_WORDS: Final = 150
_LAST_LINE_WORDS: Final = 6
#: Fewest words of a text that ends at an article or a conjunction. Not measured.
_SOME_WORDS: Final = 40
#: Fewest words of a last paragraph that is prose, and lines of it that are looked at. Not measured.
_PARAGRAPH_WORDS: Final = 20
_LOOKED_BACK: Final = 60
#: Most words of a last line that links to the rest of the text; longer lines are prose. Not measured.
_LINK_WORDS: Final = 16
#: Number of last characters that are searched for such a link.
_SEARCHED: Final = 200
#: Fewest other paragraphs, and share of them that end a sentence, from which an open end means a cut. Not measured.
_FEWEST_PARAGRAPHS: Final = 4
_CLOSED_FROM: Final = 0.9
#: Characters that end a paragraph's last sentence.
_CLOSING: Final = (".", "!", "?", ":", "”", '"', ")", "*", "`", ";", "…")
#: Definitions of links, addresses, options of directives and rows of tags, which end without a full stop.
_REFERENCE_LINE = lazy_re.compile(r"^\[[^\]]{1,80}\]:|://|^\.\. _|^:[\w .=-]{1,60}: |^(?:[#@][\w-]+[\s,]*){2,}$")
_SENTENCE_END = lazy_re.compile(r"[^\W\d_]{2}[.!?…][\"'”’»)]{0,2}\s+[\"'“„«(]{0,2}[^\W\d_]")
_OPEN_END = lazy_re.compile(r"(?:[^\W\d_],?|(?<![.!?])[,(–-])$")


def _by_language(words: dict[str, str]) -> dict[str, frozenset[str]]:
    return {language: frozenset(listed.split()) for language, listed in words.items()}


#: Words after which no sentence ends, by language: articles, prepositions, possessives and conjunctions. German verbs and
#: their prefixes are not among them: they end a clause.
_NEVER_LAST: Final = _by_language(
    {
        "en": "with for from that which whose into by as at between is are was were will its to in on our their my your his "
        "would could should might must has upon toward towards although whereas unless until whether",
        "de": "der die das einem einer für von wenn zwischen des dem den im vom zum zur beim ihre ihrer "
        "ihren seine seiner seinen unsere unserer unseren keine keinen sowie damit obwohl",
        "fr": "les des du de avec pour par que qui dont est sont dans sur au aux en ce cette ces son sa ses leur leurs notre "
        "nos à se ne lorsque afin",
        "es": "el los del o con por que para es son en al su sus entre sobre desde hasta un unos unas se cuando",
        "it": "i gli di che per con sono nel del della dei delle degli al alla dal dalla nella un uno tra fra suo sua",
        "pt": "o os do da dos das de em no na nos nas com para por que ao aos seu sua entre quando",
        "nl": "van met voor dat den bij tussen om te hun haar onze wanneer",
        "pl": "z w na do że oraz dla przez od po przy który która które",
        "sv": "att som med för från till en ett den det sin sina när",
        "da": "at som med for fra til en et den det sin sine når",
        "ru": "для что на в с к о об от из у по за не при который которая чтобы",
    }
)
#: Ends of whole sentences in English whose last word is among them: "to move on", "how strong it is".
_CLOSED_CLAUSE = lazy_re.compile(
    r"\b(?:mov(?:e|es|ed|ing)|go(?:es|ing)?|went|carr(?:y|ies|ied|ying)|log(?:s|ged|ging)?|sign(?:s|ed|ing)?|turn(?:s|ed|ing)?|hold(?:s|ing)?"
    r"|keep(?:s|ing)?|com(?:e|es|ing)|hang(?:s|ing)?|switch(?:ed|es|ing)?|later|early|so|opt(?:s|ed|ing)?|built|check(?:s|ed|ing)?|plug(?:s|ged)?)\s(?:on|in|by)$"
    r"|\b(?:how|what|who|where|whatever|whoever)\b(?:\s[\w'’-]{1,30}){1,6}\s(?:is|are|was|were|for|with|from|on|in|to)$",
    re.IGNORECASE,
)
#: A command behind the prompt of a shell.
_PROMPT = lazy_re.compile(r"[$%]\s\w")
#: Those that end no list item and no caption either, so that the other paragraphs need not be looked at.
_CONNECTING: Final = _by_language(
    {
        "en": "the a an and or of than because if",
        "de": "und ein eine einen oder dass weil",
        "fr": "le la un une et ou",
        "es": "la las un y",
        "it": "il lo la un una e",
        "pt": "um uma e ou",
        "nl": "het een en of",
        "pl": "i oraz lub albo",
        "sv": "och eller",
        "da": "og eller",
        "ru": "и или",
    }
)
#: What an author still has to write: no cut.
_TO_DO = lazy_re.compile(r"\b(?:TODO|TBD|TBA|FIXME|XXX|WIP)\b")
#: What a word has that is read as it stands.
_ADDRESS = lazy_re.compile(r"@|://|\w\.\w{2}")


def find_cut_end(
    lines: Lines, segments: tuple[Segment[TextSpan], ...], language: str | None, *, is_page: bool
) -> list[Trace]:
    """A trace of a last line that links to the rest of the text, ends in the middle of a sentence, or lacks its end.

    ``language`` is that of the text; words of an unknown one are taken for English. A web page (``is_page``) may show an
    ellipsis in brackets, and has links to other texts at its end.
    """
    if not len(lines.filled):
        return []
    last = int(lines.filled[-1])
    bare = lines.texts[last].strip()
    if (
        not is_page
        and not (segments and segments[-1].role is Role.CODE)
        and lines.word_counts[last] <= _LINK_WORDS
        and _STUB_END.search(bare[-_SEARCHED:])
        and not _LOCAL.search(bare)
    ):
        return [Trace(kind=TraceKind.STUB_END, quote=quote_end(lines.texts, last))]
    role = segments[-1].role if segments else None
    if _TO_DO.search(bare) or _PROMPT.match(bare) or role not in {Role.PROSE, Role.LIST}:
        return []
    words = int(lines.word_counts.sum())
    if words >= _SOME_WORDS and (
        _ends_with(bare, _CONNECTING, language)
        or (role is Role.PROSE and _ends_with(bare, _NEVER_LAST, language) and _goes_on_after_sentence(lines, last))
    ):
        return [Trace(kind=TraceKind.CUT_SENTENCE, quote=quote_end(lines.texts, last))]
    long = lines.word_counts[last] >= _LAST_LINE_WORDS and words >= _WHOLE_WORDS
    address = _ADDRESS.search(bare[-_SEARCHED:].split()[-1])
    opened = _OPEN_END.search(bare) and not _REFERENCE_LINE.search(bare) and not address
    if role is Role.PROSE and long and opened and _closes_sentences(lines, segments):
        cut = bare[-1] in ",([–-" or bare.count("(") > bare.count(")") or _ends_with(bare, _NEVER_LAST, language)
        return [Trace(kind=TraceKind.CUT_SENTENCE if cut else TraceKind.OPEN_END, quote=quote_end(lines.texts, last))]
    return []


def _ends_with(line: str, words: dict[str, frozenset[str]], language: str | None) -> bool:
    """Whether the last word of a line, before a comma, is one of its language's words."""
    last = line.rstrip(",").rpartition(" ")[2].lower()
    return last in words.get(language or ENGLISH, ()) and not (
        language in {None, ENGLISH} and _CLOSED_CLAUSE.search(line[-_SEARCHED:])
    )


def _goes_on_after_sentence(lines: Lines, last: int) -> bool:
    """Whether the last paragraph is prose: many words, with a whole sentence before the one that is cut off."""
    first = last
    while first and not lines.blank[first - 1] and last - first < _LOOKED_BACK:
        first -= 1
    words = int(lines.word_counts[first : last + 1].sum())
    text = "\n".join(lines.texts[first : last + 1])
    return words >= _PARAGRAPH_WORDS and _SENTENCE_END.search(text) is not None


def _closes_sentences(lines: Lines, segments: tuple[Segment[TextSpan], ...]) -> bool:
    """Whether nearly all other paragraphs end with the end of a sentence."""
    prose = [n for s in segments if s.role is Role.PROSE for n in range(s.span.start_line - 1, s.span.end_line)]
    ends = [
        lines.texts[n].strip() for n in prose if not lines.blank[n] and n + 1 < len(lines.texts) and lines.blank[n + 1]
    ]
    # The last paragraph is the one in question.
    ends = [end for end in ends if end][:-1]
    closed = sum(end.endswith(_CLOSING) for end in ends)
    return len(ends) >= _FEWEST_PARAGRAPHS and closed >= _CLOSED_FROM * len(ends)
