"""Text extraction: Markdown documents are converted to other formats and read back.

Needs ``pandoc`` and ``soffice`` (Debian: ``pandoc libreoffice-writer-nogui``). Recall and precision are of words, with
repetitions; order is the share of word bigrams of the source that occur in the extracted text. Compared with pypdf,
python-docx and markitdown on the same files.
"""

import argparse
import io
import random
import re
import shutil
import subprocess
import sys
import tempfile
import time
import zipfile
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

from benchmarks.options import print_table
from checkfirst.reading.read import read
from training.corpus import rows

Text = Callable[[Path], str]
_WORD = re.compile(r"\w+")
_PLAIN = re.compile(r"!\[|<[a-z/]|^---|\{\{|\[\^|\$|^\s*\|", re.MULTILINE)
_PANDOC = ("docx", "odt", "epub", "pptx", "rtf", "rst", "asciidoc", "latex", "man", "ipynb", "html")
_ENDINGS = {"asciidoc": "adoc", "latex": "tex", "man": "1"}
_READ_MARKUP = "markdown-smart-yaml_metadata_block-tex_math_dollars-citations-subscript-superscript-raw_html-raw_tex"
MIXED = 1_000


@dataclass(frozen=True)
class Score:
    """The quality and the speed of a reader."""

    recall: float
    precision: float
    order: float
    speed: float
    """Files per second."""


def sources(data: Path, count: int) -> dict[str, str]:
    """Markdown documents by name, one each of ``count`` families: ASCII, without pictures, HTML, tables and formulas."""
    rng = random.Random(0)
    by_family: dict[str, list[str]] = {}
    for row in rows(data, "documents"):
        text = row["text"]
        if row["format"] == "md" and 1_500 < len(text) < 20_000 and not _PLAIN.search(text) and text.isascii():
            by_family.setdefault(row["family"], []).append(text)
    families = sorted(by_family)
    rng.shuffle(families)
    return {f"doc{n:03}": rng.choice(by_family[family]) for n, family in enumerate(families[:count])}


def converted(texts: dict[str, str], folder: Path) -> dict[str, dict[str, Path]]:
    """The converted files by format and name. PDFs are made of the Word files, with one column and with two."""
    files: dict[str, dict[str, Path]] = {"source": {}}
    for name, text in texts.items():
        plain = folder / f"{name}.md"
        plain.write_text(text, "utf-8")
        files["source"][name] = folder / f"{name}.plain"
        _run("pandoc", "-f", _READ_MARKUP, "-t", "plain", "--wrap=none", str(plain), "-o", str(files["source"][name]))
        for form in _PANDOC:
            out = folder / form / f"{name}.{_ENDINGS.get(form, form)}"
            out.parent.mkdir(exist_ok=True)
            title = ["--metadata", f"title={name}"] if form in {"epub", "html"} else []
            _run("pandoc", "-s", "-f", _READ_MARKUP, "-t", form, *title, str(plain), "-o", str(out))
            files.setdefault(form, {})[name] = out
        two = folder / "two" / f"{name}.docx"
        two.parent.mkdir(exist_ok=True)
        two.write_bytes(in_two_columns(files["docx"][name].read_bytes()))
    for form, came_from in (("pdf", "docx"), ("pdf, two columns", "two")):
        target = folder / f"printed-{came_from}"
        _run("soffice", "--headless", "--convert-to", "pdf", "--outdir", str(target), *_all(folder / came_from))
        files[form] = {name: target / f"{name}.pdf" for name in texts}
    return files


