"""Comments and surroundings that the markup of a page names, and markup that only looks so."""

import pytest

from checkfirst.reading.text.html import read_html

_ARTICLE = "<h1>Hemp and tar</h1><p>The old gates were packed with hemp, and the keepers renewed it each spring.</p>"
_SAID = ("We did that until 1980.", "Never saw hemp, ours was moss.", "Moss rots within a year, believe me.")
_WHO = ("mossy", "Ida F.", "tiller")


def details(n: int) -> str:
    return f'<details class="comment" open><summary>{_WHO[n]} le {n + 3} mars 2024 [lien]</summary><p>{_SAID[n]}</p></details>'


def schema(n: int) -> str:
    return (
        f'<div itemscope itemtype="https://schema.org/Comment"><b itemprop="author">{_WHO[n]}</b>'
        f'<time datetime="2024-03-0{n + 3}">vor {n + 2} Tagen</time><p itemprop="text">{_SAID[n]}</p></div>'
    )


def listed(n: int) -> str:
    return (
        f'<li id="kommentar-{n + 40}"><article><cite>{_WHO[n]}</cite><span>{n + 3}.3.2024, 8:0{n} Uhr</span>'
        f"<p>{_SAID[n]}</p></article></li>"
    )


@pytest.mark.parametrize("one", [details, schema, listed])
def test_comments(one: object) -> None:
    assert callable(one)
    structure = read_html(f"<body>{_ARTICLE}<ul class='comments'>{''.join(one(n) for n in range(3))}</ul></body>")
    lines = structure.text.split("\n")
    read = ["\n".join(lines[n] for n in span.indices) for span in structure.comments]
    assert len(read) == 3
    for text, who, said in zip(read, _WHO, _SAID, strict=True):
        assert who in text
        assert text.endswith(said)


def test_an_answer_is_a_comment_of_its_own() -> None:
    inner = f"<ol>{listed(1)}{listed(2)}</ol>"
    outer = listed(0).replace("</li>", f"{inner}</li>")
    structure = read_html(f"<body>{_ARTICLE}<ol>{outer}</ol></body>")
    assert len(structure.comments) == 3


@pytest.mark.parametrize(
    "body",
    [
        "".join(
            f'<pre><span class="comment"># line {n} of the sample, from 2024</span>x = {n}</pre>' for n in range(4)
        ),
        "<ul>"
        + "".join(
            f'<li class="recent-comment"><a href="/{n}">Ida F. on {n} March 2024: Gates</a></li>' for n in range(4)
        )
        + "</ul>",
        "".join(
            f'<div class="post"><h2>Gate {n}</h2><time>2024-03-0{n + 1}</time><p>{_SAID[n]}</p></div>' for n in range(3)
        ),
        '<div class="comment-policy"><p>Since 2024 we read each comment before it is shown.</p></div>',
    ],
)
def test_no_comments(body: str) -> None:
    assert not read_html(f"<body>{_ARTICLE}{body}</body>").comments


def test_surroundings() -> None:
    page = (
        f"<body><nav><a href='/'>Home</a> <a href='/gates'>Gates</a></nav><article>{_ARTICLE}<footer>By Ida F.</footer></article>"
        "<form><label>Your e-mail address</label><button>Subscribe</button></form><footer><p>© 2024 The keepers</p></footer></body>"
    )
    structure = read_html(page)
    lines = structure.text.split("\n")
    around = {lines[n] for span in structure.around for n in span.indices}
    assert around == {"Home Gates", "Your e-mail address", "Subscribe", "© 2024 The keepers"}


def test_a_form_around_the_page_is_the_page() -> None:
    structure = read_html(f"<body><form id='aspnetForm'>{_ARTICLE}<p>They used three pounds a gate.</p></form></body>")
    assert not structure.around
