"""Strangers by topic and form in sources of a corpus: those planted that are told, and documents of the sources themselves.

``python -m benchmarks.corpus_topics --data DIR``. Each series of documents is a source, and so is each sound set, which no
threshold and no weight was chosen on; each gets three documents of the others.
"""

import random
import tarfile
from collections import defaultdict
from pathlib import Path, PurePosixPath
from tempfile import TemporaryDirectory
from typing import Final

from msgspec import json

from benchmarks.options import data_folder, print_table
from checkfirst.config import Config
from checkfirst.corpus.columns import Columns
from checkfirst.corpus.inputs import inputs_of
from checkfirst.corpus.local import check_blocks
from checkfirst.corpus.run import check_corpus
from checkfirst.corpus.store import Store
from checkfirst.corpus.summary import summary_of
from checkfirst.corpus.topics import topic_strangers
from training.corpus import rows

Sources = dict[str, list[dict[str, str]]]
#: Fewest words of a document, fewest and most documents of a source, and those that are planted in each.
_WORDS, _FEWEST, _MOST, _PLANTED = 60, 20, 100, 3
_ENDINGS: Final = {".md", ".txt", ".rst", ".html", ".adoc"}


def series(data: Path) -> Sources:
    """The documents of each series."""
    found: Sources = defaultdict(list)
    for row in rows(data, "collections"):
        found[row["collection"]].append({"name": PurePosixPath(row["path"]).name, "text": row["text"]})
    return found


def sound_sets(data: Path) -> Sources:
    """The documents of each sound set."""
    found: Sources = defaultdict(list)
    with tarfile.open(data / "sound_sets.tar.gz") as archive:
        for member in archive:
            path = PurePosixPath(member.name)
            file = archive.extractfile(member) if path.suffix.lower() in _ENDINGS and len(path.parts) > 2 else None
            if file is not None:
                place = path.parts.index("sets") + 1
                found[path.parts[place]].append({"name": path.name, "text": file.read().decode("utf-8", "replace")})
    return found


def planted(sources: Sources, rng: random.Random, count: int) -> list[dict[str, str]]:
    """The rows of all sources, so many of others planted in each."""
    made = []
    own = {
        name: rng.sample(kept, min(_MOST, len(kept)))
        for name, some in sorted(sources.items())
        if len(kept := [row for row in some if len(row["text"].split()) >= _WORDS]) >= _FEWEST
    }
    for name, some in own.items():
        others = [row for other, theirs in own.items() if other != name for row in theirs]
        made += [{**row, "id": f"own {name} {number}", "site": name} for number, row in enumerate(some)]
        made += [{**row, "id": f"planted {name} {n}", "site": name} for n, row in enumerate(rng.sample(others, count))]
    return made


def told(made: list[dict[str, str]]) -> tuple[int, int]:
    """How many documents are told that were planted, and how many of the source's own."""
    with TemporaryDirectory() as folder:
        path, store = Path(folder, "rows.jsonl"), Store(Path(folder, "out"))
        path.write_bytes(b"".join(json.encode(row) + b"\n" for row in made))
        inputs = inputs_of([str(path)], Columns(source="site"))
        check_corpus(inputs, store, Config(), lambda b, s, c: check_blocks(b, s, c, 1), lambda _: None)
        found = topic_strangers(store, summary_of(store), members=_MOST)
        ids = [member.id for stranger in found.values() for member in stranger.members]
    return sum(one.startswith("planted") for one in ids), sum(one.startswith("own") for one in ids)


def main() -> None:
    """Print what is told of each kind of source, with and without strangers."""
    data = data_folder(__doc__)
    table = []
    for what, sources in (
        ("series, by which the thresholds were chosen", series(data)),
        ("sound sets", sound_sets(data)),
    ):
        clean, mixed = (planted(sources, random.Random(1), count) for count in (0, _PLANTED))
        count = len({row["site"] for row in clean})
        right, wrong = told(mixed)
        shares = f"{right} of {len(mixed) - len(clean)}"
        table.append([what, str(count), str(len(clean)), f"{told(clean)[1]}", shares, str(wrong)])
    header = ["sources", "number", "documents", "told without strangers", "planted, told", "others told beside them"]
    print_table(header, table)


if __name__ == "__main__":
    main()
