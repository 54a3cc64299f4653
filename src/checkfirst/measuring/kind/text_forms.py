"""Sorts of texts that the build of their lines tells: an article with comments, slides, a filler, a page below a dialog."""

import re
from collections import Counter
from typing import Final

from checkfirst import lazy_re
from checkfirst.measuring.page.consent import asks_for_consent, is_policy
from checkfirst.measuring.text.lines import Lines
from checkfirst.model.kind_measures import PageForm
from checkfirst.model.location import TextSpan
from checkfirst.model.threads import Thread

# None of these numbers was measured.

#: Words of the text above comments, lines above the first one that may speak of them, and words of such a line.
_ARTICLE_WORDS, _NEAR, _SAID_WORDS = 120, 10, 10
#: Confidence in a thread that is named by the page, too.
_LIKELY: Final = 0.8
_COMMENTS: Final = lazy_re.compile(
    r"\b(?:comments?|kommentare?|commentaires?|comentarios?|comentários?|commenti|reacties|komentarze|kommentarer|комментари\w+)\b|コメント|评论|評論|댓글",
    re.IGNORECASE,
)
#: Fewest points and their share of the lines of slides, most words of a line on average, and share of lines with a full stop.
_POINTS, _POINTS_FROM, _SLIDE_WORDS, _STOPPED = 8, 0.25, 12, 0.2
_POINT = lazy_re.compile(r"\s*[•▪●◦‣■–]\s*\S")
#: Words of a text that are counted, fewest of them, and the shares of words of Latin, of those beside its endings, of the
#: endings, and of words of other languages.
_COUNTED, _FEWEST, _LATIN_FROM, _LATIN_BESIDE, _ENDINGS_FROM, _OTHER_TO = 600, 50, 0.08, 0.05, 0.15, 0.02
_ENDING = lazy_re.compile(r"\w{2,}(?:orum|arum|ibus|[aeu]ntur|unt|que|um|us|ae)")
_WORD = lazy_re.compile(r"[^\W\d_]+")
_LATIN: Final = frozenset(
    [
        "et",
        "in",
        "est",
        "non",
        "ad",
        "cum",
        "sed",
        "quae",
        "ut",
        "ab",
        "nec",
        "qui",
        "quod",
        "sunt",
        "aut",
        "atque",
        "ipsum",
        "dolor",
        "sit",
        "amet",
        "quid",
        "enim",
        "eius",
    ]
)
_OTHER: Final = frozenset(
    ["the", "of", "and", "to", "for", "is", "die", "und", "der", "les", "que", "los", "il", "di", "che", "la", "el"]
)
#: Lines of a dialog at the top, words of its title and of its sentences, and fewest sentences.
_TOP, _TITLE_WORDS, _SENTENCE, _SENTENCES = 8, 8, 6, 2
#: The title of such a dialog.
_TITLED = lazy_re.compile(
    r"cookie|tracker|tracking|privacy|consent|datenschutz|einwilligung|vie privée|privacidad|riservatezza|toestemming"
)


def text_form(lines: Lines, thread: Thread[TextSpan] | None, words_above: int) -> PageForm | None:
    """The sort of a text by its lines; ``None`` without one."""
    if _is_below_dialog(lines):
        return PageForm.BEHIND_CONSENT
    if thread is not None and _has_comments(lines, thread, words_above):
        return PageForm.ARTICLE_PAGE
    if _is_latin(lines):
        return PageForm.LATIN
    return PageForm.SLIDES if _is_slides(lines) else None


def _has_comments(lines: Lines, thread: Thread[TextSpan], words_above: int) -> bool:
    """Whether a thread stands below a text, and a short line above it says that it is one of comments."""
    if words_above < _ARTICLE_WORDS or thread.confidence < _LIKELY:
        return False
    above = lines.filled[lines.filled < thread.span.start_line][-_NEAR:].tolist()
    return any(lines.word_counts[n] <= _SAID_WORDS and _COMMENTS.search(lines.texts[n]) for n in above)


def _is_slides(lines: Lines) -> bool:
    texts = [lines.texts[n].strip() for n in lines.filled.tolist()]
    points = sum(_POINT.match(text) is not None for text in texts)
    if points < _POINTS or points < _POINTS_FROM * len(texts):
        return False
    stopped = sum(text.endswith((".", ";")) for text in texts)
    return stopped <= _STOPPED * len(texts) and int(lines.word_counts.sum()) <= _SLIDE_WORDS * len(texts)


def _is_latin(lines: Lines) -> bool:
    texts = (lines.texts[n].lower() for n in lines.filled.tolist()[:_COUNTED] if not lines.texts[n].startswith("<"))
    words = [word for text in texts for word in _WORD.findall(text)][:_COUNTED]
    total = len(words)
    times = Counter(words)
    latin, other = (sum(times[word] for word in times.keys() & listed) for listed in (_LATIN, _OTHER))
    if total < _FEWEST or other > _OTHER_TO * total or latin < _LATIN_BESIDE * total:
        return False
    return latin >= _LATIN_FROM * total or sum(map(_is_ending, words)) >= _ENDINGS_FROM * total


def _is_ending(word: str) -> bool:
    return _ENDING.fullmatch(word) is not None


def _is_below_dialog(lines: Lines) -> bool:
    """Whether a text begins with a dialog about what is stored, and goes on with something else."""
    filled = lines.filled.tolist()
    top = [(n, lines.texts[n].lower()) for n in filled[:_TOP]]
    titled = any(lines.word_counts[n] <= _TITLE_WORDS and _TITLED.search(text) for n, text in top[:2])
    asked = [n for n, text in top if lines.word_counts[n] > _SENTENCE and asks_for_consent(text)]
    if not titled or len(asked) < _SENTENCES:
        return False
    others = [n for n in filled if n > asked[-1]]
    total = sum(int(lines.word_counts[n]) for n in others)
    return total >= _ARTICLE_WORDS // 2 and not is_policy(lines, others)
