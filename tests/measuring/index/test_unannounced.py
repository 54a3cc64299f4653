"""Records in the place of what an index promises, and records that an index announces."""

import pytest

from checkfirst import check_documents
from checkfirst.config import Config

_RULE = "The {0} MUST keep each order for {1} days. When an order is late, the {0} sends it again and writes the time into the log."
_TOPICS = ("Orders", "Stock", "Couriers", "Invoices")
_NOTES = (
    "# Release notes of the parcel desk\n\n## 2.4\n\n- Labels are printed twice as fast (PD-81)\n- Fixed: a label had no street (PD-84)\n\n"
    "## 2.3\n\n- Added: labels for boxes (PD-70)\n- Removed: the old printer (PD-66)\n\n## 2.2\n\n- Fixed: the margin of labels (PD-61)\n"
)
_CHANGES = _NOTES.replace("Release notes of the parcel desk", "Changelog")
_OTHERS = {
    f"{topic.lower()}.md": f"# {topic}\n\n"
    + "".join(
        f"## Rule {n}\n\n{_RULE.format(topic.lower(), n + 3)}\n\n`GET /{topic.lower()}/{n}` answers 404 if there is none.\n\n"
        for n in range(3)
    )
    for topic in _TOPICS
}


def codes(entry: str, path: str, text: str) -> set[str]:
    listed = "".join(f"- [{name[:-3].capitalize()}]({name}): how they are kept\n" for name in _OTHERS)
    files = {"INDEX.md": f"# Parcel desk\n\n{listed}- {entry}\n", **_OTHERS, path: text}
    report = check_documents(files.items(), config=Config(select=("KND001",)))
    return {finding.path for finding in report.findings if finding.path}


@pytest.mark.parametrize("text", [_NOTES, _CHANGES])
@pytest.mark.parametrize(
    "entry", ["[Labels](labels.md): what is printed on a label", "[Printing of labels](labels.md)"]
)
def test_a_record_in_the_place_of_a_subject(text: str, entry: str) -> None:
    assert codes(entry, "labels.md", text) == {"labels.md"}


@pytest.mark.parametrize(
    ("entry", "path"),
    [
        ("[Changes](labels.md): what is new with labels", "labels.md"),
        ("[Labels](labels.md): the history of labels", "labels.md"),
        ("[Labels](label-releases.md): what is printed", "label-releases.md"),
        ("[Labels 2](labels.md): what is printed", "labels.md"),
    ],
)
def test_an_announced_record(entry: str, path: str) -> None:
    assert codes(entry, path, _NOTES) == set()


def test_a_specification_of_release_notes() -> None:
    text = f"# Release notes\n\n{_OTHERS['orders.md']}"
    assert codes("[Labels](labels.md): what is printed on a label", "labels.md", text) == set()
