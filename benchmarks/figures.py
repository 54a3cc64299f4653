"""All benchmarks in one run; writes the tables of ``docs/figures.md``. ``--only NAME,NAME`` writes the tables of some anew."""

import argparse
import re
from collections.abc import Callable, Iterator
from itertools import groupby
from pathlib import Path
from typing import Final

from benchmarks import (
    agents,
    claims,
    copies,
    corpus,
    corpus_copies,
    corpus_cost,
    corpus_stream,
    dangers,
    evidence,
    hostile,
    kinds,
    lead,
    links,
    poisoned,
    precision,
    promises,
    quiet,
    review,
    roles,
    sets,
    speed,
    speed_corpora,
    system,
    threads,
)
from benchmarks.options import Figure, data_folder

PAGE: Final = Path(__file__).parents[1] / "docs" / "figures.md"
_BLOCK = re.compile(r"(<!-- figures -->\n).*?(<!-- end of figures -->)", re.DOTALL)
_ALL: tuple[Callable[[Path], list[Figure]], ...] = (
    lead.figures,
    claims.figures,
    kinds.figures,
    system.figures,
    roles.figures,
    threads.figures,
    evidence.figures,
    quiet.figures,
    precision.figures,
    links.figures,
    promises.figures,
    sets.figures,
    copies.figures,
    dangers.figures,
    poisoned.figures,
    hostile.figures,
    speed.figures,
    speed_corpora.figures,
    corpus.figures,
    corpus_copies.figures,
    corpus_stream.figures,
    corpus_cost.figures,
    agents.figures,
    review.figures,
)
#: The heading of each benchmark, and what it asks.
_ABOUT: Final = {
    "lead": (
        "One file in a folder",
        "A folder holds one file, which is a specification or something else: is the wrong one named, and the right one left alone?",
    ),
    "claims": (
        "Claims",
        "One document of a sound set is replaced by another: is that claimed, are the others left alone, and is the probability of "
        "a claim true?",
    ),
    "kinds": (
        "What a document is",
        "Which kind and which group is a document of: as it is, with its format hidden, with its text degraded, and from families "
        "that were never learned from?",
    ),
    "system": (
        "Describes a system",
        "Does a document describe a system? Hard others are policies, minutes, plans, tutorials and papers of software projects.",
    ),
    "roles": (
        "Lines of a page",
        "Where does the comment thread start in a flattened web page, and which lines are its main text?",
    ),
    "threads": (
        "Threads in real pages",
        "Where does the thread start in a saved page, and how many comments does it have?",
    ),
    "evidence": (
        "Quoted lines",
        "Do the quoted lines carry the answer? Taking them out must cost the answer more than taking out others like them.",
    ),
    "quiet": (
        "Documents that people maintain",
        "How many of them have an error? Nearly all such errors are false alarms.",
    ),
    "precision": (
        "Sound sets",
        "How many errors and warnings are right, each read by hand, on sets for which nothing was tuned at first?",
    ),
    "links": ("Links", "Are the broken links found that lychee finds?"),
    "promises": (
        "Promises of an index",
        "Files behind the entries of real indexes are swapped or replaced: is it noticed, and is the right file named?",
    ),
    "sets": (
        "A stranger in the set",
        "A document is put into a set: from another field (easy), from another series of the field (medium), on another topic of the "
        "series (hard).",
    ),
    "copies": ("Copies", "Are copies found that were edited, wrapped or formatted anew?"),
    "poisoned": (
        "Poisoned copies",
        "Numbers, negations, and and or are changed in copies of sound documents, some of them wrapped in a page: is each change named?",
    ),
    "dangers": (
        "Dangers and gaps",
        "Is an order to a model found in each place where no reader sees it, and each provider's secret; how many real documents are "
        "flagged; and are two values of one thing found, and none in sound series?",
    ),
    "hostile": (
        "Hostile files",
        "Does every file get a status, and do two runs print the same, whatever is in the files?",
    ),
    "speed_corpora": (
        "Speed by sort of document",
        "How fast are seven sorts of documents checked in one process, by the core in C and by plain Python?",
    ),
    "corpus": (
        "Corpora",
        "How fast is web text in Parquet checked, on one core and on two, and what does Ray cost on one machine? Ratios of one run: "
        "the machine is shared.",
    ),
    "corpus_copies": (
        "Near-duplicates of a corpus",
        "Of copies planted among many texts, how many are found, how many others, and in what time? A copy differs in up to four "
        "words.",
    ),
    "corpus_stream": (
        "Memory over a stream",
        "How much memory has the process that reads a corpus, when nothing checks what it sends, and how much a process that checks?",
    ),
    "corpus_cost": (
        "The cost of 100 million documents",
        "What would a corpus of 1 TB take? By multiplication from rates of one run, on a core of the machine that measured; nothing "
        "of that size was run. Near-duplicates are looked for in ten million at a time, since their hashes have 32 bits.",
    ),
    "agents": (
        "In front of agents",
        "What do hooks and the server cost on a known set of 1,000 documents, and how much does an agent have to read?",
    ),
    "review": (
        "Reviews",
        "Are marks lost when the program is killed or two people review at once, and how soon is a mark seen on 1,000 findings?",
    ),
    "speed": ("Speed", "How much Markdown is checked in a second of processor time, in one process?"),
}
#: Benchmarks that make up what they measure on.
_WITHOUT_DATA: Final = frozenset({"agents", "review"})
#: Says to the test of the commands in the documentation why it leaves these out.
_NOT_RUN: Final = "<!-- not run: needs the labelled documents -->"
_TAKES_LONG: Final = "<!-- not run: takes minutes -->"
#: What names one figure: ``what: measure; measure``.
_MEASURES: Final = "; "


