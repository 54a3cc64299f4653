"""The Python interface."""

from pathlib import Path

import pytest

from checkfirst import Config, UsageError, check, check_documents

NOTE = "# Limits\n\nThe importer reads at most 10,000 rows. A longer file is refused with `too-many-rows`.\n"


def test_documents_in_memory_and_on_disk_agree(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text(NOTE)
    on_disk, in_memory = check(tmp_path), check_documents([("a.md", NOTE)])
    assert on_disk.documents == in_memory.documents
    assert on_disk.findings == in_memory.findings


def test_order_of_documents_does_not_matter() -> None:
    files = [("b.md", NOTE), ("a.md", NOTE), ("INDEX.md", "- [a](a.md)\n- [b](b.md)\n- [c](c.md)\n")]
    first, second = check_documents(files), check_documents(reversed(files))
    assert first.findings == second.findings
    assert first.documents == second.documents


def test_purpose_in_the_call_wins_over_configuration() -> None:
    assert check_documents([("a.md", NOTE)], purpose="train", config=Config(strict=True)).purpose == "train"


def test_mistakes() -> None:
    with pytest.raises(UsageError, match="purpose 'sell'"):
        check_documents([("a.md", NOTE)], purpose="sell")
    with pytest.raises(UsageError, match="two records"):
        check_documents([("a.md", NOTE), ("a.md", NOTE)])
    with pytest.raises(UsageError, match="no such file"):
        check("nowhere-at-all")


def test_exclude_by_configuration(tmp_path: Path) -> None:
    (tmp_path / "drafts").mkdir()
    (tmp_path / "drafts" / "x.md").write_text(NOTE)
    (tmp_path / "a.md").write_text(NOTE)
    report = check(tmp_path, config=Config(exclude=("drafts/",)))
    assert [d.path for d in report.documents] == ["a.md"]
    assert [(s.path, s.reason) for s in report.skipped] == [("drafts/x.md", "excluded by configuration")]
