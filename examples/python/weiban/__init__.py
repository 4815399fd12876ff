"""Calls Weiban and receives its messages, as a program in production would."""

from .client import Weiban, connect
from .customers import customers
from .errors import UnreadableAnswer, WeibanError
from .limits import LimitReached
from .paging import LostRows, Page, walk
from .webhooks import Receiver, Reply

__all__ = [
    "LimitReached",
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
