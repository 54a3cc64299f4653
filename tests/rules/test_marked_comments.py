"""WEB002 in HTML: comments that the markup names are a thread, whatever their words."""

import pytest

from checkfirst import check_documents
from tests.texts import OPINION, SPECIFICATION

_PARAGRAPHS = "".join(f"<p>{line}</p>" for line in OPINION.split("\n") if line.strip())
_TECHNICAL = "".join(f"<p>{line}</p>" for line in SPECIFICATION.split("\n") if line.strip())


def comments(form: str) -> str:
    said = ("I never liked the green books.", "Mine had blue ones.", "They are all gone now.")
    return "".join(form.format(n=n + 3, who=f"Keeper {'ABC'[n]}", said=text) for n, text in enumerate(said))


@pytest.mark.parametrize(
    "form",
    [
        '<details class="comment"><summary>{who}, {n} mei 2023</summary><p>{said}</p></details>',
        '<article class="commentaire"><h4>{who}</h4><time>{n} mai 2023</time><p>{said}</p></article>',
        '<li itemprop="comment"><span>{who}</span><time>2023-05-0{n}</time><div>{said}</div></li>',
    ],
)
def test_told(form: str) -> None:
    page = (
        f"<html><body><article><h1>The green books</h1>{_PARAGRAPHS}</article><div>{comments(form)}</div></body></html>"
    )
    found = {
        f.code: f
        for f in check_documents([("books.html", page.encode()), ("ledger.md", SPECIFICATION.encode())]).findings
    }
    assert dict(found["WEB002"].data)["count"] == 3
    assert found["WEB002"].severity.value != "note"


def test_code_comments_are_none() -> None:
    code = "".join(f'<pre><span class="comment">// {n} May 2023: said by nobody</span></pre>' for n in range(3, 6))
    page = f"<html><body><h1>Ledger</h1>{_TECHNICAL}{code}</body></html>"
    assert "WEB002" not in {f.code for f in check_documents([("ledger.html", page.encode())]).findings}
