"""Errors by name. The same number means different things in different operations."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any


@dataclass(frozen=True)
class KnownError:
    """An error that the documentation lists."""

    name: str
    text: str
    advice: str


class WeibanError(Exception):
    """A refusal by Weiban."""

    def __init__(self, operation: str, code: int, message: str, known: Sequence[KnownError]) -> None:
        self.operation = operation
        self.code = code
        #: What Weiban said, which is for people and may change.
        self.message = message
        #: Usually one; a few operations document two errors with the same code.
        self.names = tuple(error.name for error in known)
        self.name = self.names[0] if known else ""
        self.text = known[0].text if known else message
        self.advice = known[0].advice if known else ""
        super().__init__(operation, code)

    def __str__(self) -> str:
        text = f"{self.text.rstrip('。')}。{self.advice}" if self.advice else self.text
        return f"{self.name or self.operation} ({self.code}): {text}"


class UnreadableAnswer(Exception):
    """An answer that is none of Weiban's: of a proxy, or cut off."""

    def __init__(self, operation: str, reason: str, status: int) -> None:
        self.operation = operation
        self.reason = reason
        self.status = status
        super().__init__(operation, reason, status)

    def __str__(self) -> str:
        return f"{self.operation}: no answer of Weiban: {self.reason} (HTTP status {self.status})"


class ErrorCodes:
    """The documented errors, from error-codes.json of the npm package."""

    def __init__(self, path: Path) -> None:
        self._errors: list[dict[str, Any]] = json.loads(path.read_text("utf-8"))["errors"]

    def find(self, operation: str, code: int) -> list[KnownError]:
        """The errors that an operation documents for a code, or else those that every call shares."""
        found = [error for error in self._errors if error["code"] == code]
        own = [error for error in found if operation in error["operations"]]
        shared = [error for error in found if "remedy" in error]
        return [KnownError(error["name"], error["zh"], error["adviceZh"]) for error in own or shared]
