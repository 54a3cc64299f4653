"""Bodies of the error answers of interfaces, in JSON, XML and YAML: a few fields whose names say so, and no others."""

import json
import re
from typing import Final

from checkfirst import lazy_re

#: Fields of the answers of interfaces: those that are proof, those that go with them.
_PROOF: Final = frozenset(
    {"error", "errors", "fault", "exception", "faultstring", "faultcode", "errormessage", "errorcode"}
)
_ALSO: Final = (
    "message msg status code statuscode detail details title type instance timestamp path requestid traceid correlationid"
    " documentationurl success ok reason errordescription errorid hint help description source id meta hostid resource key"
    " bucketname time request method url uri cause result data name info more support retryafter"
)
_FIELDS: Final = _PROOF | frozenset(_ALSO.split())
_ROOTS = lazy_re.compile(
    r"^\s*(?:<\?xml[^>]*\?>\s*)?(?:<!--.{0,200}?-->\s*)?<(?:\w+:)?(?:error|errors|fault|problem|exception|exceptionreport|serviceexceptionreport|errorresponse)\b",
    re.IGNORECASE | re.DOTALL,
)
_YAML_FIELD = lazy_re.compile(r"^(?:- )?([A-Za-z][\w-]{0,30}):(?:\s|$)")
_REFUSAL: Final = range(400, 600)


def is_error_body(text: str) -> bool:
    """Whether a text is the body of an interface's error answer in JSON, XML or YAML."""
    bare = text.strip()
    if bare[:1] in "{[" and bare:
        try:
            return _is_refusal(json.loads(bare))
        except (ValueError, RecursionError):
            return False
    if bare[:1] == "<":
        return bool(_ROOTS.match(bare))
    fields = [match[1] for line in bare.split("\n") if (match := _YAML_FIELD.match(line))]
    filled = [line for line in bare.split("\n") if line.strip() and not line.startswith((" ", "-", "#"))]
    return len(fields) >= len(filled) > 0 and _is_refusal(dict.fromkeys(fields, ""))


def _is_refusal(value: object) -> bool:
    """Whether a value has the fields of an error answer and no others."""
    if isinstance(value, list) and len(value) == 1:
        value = value[0]
    if not isinstance(value, dict) or not value:
        return False
    names = {re.sub(r"[_-]", "", str(name)).lower() for name in value}
    if len(names - _FIELDS) * 4 > len(names):
        return False
    status = next(
        (v for k, v in value.items() if str(k).lower() in {"status", "code", "statuscode", "status_code"}), None
    )
    refused = str(status).isdecimal() and int(str(status)) in _REFUSAL
    failed = any(str(k).lower() in {"success", "ok"} and v is False for k, v in value.items())
    only_message = names <= {"message", "msg", "detail", "code", "documentationurl", "requestid", "status"} and (
        not names.isdisjoint({"message", "msg", "detail"})
    )
    return refused or failed or only_message or not names.isdisjoint(_PROOF)
