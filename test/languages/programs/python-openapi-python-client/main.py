"""Calls the sandbox with the client that openapi-python-client makes, and prints a line of JSON for each step."""

import json
import os

from weiban_client import Client
from weiban_client.api.access_token import access_token_get
from weiban_client.api.customers import external_user_list
from weiban_client.api.sales_process import opportunity_one
from weiban_client.api.tag_library import tag_create
from weiban_client.models import AccessTokenGetBody, TagCreateBody

BASE_URL = os.environ["WEIBAN_BASE_URL"]


def main() -> None:
    token = issue_token()
    with Client(base_url=BASE_URL, httpx_args={"params": {"access_token": token}}) as client:
        read(client)
        list_customers(client)
        write(client)
        fail(client)


def issue_token() -> str:
    body = AccessTokenGetBody(corp_id=os.environ["WEIBAN_CORP_ID"], secret=os.environ["WEIBAN_SECRET"])
    answer = access_token_get.sync(client=Client(base_url=BASE_URL), body=body)
    assert answer and answer.access_token
    show("token", expires_in=answer.expires_in)
    return answer.access_token


def read(client: Client) -> None:
    answer = opportunity_one.sync(client=client, serial_number="SJ20240305")
    assert answer and answer.opportunity
    found = answer.opportunity
    show("read", organization=found.organization.name, stage=found.stage.name)


def list_customers(client: Client) -> None:
    limit = 50
    customers: list[str] = []
    while True:
        answer = external_user_list.sync(client=client, limit=limit, offset=len(customers))
        assert answer and answer.external_user_list and answer.total
        customers += [customer.id for customer in answer.external_user_list]
        if len(customers) >= answer.total:
            break
    show("list", customers=customers)


def write(client: Client) -> None:
    body = TagCreateBody(tag_group_id=os.environ["WEIBAN_TAG_GROUP"], tag_name_list=['新语言 "tag" 1'])
    answer = tag_create.sync(client=client, body=body)
    assert answer
    show("write", errcode=answer.errcode)


def fail(client: Client) -> None:
    answer = opportunity_one.sync(client=client, id="1")
    assert answer
    show("error", errcode=answer.errcode)


def show(step: str, **found: object) -> None:
    print(json.dumps({"step": step, **found}, ensure_ascii=False))


main()
