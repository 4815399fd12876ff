"""Keeps one company within its limits: calls in flight at once, and calls to each endpoint within any minute and hour.

A call counts from its start until a full window after its end, because nobody knows when Weiban counts it.
Several processes have to divide the limits among themselves. Times are in seconds.
"""

import threading
import time
from collections import deque
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass

from .pauses import CODES, Pause

MOST_IN_FLIGHT = 5
MINUTE, HOUR = 60.0, 3600.0


@dataclass(frozen=True)
class Quota:
    """The number of calls to one endpoint within any minute and any hour."""

    minute: int
    hour: int


@dataclass
class Call:
    """A call in flight. Its code is the error code that it is answered with."""

    endpoint: str
    kind: str
    begun: float
    code: int = 0


class LimitReached(Exception):
    """A call was not sent, because it would have to wait too long."""

    def __init__(self, endpoint: str, seconds: float) -> None:
        self.endpoint = endpoint
        self.seconds = seconds
        super().__init__(f"{endpoint} was not called: the limits allow no call for {seconds:.0f} seconds or more")


class Endpoint:
    """The calls to one endpoint: how many are in flight, and when the last ones ended, in order."""

    def __init__(self, quota: Quota) -> None:
        self.in_flight = 0
        self.ends: deque[float] = deque(maxlen=quota.hour)
        self._windows = ((MINUTE, quota.minute), (HOUR, quota.hour))

    def next_start(self, now: float) -> float | None:
        """When another call may start; None if that depends on the end of a call in flight."""
        start = now
        for length, most in self._windows:
            # The call that has to leave the window before another one may start.
            index = len(self.ends) + self.in_flight - most
            if index >= len(self.ends):
                return None
            if index >= 0:
                start = max(start, self.ends[index] + length)
        return start


class Limits:
    """The limits of one company, for all threads of this process. Quotas and calls have a class: read, write or bulk."""

    def __init__(
        self, quotas: Mapping[str, Quota], now: Callable[[], float] = time.time, max_wait: float = HOUR
    ) -> None:
        self._quotas = quotas
        self._now = now
        self._max_wait = max_wait
        self._in_flight = 0
        self._endpoints: dict[str, Endpoint] = {}
        self._pauses = {kind: Pause() for kind in quotas}
        self._changed = threading.Condition()

    @contextmanager
    def slot(self, endpoint: str, kind: str) -> Iterator[Call]:
        """Waits until a call may start, and ends it. Raises LimitReached if that would take too long."""
        with self._changed:
            latest = self._now() + self._max_wait
            while (start := self.next_start(endpoint, kind)) is None or start > self._now():
                until, now = latest if start is None else start, self._now()
                if until > latest or now >= latest:
                    raise LimitReached(endpoint, until - now)
                self._changed.wait(until - now)
            call = self.begin(endpoint, kind)
        try:
            yield call
        finally:
            with self._changed:
                self.end(call)
                self._changed.notify_all()

    def next_start(self, endpoint: str, kind: str) -> float | None:
        """When a call may start at the earliest; None if that depends on the end of another one."""
        if self._in_flight >= MOST_IN_FLIGHT:
            return None
        start = self._endpoint(endpoint, kind).next_start(self._now())
        return None if start is None else max(start, self._pauses[kind].until)

    def begin(self, endpoint: str, kind: str) -> Call:
        """Counts a call that starts now."""
        self._in_flight += 1
        self._endpoint(endpoint, kind).in_flight += 1
        return Call(endpoint, kind, begun=self._now())

    def end(self, call: Call) -> None:
        """Counts the end of a call, and keeps its class back if Weiban refused it."""
        now = self._now()
        self._in_flight -= 1
        endpoint = self._endpoint(call.endpoint, call.kind)
        endpoint.in_flight -= 1
        endpoint.ends.append(now)
        if call.code in CODES:
            self._pauses[call.kind].refuse(call.code, call.begun, now)
        else:
            self._pauses[call.kind].accept(call.begun)

    def _endpoint(self, name: str, kind: str) -> Endpoint:
        return self._endpoints.setdefault(name, Endpoint(self._quotas[kind]))
