"""Numbered series of which the index of their folder lists a part."""

import pytest

from checkfirst import check_documents
from checkfirst.config import Config

TEXT = "# {}\n\nThe pilot boat has a keel of elm, a mast of spruce and two anchors of different weight.\n"


def unlisted(index: str, listed: list[str], names: list[str], line: str = "- [{0}]({0})") -> list[str]:
    folder = index.rpartition("/")[0]
    documents = {f"{folder}/{name}".lstrip("/"): TEXT.format(name) for name in names}
    documents["docs/boats.md"] = TEXT.format("Boats")
    head = "| file | year |\n|---|---|\n" if line.startswith("|") else ""
    documents[index] = f"# Record\n\n{head}" + "\n".join(line.format(name) for name in listed) + "\n"
    report = check_documents(documents.items(), config=Config(select=("IDX003",)))
    return [f.path for f in report.findings]


SERIES = {
    "list": ("docs/adr/README.md", [f"000{n}-keel.md" for n in range(1, 7)], 4, "- [{0}]({0})"),
    "table, German names": ("beschluss/README.md", [f"Beschluss-{n}.md" for n in range(1, 6)], 3, "| [{0}]({0}) | 2025 |"),
    "plain text": ("rfc/README.txt", [f"rfc_01{n}_masts.txt" for n in range(1, 6)], 3, "- {0}: masts"),
    "folders": ("specs/README.md", [f"00{n}-boat/spec.md" for n in range(1, 6)], 4, "1. [boat]({0})"),
    "an index in another folder is the principal one": ("docs/plans/index.md", [f"{n}-x.md" for n in range(1, 6)], 3, "- [{0}]({0})"),
}  # fmt: skip


@pytest.mark.parametrize(("index", "names", "listed", "line"), SERIES.values(), ids=list(SERIES))
def test_members_behind_the_last_that_is_listed_are_left_out(
    index: str, names: list[str], listed: int, line: str
) -> None:
    folder = index.rpartition("/")[0]
    assert unlisted(index, names[:listed], names, line) == [f"{folder}/{name}" for name in names[listed:]]


NAMES = [f"000{n}-keel.md" for n in range(1, 9)]


@pytest.mark.parametrize(
    ("listed", "names"),
    [
        (NAMES[-3:], NAMES),
        (NAMES[::3], NAMES),
        (NAMES[:2], NAMES),
        (["2021-fees.md", "2022-fees.md", "2023-fees.md"], [f"202{n}-fees.md" for n in range(1, 6)]),
        (NAMES[:3], [*NAMES[:3], "0000-template.md", "keel.md", "elm-4.md"]),
        (["keel.md", "mast.md", "oar.md"], ["keel.md", "mast.md", "oar.md", *NAMES]),
    ],
    ids=["the latest", "a choice", "too few", "years", "no members", "another series"],
)
def test_lists_of_a_choice_are_silent(listed: list[str], names: list[str]) -> None:
    assert unlisted("docs/adr/README.md", listed, names) == []
