"""AGT001: the instructions for agents are longer than a host reads."""

from collections.abc import Iterator
from typing import Final

from checkfirst.model.finding import Severity
from checkfirst.model.location import text_span
from checkfirst.model.quotes import Quote
from checkfirst.model.rule import Hit, facts, rule
from checkfirst.model.set_measures import DocumentSummary
from checkfirst.model.views import SetView

#: Bytes of all files of one chain that Codex reads, by default (``project_doc_max_bytes``,
#: https://developers.openai.com/codex/config-reference, read on 2026-11-28).
_MOST: Final = 32 * 1024
_NAME: Final = "AGENTS.md"


@rule(
    code="AGT001",
    sees=SetView,
    severity=Severity.NOTE,
    since="0.2.0",
    preview=True,
    no_sample="a file of 32 KiB is no sample to read",
)
def instructions_too_long(view: SetView) -> Iterator[Hit]:
    """The files AGENTS.md from the top of the project down to a folder have more bytes than a host reads.

    A host joins them and cuts what is over its limit, so that an agent never sees the end of the innermost file.

    Shorten them, or move parts into files that they name.
    """
    files = {d.path: d for d in view.measures.documents if d.path.rpartition("/")[2] == _NAME}
    for path, document in sorted(files.items()):
        chain = [files[above] for above in _above(path) if above in files]
        size = sum(each.size for each in (*chain, document))
        # Told at the file with which the chain becomes too long.
        if size > _MOST >= size - document.size:
            yield _hit(document, chain, size)


def _hit(document: DocumentSummary, chain: list[DocumentSummary], size: int) -> Hit:
    quote = document.first_line or Quote(span=text_span(0), text=document.path)
    among = f" with {len(chain)} above" if chain else ""
    return Hit(
        message=f"instructions of {size:,} bytes{among}; Codex reads {_MOST:,}",
        evidence=(quote,),
        confidence=0.9,
        path=document.path,
        related=tuple(each.path for each in chain),
        data=facts(bytes=size, most=_MOST),
    )


def _above(path: str) -> Iterator[str]:
    """The paths of the files of the folders above that of ``path``, the outermost first."""
    folders = path.split("/")[:-1]
    for depth in range(len(folders)):
        yield "/".join([*folders[:depth], _NAME])
