"""webhooks.json"""

import json
from pathlib import Path
from typing import Any

from weiban.crypto import encrypt, read_key, sign
from weiban.webhooks import Event, Receiver


def webhook(file: Any, case: Any, _data: Path) -> Any:
    given = file["defaults"].get(case["kind"], {}) | case["given"]
    match case["kind"]:
        case "key":
            return {"usable": _is_usable(given["encodingAesKey"])}
        case "encrypt":
            random = bytes.fromhex(given["random"])
            key = read_key(given["encodingAesKey"])
            encrypted = encrypt(key, random, given["text"], given["receiveId"])
            signature = sign(given["token"], given["timestamp"], given["nonce"], encrypted)
            return {"encrypt": encrypted, "signature": signature}
        case "deliveries":
            return {"handled": _handled(given["texts"])}
        case _:
            return _answer(given)


def _is_usable(key: str) -> bool:
    try:
        read_key(key)
    except ValueError:
        return False
    return True


def _handled(texts: list[str]) -> list[bool]:
    events: list[Event] = []
    receiver = Receiver("token", "0" * 43, ["ww1"], events.append)
    handled = []
    for text in texts:
        before = len(events)
        receiver.handle_once(json.loads(text))
        handled.append(len(events) > before)
    return handled


def _answer(given: Any) -> Any:
    receiver = Receiver(
        token=given["token"],
        encoding_aes_key=given["encodingAesKey"],
        receive_ids=given["receiveIds"],
        handle=lambda _: None,
        window=given["window"] / 1000,
        max_body=given.get("maxBodyBytes", 1_048_576),
        now=lambda: given["now"] / 1000,
    )
    reply = receiver.answer(given["method"], given["query"], given.get("body", "").encode())
    said = {"answer": reply.body, "text": reply.text, "receiveId": reply.receive_id, "refused": reply.refused}
    return {"status": reply.status} | {name: value for name, value in said.items() if value}
