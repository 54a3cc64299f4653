"""What a sentence states: its quantities, with the terms of their clauses and the conditions under which they hold."""

import re
from collections.abc import Callable, Iterator
from typing import Final

from msgspec import Struct
from msgspec.structs import replace

from checkfirst import lazy_re
from checkfirst.measuring.content.bounds import bound_of
from checkfirst.measuring.content.numbers import Number, numbers_of, words_of
from checkfirst.measuring.content.terms import stem, terms_of
from checkfirst.measuring.content.units import COUNTED, UNITS
from checkfirst.model.quantities import Form, Quantity
from checkfirst.model.quotes import Quote

_CLAUSE: Final = lazy_re.compile(r",\s|[，、]|\s(?=(?:and|but|und|aber|et|mais|y|pero|e|ma|maar)\s)|[()（）]")
#: Pronouns, behind which nobody knows what a number is of without the sentences before.
_OF_SOMETHING_NAMED_BEFORE: Final = lazy_re.compile(
    r"\b(?:they|it|i['’]\w{1,2}|i (?:am|have|will|can|think)|he|she|this|these|those|dies\w{1,2}|ils|elles|il dure|celui|ellos)\b|这一|该|此",
    re.IGNORECASE,
)
_NAMED_BEFORE: Final = lazy_re.compile(
    r"\W{0,6}(?:they|their|its?|our|i['’]\w{1,2}|he|she|this|these|those|that|sie|er|es|dies\w{0,2}|ils|il (?:est|a|faut|y|dure|peut|doit)|elles?|celui|cela|ellos|esto|esta)\b",
    re.IGNORECASE,
)
#: Sentences that tell of one case, of what was, or of what is only near: no statement of how things are.
_NO_STATEMENT: Final = lazy_re.compile(
    r"\b(?:e\.g|examples?|for instance|such as|suppose|imagine|assum\w{1,4}|was|were|had been|used to|previously|formerly|earlier|originally|until version|before version|since version|changed|instead of|no longer|remaining|increas\w{1,3}|reduc\w{1,4}|rais\w{1,3} (?:from|to)|about|approximately|roughly|around|nearly|almost|some|typically|usually|often|normally|average|estimat\w{1,3}|recommend\w{0,3}|suggest\w{0,3}|ideally|last|past|ago|next"
    r"|beispiel\w{0,3}|z\. ?b|etwa|ungefähr|rund|circa|ca|früher|bisher|statt|empfohlen|empfehl\w{1,2}|meist|durchschnittlich|vergangenen|letzten|seit"
    r"|par exemple|environ|auparavant|anciennement|était|étaient|recommandé\w{0,2}|dernière?s?"
    r"|por ejemplo|aproximadamente|unos|era|eran|anteriormente|recomienda|últim[oa]s|ad esempio|circa|erano|ongeveer|bijvoorbeeld|was|waren"
    r"|например|примерно|около|был[аио]?)\b|約|约|可能|大概|左右|例えば|例如|以前|平均|仮に|~\s?\d|≈|[?？]\W{0,4}$",
    re.IGNORECASE,
)
#: Words of a clause that says when the rest of its sentence holds.
_CONDITION: Final = lazy_re.compile(
    r"\b(?:if|when|whenever|unless|except|otherwise|in case|provided|given|using|depending|for each|wenn|falls|sofern|bei|außer|sonst|si|lorsque|quand|sauf|selon|en cas|cuando|salvo|según|se|quando|als|indien|tenzij|если|когда|кроме)\b|場合|とき|如果|若|경우",
    re.IGNORECASE,
)
#: With what a clause begins that says what a case is: "WHEN the file has 51 KB".
_CASE: Final = lazy_re.compile(
    r"\W{0,6}(?:given|if|when|whenever|unless|angenommen|wenn|falls|sofern|lorsque|quand|cuando|quando|если|когда)\b",
    re.IGNORECASE,
)
_QUESTION: Final = lazy_re.compile(r"[?？]\W{0,4}$")
#: Words of a heading that say where what stands below it holds.
_ENVIRONMENT: Final = lazy_re.compile(
    r"\b(?:dev\w{0,9}|prod\w{0,8}|staging|test\w{0,4}|local\w{0,2}|debug|demo|preview|linux|windows|mac ?os|android|ios|docker|kubernetes|v\d+(?:\.\d+){0,2}|free|basic|pro|premium|enterprise|standard|team|example\w{0,1}|beispiel\w{0,1}|exemple\w{0,1}|ejemplo\w{0,1}|option\w{0,1}|variant\w{0,1}|alternative\w{0,1}|phase\w{0,1}|level\w{0,1}|tier\w{0,1})\b",
    re.IGNORECASE,
)
#: What all parts of a document are called before their own names, with a number: it says nothing of what they share.
_SORT: Final = lazy_re.compile(
    r"^[\W\d_]{0,12}(?:requirements?|scenarios?|user story|story|features?|rule|use case|test case|anforderung|regel|szenario|exigence|r[eè]gle|sc[ée]nario|requisito|regla|regola|escenario|cen[áa]rio|требование|要件|要求|需求|场景)\b[\s\w.-]{0,12}[:：]\s{0,3}",
    re.IGNORECASE,
)
#: How a law numbers its articles and paragraphs.
_ARTICLE: Final = lazy_re.compile(
    r"\s{0,3}[#=*_\s]{0,8}(?:§|(?:art(?:\.|icles?|ikel|[íi]culo|igo|icolo|ykuł|ikkel)?|статья|стаття)\s?\d|第\s?[\d一二三四五六七八九十百]{1,6}\s?[条條])",
    re.IGNORECASE,
)
#: Terms below which a clause says too little by itself. Not measured.
_FEWEST: Final = 2
#: Words of a heading that names an environment, with its sign. Not measured.
_LONGEST_ENVIRONMENT: Final = 4


