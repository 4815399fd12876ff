"""Calls the sandbox with httpx and the models that datamodel-code-generator makes; prints a line of JSON for each step."""

import json
import os
from typing import TypeVar

import httpx
from pydantic import BaseModel

from weiban_models import (
    AccessTokenGetAnswer,
    AccessTokenGetBody,
    ExternalUserListAnswer,
    OpportunityOneAnswer,
    TagCreateAnswer,
    TagCreateBody,
)

Answer = TypeVar("Answer", bound=BaseModel)


def main() -> None:
    base_url = os.environ["WEIBAN_BASE_URL"]
    with httpx.Client(base_url=base_url) as client:
        token = issue_token(client)
    with httpx.Client(base_url=base_url, params={"access_token": token}) as client:
        read(client)
        list_customers(client)
        write(client)
        fail(client)


def get(client: httpx.Client, path: str, model: type[Answer], **query: str | int) -> Answer:
    response = client.get(path, params=query)
    return model.model_validate_json(response.raise_for_status().content)


def post(client: httpx.Client, path: str, model: type[Answer], body: BaseModel) -> Answer:
    response = client.post(path, json=body.model_dump(mode="json", exclude_unset=True))
    return model.model_validate_json(response.raise_for_status().content)


def issue_token(client: httpx.Client) -> str:
    body = AccessTokenGetBody(corp_id=os.environ["WEIBAN_CORP_ID"], secret=os.environ["WEIBAN_SECRET"])
    answer = post(client, "/open-api/access_token/get", AccessTokenGetAnswer, body)
    assert answer.access_token
    show("token", expires_in=answer.expires_in)
    return answer.access_token


def read(client: httpx.Client) -> None:
    path = "/open-api/opportunity/one"
    found = get(client, path, OpportunityOneAnswer, serial_number="SJ20240305").opportunity
    assert found
    show("read", organization=found.organization.name, stage=found.stage.name)


def list_customers(client: httpx.Client) -> None:
    path, limit = "/open-api/external_user/list", 50
    customers: list[str] = []
    while True:
        answer = get(client, path, ExternalUserListAnswer, limit=limit, offset=len(customers))
        assert answer.external_user_list and answer.total
        customers += [customer.id for customer in answer.external_user_list]
        if len(customers) >= answer.total:
            break
    show("list", customers=customers)


def write(client: httpx.Client) -> None:
    body = TagCreateBody(tag_group_id=os.environ["WEIBAN_TAG_GROUP"], tag_name_list=['新语言 "tag" 1'])
    show("write", errcode=post(client, "/open-api/tag/create", TagCreateAnswer, body).errcode)


def fail(client: httpx.Client) -> None:
    show("error", errcode=get(client, "/open-api/opportunity/one", OpportunityOneAnswer, id="1").errcode)


def show(step: str, **found: object) -> None:
    print(json.dumps({"step": step, **found}, ensure_ascii=False))


main()
