"""limits.json, token.json. Clocks are passed in, so nothing waits."""

import heapq
import threading
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import httpx

from weiban.client import connect
from weiban.errors import WeibanError
from weiban.limits import MOST_IN_FLIGHT, Call, Limits, Quota
from weiban.pauses import Pause
from weiban.tokens import Token, TokenSource
from weiban_client.api.staff import staff_list


def limits(file: Any, case: Any, _data: Path) -> Any:
    given = case["given"]
    if case["kind"] == "pauses":
        pause, until = Pause(), []
        for at in given["at"]:
            pause.refuse(given["code"], begun=at / 1000, now=at / 1000)
            until.append(round(pause.until * 1000))
        return {"until": until}
    kind = given["class"]
    quota = Quota(**file["classes"][kind] | given.get("limits", {}))
    started = Counter(_starts(kind, quota, given["calls"]))
    return {"starts": [[at, count] for at, count in sorted(started.items())]}


def _starts(kind: str, quota: Quota, calls: Any) -> list[int]:
    """When calls start, in milliseconds. Time jumps from one event to the next."""
    clock = [0.0]
    counted = Limits({kind: quota}, now=lambda: clock[0])
    waiting = [call for call in calls for _ in range(call.get("count", 1))]
    running: list[tuple[float, int, Call]] = []
    started: list[int] = []
    while waiting:
        while running and running[0][0] <= clock[0]:
            counted.end(heapq.heappop(running)[2])
        soonest = [running[0][0]] if running else []
        for call in waiting:
            start = call["at"] / 1000
            if start <= clock[0]:
                earliest = counted.next_start(call["endpoint"], kind)
                if earliest is None:
                    continue
                start = earliest
            if start <= clock[0]:
                begun = counted.begin(call["endpoint"], kind)
                begun.code = call.get("code", 0)
                started.append(round(clock[0] * 1000))
                heapq.heappush(running, (clock[0] + call["takes"] / 1000, len(started), begun))
                waiting.remove(call)
                soonest = [clock[0]]
                break
            soonest.append(start)
        clock[0] = min(soonest, default=clock[0])
    return started


def token(_file: Any, case: Any, data: Path) -> Any:
    given = case["given"]
    match case["kind"]:
        case "age":
            return Token("t", given["issuedAt"] / 1000, given["expires_in"]).age(given["now"] / 1000)
        case "later":
            return _later(given)
        case _:
            return _together(given, data)


def _later(given: Any) -> Any:
    clock = [0.0]
    issued: list[int] = []

    def issue() -> Token:
        code = _code(given["token"], source.requests - 1)
        if code:
            raise WeibanError("accessTokenGet", code, "", [])
        issued.append(code)
        return Token(str(len(issued)), clock[0], given["expires_in"])

    source = TokenSource(issue, now=lambda: clock[0])
    tokens: list[int | None] = []
    for at in given["calls"]:
        clock[0] = at / 1000
        try:
            tokens.append(int(source.get()))
        except WeibanError:
            tokens.append(None)
        if source.pending:
            source.pending.exception()  # waits for a renewal ahead of time
    return {"tokenRequests": source.requests, "tokens": tokens}


class Server(httpx.BaseTransport):
    """Answers with the codes of a vector. The first calls wait for each other, so that they are sent together."""

    def __init__(self, given: Any) -> None:
        self.sent = 0
        self.asking = threading.Semaphore(0)
        self._given = given
        self._token_requests = 0
        self._together = threading.Barrier(min(given["calls"], MOST_IN_FLIGHT))
        self._lock = threading.Lock()

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        if request.url.path == "/open-api/access_token/get":
            return self._answer(self._issue(), f"t{self._token_requests}")
        with self._lock:
            code = _code(self._given["answers"], self.sent)
            self.sent += 1
            is_early = self.sent <= self._together.parties
        if is_early:
            self._together.wait(10)
        return self._answer(code)

    def _issue(self) -> int:
        code = _code(self._given["token"], self._token_requests)
        self._token_requests += 1
        if self._token_requests == 1:
            for _ in range(self._given["calls"]):
                self.asking.acquire(timeout=10)
        return code

    @staticmethod
    def _answer(code: int, token: str = "") -> httpx.Response:
        body = {"errcode": code, "errmsg": "x", "access_token": token, "expires_in": 7200}
        return httpx.Response(200, json=body)


def _together(given: Any, data: Path) -> Any:
    server = Server(given)
    weiban = connect("https://weiban.example", "c", "s", data, server)

    def now() -> float:
        server.asking.release()  # a thread has come to the lock for a token
        return 0.0

    weiban.tokens.now = now

    def call(_: int) -> int:
        try:
            staff_list.sync(client=weiban.client)
        except WeibanError as error:
            return error.code
        return 0

    with ThreadPoolExecutor(given["calls"]) as threads:
        codes = set(threads.map(call, range(given["calls"])))
    found = codes.pop() if len(codes) == 1 else codes
    return {"tokenRequests": weiban.tokens.requests, "sent": server.sent, "call": found}


def _code(codes: list[int], index: int) -> int:
    return codes[min(index, len(codes) - 1)]
