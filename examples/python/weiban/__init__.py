"""Calls Weiban and receives its messages, as a program in production would."""

from .client import Weiban, connect
from .customers import customers
from .errors import UnreadableAnswer, WeibanError
from .paging import LostRows, Page, walk
from .webhooks import Receiver, Reply

__all__ = [
    "LostRows",
    "Page",
    "Receiver",
    "Reply",
    "UnreadableAnswer",
    "Weiban",
    "WeibanError",
    "connect",
    "customers",
    "walk",
]
