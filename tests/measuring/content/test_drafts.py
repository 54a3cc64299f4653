"""Drafts whose last sections are still to come, dummy text, READMEs with names of others, and places marked TODO."""

import pytest

from checkfirst import check_documents
from checkfirst.config import Config
from checkfirst.model.finding import Severity

_SECTION = (
    "The {0} keeps a list of all {0}s and answers within two seconds. When a {0} is closed, the list is written anew, and the"
    " clerk who closed it is named in the log together with the time and the reason.\n\n"
)
_WRITTEN = "".join(f"## The {name}\n\n{_SECTION.format(name)}" for name in ("gate", "barrier", "counter"))
_LATIN = (
    "Lorem ipsum dolor sit amet, consectetur adipiscing elit, sed do eiusmod tempor incididunt ut labore et dolore magna aliqua. Ut enim ad"
    " minim veniam, quis nostrud exercitation ullamco laboris nisi ut aliquip ex ea commodo consequat.\n\n"
)


def found(text: str, code: str, name: str = "gates.md") -> set[Severity]:
    report = check_documents({name: text.encode()}.items(), config=Config(select=(code,)))
    return {finding.severity for finding in report.findings}


@pytest.mark.parametrize("mark", ["TBD", "To be written", "TODO"])
def test_a_draft_is_no_template(mark: str) -> None:
    text = f"# Gates\n\n{_WRITTEN}" + "".join(f"## {n}\n\n{mark}\n\n" for n in ("Alarms", "Power", "Tests"))
    assert not found(text, "KND006")
    assert found(text, "GAP001") == {Severity.NOTE}


@pytest.mark.parametrize("mark", ["TBD", "[name of the gate]"])
def test_sections_without_any_text_are_a_template(mark: str) -> None:
    text = "# Gates\n\n" + "".join(
        f"## {n}\n\n{mark}\n\n" for n in ("Alarms", "Power", "Tests", "Costs", "People", "Time")
    )
    assert found(text, "KND006")


@pytest.mark.parametrize(
    "head",
    ["", '+++\ntitle = "Gates"\nauthor = "The clerk"\n+++\n\n', "# Gates\n\n<svg><path d='M1 2L3 4'/></svg>\n\n"],
)
def test_dummy_text_is_called_so(head: str) -> None:
    report = check_documents({"gates.md": f"{head}{_LATIN * 3}".encode()}.items(), config=Config(select=("KND006",)))
    assert ["Lorem ipsum" in finding.message for finding in report.findings] == [True]


def test_dummy_text_on_one_line_is_called_so() -> None:
    assert found("# Gates\n\n" + "Lorem ipsum dolor sit amet, consectetur adipiscing elit. " * 9, "KND006") == {
        Severity.WARNING
    }


def test_latin_is_no_dummy_text() -> None:
    text = "Gallia est omnis divisa in partes tres, quarum unam incolunt Belgae, aliam Aquitani, tertiam qui ipsorum lingua Celtae appellantur.\n\n"
    assert not found(text * 5, "KND006")


@pytest.mark.parametrize(
    "names", ["your-username/your-repo", "github_username/repo_name", "<owner>/<repo>", "YOUR_ORG/project-name"]
)
def test_a_readme_with_names_that_stand_for_others(names: str) -> None:
    base = f"https://github.com/{names}"
    text = (
        f"# Project\n\n[Code]({base}) · [Issues]({base}/issues) · [Docs]({base}/wiki)\n\nA project.\n\n## Use\n\nInstall it, then read [the guide](https://example.com).\n\n"
        f"## Help\n\nSee [the issues]({base}/issues).\n\n## Code\n\n<{base}>\n\n[stars]: {base}/stargazers\n"
    )
    assert found(text, "KND006", "README.md") == {Severity.WARNING}


def test_a_guide_to_forks_is_no_template() -> None:
    text = (
        "# Contributing\n\n1. Fork <https://github.com/harbour/gates>.\n2. Clone it:\n\n```sh\ngit clone https://github.com/YOUR-USERNAME/your-repo.git\n"
        "git remote add up https://github.com/your-username/your-repo\ngit push https://github.com/your-username/your-repo\n"
        "git pull https://github.com/your-username/your-repo\n```\n\n3. Open a request at https://github.com/YOUR-USERNAME/gates and wait.\n"
    )
    assert not found(text, "KND006", "CONTRIBUTING.md")


@pytest.mark.parametrize(
    "place",
    [
        "TODO\n\nThe gate answers 404 when it is closed.",
        "TODO describe how a lost ticket is paid\n\nThe gate opens.",
        "*TODO*\n\nThe gate opens.",
        "The gate opens.\n\nFIXME(anna) say when it closes again",
    ],
)
def test_a_mark_beside_other_text(place: str) -> None:
    assert found(f"# Gates\n\n## Errors\n\n{place}\n", "GAP001") == {Severity.NOTE}


@pytest.mark.parametrize(
    "place",
    [
        "## TODO\n\nThe gate opens.",
        "TODO\n\n- paint the gate\n- oil the hinge",
        "TODO lists are kept at the gate.",
        "TODO comments in the code of the gate are counted.",
        "Write `TODO` into the field.",
    ],
)
def test_words_about_marks(place: str) -> None:
    assert not found(f"# Gates\n\n{_WRITTEN}{place}\n", "GAP001")
