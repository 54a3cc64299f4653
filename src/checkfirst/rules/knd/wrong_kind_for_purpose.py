"""KND002: nothing can be built from a document of this kind."""

from collections.abc import Iterator

from checkfirst.model.finding import Severity
from checkfirst.model.kinds import Answer, Group, Kind, Purpose, plain_name, with_article
from checkfirst.model.measures import DocumentMeasures
from checkfirst.model.needs import Needs
from checkfirst.model.rule import Hit, facts, rule
from checkfirst.model.views import DocumentView
from checkfirst.rules.knd._kinds import GROUP_NAMES, NOT_PROSE, evidence_of

#: Groups that nothing can be built from. Policies and records are not among them: good sets hold them beside specifications.
_NOT_FOR_BUILDING = (Group.ARTICLE, Group.DISCUSSION, Group.COMMERCE, Group.LITERATURE)
#: Summed probability of those groups from which the document is an error, and from which a warning; chosen on
#: development families with ``python -m benchmarks.lead``.
_ERROR_FROM, _WARNING_FROM = 0.9, 0.75
#: The same for a warning on a saved web page, which is seldom a specification; not measured.
_SCRAPED_WARNING_FROM = 0.6
#: Kinds of articles that nobody has to narrate.
_IMPERSONAL = (Kind.ANNOUNCEMENT, Kind.NEWS_ARTICLE)
#: Words of a text below which its kind is a guess; not measured.
_FEWEST_WORDS = 30
#: Share of sentences with an I, a he or a she from which a text is told by someone: half of the articles among the labelled
#: documents have more than .15, and 9 in 10 of the specifications, references and tutorials less than .1.
_NARRATED_FROM = 0.12


@rule(
    code="KND002",
    sees=DocumentView,
    severity=Severity.ERROR,
    also={
        Severity.WARNING: f"the probability of such a kind is below {_ERROR_FROM}, or if it may describe a system",
        Severity.NOTE: "it is no saved page, thread or shop page, and few of its sentences say I, he or she",
    },
    since="0.1.0",
    needs=(Needs.TEXT,),
    whole=True,
)
def wrong_kind_for_purpose(view: DocumentView) -> Iterator[Hit]:
    """The document is of a kind that nothing can be built from: an article, a thread, a shop page, a story.

    A team or a coding agent that starts from it builds what its writer happened to mention, or
    invents the rest.

    Put the specification in its place, or take it out; for a set that is only read, say `--purpose retrieve`.
    """
    measures = view.measures
    if view.purpose is not Purpose.BUILD or view.document.format in NOT_PROSE:
        return
    if measures.statistics.words < _FEWEST_WORDS:
        return
    wrong = measures.kind.probability(*_NOT_FOR_BUILDING)
    evidence = evidence_of(measures)
    least = _SCRAPED_WARNING_FROM if measures.scraped.answer is Answer.YES else _WARNING_FROM
    if measures.describes_system.answer is Answer.YES or measures.requirements.stated or wrong < least or not evidence:
        return
    sure = wrong >= _ERROR_FROM and measures.describes_system.answer is Answer.NO
    severity = None if sure else Severity.WARNING
    if not _is_told(measures):
        # Help pages and proposals in plain words are like articles to the model; nobody narrates in them.
        severity = Severity.NOTE
    yield Hit(
        message=f"{_what(measures)}: not a document to build from, it describes no system",
        evidence=evidence,
        confidence=round(wrong, 2),
        severity=severity,
        data=facts(kind=measures.kind.kind.value, group=measures.kind.group.value),
    )


def _is_told(measures: DocumentMeasures) -> bool:
    """Whether someone narrates, or the document is a saved page or a thread, or of a kind in which nobody has to."""
    voice = measures.requirements
    return (
        voice.narrated >= _NARRATED_FROM * voice.sentences > 0
        or measures.scraped.answer is Answer.YES
        or measures.thread is not None
        or measures.kind.group not in {Group.ARTICLE, Group.LITERATURE, Group.UNKNOWN}
        or measures.kind.kind in _IMPERSONAL
    )


def _what(measures: DocumentMeasures) -> str:
    """The document's kind or group in words, with the number of reader comments below it."""
    kind = measures.kind
    named = kind.kind is not Kind.UNKNOWN
    what = with_article(plain_name(kind.kind)) if named else GROUP_NAMES.get(kind.group, "of no known kind")
    thread = measures.thread
    if thread and kind.group is not Group.DISCUSSION:
        comments = "comment" if len(thread.comments) == 1 else "comments"
        what += f" with a thread of {len(thread.comments)} reader {comments}"
    return what
