"""What a document sends its reader to is there, or is told; what lies elsewhere or is still to be made is not."""

import pytest

from checkfirst import check_documents
from checkfirst.config import Config


def told(files: dict[str, str]) -> set[str]:
    report = check_documents(files.items(), config=Config(select=("GAP002",)))
    assert not report.failures
    return {f"{f.path}: {dict(f.data)['name']}" for f in report.findings}


def numbered(heading: str, words: str) -> dict[str, str]:
    parts = "\n\n".join(f"## {n}. {heading} {n}\n\nText of this part." for n in range(1, 5))
    return {"a.md": f"# A\n\n{parts}\n\n{words}\n"}


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("The fee is that of section 7.", "section 7"),
        ("Die Gebühr steht in Abschnitt 5.2 im Einzelnen.", "Abschnitt 5.2"),
        ("Voir la section 6 pour les frais.", "section 6"),
        ("Las tasas están en el apartado 5.1.", "apartado 5.1"),
        ("The codes are listed in Annex D.", "Annex D"),
        ("Die Zeichen stehen in Anhang B.", "Anhang B"),
        ("费用见第6节。", "节 6"),
    ],
)
def test_a_part_that_is_not_there(words: str, name: str) -> None:
    assert told(numbered("Part", words)) == {f"a.md: {name}"}


@pytest.mark.parametrize(
    "words",
    [
        "The fee is that of section 4 and of section 4.",
        "See section 7 of the harbour's rules, and RFC 9110, section 9.",
        "As ISO 9001 says in section 8.1, and [the guide](guide.md) in section 9.",
        "See section 3.2 for the second item.",
        "Section 5 of the Act applies, and Abschnitt 7 des Gesetzes.",
        "What is printed:\n\n```\nsee section 9\n```",
        "The building has section 12% more.",
    ],
)
def test_what_may_be_there(words: str) -> None:
    assert told(numbered("Part", words)) == set()


CAPTIONS = {
    "English": ("Figure {}: A gauge of the quay", "See figure 5 for the third gauge."),
    "German": ("*Tabelle {}: Pegel am Kai*", "Die Werte stehen in Tabelle 4."),
    "French": ("**Tableau {}** – Les échelles du quai", "Le tableau 6 donne les valeurs."),
    "Spanish": ("Figura {}. Una escala del muelle", "La figura 4 muestra la segunda escala."),
    "Chinese": ("图{} 码头水尺", "第二个水尺见图5。"),
}


@pytest.mark.parametrize("language", CAPTIONS)
def test_a_figure_that_is_not_there(language: str) -> None:
    caption, words = CAPTIONS[language]
    text = "\n\n".join((*(caption.format(n) for n in range(1, 4)), words))
    (found,) = told({"a.md": f"# A\n\n{text}\n"})
    assert found.removeprefix("a.md: ") in words
    assert (
        told({"a.md": f"# A\n\n{text}\n\n{caption.format(4)}\n\n{caption.format(5)}\n\n{caption.format(6)}\n"}) == set()
    )


@pytest.mark.parametrize(
    "line", ["- **FR-00{}**: The gauge reports.", "| FR-00{} | The gauge reports. |", "### FR-00{} The gauge"]
)
def test_a_requirement_that_is_not_there(line: str) -> None:
    defined = "\n".join(line.format(n) for n in range(1, 5))
    assert told({"a.md": f"# A\n\n{defined}\n\nThe lamp works as in FR-007.\n"}) == {"a.md: FR-007"}
    assert told({"a.md": f"# A\n\n{defined}\n\nThe lamp works as in FR-003.\n"}) == set()
    assert told({"a.md": f"# A\n\n{defined}\n\nFR-007 was removed. SC-009 holds. See FR-006 of the pump.\n"}) == set()


def test_sections_of_plain_text() -> None:
    parts = "\n\n".join(f"{n}.  Gauge {n}\n\n   The gauge reports." for n in range(1, 5))
    assert told({"a.txt": f"{parts}\n\n   The fee is that of Section 6.\n"}) == {"a.txt: Section 6"}
    assert told({"a.txt": f"{parts}\n\n   The fee is that of Section 6 of RFC 9110.\n"}) == set()


def test_sections_of_a_page() -> None:
    parts = "".join(f"<h2>{n} Gauge</h2><p>The gauge reports.</p>" for n in range(1, 5))
    page = f"<html><body><h1>A</h1>{parts}<p>The fee is that of section 6.</p></body></html>"
    assert told({"a.html": page}) == {"a.html: section 6"}


def test_without_numbers_nothing_is_known() -> None:
    assert told({"a.md": "# A\n\n## Scope\n\nSee section 7 and Appendix B.\n\n## Words\n\n## Fees\n"}) == set()


@pytest.mark.parametrize("words", ["See @docs/c.md. Then build.", "Zuerst @./docs/c.md.", "Lis @docs/c.md, puis code."])
def test_imports_within_a_sentence(words: str) -> None:
    found = told({"GEMINI.md": f"# A\n\n{words}\n", "docs/b.md": "# B\n"})
    assert {line.removeprefix("GEMINI.md: ").removeprefix("./") for line in found} == {"docs/c.md"}


@pytest.mark.parametrize("name", ["CLAUDE.md", "AGENTS.md", "GEMINI.md", ".cursor/rules/a.mdc"])
def test_imports(name: str) -> None:
    assert told(
        {name: "@docs/b.md\n@docs/c.md\n\n# A\n", "docs/b.md": "# B\n", ".cursor/rules/docs/b.md": "# B\n"}
    ) == {f"{name}: docs/c.md"}


@pytest.mark.parametrize(
    "line",
    [
        "Write the report to `docs/c.md`.",
        "If `docs/c.md` exists, read it.",
        "Schreibe das Ergebnis nach docs/c.md.",
        "See https://example.org/docs/c.md and `docs/<name>.md`.",
        "Mail a@docs.md, see docs/your-topic.md, e.g. docs/c.md.",
        "Read `other/c.md` of the other project.",
        "Read docs/b.md.",
    ],
)
def test_paths_that_need_not_be_there(line: str) -> None:
    assert told({"AGENTS.md": f"# A\n\n{line}\n", "docs/b.md": "# B\n"}) == set()


def test_paths_in_instructions() -> None:
    files = {"AGENTS.md": "# A\n\nRead docs/c.md. Lies `docs/d.md`, then ./docs/e.rst.\n", "docs/b.md": "# B\n"}
    assert told(files) == {"AGENTS.md: docs/c.md", "AGENTS.md: docs/d.md", "AGENTS.md: docs/e.rst"}
    assert told({"notes.md": files["AGENTS.md"], "docs/b.md": "# B\n"}) == set()


def test_what_a_skill_brings() -> None:
    files = {
        "skills/a/SKILL.md": "# a\n\nRead references/x.md, run `scripts/y.py`.\n",
        "skills/a/scripts/y.py": "print()\n",
        "skills/b/references/x.md": "# X\n",
    }
    assert told(files) == {"skills/a/SKILL.md: references/x.md"}
    files["skills/a/SKILL.md"] = "# a\n\nThe list is that of `b`, in its\n`references/x.md`.\n"
    assert told(files) == set()


def test_what_a_plan_ticks() -> None:
    plan = "# Plan\n\n- [x] Daten beschrieben (daten.md)\n- [x] Verträge (vertrag.md)\n- [ ] Tests (tests.md)\n"
    assert told({"specs/1/plan.md": plan, "specs/1/vertrag.md": "# V\n"}) == {"specs/1/plan.md: daten.md"}
