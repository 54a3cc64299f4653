"""Chains of AGENTS.md and descriptions of skills that a host does not read whole."""

import pytest

from checkfirst import Config, Finding, check_documents

LINE = "Run the tests of the part that you change, and read its notes before you begin.\n"


def found(code: str, **documents: str) -> list[Finding]:
    named = {name.replace("__", "/").replace("_md", ".md"): text for name, text in documents.items()}
    report = check_documents(named.items(), config=Config(select=(code,)))
    return [finding for finding in report.findings if finding.code == code]


def lines(size: int) -> str:
    return "# Notes\n\n" + LINE * (size // len(LINE))


def test_one_file_that_is_too_long() -> None:
    (finding,) = found("AGT001", AGENTS_md=lines(40_000), README_md="# Boats\n")
    assert (finding.path, dict(finding.data)["most"]) == ("AGENTS.md", 32_768)


def test_a_chain_is_told_where_it_becomes_too_long() -> None:
    (finding,) = found("AGT001", AGENTS_md=lines(20_000), app__AGENTS_md=lines(20_000), app__ui__AGENTS_md=lines(9_000))
    assert finding.path == "app/AGENTS.md"
    assert finding.related == ("AGENTS.md",)


def test_files_beside_one_another_are_no_chain() -> None:
    assert found("AGT001", AGENTS_md=lines(9_000), app__AGENTS_md=lines(20_000), web__AGENTS_md=lines(20_000)) == []


def test_other_files_may_be_long() -> None:
    assert found("AGT001", AGENTS_md=lines(900), NOTES_md=lines(90_000), app__AGENTS_RULES_md=lines(90_000)) == []


@pytest.mark.parametrize(
    "front",
    [
        "description: {long}",
        "description: >\n  {long}\n  and more",
        'description: "{long}"\nlicense: MIT',
    ],
)
def test_a_long_description_in_every_form(front: str) -> None:
    text = front.format(long="ships at sea " * 90)
    (finding,) = found("AGT002", skills__ships__SKILL_md=f"---\nname: ships\n{text}\n---\n\n# Ships\n")
    assert int(str(dict(finding.data)["characters"])) > 1_024


@pytest.mark.parametrize(
    "text",
    [
        "---\nname: ships\ndescription: Knows ships.\nnotes: {long}\n---\n\n# Ships\n",
        "---\nname: ships\n---\n\ndescription: {long}\n",
        "# Ships\n\ndescription: {long}\n",
        "---\ndescription: {long}\n",
        "",
    ],
)
def test_what_is_no_long_description(text: str) -> None:
    assert found("AGT002", skills__ships__SKILL_md=text.format(long="ships at sea " * 90)) == []
