"""KND006: the document is a template whose blanks were never filled in."""

from collections.abc import Iterator
from pathlib import PurePosixPath

from msgspec.structs import replace

from checkfirst.model.agent_names import is_for_agents
from checkfirst.model.content import Unfilled
from checkfirst.model.finding import Severity
from checkfirst.model.folder_names import is_kept_for_record, is_sample
from checkfirst.model.form_names import is_in_form
from checkfirst.model.formats import Format, Trait
from checkfirst.model.needs import Needs
from checkfirst.model.quotes import Quote
from checkfirst.model.rule import Hit, facts, rule
from checkfirst.model.views import DocumentView

#: Number of blanks, or of sections without text, from which a document can be a template; and from which it is an error.
_FEWEST, _ERROR_FROM = 3, 5
#: Share of empty sections from which a document is a template. Chosen by reading the findings on 23 sets of sound documents;
#: no command measures it yet.
_EMPTY_FROM = 0.4
#: Words of a document for each of its blanks up to which it is an error; not measured.
_MOST_WORDS = 60
#: Words for each blank from which a text is a draft with open places, and no template; not measured.
_DRAFT_WORDS = 150
#: Share of sections that say what to write in them, or are empty, from which a text with a blank is a template. Not measured.
_GUIDED_FROM = 0.5
#: Words above the first blank from which instructions for an agent show the form of what it is to write; not measured.
_INSTRUCTED_FROM = 80
#: Words above the first blank, and their share of all, from which somebody began to fill the template in; not measured.
_BEGUN_FROM, _BEGUN_SHARE = 150, 0.5
#: Lines that are quoted.
_MOST_QUOTES = 3


@rule(
    code="KND006",
    sees=DocumentView,
    severity=Severity.ERROR,
    also={
        Severity.WARNING: f"it has fewer than {_ERROR_FROM} blanks besides lines to write on and open slots in sentences, other lines are written, it was begun, or it is printed",
        Severity.NOTE: "it is laid out on pages, and all its blanks are lines to write on, or its folder is that of samples or of what no longer holds",
    },
    since="0.1.0",
    needs=(Needs.TEXT,),
)
def unfilled_template(view: DocumentView) -> Iterator[Hit]:
    """The document is a template whose blanks were never filled in.

    It has the headings of a specification, but no content below them.

    Fill it in, or take it out of the set; keep templates in a folder named `templates`.
    """
    name = view.document.path.lower()
    if "template" in name or "example" in PurePosixPath(name).stem or is_in_form(view.document.path):
        return
    if hit := _found(view):
        # A sample shows a form, and often with dummy text; in an archive nobody fills it in any more.
        meant = is_sample(view.document.path) or is_kept_for_record(view.document.path)
        yield replace(hit, severity=Severity.NOTE) if meant else hit


def _found(view: DocumentView) -> Hit | None:
    """The hit on a document whose name doesn't say that it is a template."""
    unfilled = view.measures.unfilled
    if is_for_agents(view.document.path) and unfilled.words_before >= _INSTRUCTED_FROM:
        return None
    # Of a file of an office program, pictures and drawings are not read.
    is_text = view.document.format is not Format.RICH
    if is_text and unfilled.sections >= _FEWEST and not unfilled.content_lines:
        return _without_text(unfilled, view.start)
    if unfilled.stand_ins:
        return _with_stand_ins(unfilled)
    guided = len(unfilled.guided)
    if unfilled.lines and guided >= _FEWEST and guided + unfilled.empty_sections >= _GUIDED_FROM * unfilled.sections:
        return _guided(unfilled)
    empty = unfilled.empty_sections / unfilled.sections if unfilled.sections else 0.0
    words = view.measures.statistics.words
    # A long text with a few open sections is a draft: GAP001 names them.
    is_draft = words > _DRAFT_WORDS * unfilled.lines or unfilled.is_draft(words)
    is_form = unfilled.is_form or (unfilled.lines >= _FEWEST and empty >= _EMPTY_FROM)
    return _with_blanks(unfilled, words, view.document.traits) if is_form and not is_draft else None


def _without_text(unfilled: Unfilled, start: Quote) -> Hit:
    return Hit(
        message=f"a template never filled in: {unfilled.sections} headings and no text",
        evidence=(start,),
        confidence=0.97,
        severity=Severity.WARNING,
        data=facts(count=0, empty_sections=unfilled.empty_sections, sections=unfilled.sections),
    )


def _with_stand_ins(unfilled: Unfilled) -> Hit:
    addresses = len(unfilled.stand_ins)
    return Hit(
        message=f"a template never filled in: {addresses} lines have addresses whose names stand for others",
        evidence=unfilled.stand_ins[:_MOST_QUOTES],
        confidence=0.9,
        severity=Severity.WARNING,
        data=facts(count=addresses),
    )


def _guided(unfilled: Unfilled) -> Hit:
    guided = len(unfilled.guided)
    what = f"{guided} sections say what to write there, {unfilled.lines} blanks are left"
    return Hit(
        message=f"a template never filled in: {what}",
        evidence=(*unfilled.guided[:_MOST_QUOTES], *unfilled.quotes[:1]),
        confidence=0.9,
        severity=Severity.WARNING,
        data=facts(count=unfilled.lines, guided=guided, sections=unfilled.sections),
    )


def _with_blanks(unfilled: Unfilled, words: int, traits: frozenset[Trait]) -> Hit:
    # A text whose other sections are written is a draft, and one for pages of print may be a form that people sign.
    printed = Trait.TYPESET in traits or Trait.EXTRACTED in traits
    # Sentences with open slots may be patterns that the text shows.
    bare = unfilled.lines - unfilled.ruled - unfilled.sentences
    begun = unfilled.words_before >= max(_BEGUN_FROM, _BEGUN_SHARE * words)
    sure = bare >= _ERROR_FROM and words <= _MOST_WORDS * unfilled.lines and not printed and not begun
    # Lines to write on are for people with a pen: such a form is in the set to be filled in later.
    on_paper = unfilled.ruled == unfilled.lines and Trait.TYPESET in traits
    doubtful = Severity.NOTE if on_paper else Severity.WARNING
    latin = "filled with dummy text in Latin (Lorem ipsum), a placeholder for what is to come"
    state = "begun and not filled in to its end" if begun else "never filled in"
    return Hit(
        message=latin if unfilled.dummy else f"a template {state}: {unfilled.lines} blanks are left",
        evidence=unfilled.quotes[:_MOST_QUOTES],
        confidence=0.97 if sure else 0.9,
        severity=None if sure else doubtful,
        data=facts(count=unfilled.lines, empty_sections=unfilled.empty_sections, sections=unfilled.sections),
    )
