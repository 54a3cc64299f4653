"""Dead links of pages that nobody reads are notes, and those of a built page are told at its source."""

from pathlib import Path

import pytest

from checkfirst import check
from checkfirst.config import Config
from tests.measuring.index.test_site import Files

TEXT = "Each pump of the harbour has a valve, and each valve a wheel that turns it.\n"
DEAD = f"# Pumps\n\n{TEXT}\n[a](gone.md) [b](#gone)\n"
BUILT = (
    f'<html><head><title>Pumps</title></head><body><h1>Pumps</h1><p>{TEXT}</p><a href="gone.html">a</a></body></html>'
)


def severities(folder: Path, files: Files) -> dict[str, set[str]]:
    for name, content in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
    found: dict[str, set[str]] = {}
    for finding in check(folder, config=Config(select=("IDX006", "IDX007"))).findings:
        found.setdefault(finding.path, set()).add(finding.severity.value)
    return found


@pytest.mark.parametrize(
    ("files", "path"),
    [
        ({"a.md": f"---\ntitle: Pumps\ndraft: true\n---\n{DEAD}"}, "a.md"),
        ({"a.md": f"+++\ntitle = 'Pumpen'\ndraft = true\n+++\n{DEAD}"}, "a.md"),
        ({"a.md": f"---\ntitle: Pumps\npublished: false\n---\n{DEAD}"}, "a.md"),
        ({"_drafts/a.md": DEAD}, "_drafts/a.md"),
        ({"mkdocs.yml": "site_name: x\nexclude_docs: |\n  /old/\n", "docs/old/a.md": DEAD}, "docs/old/a.md"),
        ({"conf.py": "exclude_patterns = ['_build', 'parts/*.md']\n", "parts/a.md": DEAD}, "parts/a.md"),
        ({"_config.yml": "title: x\nexclude:\n  - Gemfile\n  - parts/ # old\n", "parts/a.md": DEAD}, "parts/a.md"),
        (
            {"_config.yml": "title: x\nonly_build_toc_files: true\n", "_toc.yml": "root: b\n", "b.md": f"# B\n\n{TEXT}", "a.md": DEAD},
            "a.md",
        ),
        ({"myst.yml": "project:\n  toc:\n    - file: b.md\n", "b.md": f"# B\n\n{TEXT}", "a.md": DEAD}, "a.md"),
    ],
)  # fmt: skip
def test_a_page_that_is_left_out_has_notes(tmp_path: Path, files: Files, path: str) -> None:
    assert severities(tmp_path, files) == {path: {"note"}}


@pytest.mark.parametrize(
    "files",
    [
        {"a.md": f"---\ntitle: Pumps\ndraft: false\n---\n{DEAD}"},
        {"mkdocs.yml": "site_name: x\nexclude_docs: |\n  /old/\n", "docs/a.md": DEAD},
        {"conf.py": "exclude_patterns = ['*.md', 'b/*']\n", "parts/a.md": DEAD},
        {"_config.yml": "title: x\n", "_toc.yml": "root: b\n", "a.md": DEAD},
        {"_config.yml": "title: x\nonly_build_toc_files: true\n", "_toc.yml": "root: b\nchapters:\n- file: a\n", "a.md": DEAD},
        {"_config.yml": "title: x\nexclude: [README.md]\n", "README.md": DEAD},
    ],
)  # fmt: skip
def test_a_page_of_the_site_has_warnings(tmp_path: Path, files: Files) -> None:
    assert [sorted(found) for found in severities(tmp_path, files).values()] == [["warning"]]


@pytest.mark.parametrize(
    ("files", "paths"),
    [
        ({"src/a.md": DEAD, "docs/a.md": DEAD}, ["src/a.md"]),
        ({"parts/a.md": DEAD, "book/parts/a.md": DEAD}, ["parts/a.md"]),
        ({"a.md": f"# A\n\n{TEXT}\n[a](gone.md)\n", "a.html": BUILT}, ["a.md"]),
        ({"text/a.Rmd": f"# A\n\n{TEXT}\n[a](gone.html)\n", "docs/a.html": BUILT}, ["text/a.Rmd"]),
        ({"en/a.md": DEAD, "fr/a.md": DEAD}, ["en/a.md", "fr/a.md"]),
        ({"README.md": f"# A\n\n{TEXT}\n[x](gone.md)\n", "docs/README.md": "# B\n\nSee [y](gone.md).\n"}, ["README.md", "docs/README.md"]),
        ({"a.md": f"# A\n\n{TEXT}\n[a](lost.md)\n", "a.html": BUILT}, ["a.html", "a.md"]),
    ],
)  # fmt: skip
def test_a_built_page_is_not_judged_beside_its_source(tmp_path: Path, files: Files, paths: list[str]) -> None:
    assert sorted(severities(tmp_path, files)) == paths
