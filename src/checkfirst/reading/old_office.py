"""Macros of older Office files (OLE), whose text is not read."""

from typing import Final

from checkfirst.model.losses import Loss, LossKind

#: The first bytes of an OLE file ([MS-CFB], section 2.2), and the name of the stream in its directory that every project
#: in Visual Basic has ([MS-OVBA], section 2.3.4.1).
_OLE: Final = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_PROJECT: Final = "_VBA_PROJECT".encode("utf-16-le")


def macros(data: bytes) -> tuple[Loss, ...]:
    """The macros of an older Office file; nothing of any other file."""
    if data.startswith(_OLE) and _PROJECT in data:
        return (Loss(kind=LossKind.MACROS, count=1),)
    return ()
