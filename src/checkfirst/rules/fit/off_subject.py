"""FIT002: the document shares no word with what the set is said to be about."""

from collections.abc import Iterator

from checkfirst.model.finding import Severity
from checkfirst.model.kinds import Answer
from checkfirst.model.needs import Needs
from checkfirst.model.rule import Hit, facts, rule
from checkfirst.model.views import SetView
from checkfirst.rules.fit._first_lines import first_lines

#: Words of the topic that the message names.
_MOST_WORDS = 5
#: The least confidence of a finding; not measured.
_LEAST_CONFIDENCE = 0.6


@rule(
    code="FIT002",
    sees=SetView,
    severity=Severity.NOTE,
    since="0.1.0",
    needs=(
        Needs.TOPIC,
        Needs.FITS,
    ),
    whole=True,
)
def off_subject(view: SetView) -> Iterator[Hit]:
    """The document shares no word with what the set is said to be about, by its index or by `about` in the configuration.

    It may be about something else, or call the thing by another name.

    Look at it; if it belongs, add its subject to `about` in the configuration.
    """
    topic = view.measures.topic
    if topic is None:
        return
    by_path = view.measures.by_path
    for path in topic.missing:
        fit = view.measures.fits.get(path)
        if fit is not None and fit.answer is not Answer.YES:
            where = topic.source or "the configuration"
            yield Hit(
                message=f"nothing of what {where} says the set is about: {', '.join(topic.words[:_MOST_WORDS])}",
                evidence=first_lines(by_path[path]),
                confidence=round(max(_LEAST_CONFIDENCE, 1 - fit.score), 2),
                path=path,
                related=(topic.source,) if topic.source else (),
                data=facts(words=topic.words[:_MOST_WORDS]),
            )
