"""Codes and secrets of rooms: the code follows from the secret, so the server need keep neither.

Whoever holds the secret leads. A restarted server finds that out again by computing the code.
"""

from __future__ import annotations

import hashlib
import re
import secrets
from typing import Final

from geo.constants import CROCKFORD
from geo.visit import ROOM_CHARS

_BITS: Final = 5  # of one sign
_SECRET: Final = re.compile(r"[0-9a-f]{32}", re.ASCII)
# 24 ms and 8 MB a try. A code has 30 bits only: to find a secret for a given one takes 2**29 tries
# on average, half a year on one core, and an open room knows its one secret (room.py).
_SCRYPT: Final = {"n": 2**13, "r": 8, "p": 1, "dklen": 8}
_SALT: Final = b"reachmap class room"


def new_secret() -> str:
    """Return a secret that nobody can guess."""
    return secrets.token_hex(16)


def is_secret(text: str) -> bool:
    """Return whether a text has the form of a secret."""
    return _SECRET.fullmatch(text) is not None


def code_of(secret: str) -> str:
    """Return the code of the room that this secret leads; slow by intention, so not on a loop."""
    key = hashlib.scrypt(secret.encode(), salt=_SALT, **_SCRYPT)
    number = int.from_bytes(key)
    return "".join(CROCKFORD[number >> _BITS * place & 31] for place in range(ROOM_CHARS))


def fingerprint(secret: str) -> bytes:
    """Return what an open room remembers of its secret: enough to compare, no use to anyone."""
    return hashlib.sha256(secret.encode()).digest()
