"""One document of a corpus, as a row of an input holds it."""

import hashlib

from msgspec import Struct


class Row(Struct, frozen=True, kw_only=True):
    """A document with what its input says of it."""

    id: str
    """What the input calls it; made of its content where the input calls it nothing."""
    content: str | bytes | None
    """Its text, or its bytes in any format; ``None`` where the row has neither."""
    name: str = ""
    """The name of its file, whose suffix declares a format; empty for a text without a file."""
    media_type: str = ""
    source: str = ""
    """The site or repository that it comes from; empty where only the name of the input is known."""
    problem: str = ""
    """Why the row can't be checked; empty if it can."""
    record: str = ""
    """The row as JSON, where it is wanted: what ``filtering`` writes."""
    place: str = ""
    """Where it stands, if it could not be read. A row that stands elsewhere is equal all the same."""

    @property
    def size(self) -> int:
        """Characters of a text, bytes of anything else."""
        return len(self.content) if self.content is not None else 0

    @property
    def digest(self) -> bytes:
        """16 bytes that are equal for equal rows, wherever they stand."""
        known = "\0".join((self.id, self.name, self.media_type, self.source, self.problem, str(type(self.content))))
        digest = hashlib.blake2b(known.encode("utf-8", "surrogatepass"), digest_size=16)
        if isinstance(self.content, str):
            digest.update(self.content.encode("utf-8", "surrogatepass"))
        elif self.content is not None:
            digest.update(self.content)
        return digest.digest()
