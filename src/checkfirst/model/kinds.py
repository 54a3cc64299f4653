"""Kinds of documents, and purposes of a set."""

from typing import Final

from checkfirst.model.quick_enum import QuickEnum


class Group(QuickEnum):
    """A group of kinds. A document whose kind is uncertain still gets a group."""

    TECHNICAL = "technical"
    RESEARCH = "research"
    RECORD = "record"
    ARTICLE = "article"
    DISCUSSION = "discussion"
    COMMERCE = "commerce"
    POLICY = "policy"
    LITERATURE = "literature"
    DATA = "data"
    SHELL = "shell"
    UNKNOWN = "unknown"


class Kind(QuickEnum):
    """What a document is, judged by its form and its words and not by its name."""

    SPECIFICATION = "specification"
    REFERENCE = "reference"
    TUTORIAL = "tutorial"
    README = "readme"
    CHANGELOG = "changelog"
    FAQ = "faq"
    AGENT_INSTRUCTIONS = "agent-instructions"
    ACADEMIC_PAPER = "academic-paper"
    MEETING_NOTES = "meeting-notes"
    TRANSCRIPT = "transcript"
    EMAIL = "email"
    PLAN = "plan"
    NEWS_ARTICLE = "news-article"
    OPINION = "opinion"
    BLOG_POST = "blog-post"
    WEB_ARTICLE = "web-article"
    ANNOUNCEMENT = "announcement"
    ENCYCLOPEDIA = "encyclopedia"
    REVIEW = "review"
    HOW_TO = "how-to"
    COMMENT_SECTION = "comment-section"
    FORUM_THREAD = "forum-thread"
    PRODUCT_PAGE = "product-page"
    NOTICE = "notice"
    LEGAL = "legal"
    PROJECT_POLICY = "project-policy"
    FICTION = "fiction"
    NONFICTION = "nonfiction"
    LOG = "log"
    STRUCTURED_DATA = "structured-data"
    SOURCE_CODE = "source-code"
    INDEX_LISTING = "index-listing"
    ERROR_PAGE = "error-page"
    UNKNOWN = "unknown"

    @property
    def group(self) -> Group:
        """The group of this kind."""
        return _GROUP_OF[self]


_MEMBERS: dict[Group, tuple[Kind, ...]] = {
    Group.TECHNICAL: (
        Kind.SPECIFICATION,
        Kind.REFERENCE,
        Kind.TUTORIAL,
        Kind.README,
        Kind.CHANGELOG,
        Kind.FAQ,
        Kind.AGENT_INSTRUCTIONS,
    ),
    Group.RESEARCH: (Kind.ACADEMIC_PAPER,),
    Group.RECORD: (Kind.MEETING_NOTES, Kind.TRANSCRIPT, Kind.EMAIL, Kind.PLAN),
    Group.ARTICLE: (
        Kind.NEWS_ARTICLE,
        Kind.OPINION,
        Kind.BLOG_POST,
        Kind.WEB_ARTICLE,
        Kind.ANNOUNCEMENT,
        Kind.ENCYCLOPEDIA,
        Kind.REVIEW,
        Kind.HOW_TO,
    ),
    Group.DISCUSSION: (Kind.COMMENT_SECTION, Kind.FORUM_THREAD),
    Group.COMMERCE: (Kind.PRODUCT_PAGE, Kind.NOTICE),
    Group.POLICY: (Kind.LEGAL, Kind.PROJECT_POLICY),
    Group.LITERATURE: (Kind.FICTION, Kind.NONFICTION),
    Group.DATA: (Kind.LOG, Kind.STRUCTURED_DATA, Kind.SOURCE_CODE),
    Group.SHELL: (Kind.INDEX_LISTING, Kind.ERROR_PAGE),
    Group.UNKNOWN: (Kind.UNKNOWN,),
}
_GROUP_OF = {kind: group for group, kinds in _MEMBERS.items() for kind in kinds}

_PLAIN_NAMES = {
    Kind.README: "project readme",
    Kind.FAQ: "FAQ",
    Kind.AGENT_INSTRUCTIONS: "instructions for a coding agent",
    Kind.EMAIL: "e-mail",
    Kind.OPINION: "opinion article",
    Kind.ENCYCLOPEDIA: "encyclopedia article",
    Kind.HOW_TO: "household how-to or recipe",
    Kind.COMMENT_SECTION: "reader-comment thread",
    Kind.NOTICE: "notice or job advertisement",
    Kind.LEGAL: "legal text",
    Kind.PROJECT_POLICY: "project policy",
    Kind.FICTION: "story",
    Kind.NONFICTION: "non-fiction book text",
    Kind.INDEX_LISTING: "bare listing",
    Kind.ERROR_PAGE: "error or login page",
    Kind.UNKNOWN: "document of unknown kind",
}
_WITHOUT_ARTICLE = {
    "source code",
    "structured data",
    "legal text",
    "instructions for a coding agent",
    "meeting notes",
}


#: The words for a document whose group is known and whose kind is not.
GROUP_NAMES: Final = {
    Group.ARTICLE: "an article",
    Group.DISCUSSION: "a discussion",
    Group.COMMERCE: "a shop page or notice",
    Group.LITERATURE: "a text from a book",
    Group.RECORD: "minutes, mail or another record",
    Group.POLICY: "a policy or legal text",
    Group.DATA: "data or code",
    Group.SHELL: "a listing or an error page",
}


def plain_name(kind: Kind) -> str:
    """The kind in the words of a message, without an article."""
    return _PLAIN_NAMES.get(kind, kind.value.replace("-", " "))


def with_article(noun: str) -> str:
    """The noun with its indefinite article, or bare where English uses none ("source code")."""
    if noun in _WITHOUT_ARTICLE:
        return noun
    # These are read letter by letter, and begin with the vowels of "eff" and "ar".
    begins_with_vowel = noun[0] in "aeiou" or noun.startswith(("FAQ", "RFC"))
    return f"{'an' if begins_with_vowel else 'a'} {noun}"


class Purpose(QuickEnum):
    """What the set is for. A file can be right for one purpose and wrong for another."""

    BUILD = "build"
    RETRIEVE = "retrieve"
    TRAIN = "train"


class Answer(QuickEnum):
    """The answer to a yes-or-no question; ``unknown`` where the measures don't decide it."""

    YES = "yes"
    NO = "no"
    UNKNOWN = "unknown"
