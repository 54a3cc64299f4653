"""Links in double brackets name a page in any folder; a missing one is a note, and only in a set that is a wiki."""

import pytest

from checkfirst import check_documents
from checkfirst.config import Config

CONFIG = Config(select=("IDX001", "IDX002", "IDX003", "IDX006", "IDX007"))
VAULT = {
    "Kiln log.md": "# Kiln log\n\nSee [[glazes]], [[Clay bodies|clays]] and [[tools/Banding-Wheel#Care of the rim]].\n",
    "recipes/Glazes.md": "---\naliases: [Ash glaze, Tenmoku]\n---\n# Glazes\n\nFired to cone ten.\n",
    "recipes/clay-bodies.md": "# Clay bodies\n\nStoneware of the house.\n",
    "tools/Banding Wheel.md": "# Banding wheel\n\n## Care of the rim\n\nOil it.\n",
}


def found(documents: dict[str, str]) -> list[tuple[str, str, str, str]]:
    report = check_documents(list(documents.items()), config=CONFIG)
    return [(f.code, f.severity.value, f.path, f.message) for f in report.findings if f.code != "IDX001"]


def test_pages_are_found_by_name_in_any_folder_and_by_alias() -> None:
    page = "# Shelf\n\n- [[Tenmoku]]\n- ![[banding wheel]]\n- [[How the rim is oiled|Banding Wheel]]\n- [[#Shelf]]\n"
    assert found({**VAULT, "Shelf.md": page}) == []


@pytest.mark.parametrize(
    ("link", "told"),
    [
        ("[[Four à bois]]", ("IDX006", "links to Four à bois, which is not there")),
        ("![[plan.png]]", ("IDX006", "shows plan.png, which is not there")),
        ("[[Glazes#Celadon]]", ("IDX007", "links to #Celadon, but recipes/Glazes.md has no such place")),
    ],
)
def test_a_page_that_is_missing_from_a_wiki_is_a_note(link: str, told: tuple[str, str]) -> None:
    assert found({**VAULT, "Shelf.md": f"# Shelf\n\nSee {link}.\n"}) == [(told[0], "note", "Shelf.md", told[1])]


@pytest.mark.parametrize(
    "text",
    [
        "Say `[[none]]` for it.",
        "```sh\nif [[ -f none ]]; then\n```",
        "The test [[ -n $x ]] holds.",
        "As said in [[1]](https://example.org/1).",
    ],
)
def test_other_double_brackets_are_no_links(text: str) -> None:
    assert found({**VAULT, "Shelf.md": f"# Shelf\n\n{text}\n"}) == []


def test_a_set_that_is_no_wiki_is_not_asked_for_pages() -> None:
    assert found({"a.md": "# A\n\nSee [[Plan]] and [[Budget]].\n", "b.md": "# B\n\nSee [[a]].\n"}) == []


def test_a_page_that_a_wiki_link_leads_to_is_listed() -> None:
    index = "# Index\n\n- [Glazes](recipes/Glazes.md)\n- [Wheel](tools/Banding%20Wheel.md)\n- [[clay bodies]]\n"
    files = {**VAULT, "index.md": index, "Kiln log.md": "# Kiln log\n\nSee [[glazes]].\n", "odd.md": "# Odd\n\nText.\n"}
    assert [(code, path) for code, _, path, _ in found(files)] == [("IDX003", "Kiln log.md"), ("IDX003", "odd.md")]


@pytest.mark.parametrize(
    "link",
    ["![rim](rim.png)", "[Glasuren](Glazes.md)", "[rim](Banding%20Wheel.md#care-of-the-rim)", "- [b](clay-bodies.md)"],
)
def test_a_vault_finds_files_by_their_names_alone(link: str) -> None:
    files = {**VAULT, "img/rim.png": "", "notes/Shelf.md": f"# Shelf\n\nText.\n\n{link}\n"}
    assert found(files) == []
    plain = {name: text for name, text in files.items() if name != "Kiln log.md"}
    assert [code for code, *_ in found(plain)] == ["IDX006"]


@pytest.mark.parametrize("link", ["[x](img/Glazes.md)", "![x](two.png)", "[x](Glaze.md)", "[x](Glazes.md#none)"])
def test_a_vault_does_not_find_what_may_be_another_file(link: str) -> None:
    files = {**VAULT, "a/two.png": "", "b/two.png": "", "notes/Shelf.md": f"# Shelf\n\n{link}\n"}
    assert len(found(files)) == 1
