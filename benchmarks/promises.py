"""Index entries that don't match their files: real indexes, files swapped within a set, files replaced by others.

On real indexes nearly every finding is a false alarm; they are printed, to be read.
"""

import random
import tarfile
import tempfile
from pathlib import Path

from benchmarks.options import Figure, data_folder, print_table
from checkfirst.api import check, check_documents
from checkfirst.config import Config
from checkfirst.model.finding import Finding

_CODES = ("IDX004", "IDX005")
_CONFIG = Config(select=_CODES)
_SUFFIXES = {".md", ".rst", ".txt", ".yml", ".yaml"}
#: Swaps and replacements in each set.
_TRIALS = 12


def contents(folder: Path) -> dict[str, bytes]:
    """The contents of a set's text files, by path."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and path.suffix in _SUFFIXES and not path.is_symlink()
    }


def promised(documents: dict[str, bytes]) -> list[Finding]:
    """The findings on index entries of a set in memory."""
    report = check_documents(documents.items(), config=_CONFIG, purpose="retrieve")
    return [finding for finding in report.findings if finding.code in _CODES]


def about(findings: list[Finding], path: str) -> list[Finding]:
    """The findings on entries for one file."""
    return [finding for finding in findings if dict(finding.data).get("target_path") == path]


def figures(data: Path) -> list[Figure]:
    """Print false alarms, and the shares of changes that are found. Returns the README's figures."""
    rng = random.Random(0)
    real = entries = swapped = found = named = right = replaced = caught = 0
    with tempfile.TemporaryDirectory() as folder:
        with tarfile.open(data / "indexed_sets.tar.gz") as archive:
            archive.extractall(folder, filter="data")
        sets = {path.name: contents(path) for path in sorted((Path(folder) / "sets").iterdir())}
        listed = {}
        for place in sorted((Path(folder) / "sets").iterdir()):
            findings = [f for f in check(place, config=_CONFIG, purpose="retrieve").findings if f.code in _CODES]
            listed[place.name] = _listed(sets[place.name])
            entries += len(listed[place.name])
            real += len(findings)
            for finding in findings:
                print(f"  on a real entry: {place.name} {finding.path}: {finding.message}")
    strangers = [(name, path) for name, paths in listed.items() for path in paths]
    for name, documents in sets.items():
        paths = listed[name]
        for _ in range(_TRIALS if len(paths) > 2 else 0):
            a, b = rng.sample(paths, 2)
            findings = promised({**documents, a: documents[b], b: documents[a]})
            for path, other in ((a, b), (b, a)):
                mine = about(findings, path)
                swapped += 1
                found += bool(mine)
                kept = [f for f in mine if f.code == "IDX005"]
                named += bool(kept)
                right += any(dict(f.data).get("fitting") == other for f in kept)
            from_set, stranger = rng.choice([s for s in strangers if s[0] != name])
            findings = promised({**documents, a: sets[from_set][stranger]})
            replaced += 1
            caught += bool(about(findings, a))
    mended, versions = versions_changed(sets, listed)
    rows = [
        ["findings on real entries", str(real), str(entries), f"{real / entries:.4f}"],
        ["swapped within the set: found", str(found), str(swapped), f"{found / swapped:.3f}"],
        ["the right file named, where one is", str(right), str(named), f"{right / max(named, 1):.3f}"],
        ["replaced by another set's file: found", str(caught), str(replaced), f"{caught / replaced:.3f}"],
        ["another version than the entry's: found", str(mended), str(versions), f"{mended / max(versions, 1):.3f}"],
    ]
    print_table(["", "found", "of", "share"], rows)
    return [Figure(f"promises of indexes, {row[0]}", f"{row[3]} of {row[2]}", "", "promises") for row in rows]


def versions_changed(sets: dict[str, dict[str, bytes]], listed: dict[str, list[str]]) -> tuple[int, int]:
    """Entries with "v3" for files with "v2" in their titles: the number found, and the number of all."""
    tried = found = 0
    for name, documents in sets.items():
        for path in listed[name]:
            lines = documents[path].split(b"\n")
            if not lines[0].startswith(b"# ") or b"](" in lines[0]:
                continue
            index = "checked-index.md"
            entry = f"# Documents\n\n- [{lines[0][2:].decode().strip()} v3]({path})\n"
            changed = b"\n".join([lines[0].rstrip() + b" v2", *lines[1:]])
            report = check_documents(
                {**documents, path: changed, index: entry.encode()}.items(),
                config=Config(select=("IDX004",), index=(index,)),
                purpose="retrieve",
            )
            tried += 1
            found += any(f.path == index and dict(f.data).get("wanted_version") == "3" for f in report.findings)
            if tried % 7 == 0:
                break
    return found, tried


_INDEXES = {"index.md", "readme.md", "summary.md", "llms.txt", "mkdocs.yml", "_sidebar.md", "toc.md"}


def _listed(documents: dict[str, bytes]) -> list[str]:
    """The files that indexes list: those reported missing when the indexes are checked without them."""
    alone = ((path, data) for path, data in documents.items() if Path(path).name.lower() in _INDEXES)
    report = check_documents(alone, config=Config(select=("IDX002",)), purpose="retrieve")
    # Many missing files of one index are one finding.
    missing = [dict(finding.data) for finding in report.findings]
    paths = [value for data in missing for value in (data.get("target_path"), data.get("target_paths"))]
    names = {Path(path).name for value in paths for path in (value if isinstance(value, tuple) else (str(value),))}
    return [path for path in documents if Path(path).name in names and Path(path).name.lower() not in _INDEXES]


def main() -> None:
    """Run the benchmark."""
    figures(data_folder(__doc__))


if __name__ == "__main__":
    main()
