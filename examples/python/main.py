"""Shows a Weiban client in production: `tour`, `receive <port>`, and `vectors <folder>`, which holds it against the vectors."""

import json
import logging
import os
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import httpx

from vector_checks import run_all
from weiban import LimitReached, Receiver, UnreadableAnswer, Weiban, WeibanError, connect, customers
from weiban.server import create_server
from weiban_client.api.sales_process import opportunity_one

CALLERS = 20


def tour() -> None:
    """Lets many threads call at once, walks all customers, and asks for an opportunity that does not exist."""
    weiban = connect(
        base_url=setting("WEIBAN_BASE_URL"),
        corp_id=setting("WEIBAN_CORP_ID"),
        secret=setting("WEIBAN_SECRET"),
        data=Path(setting("WEIBAN_DATA")),
    )
    with weiban.client:
        call_together(weiban)
        print("customers:", sum(1 for _ in customers(weiban.client)))
        try:
            opportunity_one.sync(client=weiban.client, id="1")
        except WeibanError as error:
            if error.name != "OpportunityNotFound":
                raise
            print(error)


def call_together(weiban: Weiban) -> None:
    def call(_: int) -> None:
        opportunity_one.sync(client=weiban.client, serial_number="SJ20240305")

    with ThreadPoolExecutor(CALLERS) as threads:
        list(threads.map(call, range(CALLERS)))
    print(f"token: {weiban.tokens.requests} request for {CALLERS} callers")


def receive(port: int) -> None:
    """Receives pushed messages, and prints each as one line of JSON."""
    receiver = Receiver(
        token=setting("WEIBAN_WEBHOOK_TOKEN"),
        encoding_aes_key=setting("WEIBAN_WEBHOOK_AES_KEY"),
        receive_ids=setting("WEIBAN_WEBHOOK_RECEIVE_ID").split(","),
        handle=show,
    )
    with create_server(port, receiver) as server:
        print(f"listening on http://127.0.0.1:{port}/", flush=True)
        server.serve_forever()


def show(event: dict[str, object]) -> None:
    line = json.dumps(event, ensure_ascii=False)
    # A message must not control the terminal.
    print("".join(letter if letter.isprintable() else json.dumps(letter)[1:-1] for letter in line), flush=True)


def setting(name: str) -> str:
    value = os.environ.get(name)
    if not value:
        sys.exit(f"set the environment variable {name}")
    return value


def main(arguments: list[str]) -> int:
    logging.basicConfig(format="%(message)s", stream=sys.stdout)
    logging.getLogger("weiban").setLevel(logging.INFO)
    match arguments:
        case ["tour"]:
            try:
                tour()
            except (WeibanError, UnreadableAnswer, LimitReached, httpx.HTTPError) as error:
                sys.exit(str(error))
        case ["receive", port] if port.isdigit():
            receive(int(port))
        case ["vectors", folder]:
            return run_all(Path(folder))
        case _:
            print("usage: main.py tour | receive <port> | vectors <folder>", file=sys.stderr)
            return 2
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
