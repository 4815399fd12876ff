"""Signature and encryption of pushed messages, as WeCom has them."""

import base64
import hashlib
import re

from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes
from cryptography.hazmat.primitives.padding import PKCS7

RANDOM_BYTES = 16
HEAD_BYTES = RANDOM_BYTES + 4
PADDING = PKCS7(32 * 8)  # to 32 bytes, not to the 16 of AES


def read_key(encoding_aes_key: str) -> bytes:
    """The AES key of a callback application."""
    if not re.fullmatch("[A-Za-z0-9+/]{43}", encoding_aes_key):
        raise ValueError("the AES key must be the 43 letters and digits of the callback application, without =")
    return base64.b64decode(encoding_aes_key + "=")


def sign(token: str, timestamp: str, nonce: str, encrypted: str) -> str:
    """The signature of a message."""
    return hashlib.sha1("".join(sorted((token, timestamp, nonce, encrypted))).encode()).hexdigest()


def encrypt(key: bytes, random: bytes, text: str, receive_id: str) -> str:
    """The ciphertext of a text, for tests. `random` has 16 bytes."""
    message = text.encode()
    frame = random + len(message).to_bytes(4, "big") + message + receive_id.encode()
    padder = PADDING.padder()
    encryptor = _cipher(key).encryptor()
    padded = padder.update(frame) + padder.finalize()
    return base64.b64encode(encryptor.update(padded) + encryptor.finalize()).decode()


def decrypt(key: bytes, encrypted: str) -> tuple[bytes, bytes] | None:
    """The message and the receive id; None if the key does not open it."""
    try:
        decryptor = _cipher(key).decryptor()
        padded = decryptor.update(base64.b64decode(encrypted, validate=True)) + decryptor.finalize()
        unpadder = PADDING.unpadder()
        frame = unpadder.update(padded) + unpadder.finalize()
    except ValueError:
        return None
    end = HEAD_BYTES + int.from_bytes(frame[RANDOM_BYTES:HEAD_BYTES], "big")
    return (frame[HEAD_BYTES:end], frame[end:]) if HEAD_BYTES <= end <= len(frame) else None


def _cipher(key: bytes) -> Cipher[modes.CBC]:
    return Cipher(algorithms.AES(key), modes.CBC(key[:16]))
