"""Pictures that are programs or speak to a model. Any other picture is no document, and is left out."""

from typing import Final

from msgspec.structs import replace

from checkfirst.measuring.danger.find import find_dangers
from checkfirst.measuring.document import unmeasured
from checkfirst.model.document import Document
from checkfirst.model.formats import Format, Trait
from checkfirst.model.measures import DocumentMeasures
from checkfirst.model.needs import Needs
from checkfirst.reading.detect.identify import Identity
from checkfirst.reading.read import read_picture
from checkfirst.rules.registry import Selection

_SVG: Final = "image/svg+xml"


def dangerous_picture(
    path: str, data: bytes, identity: Identity, needs: frozenset[Needs]
) -> tuple[Document, DocumentMeasures] | None:
    """An SVG picture and its dangers; ``None`` for one without any, for other pictures, and where no rule asks for them."""
    if identity.media_type != _SVG or Needs.DANGERS not in needs:
        return None
    document = read_picture(path, data, identity)
    # Its words are read as prose for this alone: no index needs to list a picture, and none promises one.
    as_prose = replace(identity.spec, format=Format.DATA, traits=frozenset({Trait.PROSE}))
    dangers = find_dangers(replace(document, format=as_prose.format, spec=as_prose))
    return (document, replace(unmeasured(document), dangers=dangers)) if dangers else None


def about_dangers(rules: Selection) -> Selection:
    """Those of the rules about a document that read its dangers alone."""
    kept = tuple(rule for rule in rules.document if set(rule.needs) == {Needs.DANGERS})
    return replace(rules, document=kept, needs=frozenset({Needs.DANGERS}))
