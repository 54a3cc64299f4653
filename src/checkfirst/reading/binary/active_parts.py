"""Members of Office packages that are programs: macros, add-ins and controls."""

import posixpath
import re
from collections.abc import Iterable
from typing import Final

from checkfirst import lazy_re
from checkfirst.model.losses import LossKind
from checkfirst.reading.binary.text_builder import TextBuilder

#: Visual Basic ([MS-OVBA], section 2.2), macros of Excel 4.0, and the modules and scripts of an OpenDocument. The names of
#: its libraries alone stand in documents without any module.
_MACROS: Final = lazy_re.compile(
    r"(?:.{0,200}/)?vbaProject[^/]{0,40}\.bin|xl/(?:macrosheets|intlMacroSheets)/[^/]{1,100}\.(?:xml|bin)|Basic/[^/]{1,100}/(?!script-l[bc]\.xml|dialog-l[bc]\.xml)[^/]{1,100}\.xml|Scripts/.{1,200}\.(?:py|js|bsh|java|class|jar)",
    re.IGNORECASE,
)
_CONTROLS: Final = lazy_re.compile(r"(?:word|xl|ppt)/activeX/[^/]{1,100}\.bin", re.IGNORECASE)


def add_active_parts(out: TextBuilder, names: Iterable[str]) -> None:
    """Record the members that are programs; they are not read."""
    for name in names:
        if _MACROS.fullmatch(name):
            out.add_loss(LossKind.MACROS, name=posixpath.basename(name))
        elif _CONTROLS.fullmatch(name):
            out.add_loss(LossKind.CONTROL, name=posixpath.basename(name))
