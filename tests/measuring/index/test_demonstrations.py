"""A link that shows how a link is written, beside the same link as code, promises nothing."""

import pytest

from checkfirst import check_documents
from checkfirst.config import Config


def codes(name: str, text: str) -> list[str]:
    config = Config(select=("IDX002", "IDX006", "IDX007"), preview=True)
    return [f.code for f in check_documents([(name, text)], config=config).findings]


@pytest.mark.parametrize(
    "text",
    [
        "| `[Der Deich](deich.md)` | [Der Deich](deich.md) |\n|---|---|\n| `![Karte](k.png)` | ![Karte](k.png) |",
        "Write ``[x](#lock)`` to get [x](#lock).",
        "`[Quai][q]` and `[q]: quai.md`\n[Quai](quai.md)",
        'HTML: `<img src="gate.png">`:\n<img src="gate.png">',
        "- `[a](a.md)`: [a](a.md)\n- `[b](b.md)`: [b](b.md)\n- `[c](c.md)`: [c](c.md)",
    ],
)
def test_a_link_beside_itself_as_code_is_not_judged(text: str) -> None:
    assert codes("SUMMARY.md", f"# Links\n\n{text}\n") == []


@pytest.mark.parametrize(
    "text",
    [
        "The file [`lock.md`](lock.md) says how.",
        "Open `lock.md`, or read [it](lock.md) here.",
        "`[x](lock.md)`\n\n\nText of the page. [x](lock.md)",
        "`[x](gate.md)` is another link than [x](lock.md).",
    ],
)
def test_the_name_of_a_file_as_code_is_no_link(text: str) -> None:
    assert codes("a.md", f"# Links\n\n{text}\n") == ["IDX006"]


@pytest.mark.parametrize(
    "text",
    [
        "```latex\n\\includegraphics{plan.png}\n[x](gone.md)\n```",
        "\\begin{figure}\n\\includegraphics[width=3cm]{plan.png}\n\n[x](gone.md)\n\\end{figure}",
        "$$\nf[x](y) = 2\n$$",
        "> \\[\n> a[b](c)\n> \\]",
        "\\[ a[b](c) \\]",
        "\\begin{align*}\na[b](c)\n\\end{align*}",
    ],
)
def test_brackets_in_latex_are_no_links(text: str) -> None:
    assert codes("a.md", f"# Links\n\n{text}\n\nText of the page.\n") == []


@pytest.mark.parametrize(
    "text",
    [
        "$$\nf = 2\n$$\n\n[x](gone.md)",
        "It costs\n$$ more.\n\n[x](gone.md)\n\n$$ again",
        "\\begin{figure}\n\n[x](gone.md)",
        "\\begin{align}\n\\end{align}\n\n[x](gone.md)\n\n\\begin{align}\n\\end{align}",
    ],
)
def test_a_link_beside_latex_is_judged(text: str) -> None:
    assert codes("a.md", f"# Links\n\n{text}\n") == ["IDX006"]
