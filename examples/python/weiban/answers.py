"""Whether an answer is a success. The HTTP status is nearly always 200: the body says it, in one of a few forms."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from .errors import ErrorCodes, UnreadableAnswer, WeibanError


@dataclass(frozen=True)
class Envelope:
    """The fields of an answer that say whether it is a success, and which values of its code do."""

    code: str
    message: str
    ok: tuple[int, ...]
    flag: str | None = None
    is_optional: bool = False


class Answers:
    """Reads answers. The envelopes come from vectors/answers.json of the npm package."""

    def __init__(self, envelopes: Mapping[str, Mapping[str, Any]], errors: ErrorCodes) -> None:
        self._errors = errors
        self._envelopes = {name: _envelope(name, facts) for name, facts in envelopes.items()}
        self._of_operation = {
            operation: self._envelopes[name]
            for name, facts in envelopes.items()
            for operation in facts.get("operations", ())
        }

    def read(self, operation: str, status: int, body: bytes) -> dict[str, Any]:
        """The fields of a success without those of its envelope.

        Raises WeibanError if Weiban refused the call, UnreadableAnswer if this is no answer of Weiban.
        """
        fields = _parse(operation, status, body)
        own = self._of_operation.get(operation, self._envelopes["errcode"])
        envelope = self._envelope_in(fields, own)
        if envelope is None:
            if own.is_optional:
                return fields
            raise UnreadableAnswer(operation, "no-envelope", status)
        try:
            code = int(fields[envelope.code])
        except (TypeError, ValueError):
            raise UnreadableAnswer(operation, "no-envelope", status) from None
        if code not in envelope.ok:
            message = str(fields.get(envelope.message, ""))
            raise WeibanError(operation, code, message, self._errors.find(operation, code))
        if envelope.flag and fields.get(envelope.flag) is False:
            raise UnreadableAnswer(operation, "contradiction", status)
        if status >= 400:
            raise UnreadableAnswer(operation, "status", status)
        own_fields = (envelope.code, envelope.message, envelope.flag)
        return {name: value for name, value in fields.items() if name not in own_fields}

    def _envelope_in(self, fields: Mapping[str, Any], own: Envelope) -> Envelope | None:
        """The envelope that an answer has: nearly always that of its operation."""
        candidates = (own, self._envelopes["errcode"], self._envelopes["status"])
        return next((envelope for envelope in candidates if envelope.code in fields), None)


def _envelope(name: str, facts: Mapping[str, Any]) -> Envelope:
    is_optional = name in ("status", "bare")
    return Envelope(facts["code"], facts["message"], tuple(facts["ok"]), facts.get("flag"), is_optional)


def _parse(operation: str, status: int, body: bytes) -> dict[str, Any]:
    text = body.decode("utf-8", "replace").strip()
    if not text:
        raise UnreadableAnswer(operation, "empty", status)
    if text.startswith("<"):
        raise UnreadableAnswer(operation, "html", status)
    try:
        value = json.loads(text)
    except json.JSONDecodeError as error:
        is_cut_off = error.pos >= len(text) or error.msg.startswith("Unterminated")
        raise UnreadableAnswer(operation, "truncated" if is_cut_off else "not-json", status) from None
    except RecursionError:
        raise UnreadableAnswer(operation, "not-json", status) from None
    if not isinstance(value, dict):
        raise UnreadableAnswer(operation, "no-envelope", status)
    return value
