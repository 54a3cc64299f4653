"""The functions that are written twice, in C and in plain Python: the former where it could be compiled.

``CHECKFIRST_PURE=1`` chooses Python. What is found is the same.
"""

import os
from typing import Final

from checkfirst.twins import LiteralTable, WordTable

__all__ = [
    "COMPILED",
    "LiteralTable",
    "WordTable",
    "broken_pairs",
    "class_counts",
    "count_tokens",
    "line_bits",
    "line_literals",
    "line_words",
    "listed_pairs",
    "literal_table",
    "markdown_parts",
    "number_words",
    "text_literals",
    "without_blanks",
    "word_table",
    "words_alone",
]

try:
    if os.environ.get("CHECKFIRST_PURE") == "1":
        raise ImportError
    from checkfirst._core import (
        broken_pairs,
        class_counts,
        count_tokens,
        line_bits,
        line_literals,
        line_words,
        listed_pairs,
        literal_table,
        markdown_parts,
        number_words,
        text_literals,
        without_blanks,
        word_table,
        words_alone,
    )
except ImportError:
    from checkfirst.twins import (
        broken_pairs,
        class_counts,
        count_tokens,
        line_bits,
        line_literals,
        line_words,
        listed_pairs,
        literal_table,
        markdown_parts,
        number_words,
        text_literals,
        without_blanks,
        word_table,
        words_alone,
    )

#: Whether the functions are those in C.
COMPILED: Final = word_table.__module__ != "checkfirst.twins"
