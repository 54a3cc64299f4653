"""How much of a document is sentences that state requirements: obligations, limits, interfaces.

A specification says what must hold, with numbers and identifiers, and speaks to nobody. An article, a story or a thread
may say `must` now and then, between sentences of people who speak. The signs are grammatical ones, so that they hold in
short documents and in languages from which no kinds were learned.
"""

import re
from typing import Final

from checkfirst import lazy_re
from checkfirst.model.content import Requirements
from checkfirst.model.document import Document, Role
from checkfirst.model.formats import Trait

#: Characters of a document that are looked through; more changed no answer on the labelled documents.
_LOOKED_THROUGH: Final = 12_000
#: Shares of sentences in a document of the form of a specification: requirements at least, obligations among them at
#: least, and personal ones at most. Of the labelled documents, 32 in 100 specifications are within them and 2 in 1,000
#: articles, announcements, threads, stories and shop pages.
_RULES_FROM, _OBLIGATIONS_FROM, _PERSONAL_TO = 0.25, 0.05, 0.15
#: Words of the shortest sentence, and letters of the shortest one in a language without spaces. Not measured.
_FEWEST_WORDS, _FEWEST_LETTERS = 4, 8
_SENTENCE_END = lazy_re.compile(r"(?<=[.!?])\s+|[。！？]|\n\s*\n|\n(?=\s*(?:[-*+|#>]|\d+[.)]))")
_WORD = lazy_re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
#: Forms of words for an obligation, a permission or a limit, in the languages of ``function_words`` that have them as
#: single words.
_OBLIGATION_WORDS: Final = (
    "must shall should cannot required allowed forbidden refused rejected muss müssen musst darf dürfen soll "
    "sollen sollte höchstens mindestens doit doivent devra devront devrait faut interdit obligatoire debe deben "
    "deberá deberán obligatorio prohibido deve devem deverá deverão devono dovrà obbligatorio vietato moet moeten "
    "mag mogen hoogstens minstens skal skall ska måste må musi muszą powinien powinna powinny wolno musí smí kell "
    "köteles trebuie zorunludur gerekir harus wajib phải должен должна должно должны обязан повинен повинна "
    "täytyy pitää saa cal"
)
_OBLIGATION: Final = frozenset(_OBLIGATION_WORDS.split())
#: Obligations in languages without spaces, and limits of more than one word.
_LIMIT = lazy_re.compile(
    r"必须|必須|应当|應當|不得|最多|至少|以内|なければならない|なければなりません|ものとする|해야 한다|해야 합니다"
    r"|\b(?:at (?:most|least)|no (?:more|fewer|less|later|earlier|longer) than|au (?:plus|moins)|como máximo|al menos"
    r"|al massimo|no máximo|pelo menos|не (?:более|менее)|ten minste|ten hoogste|co najmniej|co najwyżej)\b",
    re.IGNORECASE,
)
#: Pronouns of those who speak and of persons who are told about, and their possessives.
_PERSONAL_WORDS: Final = (
    "i i'm i've i'd i'll me my mine we we're we've we'll us our you you're you've you'll your he she him her his "
    "hers ich mich mir mein meine meinen meiner wir uns unser unsere du dich dein deine je j'ai moi mon mes nous "
    "notre nos tu toi tes vous votre vos yo nosotros nuestro nuestra eu meu minha nós nosso nossa mio "
    "mia noi nostro nostra ik mij mijn wij onze jij jouw jag mig min vår jeg meg vi я мне мой мы нас наш "
    "mnie mój nasz 我 我们 我們 私 私たち 僕"
)
#: Those of them by which someone speaks of himself, or tells of another.
_NARRATING_WORDS: Final = (
    "i i'm i've i'd i'll me my mine he she him her his hers ich mich mir mein meine meinen je j'ai moi mon mes yo eu meu "
    "minha mio mia ik mij mijn jag jeg я мне мой mnie mój 我 私 僕 他 她 彼 彼女"
)
_NARRATING: Final = frozenset(_NARRATING_WORDS.split())
#: Key words of requirements in capitals (RFC 2119, RFC 8174).
_KEYWORDS: Final = ("MUST", "SHALL", "SHOULD", "REQUIRED")
_KEYWORD = lazy_re.compile(rf"\b(?:{'|'.join(_KEYWORDS)})\b")
_FEWEST_KEYWORDS: Final = 2
_PERSONAL: Final = frozenset(_PERSONAL_WORDS.split())
#: The same in languages without spaces, and signs of speech.
_SPOKEN = lazy_re.compile(r"[?!？！\"“„«»”「」我你您她私僕]")
#: An identifier, a method with its path, a quantity with its unit.
_CONCRETE = lazy_re.compile(
    r"`[^`\n]+`|\b(?:GET|POST|PUT|PATCH|DELETE) /|\b[a-z]+_[a-z_]+\b|\b[a-z]+[A-Z]\w+\b"
    r"|\d\s?(?:%|°|€|\$|(?:percent|ms|s|sec|min|h|hours?|minutes?|seconds?|days?|weeks?|months?|years?|bytes?|bits?"
    r"|[kKMGT]i?[Bb]|mm|cm|m|km|kg|g|l|Hz|kHz|MHz|V|A|W|kW|bar|euros?|cents?|requests?|characters?|jours?|heures?|mois"
    r"|ans|caractères|Tagen?|Stunden?|Minuten?|Sekunden?|Wochen?|Zeichen|secondes?|segundos?|minutos?|horas?|días?|giorni"
    r"|ore|dias|дней|часов|минут|секунд)\b)|\d\s?(?:秒|分|時間|小时|日|天|年|字|円|元)"
)


def measure_requirements(document: Document) -> Requirements:
    """How many sentences of a document's prose state requirements, and how many are spoken by or tell of persons."""
    if Trait.PROSE not in document.traits:
        return Requirements()
    sentences = obligations = rules = personal = narrated = keywords = 0
    text = _text(document)
    may_have_keyword = any(word in text for word in _KEYWORDS)
    for sentence in _SENTENCE_END.split(text):
        words = _WORD.findall(sentence)
        if len(words) < _FEWEST_WORDS and not (sentence.isascii() is False and len("".join(words)) >= _FEWEST_LETTERS):
            continue
        sentences += 1
        lower = set(" ".join(words).lower().replace("’", "'").split(" "))
        narrated += not lower.isdisjoint(_NARRATING)
        keywords += may_have_keyword and _KEYWORD.search(sentence) is not None
        if not lower.isdisjoint(_PERSONAL) or _SPOKEN.search(sentence):
            personal += 1
        elif not lower.isdisjoint(_OBLIGATION) or _LIMIT.search(sentence):
            obligations += 1
            rules += 1
        elif _CONCRETE.search(sentence):
            rules += 1
    return Requirements(
        sentences=sentences,
        obligations=obligations,
        rules=rules,
        personal=personal,
        narrated=narrated,
        stated=keywords >= _FEWEST_KEYWORDS
        or (
            obligations > 0
            and obligations >= _OBLIGATIONS_FROM * sentences
            and rules >= _RULES_FROM * sentences
            and personal <= _PERSONAL_TO * sentences
        ),
    )


def _text(document: Document) -> str:
    """The text from the start of a document, without its code blocks and front matter."""
    lines = document.text[:_LOOKED_THROUGH].split("\n")
    for segment in document.segments:
        if segment.role in {Role.CODE, Role.METADATA}:
            for index in segment.span.indices:
                if index < len(lines):
                    lines[index] = ""
    return "\n".join(lines)