class Section(Struct, frozen=True):
    """The heading above a line."""

    number: int = 0
    terms: frozenset[str] = frozenset()
    is_article: bool = False
    environment: frozenset[str] = frozenset()
    """Its words that say where what stands below it holds."""

    @staticmethod
    def below(number: int, heading: str) -> "Section":
        """The section that a heading opens, the ``number``-th of its document."""
        short = len(heading.split()) <= _LONGEST_ENVIRONMENT
        places = (match[0].lower() for match in _ENVIRONMENT.finditer(heading)) if short else ()
        terms = terms_of(words_of(_SORT.sub("", heading)))
        return Section(number, terms, _ARTICLE.match(heading) is not None, frozenset(places))


def is_question(heading: str) -> bool:
    """Whether a heading asks, so that what stands below it answers."""
    return _QUESTION.search(heading) is not None


def of_sentence(
    sentence: str, label: list[str], section: Callable[[], Section], at: Callable[[], Quote], *, answers: bool
) -> Iterator[Quantity]:
    """The quantities of a sentence; of a clause with several numbers each may be of something else, so it has none.

    ``label`` has the words before a colon; ``section`` and ``at`` are asked for only where there is a quantity. A sentence that
    ``answers`` is said of what the heading above asks.
    """
    every = words_of(sentence)
    alone = numbers_of(every)
    if (
        not any(number.unit for number in alone)
        or _NO_STATEMENT.search(sentence)
        or (not answers and _NAMED_BEFORE.match(sentence))
    ):
        return
    clauses = [clause for clause in _CLAUSE.split(sentence) if clause]
    told = [
        (clause, words, numbers)
        for clause in clauses
        for words in (words_of(clause) if len(clauses) > 1 else every,)
        for numbers in (numbers_of(words) if len(clauses) > 1 else alone,)
        if len(numbers) == 1 and numbers[0].unit and _is_said(clause, answers=answers)
    ]
    if not told:
        return
    held = [clause for clause in clauses if _CONDITION.search(clause)]
    rest, here, quoted = _outside(every, alone), section(), at()
    places = {clause: place for place, clause in reversed(list(enumerate(clauses)))}
    for clause, words, numbers in told:
        # "After five attempts, the account is locked."
        if len(alone) == 1 and len(terms_of(words)) < _FEWEST:
            words, numbers = every, alone
        apart = [word for other in held if other is not clause for word in words_of(other)]
        condition = (terms_of(apart) | _IF if apart else frozenset()) | terms_of(label)
        condition |= rates_of(clause)
        found = quantity(words, numbers[0], Form.SENTENCE, here, quoted, condition)
        if answers:
            said = found.said_of | here.terms
            found = replace(found, said_of=said, before=found.before | here.terms, sentence=said)
        # Of several numbers of a sentence each is told by its order.
        order = frozenset({f"#{places[clause]}"}) if len(alone) > 1 else frozenset()
        yield replace(found, sentence=found.sentence | rest | order)


def _is_said(clause: str, *, answers: bool) -> bool:
    """Whether a clause says something by itself: not what a case is, nor of something named before."""
    return not _CASE.match(clause) and (answers or not _OF_SOMETHING_NAMED_BEFORE.search(clause))


def _outside(words: list[str], numbers: list[Number]) -> frozenset[str]:
    """The terms of the words of a sentence that are no part of its numbers."""
    inside = {k for number in numbers for k in range(number.first, number.last + 1)}
    return terms_of([word for k, word in enumerate(words) if k not in inside])


def rates_of(text: str) -> frozenset[str]:
    """What the number of a text is counted for, such as a day; each begins with ``/``."""
    return frozenset(f"/{stem(match['unit'])}" for match in _RATE.finditer(text))


#: What a number is counted for: "a day", "pro Monat".
_RATE: Final = lazy_re.compile(
    r"(?:\b(?:per|a|an|each|every|pro|je|par|por|al|all['’]|à l['’]|l['’]|by)\s?|/\s?)(?P<unit>seconds?|minutes?|min|hours?|h|days?|weeks?|months?|years?|person|users?|sekunde|minute|stunde|tag|woche|monat|jahr|seconde|heure|jour|semaine|mois|an|segundo|minuto|hora|día|semana|mes|año|giorno|mese|anno)\b",
    re.IGNORECASE,
)
#: Stands for a condition, whatever it says.
_IF: Final = frozenset({"if"})


def quantity(
    words: list[str],
    number: Number,
    form: Form,
    section: Section,
    at: Quote,
    condition: frozenset[str] = frozenset(),
) -> Quantity:
    """The quantity that a number among words is."""
    if number.unit in COUNTED:
        words = ["" if UNITS.get(word.lower(), ("",))[0] == number.unit else word for word in words]
    before, behind = terms_of(words[: number.first]), terms_of(words[number.last + 1 :])
    behind -= {rate[1:] for rate in condition if rate.startswith("/")}
    return Quantity(
        said_of=before | behind,
        before=before,
        sentence=before | behind,
        bound=bound_of(words, number),
        unit=number.unit,
        value=number.value,
        written=number.written,
        quote=at,
        form=form,
        condition=condition | section.environment,
        section=section.number,
        of_article=section.is_article,
        heading=section.terms,
    )
