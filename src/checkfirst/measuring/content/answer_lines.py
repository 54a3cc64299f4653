"""The lines that show that a text is a machine's answer: a refusal, a wait, a sign-in, a dialog that asks for consent."""

from typing import Final

from checkfirst.measuring.content.answer_sentences import (
    FIRST_LINE,
    MENU_WORDS,
    NUMBERED,
    STATUS,
    Said,
    Words,
    sentences,
)
from checkfirst.measuring.content.answer_walls import WALL, WALL_WORDS
from checkfirst.measuring.content.answer_words import (
    ADDRESSED,
    ASKED_FOR,
    CERTAIN,
    CONSENT,
    LOADING,
    OF_ANY_FORM,
    SIGN_IN,
    STATED,
    STORED,
)
from checkfirst.measuring.content.composed import has_a_subject
from checkfirst.measuring.text.lines import Lines
from checkfirst.model.document import Document, Role

#: Most words of an answer in text, of its longest line, and of the sentences between the menus of a page. Not measured.
MOST_WORDS: Final = 110
_LONGEST_LINE: Final = 70
_BETWEEN_MENUS: Final = 60
#: Fewest lines of the menus around a statement, its most words, and most lines that tell of a failure. Not measured.
_MENU_LINES, _STATEMENT_WORDS, _MOST_FAILED = 10, 14, 6
#: Most words of a statement that has no words of a server. Not measured.
_STATEMENT_MOST: Final = 30
#: Share of the lines with words of a site or a failure from which a text speaks of nothing else. Not measured.
_SHARE_FROM: Final = 0.6
#: Share of the words in lines that tell of a failure from which they need no word of a site beside them; most words of
#: such lines alone, spoken to nobody; most words of a text that needs no word of a site. Not measured.
_ALL_FROM: Final = 0.7
_BARE_WORDS: Final = 15
_CURT_WORDS: Final = 25
#: Most words of a page that was saved before it had loaded, and most lines that are quoted. Not measured.
_LOADING_WORDS: Final = 25
QUOTED: Final = 3
#: Fields of other sorts from which a form is for more than signing in. Not measured.
_MANY_FIELDS: Final = 5


def telling_lines(document: Document, lines: Lines, words: int, known: Words) -> list[int]:
    """The lines that show an answer, if the text speaks of nothing else; a line that tells of a failure first."""
    if words > MOST_WORDS:
        return _between_menus(lines, known)
    fields = {n for s in document.segments if s.role is Role.METADATA for n in s.span.indices}
    said = [s for s in sentences(lines) if s.line not in fields]
    if not said or max(s.words for s in said) > _LONGEST_LINE:
        return []
    if FIRST_LINE.match(lines.texts[said[0].line].strip()):
        return [s.line for s in said[:QUOTED]]
    if len(said) > 1 and STATUS.match(said[0].text) and said[1].words <= MENU_WORDS and known.tells_of_failure(said[1]):
        return [said[0].line, said[1].line]
    if words <= _LOADING_WORDS and (loading := [s.line for s in said if LOADING.match(s.text)]):
        return loading
    asked = any(s.text.endswith(("?", "？")) for s in said)
    if (
        sum(s.words for s in said) <= WALL_WORDS
        and not asked
        and (wall := [s.line for s in said if WALL.match(s.text)])
    ):
        # Who answers a question may say the same.
        return wall
    if has_a_subject(document, lines, said, known):
        return []
    return _refusal(said, known) or _form(said) or _consent(said)


def _between_menus(lines: Lines, known: Words) -> list[int]:
    """The line between the menus of a page that says that there is no such page, or its only sentences if they do."""
    counts = lines.word_counts[lines.filled]
    short = counts <= MENU_WORDS
    # Most texts end here, before any of their lines is searched.
    if short.sum() < max(_MENU_LINES, _SHARE_FROM * len(counts)):
        return []
    said = sentences(lines)
    failed = [s for s in said if known.tells_of_failure(s)]
    told = [s for s in failed if s.words <= _STATEMENT_WORDS and STATED.match(s.text)]
    # Texts that list such lines have more of them.
    if told and len(failed) <= _MOST_FAILED:
        return [told[0].line]
    long = [s for s in said if s.words > MENU_WORDS]
    return _refusal(long, known) if sum(s.words for s in long) <= _BETWEEN_MENUS else []


def _refusal(said: list[Said], known: Words) -> list[int]:
    """The lines that tell a visitor what failed or has to be waited for, if most words are about that."""
    failed = [s for s in said if known.tells_of_failure(s)]
    numbered = [s for s in said if NUMBERED.match(s.text) or STATUS.match(s.text)]
    about = [s for s in said if s in failed or s in numbered or known.site.search(s.text)]
    total = sum(s.words for s in said)
    if not failed or sum(s.words for s in about) < _SHARE_FROM * total:
        return []
    proof = [s for s in failed if known.site.search(s.text)]
    if numbered or (total <= _CURT_WORDS and sum(s.words for s in failed) >= _ALL_FROM * total):
        proof = proof or failed
    addressed = any(ADDRESSED.search(s.text) for s in said)
    bare = len(failed) == len(said) > 1 and total <= _BARE_WORDS
    # A long sentence that only seems to be an answer is about something.
    proof = [s for s in proof if s.words <= _STATEMENT_MOST or CERTAIN.search(s.text) or ASKED_FOR.search(s.text)]
    return [s.line for s in (*proof, *numbered)] if proof and (addressed or numbered or bare) else []


def _form(said: list[Said]) -> list[int]:
    """The lines of a form that signs a visitor in, in a text of hardly anything else."""
    form = [s for s in said if SIGN_IN.match(s.text)]
    is_form = len(form) > 1 and not all(OF_ANY_FORM.match(s.text) for s in form)
    # Who signs in is not asked for a telephone number, a date and so on.
    fields = [s for s in said if s.text.rstrip().endswith((":", "：")) and not SIGN_IN.match(s.text)]
    is_form = is_form and len(fields) < max(_MANY_FIELDS, len(form))
    return [s.line for s in form] if is_form and sum(s.words for s in said) <= _BETWEEN_MENUS else []


def _consent(said: list[Said]) -> list[int]:
    """The lines of a dialog that asks for consent: what is stored, and buttons for it."""
    about = [s for s in said if CONSENT.search(s.text)]
    asked = [s for s in about if STORED.search(s.text) and s.words > MENU_WORDS and ADDRESSED.search(s.text)]
    buttons = [s for s in about if s.words <= MENU_WORDS]
    most = sum(s.words for s in about) >= _SHARE_FROM * sum(s.words for s in said)
    return [s.line for s in asked] if most and len(buttons) > 1 else []
