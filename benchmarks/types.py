"""Detection of media types under right and wrong names, on sources held out of training; with magika and puremagic.

``--files DIR`` has a folder for each source (a package, a project). The type that a file's own name declares is taken
as the truth, so that a wrongly named file counts against every program.
"""

import argparse
import random
import tarfile
import time
from collections import Counter, defaultdict
from collections.abc import Callable
from pathlib import Path, PurePosixPath

from benchmarks.options import print_table
from checkfirst.reading.detect.identify import identify
from checkfirst.reading.detect.text_classifier import TypeModel
from training.media_types import ENDING_OF, NAMED
from training.types import Sample, held_out, learn, samples

Guess = Callable[[str, bytes], str | None]
#: Types that are equivalent, or that another program does not distinguish.
_SAME = {"application/xhtml+xml": "text/html", "text/x-vue": "text/html"}
_BINARY = (".pdf", ".docx", ".pptx", ".xlsx", ".odt", ".ods", ".odp", ".epub", ".rtf", ".zip", ".png", ".doc", ".gz")
_WRONG = (*_BINARY, ".txt", ".md", ".html", ".json", ".xml", ".csv", ".py", ".eml", ".rst", ".yaml", ".js", "")


def named_well(item: Sample) -> str:
    """A name with the suffix of the true type."""
    return f"file{ENDING_OF[item.media_type]}"


def binaries(data: Path) -> list[Sample]:
    """The office files, PDFs and archives among the hostile files."""
    found = []
    with tarfile.open(data / "hostile_files.tar.gz") as archive:
        for member in archive:
            suffix = PurePosixPath(member.name.lower()).suffix
            named = NAMED.get(suffix)
            file = archive.extractfile(member) if member.isfile() and suffix in _BINARY and named else None
            if file and named and (content := file.read()):
                found.append(Sample(family="hostile", name=member.name, media_type=named[1], data=content))
    return found


def score(guess: Guess, pairs: list[tuple[Sample, str]]) -> tuple[float, float, Counter[tuple[str, str]]]:
    """The accuracy, the files per second, and the number of each confusion (truth, answer)."""
    wrong: Counter[tuple[str, str]] = Counter()
    began = time.perf_counter()
    answers = [guess(name, item.data) for item, name in pairs]
    seconds = time.perf_counter() - began
    for (item, _), answer in zip(pairs, answers, strict=True):
        if _SAME.get(answer or "", answer) != _SAME.get(item.media_type, item.media_type):
            wrong[item.media_type, str(answer)] += 1
    return 1 - wrong.total() / len(pairs), len(pairs) / seconds, wrong


def ours_guess(model: TypeModel) -> Guess:
    """The answers of checkfirst, by a model that was not trained on the sources."""
    return lambda name, data: identify(name, data, model).media_type


def puremagic_guess() -> Guess:
    """The answers of puremagic, by the suffix of its best match."""
    import puremagic

    def guess(name: str, data: bytes) -> str | None:
        try:
            ending = puremagic.from_string(data, filename=name)
        except (puremagic.PureError, ValueError):
            return "text/plain"
        named = NAMED.get(ending.lower())
        return named[1] if named else ending

    return guess


def magika_guess() -> Guess:
    """The answers of magika, by the suffixes of its label."""
    from magika import Magika

    reader = Magika()

    def guess(name: str, data: bytes) -> str | None:
        output = reader.identify_bytes(data).output
        known = (NAMED[f".{ending}"][1] for ending in output.extensions if f".{ending}" in NAMED)
        return next(known, "text/plain" if output.label == "txt" else output.label)

    return guess


def main() -> None:
    """Train on three of four sources, and evaluate on the others."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.types", description=main.__doc__)
    parser.add_argument("--files", type=Path, required=True, help="folder with a folder for each source")
    parser.add_argument("--data", type=Path, required=True, help="folder with the labelled data")
    parser.add_argument("--most", type=int, default=2_000, help="files that the peers are asked about")
    options = parser.parse_args()
    rng = random.Random(0)
    items = samples(options.files, options.data)
    model = learn([item for item in items if not held_out(item.family)])
    asked = [item for item in items if held_out(item.family)]
    rng.shuffle(asked)
    groups = {"texts": asked[: options.most], "office files, PDFs, archives": binaries(options.data)}
    for title, group in groups.items():
        well = [(item, named_well(item)) for item in group]
        badly = [(item, f"file{_other_ending(item, rng)}") for item in group]
        rows: list[list[str]] = []
        confusions: dict[str, Counter[tuple[str, str]]] = defaultdict(Counter)
        for who, guess in (
            ("checkfirst", ours_guess(model)),
            ("magika", magika_guess()),
            ("puremagic", puremagic_guess()),
        ):
            right, speed, _ = score(guess, well)
            right_badly, _, wrong = score(guess, badly)
            rows.append([who, f"{right:.3f}", f"{right_badly:.3f}", f"{speed:,.0f}"])
            confusions[who] = wrong
        print_table([f"{title}: {len(group)} files", "right names", "wrong names", "files/s"], rows)
        print("ours under wrong names:", *(f"{a} -> {b}: {n}" for (a, b), n in confusions["checkfirst"].most_common(8)))


def _other_ending(item: Sample, rng: random.Random) -> str:
    own = {ending for ending, (_, media_type) in NAMED.items() if media_type == item.media_type}
    return rng.choice([ending for ending in _WRONG if ending not in own])


if __name__ == "__main__":
    main()
