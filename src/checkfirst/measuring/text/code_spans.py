"""Code within a line: between backticks."""

from typing import Final

from checkfirst import lazy_re

#: Code between as many backticks as there are before it (CommonMark, "Code spans"); group 2 is the code.
CODE_SPAN: Final = lazy_re.compile(r"(?<!`)(`++)((?:[^`\n]++|(?!\1(?!`))`++)++)\1(?!`)")
#: Code between one backtick or two, without backticks of its own, as in reStructuredText, too.
PLAIN_CODE_SPAN: Final = lazy_re.compile(r"``[^`\n]*``|`[^`\n]*`")
