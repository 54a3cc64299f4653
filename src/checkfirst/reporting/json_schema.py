"""The JSON Schema of reports in JSON, version 1, with every category as the model lists it.

A field that ``json_v1`` prints is described here. Objects may have more: fields are added without a new version.
"""

import json
from enum import StrEnum

from checkfirst.model.claim import ClaimStatus
from checkfirst.model.document import Role
from checkfirst.model.finding import Severity, Stage
from checkfirst.model.kinds import Answer, Group, Kind, Purpose
from checkfirst.model.losses import LossKind
from checkfirst.model.report import Verdict

Schema = dict[str, object]


def schema() -> str:
    """The schema, draft 2020-12, as JSON text."""
    return json.dumps(_REPORT, indent=2) + "\n"


def _of(type_: str | list[str], description: str, **more: object) -> Schema:
    return {"description": description, "type": type_, **more}


def _one_of(categories: type[StrEnum], description: str) -> Schema:
    return _of("string", description, enum=[category.value for category in categories])


def _object(description: str, fields: Schema, *sometimes: str) -> Schema:
    """An object that has all of the fields, but those named ``sometimes`` not always."""
    required = [name for name in fields if name not in sometimes]
    return _of("object", description, properties=fields, required=required)


def _list(description: str, items: Schema) -> Schema:
    return _of("array", description, items=items)


def _count(description: str) -> Schema:
    return _of("integer", description, minimum=0)


def _line(description: str) -> Schema:
    return _of("integer", description, minimum=1)


def _probability(description: str) -> Schema:
    return _of("number", description, minimum=0, maximum=1)


def _path(description: str) -> Schema:
    return _of("string", f"{description}, relative to `root` and with `/`.")


_LINES: Schema = {
    "start_line": _line("The first line in the file, from 1."),
    "end_line": _line("The last line in the file; the first and the last may be the same."),
}

_JUDGEMENT: Schema = {
    "answer": _one_of(Answer, "The answer; `unknown` where neither is likely enough."),
    "score": _probability("Calibrated probability of yes."),
}

_FIT: Schema = {
    "answer": _one_of(Answer, "The answer; `unknown` too where there are too few documents to compare with."),
    "score": _of(
        ["number", "null"],
        "Calibrated probability that the document belongs; null where there are too few to compare with.",
        minimum=0,
        maximum=1,
    ),
    "nearest": _path("The document that is most like it"),
}

_PROMISE: Schema = {
    "path": _path("The index"),
    **_LINES,
    "title": _of("string", "What the entry calls the document."),
    "quote": _of("string", "The line of the entry."),
}

_CLAIM: Schema = {
    "status": _one_of(ClaimStatus, "What the document is, measured by what it was taken for."),
    "text": _of("string", "The claim in words that follow the document's name."),
    "confidence": _probability("Probability that the claim is right."),
    "severity": {
        "description": "Whether the set can wait; `error` keeps it from being ready; null where nothing speaks against it.",
        "enum": [*(severity.value for severity in Severity), None],
    },
    "codes": _list("Rules whose findings support it, the one that says most first.", _of("string", "A code.")),
    "promise": {
        "description": "The entry that promises the document; null where no index lists it.",
        "anyOf": [_object("An entry of an index.", _PROMISE), {"type": "null"}],
    },
}

_PART: Schema = {
    "group": _one_of(Group, "What the lines are."),
    "confidence": _probability("Calibrated probability of the group."),
    **_LINES,
}

_SEGMENT: Schema = {
    "role": _one_of(Role, "What the lines do in the document."),
    **_LINES,
    "level": _line("The level of a heading, from 1; absent for other lines."),
}

_COMMENT: Schema = {
    "number": _line("The comment's number in the thread."),
    "author": _of(["string", "null"], "Who wrote it; null where the text does not say."),
    "reply_to": _of(["integer", "null"], "The number of the comment that it answers; null where none is known."),
    **_LINES,
}

_THREAD: Schema = {
    **_LINES,
    "confidence": _probability("Calibrated probability that this is a thread."),
    "comments": _list("The comments in the order of the text.", _object("One comment.", _COMMENT)),
}

