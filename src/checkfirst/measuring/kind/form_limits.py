"""Kinds that the form of a text rules out, whatever its words are like.

A guide with headings and sentences is no source code, however much code it quotes; a chapter or a law is no error page.
Of 214 labelled error pages, 12 that were saved with the menus of their site are so ruled out; of 947 files of code, data and
logs, 11 when they are renamed to ``.txt``, nearly all of them data of whole sentences, and 50 when renamed to ``.md``.
"""

from typing import Final

import numpy as np
from numpy.typing import NDArray

from checkfirst.measuring.arrays import Matrix
from checkfirst.measuring.text.sentences import Sentences, measure_sentences
from checkfirst.measuring.text.text_features import TextFeatures
from checkfirst.model.document import Document, Role
from checkfirst.model.formats import Trait
from checkfirst.model.kinds import Group, Kind

#: Share of the words in sentences, and number of those words, from which a text is no code, data or log. The share was
#: chosen on development families among .4, .5, .6 and .7.
_SHARE_FROM, _RUNNING_FROM = 0.5, 40
#: The same number for a document with the markup of one, unless it has a heading; chosen on development families among 20
#: and 40.
_MARKED_RUNNING_FROM: Final = 40
#: Words in sentences, and words in all, that an error page has at most; numbered articles from which a text is a law or a
#: contract. Not measured.
_ERROR_RUNNING_TO, _ERROR_WORDS_TO, _ARTICLES_FROM = 350, 1_050, 3
#: Summed probability of such kinds from which the form is looked at: less changes no answer, and looking takes time.
_LOOKED_AT_FROM: Final = 0.05
#: How much flatter than their probabilities the others share that of a kind that was ruled out, as a factor of the
#: temperature: the model says less of its second choice than of its first. Chosen so that hardly a text is then told with
#: a probability of .9 or more.
_FLATTER: Final = 1.5


def within_limits(probabilities: Matrix, names: tuple[Kind, ...], document: Document, main: TextFeatures) -> Matrix:
    """The probabilities of the kinds ``names``, with those of kinds that the form rules out given to the others."""
    limited = np.array([name.group is Group.DATA or name is Kind.ERROR_PAGE for name in names])
    if float(probabilities[limited].sum()) < _LOOKED_AT_FROM:
        return probabilities
    excluded = _excluded(names, document, main)
    others = np.where(excluded, 0, probabilities)
    if not excluded.any() or not others.any():
        return probabilities
    flat = others ** (1 / _FLATTER)
    shared: Matrix = others + probabilities[excluded].sum() * flat / flat.sum()
    return shared.astype(probabilities.dtype)


def _excluded(names: tuple[Kind, ...], document: Document, main: TextFeatures) -> NDArray[np.bool_]:
    """For each kind whether the form rules it out."""
    sentences = measure_sentences(document, main.line_numbers.tolist())
    no_data, no_error = _is_written(document, sentences), _is_too_long_for_error(main, sentences)
    return np.array([(no_data and n.group is Group.DATA) or (no_error and n is Kind.ERROR_PAGE) for n in names])


def _is_written(document: Document, sentences: Sentences) -> bool:
    """Whether a document is written in sentences, or in the markup of a document with a heading."""
    if sentences.share >= _SHARE_FROM and sentences.running >= _RUNNING_FROM:
        return True
    # A page that shows a file has headings around it; other types of markup are written by hand.
    if not {Trait.PROSE, Trait.ANCHORS} <= document.traits or Trait.PAGE in document.traits:
        return False
    headed = any(segment.role is Role.HEADING for segment in document.segments)
    return headed or sentences.running >= _MARKED_RUNNING_FROM


def _is_too_long_for_error(main: TextFeatures, sentences: Sentences) -> bool:
    return (
        sentences.running > _ERROR_RUNNING_TO
        or len(main.words.ids) > _ERROR_WORDS_TO
        or sentences.articles >= _ARTICLES_FROM
    )
