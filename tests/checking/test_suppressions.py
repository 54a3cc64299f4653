"""Findings that a document's own comments let stand."""

import pytest

from checkfirst.api import check_documents
from checkfirst.cli.app import main
from checkfirst.config import Config
from checkfirst.model.report import Report

GARBLED = "The cafÃ© keeps itâ€™s menu online, and the rÃ©sumÃ©s are in a drawer of the cupboard.\n"


def report(name: str, text: str, *, inline: bool = True) -> Report:
    return check_documents([(name, text)], config=Config(select=("FIL003", "FIL010"), inline=inline))


@pytest.mark.parametrize(
    ("name", "comment"),
    [
        ("a.md", "<!-- checkfirst: ignore FIL003 quoted from the old site -->"),
        ("a.html", "<!-- checkfirst: ignore FIL003 quoted from the old site -->"),
        ("a.rst", ".. checkfirst: ignore FIL003 quoted from the old site"),
        ("a.adoc", "// checkfirst: ignore FIL003 quoted from the old site"),
        ("a.tex", "% checkfirst: ignore FIL003 quoted from the old site"),
        ("a.1", '.\\" checkfirst: ignore FIL003 quoted from the old site'),
        ("a.xml", "<?xml version='1.0'?>\n<!-- checkfirst: ignore FIL003 quoted from the old site -->"),
        ("a.yaml", "# checkfirst: ignore FIL003 quoted from the old site"),
        ("a.txt", "# checkfirst: ignore FIL003 quoted from the old site"),
    ],
)
def test_each_format_has_its_comment(name: str, comment: str) -> None:
    found = report(name, f"{comment}\n\n{GARBLED}")
    assert [(f.code, f.accepted) for f in found.findings] == [("FIL003", True)]
    assert found.verdict == "ready"
    assert [(i.code, i.reason) for d in found.documents for i in d.ignores] == [("FIL003", "quoted from the old site")]
    assert [f.accepted for f in report(name, f"{comment}\n\n{GARBLED}", inline=False).findings] == [False]


MERGE = "<<<<<<< ours\nx = 1\n=======\nx = 2\n>>>>>>> theirs\n"


@pytest.mark.parametrize(
    ("name", "start"), [("a.py", "#"), ("a.lua", "--"), ("a.css", "/*"), ("a.bat", "rem"), ("a.vue", "<!--")]
)
def test_each_programming_language_has_its_comment(name: str, start: str) -> None:
    found = report(name, f"{start} checkfirst: ignore FIL010 shown as an example\n{MERGE}")
    assert [(f.code, f.accepted) for f in found.findings] == [("FIL010", True)]


@pytest.mark.parametrize(
    "text",
    [
        f"Write `checkfirst: ignore FIL003` beside it.\n\n{GARBLED}",
        f"```html\n<!-- checkfirst: ignore FIL003 -->\n```\n\n{GARBLED}",
        f"<!-- checkfirst: ignore FIL010 -->\n\n{GARBLED}",
        f"<!-- checkfirst: ignore everything -->\n\n{GARBLED}",
    ],
)
def test_only_a_comment_that_names_the_rule_counts(text: str) -> None:
    assert [f.accepted for f in report("a.md", text).findings] == [False]


def test_several_codes_and_one_in_vain(capsys: pytest.CaptureFixture[str], tmp_path: object) -> None:
    found = report("a.md", f"<!-- checkfirst: ignore FIL003, FIL010 -->\n\n{GARBLED}")
    assert [f.accepted for f in found.findings] == [True]
    assert found.unused_ignores == ("a.md:1 FIL010",)
    from pathlib import Path

    folder = Path(str(tmp_path))
    (folder / "a.md").write_text("<!-- checkfirst: ignore FIL010 -->\n\n# Limits\n\nA limit holds.\n")
    main([str(folder), "--select", "FIL"])
    assert "ignored in vain: a.md:1 FIL010; take the comment out" in capsys.readouterr().out
    (folder / "a.md").write_text(f"<!-- checkfirst: ignore FIL003 -->\n\n{GARBLED}", "utf-8")
    assert main([str(folder), "--select", "FIL", "--strict"]) == 0
    assert "1 finding is let stand by comments in the documents themselves" in capsys.readouterr().out
    assert main([str(folder), "--select", "FIL", "--strict", "--no-inline"]) == 1
    capsys.readouterr()
    (folder / "a.md").write_text("<!-- checkfirst: ignore FIL010 -->\n\n# Limits\n\nA limit holds.\n")
    main([str(folder), "--select", "WEB"])
    assert "in vain" not in capsys.readouterr().out, "a rule that was not applied could have needed it"
