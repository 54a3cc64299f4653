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
