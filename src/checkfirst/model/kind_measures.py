"""What a document is: its kind, its parts, and answers with their probability."""

from typing import Generic

from msgspec import Struct

from checkfirst.model.kinds import Answer, Group, Kind
from checkfirst.model.location import At, TextSpan
from checkfirst.model.quick_enum import QuickEnum
from checkfirst.model.quotes import Quote


class Part(Struct, Generic[At], frozen=True, kw_only=True):
    """Consecutive lines of one group, in a document of several groups."""

    group: Group
    span: At
    confidence: float
    """Mean probability of the group over the part."""


class PageForm(QuickEnum):
    """A sort of page that is told by signs of its own; its value is its name in messages."""

    JOB_AD = "job ad"
    VIDEO_PAGE = "page of a video"
    LYRICS = "song with its lyrics"
    PARKED_PAGE = "page of a parked domain"
    PULL_REQUEST_PAGE = "pull request page"
    ISSUE_PAGE = "issue page"
    REPOSITORY_PAGE = "repository page"
    SOCIAL_THREAD = "social media thread"
    ARTICLE_PAGE = "article page"
    RECIPE_PAGE = "recipe page"
    SHOP_PAGE = "product page of a shop"
    QUESTION_PAGE = "page of a question with answers"
    FORUM_PAGE = "forum page"
    MAIL_THREAD = "e-mail thread"
    PAPER_PAGE = "page of a paper with its abstract"
    RECORD_PAGE = "record of a registry"
    SLIDES = "set of slides"
    LATIN = "text in Latin, perhaps a filler"
    BEHIND_CONSENT = "page with a consent dialog above its text"


class KindMeasure(Struct, frozen=True, kw_only=True):
    """The kind of a document."""

    kind: Kind
    """``unknown`` where no kind is probable enough."""
    group: Group
    confidence: float
    """Calibrated probability of ``kind``, or of ``group`` where the kind is unknown."""
    kinds: tuple[tuple[Kind, float], ...]
    """All kinds with a probability of at least .01, the most probable first."""
    groups: tuple[tuple[Group, float], ...]
    """Likewise for groups."""
    evidence: tuple[Quote, ...]
    """Lines whose words speak most for the kind."""
    form: PageForm | None = None
    """A sort of page that the kinds don't part, of a document that is probably not technical."""
    parts: tuple[Part[TextSpan], ...] = ()
    """Parts of a document of several groups, comment threads and page chrome left out; empty for one group."""

    @property
    def likeliest_group(self) -> Group:
        """The most probable group, however probable; ``unknown`` for a document whose kind was not measured."""
        return self.groups[0][0] if self.groups else Group.UNKNOWN

    def probability(self, *wanted: Kind | Group) -> float:
        """Summed probability of the given kinds and groups, to four digits like each of them."""
        return round(sum(p for k, p in self.kinds if k in wanted or k.group in wanted), 4)


class Judgement(Struct, frozen=True, kw_only=True):
    """Answer to a yes-or-no question about a document, with the lines that support it."""

    answer: Answer
    score: float
    """Calibrated probability of ``yes``."""
    evidence: tuple[Quote, ...] = ()
