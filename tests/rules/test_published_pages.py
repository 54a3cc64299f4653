"""Pages in HTML that a site published as an article, a shop page or a thread, and documentation in HTML."""

import pytest

from checkfirst import check_documents
from checkfirst.config import Config
from checkfirst.reading.read import read
from checkfirst.reading.sandbox.protocol import as_message, from_message
from checkfirst.reading.text.html import read_html

CONFIG = Config(select=("WEB001",))
TEXT = "<p>The sluice was opened at noon, and the water fell by a foot before the tide came back to the gate.</p>" * 6


def page(head: str, body: str) -> str:
    return f"<!DOCTYPE html>\n<html>\n<head>\n<title>The sluice</title>\n{head}\n</head>\n<body>\n{body}\n</body>\n</html>\n"


NEWS = page(
    '<script type="application/ld+json">{"@context": "https://schema.org", "@type": "NewsArticle", "headline": "The sluice"}</script>',
    f'<h1>The sluice</h1><span class="byline">By Ann Weir</span>{TEXT}<a href="https://www.facebook.com/sharer/sharer.php?u=x">f</a>'
    '<a href="https://twitter.com/intent/tweet?url=x">t</a>',
)
BEITRAG = page(
    "",
    f'<article itemscope itemtype="https://schema.org/BlogPosting"><h1>Die Schleuse</h1>{TEXT}</article>'
    '<div id="respond"><h3>Schreibe einen Kommentar</h3></div>',
)
ARTICLE = page(
    '<meta property="og:type" content="article"><meta property="article:published_time" content="2023-02-01">',
    f'<h1>L’écluse</h1><p class="post-meta">Par Anne, 1 février</p>{TEXT}'
    '<aside class="related-posts"><ul><li><a href="/a">La porte</a></li><li><a href="/b">Le quai</a></li></ul></aside>',
)
TIENDA = page(
    '<script type="application/ld+json">{"@graph": [{"@type": "BreadcrumbList"}, {"@type": "Product", "offers": {"@type": "Offer", "price": "12"}}]}</script>',
    f'<h1>Compuerta de latón</h1>{TEXT}<section class="related products"><a href="/1">Bisagra</a> <a href="/2">Perno</a></section>',
)
POST = page(
    '<meta name="generator" content="WordPress 6">',
    f'<div class="post hentry"><p class="entry-meta">Ann</p>{TEXT}<div class="sharedaddy">Share</div></div><div id="respond">Reply</div>',
)


def told(name: str, text: str) -> list[tuple[str, str]]:
    return [(f.severity.value, f.message) for f in check_documents([(name, text)], config=CONFIG).findings]


@pytest.mark.parametrize(
    ("text", "what"),
    [
        (NEWS, "an article page"),
        (BEITRAG, "an article page"),
        (ARTICLE, "an article page"),
        (TIENDA, "a product page of a shop"),
        (POST, "an article page"),
    ],
)
def test_a_page_that_says_what_it_is_is_told(text: str, what: str) -> None:
    [(severity, message)] = told("sluice.html", text)
    assert severity == "warning"
    assert message.startswith(f"{what} as its site published it, with ")


def test_the_signs_are_quoted_where_they_stand() -> None:
    [finding] = check_documents([("sluice.html", NEWS)], config=CONFIG).findings
    assert [(e.quote, e.place.start_line) for e in finding.evidence] == [
        ("NewsArticle", 5),
        ("facebook.com/sharer", 8),
        ("byline", 8),
    ]


@pytest.mark.parametrize("folder", ["blog", "news/2023", "tests/fixtures"])
def test_in_its_folder_it_is_a_note(folder: str) -> None:
    assert [severity for severity, _ in told(f"{folder}/sluice.html", NEWS)] == ["note"]


def test_a_statement_alone_is_a_note() -> None:
    text = page('<script type="application/ld+json">{"@type": "Article"}</script>', f"<h1>The sluice</h1>{TEXT}")
    assert told("sluice.html", text) == [("note", "an article page as its site published it")]


MENU = '<nav><ul><li><a href="a.html">Gates</a></li><li><a href="b.html">Sluices</a></li></ul></nav>'
#: A built manual with its search and contents; one with fields for previews; one with breadcrumbs as data; a specification
#: with its authors; a law; a manual that shows what a page says of itself.
DOCUMENTATION = [
    page(
        '<meta name="generator" content="mkdocs-1.5">',
        f'{MENU}<form class="md-search"></form><article class="md-content__inner"><h1>Sluice</h1>{TEXT}</article>'
        '<div class="md-footer">Built with care</div>',
    ),
    page(
        '<meta property="og:type" content="article"><meta property="article:published_time" content="2024-01-01"><meta name="generator" content="Hugo">',
        f"{MENU}<h1>Sluice</h1>{TEXT}",
    ),
    page(
        '<script type="application/ld+json">[{"@type": "BreadcrumbList"}, {"@type": "TechArticle"}, {"@type": "APIReference"}]</script>',
        f'{MENU}<h1>Sluice</h1>{TEXT}<div class="theme-share">Copy link</div><div class="related"><a href="a">a</a><a href="b">b</a></div>',
    ),
    page("", f'<h1>Sluice</h1><dl><dt>Editors</dt><dd class="p-author h-card vcard">Ann Weir</dd></dl>{TEXT}'),
    page("", f"{MENU}<h1>Water Act</h1><h2>Section 1</h2>{TEXT}<h2>Section 2</h2>{TEXT}"),
    page(
        "",
        f'{MENU}<h1>Structured data</h1>{TEXT}<pre>&lt;script type="application/ld+json"&gt;{{"@type": "NewsArticle"}}</pre>'
        '<a href="https://twitter.com/intent/tweet">Share</a>',
    ),
]


@pytest.mark.parametrize("text", DOCUMENTATION)
def test_documentation_in_html_is_not(text: str) -> None:
    assert told("sluice.html", text) == []


def test_layouts_of_a_site_are_not() -> None:
    assert told("_layouts/post.html", NEWS) == []


def test_signs_of_a_long_page_come_from_the_other_process() -> None:
    structure = read_html(NEWS)
    assert structure.page_signs is not None
    assert from_message(as_message(structure)).page_signs == structure.page_signs
    long = NEWS.replace("</body>", f"{TEXT * 700}</body>")
    assert read("sluice.html", long.encode()).page_signs == structure.page_signs
