"""Calls the sandbox with the client that openapi-generator makes, and prints a line of JSON for each step."""

import json
import os

from weiban_client import (
    AccessTokenApi,
    AccessTokenGetBody,
    ApiClient,
    Configuration,
    CustomersApi,
    SalesProcessApi,
    TagCreateBody,
    TagLibraryApi,
)


def main() -> None:
    configuration = Configuration(host=os.environ["WEIBAN_BASE_URL"])
    with ApiClient(configuration) as client:
        configuration.api_key["accessToken"] = issue_token(client)
        read(client)
        list_customers(client)
        write(client)
        fail(client)


def issue_token(client: ApiClient) -> str:
    body = AccessTokenGetBody(corp_id=os.environ["WEIBAN_CORP_ID"], secret=os.environ["WEIBAN_SECRET"])
    answer = AccessTokenApi(client).access_token_get(body)
    assert answer.access_token
    show("token", expires_in=answer.expires_in)
    return answer.access_token


def read(client: ApiClient) -> None:
    found = SalesProcessApi(client).opportunity_one(serial_number="SJ20240305").opportunity
    assert found
    show("read", organization=found.organization.name, stage=found.stage.name)


def list_customers(client: ApiClient) -> None:
    limit = 50
    customers: list[str] = []
    while True:
        answer = CustomersApi(client).external_user_list(limit=limit, offset=len(customers))
        assert answer.external_user_list and answer.total
        customers += [customer.id for customer in answer.external_user_list]
        if len(customers) >= answer.total:
            break
    show("list", customers=customers)


def write(client: ApiClient) -> None:
    body = TagCreateBody(tag_group_id=os.environ["WEIBAN_TAG_GROUP"], tag_name_list=['新语言 "tag" 1'])
    show("write", errcode=TagLibraryApi(client).tag_create(body).errcode)


def fail(client: ApiClient) -> None:
    show("error", errcode=SalesProcessApi(client).opportunity_one(id="1").errcode)


def show(step: str, **found: object) -> None:
    print(json.dumps({"step": step, **found}, ensure_ascii=False))


main()
