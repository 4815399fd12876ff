"""answers.json, integers.json, paging.json"""

import json
from pathlib import Path
from typing import Any

import httpx

from weiban.answers import Answers
from weiban.errors import ErrorCodes, UnreadableAnswer, WeibanError
from weiban.paging import LostRows, Page, walk


def answer(file: Any, case: Any, data: Path) -> Any:
    given = case["given"]
    answers = Answers(file["envelopes"], ErrorCodes(data / "error-codes.json"))
    try:
        return {"result": answers.read(given["operation"], given.get("status", 200), given["body"].encode())}
    except WeibanError as error:
        return {"code": error.code, "names": sorted(error.names)}
    except UnreadableAnswer as error:
        return {"unreadable": error.reason}


def integers(_file: Any, case: Any, _data: Path) -> Any:
    if case["kind"] == "send":
        fields = {case["given"]["name"]: int(case["given"]["digits"])}
        request = httpx.Request("POST", "https://weiban.example/", params=fields, json=fields)
        return {"json": request.content.decode(), "query": request.url.query.decode()}
    value = json.loads(case["given"])
    return {pointer: str(_at(value, pointer)) for pointer in case["want"]}


def _at(value: Any, pointer: str) -> Any:
    for step in pointer.split("/")[1:]:
        value = value[int(step)] if isinstance(value, list) else value[step]
    return value


def paging(file: Any, case: Any, _data: Path) -> Any:
    name = file["kinds"][case["kind"]]["arguments"]["position"]
    arguments, answers = case["given"]["arguments"], case["given"]["answers"]
    requests: list[Any] = []

    def ask(position: Any) -> Page[str]:
        requests.append(arguments if position is None else arguments | {name: position})
        return Page(**answers[len(requests) - 1])

    rows: list[str] = []
    found: dict[str, Any] = {"requests": requests, "rows": rows}
    try:
        for row in walk(case["kind"], ask, arguments.get(name), sleep=lambda _: None):
            rows.append(row)
    except LostRows:
        found["error"] = True
    return found
