"""How long calls wait after Weiban refused one for its limits. Times are in seconds since 1970."""

from datetime import datetime, timedelta, timezone

TOO_MANY_IN_FLIGHT = 10052
TOO_MANY_CALLS = 10053
CODES = frozenset((TOO_MANY_IN_FLIGHT, TOO_MANY_CALLS))

CHINA = timezone(timedelta(hours=8))
LONGEST_DOUBLING = 20


class Pause:
    """Keeps the calls of one class back. Weiban does not say how long it blocks a company: the shortest block is assumed,
    and the next one if a call is refused after it."""

    def __init__(self) -> None:
        self.until = 0.0
        self._code = 0
        self._step = 0

    def refuse(self, code: int, begun: float, now: float) -> None:
        """Notes a refused call. One that began before the last pause ended says nothing new."""
        if begun < self.until:
            return
        self._step = self._step + 1 if code == self._code else 0
        self._code = code
        self.until = _end_of_block(self._step, now) if code == TOO_MANY_CALLS else _end_of_wait(self._step, now)

    def accept(self, begun: float) -> None:
        """Notes an accepted call."""
        if begun >= self.until:
            self.until, self._code, self._step = 0.0, 0, 0


def _end_of_wait(step: int, now: float) -> float:
    return now + (1 << min(step, LONGEST_DOUBLING))


def _end_of_block(step: int, now: float) -> float:
    """A minute, an hour, the rest of the day in China, 30 days."""
    moment = datetime.fromtimestamp(now, CHINA)
    tomorrow = moment.replace(hour=0, minute=0, second=0, microsecond=0) + timedelta(days=1)
    ends = (now + 60, now + 3600, tomorrow.timestamp(), now + 30 * 86_400)
    return ends[min(step, len(ends) - 1)]
