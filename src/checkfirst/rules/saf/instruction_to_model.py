"""SAF001: the text gives its reader's model orders."""

from collections.abc import Iterator

from checkfirst.model.dangers import DangerKind
from checkfirst.model.finding import Severity
from checkfirst.model.needs import Needs
from checkfirst.model.rule import Hit, rule
from checkfirst.model.views import DocumentView
from checkfirst.rules.saf._dangers import gravest, one_hit


@rule(
    code="SAF001",
    sees=DocumentView,
    severity=Severity.WARNING,
    also={Severity.NOTE: "the file is a sample or test data"},
    since="0.2.0",
    needs=(Needs.DANGERS,),
)
def instruction_to_model(view: DocumentView) -> Iterator[Hit]:
    """The text orders the model that reads it: to set its instructions aside, to conceal, to run or to send something.

    Most models can't tell a document's words from those of the people they work for. Orders are found where they name a
    model, or speak of its rules, its prompt, its memory or its answer; a sentence that only leads a model astray is not.

    Take the words out, and ask where the file comes from.
    """
    found = view.measures.dangerous(DangerKind.ORDER)
    if found:
        first = gravest(found)
        yield one_hit(found, f"tells a model that reads it {first.orders}: “{first.text}”", 0.9)
