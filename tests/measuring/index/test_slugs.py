"""Anchors of headings: each generator's own rule, and every rule where the generator is not known."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checkfirst import check_documents
from checkfirst.config import Config
from checkfirst.measuring.index.anchors import anchor_names, names_in
from checkfirst.measuring.index.slugs import AGREEING, EVERY_DIALECT, OF_ASCIIDOC, OF_KNOWN, SLUGS, Dialect, plain_name
from checkfirst.model.document import Anchor
from checkfirst.model.location import text_span


def missing(*documents: tuple[str, str]) -> list[str]:
    return [f.message for f in check_documents(documents, config=Config(select=("IDX006", "IDX007"))).findings]


@pytest.mark.parametrize(
    ("dialect", "heading", "name"),
    [
        (Dialect.GITHUB, "⚠️ Vorsicht: 2 Stufen", "\ufe0f-vorsicht-2-stufen"),
        (Dialect.GITHUB, "การเดินเรือ", "การเดินเรือ"),
        (Dialect.GITHUB, "Pris (kr) ", "pris-kr-"),
        (Dialect.GITLAB, "Pumps & Valves -- all", "pumps-valves-all"),
        (Dialect.MKDOCS, "Où l'eau monte", "ou-leau-monte"),
        (Dialect.MKDOCS_UNICODE, "Où l'eau monte", "où-leau-monte"),
        (Dialect.MDBOOK, "`cargo` & friends", "cargo--friends"),
        (Dialect.SPHINX, "3. Réglages", "reglages"),
        (Dialect.VITEPRESS, "3. Réglages / suite", "_3-reglages-suite"),
        (Dialect.VITEPRESS, "２．ポンプ", "_2-ポンプ"),
        (Dialect.PANDOC, "3. Schütze v1.2", "schütze-v1.2"),
        (Dialect.PANDOC, "2024", "section"),
        (Dialect.KRAMDOWN, "3. Schütze heben", "schtze-heben"),
        (Dialect.HUGO, "Schütze heben?", "schutze-heben"),
        (Dialect.DOCSIFY, "3. Schütze: heben", "_3-schütze-heben"),
        (Dialect.OBSIDIAN, "Schütze: heben & senken", "schütze heben & senken"),
    ],
)
def test_each_generator_has_its_own_rule(dialect: Dialect, heading: str, name: str) -> None:
    # VitePress decomposes letters of other scripts, which names compose again.
    assert list(anchor_names([Anchor(text=heading, span=text_span(0))], dialect)) == [name]


def test_a_heading_with_an_id_has_no_other_name_where_lists_of_attributes_are_read() -> None:
    anchors = [
        Anchor(text="Night {: #after-dark .wide }", span=text_span(0)),
        Anchor(text="Day {.wide}", span=text_span(1)),
    ]
    assert list(anchor_names(anchors, Dialect.MKDOCS)) == ["day"]
    assert "night--after-dark-wide-" in anchor_names(anchors, Dialect.GITHUB)


WORD = st.text("abcXYZ019", min_size=1, max_size=4)


@given(st.lists(WORD, min_size=1, max_size=4).map(" ".join))
def test_dialects_agree_on_headings_of_plain_words(heading: str) -> None:
    if name := plain_name(heading):
        assert {SLUGS[dialect](heading) for dialect in AGREEING} == {name}


@given(st.text(st.characters(max_codepoint=127), max_size=20))
def test_letters_of_ascii_are_treated_as_among_others(heading: str) -> None:
    # With a letter outside ASCII a heading is looked at character by character.
    for dialect in (Dialect.GITHUB, Dialect.MDBOOK, Dialect.PANDOC, Dialect.GITBOOK, Dialect.GITBOOK_HYPHENS):
        slug = SLUGS[dialect]
        assert slug(f"x{heading}x").removesuffix("x") == slug(f"x{heading}ж").removesuffix("ж")


def test_every_dialect_has_a_rule() -> None:
    assert set(SLUGS) == {*EVERY_DIALECT, *OF_ASCIIDOC, *OF_KNOWN, Dialect.KRAMDOWN}
    assert {"uber-uns", "über-uns"} <= set(names_in([Anchor(text="Über uns", span=text_span(0))], EVERY_DIALECT))


@pytest.mark.parametrize(
    ("heading", "fragment"),
    [
        ("## Estación de bombeo", "estacion-de-bombeo"),
        ("## 4. Vérifier les vannes", "_4-verifier-les-vannes"),
        ("## Åpne ventilen ![pil](arrow.png)", "åpne-ventilen-"),
        ("## :seedling: Growing", "-growing"),
        ("## :octicons-gear-16: Settings", "settings"),
        ('<h3 align="center">\n  Zum <em>Anfang</em>\n</h3>', "zum-anfang"),
        ("## The night shift { .wide #nights }", "nights"),
        ("[sluice]{#sluice-term}: a gate", "sluice-term"),
        ("::: {#note-one .note}\nText.\n:::", "note-one"),
        ("![Plan](plan.png){: #plan-of-it width=40% }", "plan-of-it"),
        ("### Hinweise :id=remarks", "remarks"),
        ("## Shared ids {/* #mdx-id */}", "mdx-id"),
        ("## パイプ", "パイプ"),
    ],
)
def test_a_name_that_some_generator_makes_is_there(heading: str, fragment: str) -> None:
    page = f"# Page\n\nSee [there](#{fragment}).\n\n{heading}\n\nText.\n"
    assert missing(("page.md", page), ("arrow.png", ""), ("plan.png", "")) == []


@pytest.mark.parametrize(
    ("heading", "fragment"),
    [
        ("## Estación de bombeo", "estacion-de-riego"),
        ("## 4. Vérifier les vannes", "_5-verifier-les-vannes"),
        ("```\n## Growing {#growing}\n```", "growing"),
        ("```html\n<h2>Zum Anfang</h2>\n```", "zum-anfang"),
        ("[sluice]{#sluice-term}: a gate", "sluice"),
    ],
)
def test_a_name_that_no_generator_makes_is_missing(heading: str, fragment: str) -> None:
    found = missing(("page.md", f"# Page\n\nSee [there](#{fragment}).\n\n{heading}\n\nText.\n"))
    assert len(found) == 1
    assert found[0].startswith(f"links to #{fragment}, but it has no such place")


def test_addresses_in_angle_brackets_are_no_files() -> None:
    page = "# Wache\n\nMail <wache@hafen.example> or <a+b@x.example>, see [the list](liste.md).\n"
    assert missing(("page.md", page)) == ["links to liste.md, which is not there"]


@pytest.mark.parametrize(
    ("title", "fragment"),
    [
        ("<summary>How long is the lock?</summary>", "how-long-is-the-lock"),
        ("<summary class='x'>\n<b>Où passer ?</b>\n</summary>", "où-passer"),
        ("<summary>**Tore &amp; `Ketten`**</summary>", "tore-and-ketten"),
    ],
)
def test_the_title_of_a_block_that_unfolds_may_have_a_name(title: str, fragment: str) -> None:
    page = f"# Lock\n\n<details>\n\n{title}\n\nText.\n\n</details>\n"
    assert missing(("a.md", f"# A\n\n[x](b.md#{fragment})\n"), ("b.md", page)) == []
    assert len(missing(("a.md", f"# A\n\n[x](b.md#{fragment}-2)\n"), ("b.md", page))) == 1


def test_a_heading_is_not_numbered_for_a_block_that_unfolds() -> None:
    page = "# Lock\n\n<details><summary>Gates</summary>\n\nText.\n\n</details>\n\n## Gates\n\n```html\n<summary>Keys</summary>\n```\n"
    assert missing(("a.md", "# A\n\n[x](b.md#gates), [y](b.md#keys)\n"), ("b.md", page)) == [
        "links to #keys, but b.md has no such place"
    ]
