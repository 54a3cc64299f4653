"""Sentences are counted in every language, and code, lists and tables are none; articles are numbered lines."""

import pytest

from checkfirst.measuring.text.sentences import Sentences, measure_sentences
from checkfirst.reading.read import read


def sentences_of(text: str, name: str = "text.txt") -> Sentences:
    return measure_sentences(read(name, text.encode()), range(text.count("\n") + 1))


@pytest.mark.parametrize(
    "text",
    [
        "The valve closes within two seconds of the signal. The pump then\nstops, and the lamp on the panel goes out.",
        "Das Ventil schließt zwei Sekunden nach dem Signal. Danach hält die\nPumpe an, und die Lampe am Pult erlischt.",
        "阀门在收到信号后两秒内关闭。然后泵停止运行，面板上的指示灯熄灭。",
    ],
    ids=["english", "german", "chinese"],
)
def test_running_text(text: str) -> None:
    assert sentences_of(text).share > 0.9


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("for name, value in sorted(found.items()):\n    print(f'{name}: {value:.2f}')\n" * 6, "a.txt"),
        ("Home\nOur products\nAbout us\nNews and events\nContact\n" * 4, "b.txt"),
        ("```\nThis line stands in a block of code and ends with a full stop.\n```\n", "c.md"),
        ("| a | b |\n|---|---|\n| The valve closes within two seconds of the signal. | yes |\n", "d.md"),
    ],
    ids=["code", "menu", "fence", "table"],
)
def test_no_running_text(text: str, name: str) -> None:
    assert sentences_of(text, name).running == 0


@pytest.mark.parametrize("name", ["Article", "§", "Artikel", "第", "## Art."])
def test_numbered_articles(name: str) -> None:
    assert sentences_of("\n\n".join(f"{name} {n}\nIt is so." for n in (1, 2, 4, 5))).articles == 4


def test_numbers_that_do_not_rise_are_no_articles() -> None:
    assert sentences_of("Error 404\nError 404\nError 301\nError 12\n").articles <= 1
    assert sentences_of("1. One\n2. Two\n3. Three\n").articles == 0


def test_lines_that_are_left_out_do_not_count() -> None:
    text = "The valve closes within two seconds of the signal.\nThe pump stops when the valve has been closed."
    assert measure_sentences(read("a.txt", text.encode()), [1]).running == 9