def in_two_columns(data: bytes) -> bytes:
    """The Word file with its text in two columns."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for item in old.namelist():
            content = old.read(item)
            if item == "word/document.xml":
                columns = b'<w:cols w:num="2" w:space="400"/>'
                section = b"<w:sectPr>" + columns + b"</w:sectPr></w:body>"
                content = re.sub(
                    rb"(?:<w:sectPr[^>]*/>|<w:sectPr.*?</w:sectPr>)?\s*</w:body>", section, content, flags=re.DOTALL
                )
            new.writestr(item, content)
    return out.getvalue()


def _all(folder: Path) -> list[str]:
    return sorted(map(str, folder.iterdir()))


def _run(*command: str) -> None:
    done = subprocess.run(command, capture_output=True, check=False)
    if done.returncode:
        raise SystemExit(f"{command[0]}: {done.stderr.decode(errors='replace')[:300]}")


def score(text_of: Text, files: dict[str, Path], truth: dict[str, Path]) -> Score:
    """The score of a reader over all documents together."""
    found = wanted = common = pairs = kept = 0
    began = time.perf_counter()
    texts = {name: text_of(path) for name, path in files.items()}
    seconds = time.perf_counter() - began
    for name, text in texts.items():
        ours, source = _words(text), _words(truth[name].read_text("utf-8"))
        found, wanted = found + len(ours), wanted + len(source)
        common += (Counter(ours) & Counter(source)).total()
        neighbours = Counter(pairwise(source))
        pairs += neighbours.total()
        kept += (neighbours & Counter(pairwise(ours))).total()
    return Score(common / wanted, common / max(1, found), kept / pairs, len(files) / seconds)


def _words(text: str) -> list[str]:
    return _WORD.findall(text.lower())


def ours(path: Path) -> str:
    """The text that checkfirst reads."""
    return read(path.name, path.read_bytes()).text


def by_pypdf(path: Path) -> str:
    """The text that pypdf reads."""
    from pypdf import PdfReader

    return "\n".join(page.extract_text() for page in PdfReader(path).pages)


def by_python_docx(path: Path) -> str:
    """The text that python-docx reads: paragraphs and tables."""
    from docx import Document

    document = Document(str(path))
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    return "\n".join([*(paragraph.text for paragraph in document.paragraphs), *cells])


def by_markitdown() -> Text:
    """The reader of markitdown."""
    from markitdown import MarkItDown

    reader = MarkItDown()
    return lambda path: str(reader.convert(str(path)).text_content)


def peers(form: str) -> Iterator[tuple[str, Text]]:
    """The other readers of a format, by name."""
    if form.startswith("pdf"):
        yield "pypdf", by_pypdf
    if form == "docx":
        yield "python-docx", by_python_docx
    if form in {"docx", "pptx", "epub"} or form.startswith("pdf"):
        yield "markitdown", by_markitdown()


def pages_a_second(text_of: Text, files: dict[str, Path]) -> float:
    """The pages that a reader reads per second."""
    pages = sum(max(read(path.name, path.read_bytes()).line_map.pages or (1,)) for path in files.values())
    began = time.perf_counter()
    for path in files.values():
        text_of(path)
    return pages / (time.perf_counter() - began)


def mixed(files: dict[str, dict[str, Path]], folder: Path) -> float:
    """The seconds of a check of ``MIXED`` office files, books and PDFs in two processes."""
    folder.mkdir()
    forms = ("docx", "odt", "epub", "pptx", "rtf", "pdf")
    paths = [path for form in forms for path in files[form].values()]
    for number in range(MIXED):
        path = paths[number % len(paths)]
        shutil.copy(path, folder / f"{number:04}-{path.name}")
    began = time.perf_counter()
    subprocess.run(
        [sys.executable, "-m", "checkfirst", str(folder), "--jobs", "2", "--format", "json"],
        capture_output=True,
        check=False,
    )
    return time.perf_counter() - began


def main() -> None:
    """Compare readers on documents converted from Markdown."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.formats", description=main.__doc__)
    parser.add_argument("--data", type=Path, required=True, help="folder with the labelled data")
    parser.add_argument("--documents", type=int, default=60, help="documents to convert")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as temporary:
        files = converted(sources(options.data, options.documents), Path(temporary))
        truth = files.pop("source")
        table = []
        for form, held in files.items():
            # Starts the sandbox process, so that its start is not timed.
            ours(next(iter(held.values())))
            for who, text_of in (("checkfirst", ours), *peers(form)):
                got = score(text_of, held, truth)
                table.append(
                    [form, who, f"{got.recall:.3f}", f"{got.precision:.3f}", f"{got.order:.3f}", f"{got.speed:,.0f}"]
                )
        print_table([f"{len(truth)} documents", "", "recall", "precision", "order", "files/s"], table)
        for form in ("pdf", "pdf, two columns"):
            fast, slow = (pages_a_second(text_of, files[form]) for text_of in (ours, by_pypdf))
            print(f"{form}: {fast:,.0f} pages a second in another process, pypdf {slow:,.0f}: {fast / slow:.1f} times")
        seconds = mixed(files, Path(temporary) / "mixed")
        print(f"{MIXED:,} office files, books and PDFs, checked whole on two cores: {seconds:.1f} s")


if __name__ == "__main__":
    main()
