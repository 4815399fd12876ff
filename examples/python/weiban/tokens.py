"""The access token: one request however many threads wait for it, renewed ahead of its end. Times are in seconds."""

import logging
import threading
import time
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass, field
from typing import Literal

RENEW_AHEAD = 300.0
RETRY_AFTER = 30.0

log = logging.getLogger(__name__)


@dataclass(frozen=True)
class Token:
    value: str = field(repr=False)
    issued_at: float
    lifetime: float

    def age(self, now: float) -> Literal["use", "renew-ahead", "renew"]:
        """What to do with it now: use it, use it while another is requested, or replace it first."""
        left = self.issued_at + self.lifetime - now
        if left <= 0:
            return "renew"
        return "renew-ahead" if left <= min(RENEW_AHEAD, self.lifetime / 10) else "use"


class TokenSource:
    """Keeps the token of one company."""

    def __init__(self, issue: Callable[[], Token], now: Callable[[], float] = time.time) -> None:
        self.requests = 0
        self.pending: Future[Token] | None = None
        self._issue = issue
        self.now = now
        self._token: Token | None = None
        self._not_before = 0.0
        self._lock = threading.Lock()
        self._executor = ThreadPoolExecutor(max_workers=1, thread_name_prefix="weiban-token")

    def get(self) -> str:
        """A token that has not expired. Raises what the request for it raised."""
        with self._lock:
            now = self.now()
            token = self._token
            age = token.age(now) if token else "renew"
            if token and age == "renew-ahead" and self.pending is None and now >= self._not_before:
                self._start()
            if token and age != "renew":
                return token.value
            pending = self.pending or self._start()
        return pending.result().value

    def refused(self, value: str) -> None:
        """Forgets a token that Weiban refuses, unless another thread has replaced it already."""
        with self._lock:
            if self._token and self._token.value == value:
                self._token = None

    def _start(self) -> Future[Token]:
        self.requests += 1
        self.pending = self._executor.submit(self._request)
        return self.pending

    def _request(self) -> Token:
        try:
            token = self._issue()
        except Exception as error:
            log.warning("no new token: %s", error)
            with self._lock:
                self.pending = None
                self._not_before = self.now() + RETRY_AFTER
            raise
        with self._lock:
            self.pending = None
            self._token = token
        return token
