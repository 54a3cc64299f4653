"""What an HTML page says of itself, and the elements that sites put around what they publish."""

import re
from collections.abc import Iterator
from itertools import islice
from typing import Final

from lxml import etree, html
from msgspec.structs import replace

from checkfirst import lazy_re
from checkfirst.model.kind_measures import PageForm
from checkfirst.model.location import SourceLine, text_span
from checkfirst.model.page_signs import PageSigns, Statement, Surrounding
from checkfirst.model.quotes import Quote

# None of these numbers was measured.

#: Characters of structured data that are searched for types, and of a quotation.
_SEARCHED, _QUOTED = 200_000, 100
#: Sites that a page offers to be shared on; links of a list of other pages.
_SITES, _LINKS = 2, 2
#: Types of schema.org by the sort of page; the first that a page has counts. Types of documentation are not among them.
_TYPES: Final = (
    (PageForm.JOB_AD, ("JobPosting",)),
    (PageForm.SHOP_PAGE, ("Product", "ProductGroup", "IndividualProduct")),
    (PageForm.QUESTION_PAGE, ("QAPage",)),
    (PageForm.FORUM_PAGE, ("DiscussionForumPosting", "SocialMediaPosting")),
    (PageForm.RECIPE_PAGE, ("Recipe",)),
    (
        PageForm.ARTICLE_PAGE,
        (
            "NewsArticle",
            "BlogPosting",
            "Article",
            "LiveBlogPosting",
            "ReportageNewsArticle",
            "OpinionNewsArticle",
            "Review",
        ),
    ),
)
_IN_DATA = lazy_re.compile(r'"@type"\s*:\s*(?:\[\s*)?"(?:https?://schema\.org/)?(\w+)"')
_IN_MARKUP = lazy_re.compile(r"schema\.org/(\w+)\s*$")
_PREVIEWED: Final = {"article", "news", "blog", "newsarticle"}
_DATED: Final = {"article:published_time", "article:author", "article:section", "og:article:published_time"}
_OF_BLOG = lazy_re.compile(r"(?:^|\s)(?:hentry|h-entry|single-post|postid-\d+)(?:\s|$)")
_SHARED_ON = lazy_re.compile(
    r"(facebook)\.com/(?:sharer|share\.php|dialog/(?:share|feed))|\b(twitter|x)\.com/(?:intent/|share\b|home\?status)"
    r"|(linkedin)\.com/(?:shareArticle|sharing|cws/share)|(pinterest)\.\w+/pin/create|(reddit)\.com/submit|(whatsapp)\.com/send|(wa\.me)/\?"
    r"|(whatsapp)://send|\b(t|telegram)\.me/share|(tumblr)\.com/(?:share|widgets/share)|(plus\.google)\.com/share|(getpocket)\.com/(?:save|edit)"
    r"|(xing)\.com/(?:spi/shares|social_plugins/share)|\b(vk)\.com/share|(ycombinator)\.com/submitlink|(digg)\.com/submit|(stumbleupon)\.com/submit"
    r"|(delicious)\.com/save|(instapaper)\.com/hello|(line)\.me/R/|(bsky)\.app/intent|(threads)\.net/intent|(flipboard)\.com/bookmarklet"
    r"|(weibo)\.com/share|(buffer(?:app)?)\.com/add",
    re.IGNORECASE,
)
_NAMED: Final = {
    Surrounding.SHARE: r"share|shares|sharing|sharedaddy|sharebar|addtoany|addthis|teilen|partager|compartir",
    Surrounding.RELATED: r"related|recommended|recommendations|most-?(?:read|popular|viewed)|read-?next|more-(?:stories|news|articles|posts)|trending|yarpp|you-may-(?:also-)?like",
    Surrounding.COMMENTS: r"respond|commentform|comment-form|disqus[-_]thread|comment-?list|comments|commento|utterances|giscus|livefyre",
    Surrounding.ADVERTISEMENTS: r"adsbygoogle|advert|adverts|advertisement|ad-(?:slot|unit|wrapper|container)|dfp|taboola|outbrain|anzeige",
    Surrounding.BYLINE: r"byline|by-line|author|authors|vcard|posted-(?:by|on)|entry-meta|post-meta|entry-date|dateline",
}
_CLASSES: Final = {
    what: lazy_re.compile(rf"(?:^|[-_\s])(?:{names})(?=$|[-_\s])", re.IGNORECASE) for what, names in _NAMED.items()
}
_ADVERTISER = lazy_re.compile(
    r"googlesyndication|doubleclick\.net|taboola|outbrain|amazon-adsystem|adnxs|criteo", re.IGNORECASE
)


