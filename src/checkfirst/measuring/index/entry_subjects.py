"""Whether the text of an index entry names a subject, so that its file can be held against it.

Many link texts name no subject: a language (`日本語`), a format (`PDF`), a sort of record (`minutes`), a date, a number.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable
from typing import Final

from checkfirst.measuring.text.content_words import content_words
from checkfirst.model.entries import Entry

#: Words that say how a file is stored, what sort of record it is, or what to do with the link. Chosen by hand.
_SORTS: Final = (
    "pdf html htm docx doc pptx ppt xlsx csv json yaml epub markdown text txt zip tar source raw "
    "minutes agenda agendas slides deck recording recordings video audio transcript transcripts summary summaries draft "
    "drafts report record records paper poster demo code repo repository link links url website site web "
    "example examples sample samples demos "
    "click download downloads view open show continue details detail full version versions original translation mirror "
    "archive archived online preview print edit issue pull request discussion thread comments blog post article "
    "best practice practices "
    "january february march april june july august september october november december "
    "monday tuesday wednesday thursday friday saturday sunday spring summer autumn winter quarter week today"
)
#: Names of languages in English and in themselves, lower case.
_LANGUAGES: Final = (
    "english deutsch german français francais french español espanol spanish castellano português portugues portuguese "
    "italiano italian nederlands dutch svenska swedish norsk norwegian bokmål nynorsk dansk danish suomi finnish "
    "íslenska icelandic polski polish čeština cestina czech slovenčina slovak slovenščina slovenian magyar hungarian "
    "română romana romanian български bulgarian русский russian українська ukrainian беларуская belarusian српски srpski "
    "serbian hrvatski croatian bosanski bosnian ελληνικά greek türkçe turkce turkish العربية arabic עברית hebrew فارسی "
    "persian farsi हिन्दी हिंदी hindi বাংলা bengali bangla தமிழ் tamil తెలుగు telugu اردو urdu ไทย thai tiếng việt "
    "vietnamese bahasa indonesia indonesian melayu malay filipino tagalog 中文 简体中文 繁體中文 繁体中文 正體中文 chinese "
    "simplified traditional mandarin cantonese 日本語 japanese 한국어 korean català catala catalan euskara basque galego "
    "galician gaeilge irish cymraeg welsh latina latin esperanto lietuvių lithuanian latviešu latvian eesti estonian "
    "shqip albanian македонски macedonian қазақша kazakh ქართული georgian հայերեն armenian afrikaans kiswahili swahili"
)
_NO_SUBJECT: Final = frozenset(f"{_SORTS} {_LANGUAGES}".split())
#: Share of an index's judged entries that don't fit their files, and their number, from which its link texts are
#: taken for something other than titles. Not measured.
_MOSTLY, _MANY = 0.5, 4
#: Files from which a title that an index gives them names the subject of none. Not measured.
_SHARED: Final = 3


def subject_words(title: str) -> list[str]:
    """The content words of an entry's title but for those that name no subject."""
    return [word for word in content_words(title) if word not in _NO_SUBJECT]


def with_subjects(entries: Iterable[Entry]) -> list[Entry]:
    """The entries that name what their file is about, none of them inside a sentence.

    A title that an index gives to many files names none of their subjects. A title of stop words (`Overview`) counts
    only with a description, and only where no other link stands on its line, which the description may be about.
    """
    listed = [entry for entry in entries if not entry.in_sentence]
    files: defaultdict[tuple[str, str], set[str | None]] = defaultdict(set)
    for entry in listed:
        files[entry.index, entry.title.casefold()].add(entry.listed)
    on_line = Counter((entry.index, entry.quote.span) for entry in listed)
    return [
        entry
        for entry in listed
        if len(files[entry.index, entry.title.casefold()]) < _SHARED
        and (
            subject_words(entry.title)
            or (_is_of_stop_words(entry.title) and entry.description and on_line[entry.index, entry.quote.span] == 1)
        )
    ]


def without_conventions(broken: list[Entry], judged: list[Entry]) -> list[Entry]:
    """The entries that don't fit, without those of an index most of whose entries don't: its link texts are no titles."""
    total, odd = Counter(entry.index for entry in judged), Counter(entry.index for entry in broken)
    return [entry for entry in broken if odd[entry.index] < max(_MANY, _MOSTLY * total[entry.index])]


def _is_of_stop_words(title: str) -> bool:
    """Whether a title has words, and all of them are words that any title may have."""
    words = title.casefold().split()
    return any(map(str.isalpha, title)) and not any(word in _NO_SUBJECT for word in words) and not content_words(title)
