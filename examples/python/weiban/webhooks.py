"""Receives pushed messages: verifies, decrypts, handles each once. Independent of any web framework."""

import hmac
import json
import logging
import re
import threading
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import parse_qs

from .crypto import decrypt, read_key, sign

Event = dict[str, Any]

DAY = 86_400.0

log = logging.getLogger(__name__)


@dataclass(frozen=True)
class Reply:
    """What to answer, and for the own log: the message, or why it was refused. The sender is not told why."""

    status: int
    body: str = ""
    text: str = ""
    receive_id: str = ""
    refused: str = ""


class Refused(Exception):
    """Why a request is refused."""

    def __init__(self, reason: str, status: int = 401) -> None:
        self.reason = reason
        self.status = status
        super().__init__(reason)


@dataclass
class Receiver:
    """The receiver of one callback application. Times are in seconds."""

    token: str = field(repr=False)
    encoding_aes_key: str = field(repr=False)
    receive_ids: Sequence[str]
    handle: Callable[[Event], None]
    window: float = 300.0
    max_body: int = 1_048_576
    now: Callable[[], float] = time.time

    def __post_init__(self) -> None:
        self._key = read_key(self.encoding_aes_key)
        self._lock = threading.Lock()
        self._running: set[str] = set()
        self._done: dict[str, float] = {}

    def answer(self, method: str, query: str, body: bytes) -> Reply:
        """Answers a request by its method, its raw query string and its raw body."""
        if method not in ("GET", "POST"):
            return Reply(405)
        try:
            if len(body) > self.max_body:
                raise Refused("size", 413)
            message, receive_id = self._open(method, query, body)
            if method == "GET":
                return Reply(200, message.decode("utf-8", "replace"))
            event = _parse(message, "message")
        except Refused as refused:
            return Reply(refused.status, refused=refused.reason)
        status = self.handle_once(event)
        return Reply(status, '{"errcode":0}' if status == 200 else "", message.decode(), receive_id)

    def _open(self, method: str, query: str, body: bytes) -> tuple[bytes, str]:
        """Verifies a request and decrypts what it carries."""
        try:
            fields = parse_qs(query, keep_blank_values=True, max_num_fields=20)
        except ValueError:
            raise Refused("query") from None
        signature, timestamp, nonce = (_single(fields, name) for name in ("msg_signature", "timestamp", "nonce"))
        if not re.fullmatch("[0-9]{10}([0-9]{3})?", timestamp):
            raise Refused("query")
        # Base64 has no spaces; each of them was a + that nobody escaped.
        encrypted = _single(fields, "echostr").replace(" ", "+") if method == "GET" else _ciphertext(body)
        opened = decrypt(self._key, encrypted)
        expected = sign(self.token, timestamp, nonce, encrypted)
        if not hmac.compare_digest(expected.encode(), signature.encode()):
            raise Refused("token" if opened else "signature")
        sent = int(timestamp) / (1000 if len(timestamp) == 13 else 1)
        if abs(self.now() - sent) > self.window:
            raise Refused("clock")
        if not opened:
            raise Refused("key")
        message, receive_id = opened
        if receive_id not in [known.encode() for known in self.receive_ids]:
            raise Refused("receiveId")
        return message, receive_id.decode()

    def handle_once(self, event: Event) -> int:
        """Handles an event unless it was handled before: Weiban repeats what is not acknowledged in time."""
        if not event.get("id"):
            return self._run(event)
        key = json.dumps([event.get(name) for name in ("id", "event", "status")])
        with self._lock:
            now = self.now()
            self._done = {done: at for done, at in self._done.items() if now - at < DAY}
            if key in self._done:
                return 200
            if key in self._running:
                return 503
            self._running.add(key)
        status = self._run(event)
        with self._lock:
            self._running.discard(key)
            if status == 200:
                self._done[key] = now
        return status

    def _run(self, event: Event) -> int:
        try:
            self.handle(event)
        except Exception:
            log.exception("an event was not handled; Weiban will send it again")
            return 500
        return 200


def _single(fields: dict[str, list[str]], name: str) -> str:
    values = fields.get(name, [])
    if len(values) != 1 or not values[0]:
        raise Refused("query")
    return values[0]


def _ciphertext(body: bytes) -> str:
    encrypted = _parse(body, "body").get("encrypt")
    if not isinstance(encrypted, str):
        raise Refused("body")
    return encrypted


def _parse(text: bytes, reason: str) -> Event:
    try:
        value = json.loads(text.decode())
    except (ValueError, RecursionError):
        raise Refused(reason) from None
    if not isinstance(value, dict):
        raise Refused(reason)
    return value
