"""Walks lists page by page, and loses no rows. A short page is not the end: servers give fewer rows than asked."""

import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Generic, Literal, TypeVar

Row = TypeVar("Row")

#: The ways of paging; vectors/paging.json says which list has which.
Kind = Literal[
    "cursor-next",
    "offset",
    "offset-more",
    "offset-total",
    "offset-total-more",
    "page-more",
    "page-total",
    "page-total-more",
]

PAUSES = (0.5, 1.0)


class LostRows(Exception):
    """A list gives the same page again, or empty pages before its end: better an error than lost rows."""

    def __init__(self) -> None:
        super().__init__("the list gives no further rows though it has not ended")


@dataclass(frozen=True)
class Page(Generic[Row]):
    """The parts of an answer that a walk needs."""

    rows: Sequence[Row] | None
    total: int | None = None
    more: bool | None = None
    next: Any = None


def walk(
    kind: Kind,
    ask: Callable[[Any], Page[Row]],
    start: int | None = None,
    sleep: Callable[[float], None] = time.sleep,
) -> Iterator[Row]:
    """Yields the rows of a list. `ask` gets the offset, the number of the page, or the cursor (None at first)."""
    is_cursor, is_offset = kind == "cursor-next", kind.startswith("offset")
    at = start if start is not None else 0 if is_offset else 1
    position: Any = None if is_cursor else at
    received = 0
    before: Sequence[Row] = ()
    while True:
        page = _ask_again(kind, ask, position, sleep)
        rows = page.rows or ()
        if rows and rows == before:
            if kind == "offset":
                return  # a list that ignores its offset gave everything at once
            raise LostRows
        yield from rows
        before = rows
        received += len(rows)
        at += len(rows) if is_offset else 1
        position = page.next if is_cursor else at
        counted = at if is_offset else received if start is None else None
        if not rows or position is None or _has_ended(page, counted):
            return


def _has_ended(page: Page[Row], counted: int | None) -> bool:
    """Whether a page with rows was the last one. A total below the rows received is not believed."""
    if page.more is not None:
        return not page.more
    return page.total is not None and counted == page.total


def _ask_again(kind: Kind, ask: Callable[[Any], Page[Row]], position: Any, sleep: Callable[[float], None]) -> Page[Row]:
    """Asks twice more for an empty page that must have rows."""
    page = ask(position)
    for pause in PAUSES:
        if not _owes_rows(kind, page, position):
            return page
        sleep(pause)
        page = ask(position)
    if _owes_rows(kind, page, position):
        raise LostRows
    return page


def _owes_rows(kind: Kind, page: Page[Row], position: Any) -> bool:
    if page.rows:
        return False
    if page.more is not None:
        return page.more
    return page.total is not None and kind.startswith("offset") and position < page.total
