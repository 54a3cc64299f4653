"""A document that is named alone: its links to what lies beside it are sound, and nothing outside its tree counts."""

from pathlib import Path

import pytest

from checkfirst import check
from checkfirst.config import Config

CONFIG = Config(select=("IDX002", "IDX006", "IDX007", "IDX008"))


def tree(folder: Path, page: str, *, git: bool = True) -> Path:
    files = {
        "repo/docs/a.md": page,
        "repo/docs/b.md": "# B\n\nText.\n",
        "repo/docs/map.png": "x",
        "repo/docs/part/README.md": "# Part\n\nText.\n",
        "repo/LICENSE": "Text.\n",
        "outside.md": "# Outside\n\nText.\n",
    }
    for name, text in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")
    if git:
        (folder / "repo/.git").mkdir()
    return folder / "repo/docs/a.md"


def told(path: Path) -> list[str]:
    return [f"{f.code} {f.message}" for f in check(path, config=CONFIG).findings]


@pytest.mark.parametrize(
    "target",
    ["b.md", "b.md#anywhere", "./b.html", "b", "map.png", "part/", "part", "../LICENSE", "/LICENSE", "/docs/b.md"],
)
def test_what_lies_beside_a_named_file_is_there(tmp_path: Path, target: str) -> None:
    assert told(tree(tmp_path, f"# A\n\nSee [it]({target}).\n")) == []


def test_what_is_not_on_disk_is_missing(tmp_path: Path) -> None:
    assert told(tree(tmp_path, "# A\n\nSee [it](c.md).\n")) == ["IDX006 links to c.md, which is not there"]


@pytest.mark.parametrize(("target", "git"), [("../../outside.md", True), ("../LICENSE", False), ("link.md", True)])
def test_nothing_outside_the_tree_counts(tmp_path: Path, target: str, git: bool) -> None:
    page = tree(tmp_path, f"# A\n\nSee [it]({target}).\n", git=git)
    (page.parent / "link.md").symlink_to(tmp_path / "outside.md")
    assert len(told(page)) == 1


def test_an_index_named_alone_lists_what_is_there(tmp_path: Path) -> None:
    page = tree(tmp_path, "")
    index = page.with_name("index.md")
    index.write_text("# Index\n\n- [B](b.md)\n- [C](c.md)\n", encoding="utf-8")
    assert told(index) == ["IDX002 lists c.md, which is not there"]
