"""Message authentication codes: secrets of leaders and tickets of browsers, sealed with one key.

A secret is a random half and the seal of that half and the room's code; a ticket is a half, random
but for the sign of its cohort, and its seal. So whoever has the key knows either again and need
keep neither, even after a restart.
"""

from __future__ import annotations

import hashlib
import hmac
import re
import secrets
from typing import Final

from geo.facts import CROCKFORD, ROOM_CHARS

COHORT_CHARS: Final = 6  # 500 seats of 17 million signs: two cohorts are rarely taken for one
_HALF_BYTES: Final = 8  # 2**63 tries on average, each of them asked of this server
_SEALED: Final = re.compile(r"[0-9a-f]{32}", re.ASCII)


class Seal:
    """What one key can tell."""

    def __init__(self, key: bytes) -> None:
        """Take the key; who has it leads every class."""
        self._key = key

    def new_secret(self, code: str) -> str:
        """Return a secret that leads the room of a code."""
        return self._sealed("lead", code)

    def leads(self, code: str, secret: str) -> bool:
        """Return whether a text is a secret of the room of a code."""
        return self._is_sealed("lead", code, secret)

    def new_ticket(self, cohort: str = "") -> str:
        """Return what a browser shows to be told from others at its address.

        It begins with a sign that all of one cohort share; without the key it tells nothing.
        """
        sign = self._half_seal("cohort", cohort, "") if cohort else ""
        return self._sealed("ticket", "", sign[:COHORT_CHARS])

    def knows_ticket(self, ticket: str) -> bool:
        """Return whether a text is a ticket of ours."""
        return self._is_sealed("ticket", "", ticket)

    def _sealed(self, purpose: str, about: str, beginning: str = "") -> str:
        half = beginning + secrets.token_hex(_HALF_BYTES)[len(beginning) :]
        return half + self._half_seal(purpose, about, half)

    def _is_sealed(self, purpose: str, about: str, text: str) -> bool:
        if not _SEALED.fullmatch(text):
            return False
        half, seal = text[: len(text) // 2], text[len(text) // 2 :]
        return hmac.compare_digest(self._half_seal(purpose, about, half), seal)

    def _half_seal(self, purpose: str, about: str, half: str) -> str:
        said = f"{purpose} {about} {half}".encode()
        return hmac.new(self._key, said, hashlib.sha256).hexdigest()[: 2 * _HALF_BYTES]


def new_code() -> str:
    """Return a code at random."""
    return "".join(secrets.choice(CROCKFORD) for _ in range(ROOM_CHARS))
