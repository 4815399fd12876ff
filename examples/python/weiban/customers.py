"""The customers of a company. Other lists go the same way: vectors/paging.json says how each is paged."""

from collections.abc import Iterator

from weiban_client import Client
from weiban_client.api.customers import external_user_list
from weiban_client.models import Customer

from .paging import Page, walk


def customers(client: Client, limit: int = 50) -> Iterator[Customer]:
    """Yields all customers, and asks for a page when it is needed."""

    def ask(offset: int) -> Page[Customer]:
        answer = external_user_list.sync(client=client, limit=limit, offset=offset)
        if not answer:
            raise RuntimeError("the answer is empty")
        return Page(answer.external_user_list or None, total=answer.total or 0)

    return walk("offset-total", ask)
