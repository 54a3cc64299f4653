"""Orders to a model that need not name it: they speak of its rules, its prompt, its answer, or look like a turn of a chat.

Each form asks for two signs at least, because texts about programs answer, reply and ignore much. A gap between two
words is bounded and ends with the sentence.
"""

from typing import Final

from checkfirst.measuring.danger.order_forms import Form
from checkfirst.measuring.danger.orders_on_answers import ON_ANSWERS
from checkfirst.measuring.danger.orders_on_rules import ON_RULES

FORMS: Final[tuple[Form, ...]] = (*ON_RULES, *ON_ANSWERS)
