"""A file or place that many links or entries lack is one finding, with all places as evidence."""

from checkfirst import Finding, check_documents
from checkfirst.config import Config

LINKS = Config(select=("IDX002", "IDX006", "IDX007", "IDX008"))


def found(documents: dict[str, str]) -> list[Finding]:
    return list(check_documents(list(documents.items()), config=LINKS).findings)


def test_a_file_that_many_documents_link_to_is_one_finding() -> None:
    pages = {f"{n:02}/page.md": f"# Seite {n}\n\nSiehe [Hafen](../hafen/plan.md).\n" for n in range(30)}
    (finding,) = found(pages)
    assert finding.message == "links to ../hafen/plan.md, which is not there; 29 other documents link to it, too"
    assert [e.path for e in finding.evidence] == sorted(pages)[:20]
    assert set(finding.related) == {"hafen/plan.md", *sorted(pages)[1:]}
    assert dict(finding.data)["sources"] == tuple(sorted(pages))


def test_a_place_that_many_documents_link_to_is_one_finding() -> None:
    pages = {f"{n}.md": f"# Page {n}\n\nSee [fees](terms.md#fees).\n" for n in range(26)}
    (finding,) = found({**pages, "terms.md": "# Terms\n\n## Prices\n\nNone.\n"})
    assert (finding.code, len(finding.evidence)) == ("IDX007", 20)


def test_a_few_documents_with_one_missing_file_are_told_apart() -> None:
    assert len(found({f"{n}.md": f"# Page {n}\n\nSee [x](none.md).\n" for n in range(4)})) == 4


def test_a_stale_readme_is_one_finding_that_names_the_files() -> None:
    listed = "".join(f"- [Report {n}](reports/{n}.md)\n" for n in range(18))
    there = {f"r{n}.md": f"# Report {n}\n\nText.\n" for n in range(3)}
    readme = "# Reports\n\n" + listed + "".join(f"- [Other](r{n}.md)\n" for n in range(3))
    (finding,) = found({"README.md": readme, **there})
    assert finding.message.startswith("lists 18 files that are not there: reports/0.md, reports/1.md, ")
    assert dict(finding.data)["target_paths"] == tuple(f"reports/{n}.md" for n in range(18))
    assert len(finding.evidence) == 18


def test_missing_files_of_an_index_stay_one_by_one() -> None:
    index = "# Index\n\n- [A](a.md)\n- [B](b.md)\n- [C](c.md)\n- [D](d.md)\n"
    assert [dict(f.data)["target_path"] for f in found({"index.md": index, "d.md": "# D\n\nText.\n"})] == [
        "a.md",
        "b.md",
        "c.md",
    ]
