"""Gaps: contradictions that are planted in sound sets and told, and those told where none was planted."""

import random
import tarfile
import tempfile
from collections import Counter
from pathlib import Path
from typing import Final

from benchmarks.gap_pairs import CHOSEN, HELD_OUT, SOUND
from benchmarks.gap_planting import Plant, plant
from benchmarks.options import Figure, data_folder, print_table
from checkfirst import check, check_documents
from checkfirst.config import Config
from checkfirst.model.finding import Finding

_CONFIG: Final = Config(select=("GAP006",), readings=False)
_SEED: Final = 7
#: Contradictions planted in one set, and bytes of a file that is read.
_PLANTED, _LARGEST = 40, 1_000_000
_PACK: Final = "sound_sets.tar.gz"
_SUFFIXES: Final = {".md", ".mdx", ".rst", ".adoc", ".txt"}
_MORE: Final = "The warden walks the quay each morning and writes down what he sees."
#: Characters of a planted sentence by which a finding is known to be about it.
_KNOWN_BY: Final = 40


def pairs_told(pairs: tuple[tuple[str, str], ...], *, within: bool) -> int:
    """How many pairs of statements are told, in two documents or in two sections of one."""
    told = 0
    for one, other in pairs:
        if within:
            files = {"rules.md": f"# Rules\n\n## Scope\n\n{one}\n\n{_MORE}\n\n## Further\n\n{other}\n"}
        else:
            files = {
                name: f"# {name}\n\n{said}\n\n{_MORE}\n" for name, said in (("rules.md", one), ("hints.md", other))
            }
        told += bool(check_documents(files.items(), config=_CONFIG).findings)
    return told


def planted_told(folder: Path) -> list[tuple[Plant, bool]]:
    """The contradictions that are planted in a copy of a set, and whether each is told."""
    files = {path.relative_to(folder).as_posix(): path.read_text("utf-8", "replace") for path in _texts(folder)}
    changed, plants = plant(files, _PLANTED, random.Random(_SEED))
    findings = check_documents(changed.items(), config=_CONFIG).findings if plants else ()
    return [(one, any(_is_about(finding, one) for finding in findings)) for one in plants]


def _texts(folder: Path) -> list[Path]:
    found = (path for path in sorted(folder.rglob("*")) if path.suffix in _SUFFIXES and path.is_file())
    return [path for path in found if path.stat().st_size <= _LARGEST]


def _is_about(finding: Finding, planted: Plant) -> bool:
    return any(planted.planted.lstrip("- ")[:_KNOWN_BY] in evidence.quote for evidence in finding.evidence)


def figures(data: Path) -> list[Figure]:
    """Print all tables. Returns the figures of the page."""
    pairs = (("chosen on", CHOSEN), ("held out", HELD_OUT), ("two things", SOUND))
    rows = [
        [name, str(pairs_told(of, within=False)), str(pairs_told(of, within=True)), str(len(of))] for name, of in pairs
    ]
    print_table(["pairs", "told between documents", "told within one", "pairs in all"], rows)
    told, planted = Counter[str](), Counter[str]()
    false = documents = 0
    with tempfile.TemporaryDirectory(prefix="gaps-") as name:
        with tarfile.open(data / _PACK) as archive:
            archive.extractall(name, filter="data")
        for folder in sorted(path for path in (Path(name) / "sets").iterdir() if path.is_dir()):
            report = check(folder, config=_CONFIG)
            false, documents = false + len(report.findings), documents + len(report.documents)
            for finding in report.findings:
                print(f"{folder.name} {finding.path}: {finding.message} | {finding.evidence[0].quote}")
            for one, is_told in planted_told(folder):
                place = "within one document" if one.source == one.target else "between documents"
                for key in (place, one.form):
                    planted[key] += 1
                    told[key] += is_told
    print_table(["planted", "told", "of"], [[key, str(told[key]), str(n)] for key, n in sorted(planted.items())])
    places = [key for key in planted if "document" in key]
    found = [
        (
            "contradictions planted in sound sets, told",
            f"{sum(told[k] for k in places)} of {sum(planted[k] for k in places)}",
        ),
        ("contradictions told where none was planted", f"{false} in {documents:,} documents"),
    ]
    for what, ours in found:
        print(f"{what}: {ours}")
    return [Figure(what, ours, "", "gaps") for what, ours in found]


def main() -> None:
    """Run the benchmark."""
    figures(data_folder(__doc__))


if __name__ == "__main__":
    main()