def table(found: list[Figure]) -> str:
    """The figures as sections in Markdown, one for each benchmark, with the command that gives them."""
    return "\n".join(line for module, own in groupby(found, lambda f: f.module) for line in _section(module, list(own)))


def _section(module: str, found: list[Figure]) -> Iterator[str]:
    title, asked = _ABOUT[module]
    without = module in _WITHOUT_DATA
    call = f"python -m benchmarks.{module}{'' if without else ' --data DIR'}"
    yield from (f"## {title}", "", asked, "", _TAKES_LONG if without else _NOT_RUN, "```sh", call, "```", "")
    for measures, alike in groupby(found, _measures):
        yield from _rows(measures, list(alike))
        yield ""


def _measures(figure: Figure) -> tuple[str, ...]:
    """The measures of a figure that has several values, one for each; a figure that is one value has none."""
    _, _, named = figure.what.partition(": ")
    measures = tuple(named.split(_MEASURES))
    return measures if len(measures) == len(figure.ours.split(_MEASURES)) > 1 else ()


def _rows(measures: tuple[str, ...], found: list[Figure]) -> Iterator[str]:
    """One table, whose last column is left out where no other program was measured."""
    compared = any(f.beside for f in found)
    columns = ["what", *(measures or ("checkfirst",)), *(["beside it"] if compared else [])]
    yield f"| {' | '.join(columns)} |"
    yield "|---" * len(columns) + "|"
    for figure in found:
        name = figure.what.partition(": ")[0] if measures else figure.what
        values = figure.ours.split(_MEASURES) if measures else [figure.ours]
        yield f"| {' | '.join([name, *values, *([figure.beside] if compared else [])])} |"


def main() -> None:
    """Run all benchmarks, then write the page."""
    parser = argparse.ArgumentParser(add_help=False)
    parser.add_argument("--only", default="")
    options, rest = parser.parse_known_args()
    data, only = data_folder(__doc__, rest), set(filter(None, options.only.split(",")))
    found = []
    for figures in _ALL:
        if not only or figures.__module__.rpartition(".")[2] in only:
            print(f"# {figures.__module__}\n", flush=True)
            found += figures(data)
    text = PAGE.read_text(encoding="utf-8")
    written = with_sections(text, found) if only else _BLOCK.sub(lambda m: m[1] + table(found) + m[2], text)
    PAGE.write_text(written, encoding="utf-8")
    print(table(found))


def with_sections(text: str, found: list[Figure]) -> str:
    """The page with the sections of these figures anew, those that it has not had at the end."""
    before, begin, rest = text.partition("<!-- figures -->\n")
    block, end, after = rest.partition("<!-- end of figures -->")
    sections = {part.partition("\n")[0]: part for part in re.split(r"(?m)^(?=## )", block) if part}
    for module, own in groupby(found, lambda f: f.module):
        sections[f"## {_ABOUT[module][0]}"] = "\n".join(_section(module, list(own)))
    written = "\n\n".join(section.strip("\n") for section in sections.values())
    return f"{before}{begin}{written}\n{end}{after}"


if __name__ == "__main__":
    main()
