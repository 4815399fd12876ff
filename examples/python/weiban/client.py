"""The generated client behind one transport: within the limits, with the token, and with errors by name."""

import json
import logging
import time
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import httpx

from weiban_client import Client
from weiban_client.api.access_token import access_token_get
from weiban_client.models import AccessTokenGetBody

from .answers import Answers
from .errors import ErrorCodes, WeibanError
from .limits import Limits, Quota
from .tokens import Token, TokenSource

TOKEN_OPERATION = "accessTokenGet"
TOKEN_REFUSED = 10001

log = logging.getLogger(__name__)


@dataclass(frozen=True)
class Weiban:
    """What the functions of the generated client take as `client`, and the token that they share."""

    client: Client
    tokens: TokenSource


def connect(
    base_url: str,
    corp_id: str,
    secret: str,
    data: Path,
    transport: httpx.BaseTransport | None = None,
    timeout: float = 30.0,
) -> Weiban:
    """Connects one company, once per process. The folder `data` is the npm package, with error-codes.json and vectors/.

    Through a proxy: transport=httpx.HTTPTransport(proxy="http://…"). The timeout is in seconds.
    """

    def issue() -> Token:
        begun = time.time()
        answer = access_token_get.sync(client=client, body=AccessTokenGetBody(corp_id=corp_id, secret=secret))
        if not (answer and answer.access_token and answer.expires_in):
            raise RuntimeError("the answer has no token")
        return Token(answer.access_token, begun, answer.expires_in)

    tokens = TokenSource(issue)
    envelopes = _read(data / "vectors" / "answers.json")["envelopes"]
    answers = Answers(envelopes, ErrorCodes(data / "error-codes.json"))
    limits = _read(data / "vectors" / "limits.json")
    through = WeibanTransport(transport or httpx.HTTPTransport(), tokens, answers, limits)
    client = Client(base_url=base_url, timeout=httpx.Timeout(timeout), httpx_args={"transport": through})
    client.get_httpx_client()  # here, because several threads might create several
    return Weiban(client, tokens)


class WeibanTransport(httpx.BaseTransport):
    """Sends the calls of one company. The token goes into the URL here and no earlier, so httpx does not log it."""

    def __init__(
        self, inner: httpx.BaseTransport, tokens: TokenSource, answers: Answers, limits: Mapping[str, Any]
    ) -> None:
        self._inner = inner
        self._tokens = tokens
        self._answers = answers
        self._limits = Limits({kind: Quota(**quota) for kind, quota in limits["classes"].items()})
        self._kinds = {name: kind for kind, names in limits["operations"].items() for name in names}

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        """Sends a call, and once more if its token is refused."""
        operation = operation_of(request.url.path)
        if operation == TOKEN_OPERATION:
            return self._send(operation, request)
        token = self._tokens.get()
        try:
            return self._send(operation, _with_token(request, token))
        except WeibanError as error:
            if error.code != TOKEN_REFUSED:
                raise
        self._tokens.refused(token)
        token = self._tokens.get()
        log.info("renewed after %d", TOKEN_REFUSED)
        return self._send(operation, _with_token(request, token))

    def close(self) -> None:
        self._inner.close()

    def _send(self, operation: str, request: httpx.Request) -> httpx.Response:
        with self._limits.slot(operation, self._kinds.get(operation, "read")) as call:
            response = self._inner.handle_request(request)
            body = response.read()
            try:
                self._answers.read(operation, response.status_code, body)
            except WeibanError as error:
                call.code = error.code
                raise
            return response


def operation_of(path: str) -> str:
    """The operation of a path, whose names follow from each other: /open-api/external_user/list is externalUserList."""
    first, *others = path.removeprefix("/open-api/").replace("/", "_").split("_")
    return first + "".join(word[:1].upper() + word[1:] for word in others)


def _with_token(request: httpx.Request, token: str) -> httpx.Request:
    return httpx.Request(
        request.method,
        request.url.copy_set_param("access_token", token),
        headers=request.headers,
        stream=request.stream,
        extensions=request.extensions,
    )


def _read(path: Path) -> Any:
    return json.loads(path.read_text("utf-8"))