def page_signs(root: html.HtmlElement) -> PageSigns | None:
    """The signs of a page that a site published; ``None`` for a page that says nothing of the sort."""
    stated = _typed(root) or _previewed(root) or _of_blog(root)
    if stated is None:
        return None
    form, statement, quote = stated
    around = {what: found for what in Surrounding if (found := next(_found(root, what), None))}
    return PageSigns(form=form, statement=statement, stated=quote, around=tuple(around.items()))


def _quote(element: etree._Element, text: str) -> Quote:
    line = SourceLine(element.sourceline or 1)
    return Quote(span=replace(text_span(0), source_line=line), text=" ".join(text.split())[:_QUOTED])


def _typed(root: html.HtmlElement) -> tuple[PageForm, Statement, Quote] | None:
    """The type of schema.org that a page gives itself, in data or in markup."""
    found: dict[str, Quote] = {}
    for script in root.iter("script"):
        if "ld+json" in (script.get("type") or ""):
            for match in _IN_DATA.finditer((script.text or "")[:_SEARCHED]):
                found.setdefault(match[1], _quote(script, match[1]))
    for element in root.iter("html", "body", "main", "article", "div", "section", "li"):
        if marked := _IN_MARKUP.search(element.get("itemtype") or ""):
            found.setdefault(marked[1], _quote(element, marked[0].strip()))
    for form, names in _TYPES:
        if quote := next((found[name] for name in names if name in found), None):
            return form, Statement.TYPE, quote
    return None


def _previewed(root: html.HtmlElement) -> tuple[PageForm, Statement, Quote] | None:
    """The fields for a preview, if they say that the page is an article, and when or by whom it was published."""
    fields = {(m.get("property") or m.get("name") or "").lower(): m for m in root.iter("meta")}
    kind = fields.get("og:type")
    if (
        kind is None
        or (kind.get("content") or "").strip().lower() not in _PREVIEWED
        or fields.keys().isdisjoint(_DATED)
    ):
        return None
    return PageForm.ARTICLE_PAGE, Statement.PREVIEW, _quote(kind, "og:type")


def _of_blog(root: html.HtmlElement) -> tuple[PageForm, Statement, Quote] | None:
    """The class by which programs for blogs mark a post, if the page has one post."""
    named = ((e, _OF_BLOG.search(e.get("class") or "")) for e in root.iter("body", "article", "div", "main", "section"))
    posts = [(element, match[0].strip()) for element, match in islice(((e, m) for e, m in named if m), 4)]
    inner = [element for element, _ in posts if element.tag != "body"]
    if not posts or len(inner) > 1:
        return None
    return PageForm.ARTICLE_PAGE, Statement.SOFTWARE, _quote(*posts[0])


def _found(root: html.HtmlElement, what: Surrounding) -> Iterator[Quote]:
    """The elements of a page that are such a surrounding."""
    if what is Surrounding.SHARE:
        shared = {next(filter(None, m.groups())): (e, m[0]) for e in root.iter("a") if (m := _shared(e))}
        if len(shared) >= _SITES:
            yield _quote(*next(iter(shared.values())))
    if what is Surrounding.ADVERTISEMENTS:
        for element in root.iter("script", "iframe"):
            if match := _ADVERTISER.search(element.get("src") or ""):
                yield _quote(element, match[0])
    for element in root.iter(
        "div", "section", "aside", "ul", "ol", "form", "p", "span", "a", "time", "footer", "header", "ins"
    ):
        named = f"{element.get('class') or ''} {element.get('id') or ''}"
        if (match := _CLASSES[what].search(named)) and (what is not Surrounding.RELATED or _is_list(element)):
            yield _quote(element, match[0].strip(" -_"))


def _shared(link: etree._Element) -> re.Match[str] | None:
    return _SHARED_ON.search(link.get("href") or "")


def _is_list(element: etree._Element) -> bool:
    return len(list(islice(element.iter("a"), _LINKS))) >= _LINKS