_DOCUMENT: Schema = {
    "path": _path("The file"),
    "media_type": _of("string", "What the file is by its content, as an IANA media type."),
    "encoding": _of(["string", "null"], "The encoding of its text; null where the format has none of its own."),
    "size": _count("Bytes of the file."),
    "sha256": _of("string", "SHA-256 of the file's bytes.", pattern="^[0-9a-f]{64}$"),
    "lines": _count("Lines of its text."),
    "words": _count("Words of its text."),
    "language": _of(["string", "null"], "ISO 639-1 code; null for a text that is too short or in no language known."),
    "kind": _one_of(Kind, "What the document is; `unknown` when no kind is likely enough."),
    "group": _one_of(Group, "The coarse kind, which is known more often."),
    "confidence": _probability("Calibrated probability of `kind`, or of `group` where the kind is unknown."),
    "kinds": _of(
        "object",
        "Kinds with a probability of at least .01, the likeliest first.",
        propertyNames={"enum": [kind.value for kind in Kind]},
        additionalProperties=_probability("Calibrated probability of the kind."),
    ),
    "parts": _list("Its parts, where it is of more than one group.", _object("A run of lines of one group.", _PART)),
    "describes_system": _object("Whether it describes a system that can be built.", _JUDGEMENT),
    "scraped": _object("Whether it is a web page saved as text.", _JUDGEMENT),
    "fit": _object("Whether it belongs with the other documents of the set.", _FIT, "nearest"),
    "claim": {
        "description": "What all findings about it say together; null in a partial report.",
        "anyOf": [_object("One statement about the document.", _CLAIM), {"type": "null"}],
    },
    "segments": _list("The role of every line, in order.", _object("A run of lines of one role.", _SEGMENT, "level")),
    "thread": {
        "description": "A thread of reader comments or posts in it; null where there is none.",
        "anyOf": [_object("Comments or posts read back from the text.", _THREAD), {"type": "null"}],
    },
    "losses": _list(
        "What reading dropped or replaced.",
        _of("string", "A number and what it counts.", pattern=f"^[0-9]+ ({'|'.join(LossKind)})$"),
    ),
}

_EVIDENCE: Schema = {
    "path": _path("The document that is quoted"),
    **_LINES,
    "page": _of(["integer", "null"], "Page, slide, sheet, chapter or message, from 1; null where there are none."),
    "quote": _of("string", "The line, cut at 120 characters, with control characters escaped.", maxLength=120),
}

_FINDING: Schema = {
    "code": _of("string", "The rule's code, as `checkfirst rules` lists it.", pattern="^[A-Z]{3}[0-9]{3}$"),
    "name": _of("string", "The rule's name."),
    "severity": _one_of(Severity, "How much a true finding matters."),
    "confidence": _probability("Probability that the finding is right."),
    "path": _of("string", "The document, relative to `root` and with `/`; `.` for what is wrong with the set."),
    "start_line": _of(["integer", "null"], "The first line in the file, from 1; null for no line in particular."),
    "end_line": _of(["integer", "null"], "The last line in the file; null for no line in particular."),
    "message": _of("string", "What is wrong, for people. Programs read `related` and `data`."),
    "help": _of("string", "What to do about it."),
    "fingerprint": _of("string", "The finding by rule, file and quoted words, whatever its lines."),
    "accepted": _of("boolean", "Whether somebody let it stand; then it does not count for the verdict."),
    "related": _list("Other files that the finding names; one that is missing, too.", _path("A file")),
    "data": _of(
        "object",
        "What the message says, for programs, by name; each rule has names of its own.",
        additionalProperties={"type": ["string", "number", "array"], "items": {"type": "string"}},
    ),
    "evidence": _list("The quoted lines that prove it.", _object("One quoted place.", _EVIDENCE)),
}

_FAILURE: Schema = {
    "path": _path("The file"),
    "stage": _one_of(Stage, "Where it failed."),
    "reason": _of("string", "Why, for people."),
}

_SUMMARY: Schema = {
    "documents": _count("Documents that were checked."),
    "errors": _count("Findings of severity `error` that nobody accepted."),
    "warnings": _count("Findings of severity `warning` that nobody accepted."),
    "notes": _count("Findings of severity `note` that nobody accepted."),
    "claims": _of(
        "object",
        "Documents that keep the set from being ready, by the status of their claims; those that have none are absent.",
        propertyNames={"enum": [status.value for status in ClaimStatus]},
        additionalProperties=_count("Documents of the status."),
    ),
    "skipped": _count("Files that were not read."),
    "failures": _count("Files that could not be checked."),
    "seconds": _of("number", "How long the check took.", minimum=0),
}

_REPORT: Schema = {
    "$schema": "https://json-schema.org/draft/2020-12/schema",
    "title": "Report of checkfirst, version 1",
    **_object(
        "What `checkfirst PATH --format json` prints. Fields may be added; none is renamed or removed.",
        {
            "version": _of("integer", "The version of this format.", const=1),
            "tool": _object(
                "What made the report.",
                {
                    "name": _of("string", "The program.", const="checkfirst"),
                    "version": _of("string", "Its version, which is not that of the format."),
                },
            ),
            "root": _of(
                "string", "The folder that paths are relative to, as seen by the caller; empty for texts in memory."
            ),
            "purpose": _one_of(Purpose, "What the set is for."),
            "verdict": _one_of(Verdict, "What to do with the set."),
            "partial": _of(
                "boolean", "Whether the check was interrupted: what is here holds, the rest was not looked at."
            ),
            "documents": _list("The documents that were read, by path.", _object("One document.", _DOCUMENT)),
            "findings": _list("What is wrong, by path, line and code.", _object("One finding.", _FINDING)),
            "failures": _list("Files that could not be checked, by path.", _object("One file.", _FAILURE)),
            "skipped": _list(
                "Files that were not read, by path.",
                _object("One file.", {"path": _path("The file"), "reason": _of("string", "Why, for people.")}),
            ),
            "summary": _object("Counts.", _SUMMARY),
        },
    ),
}
