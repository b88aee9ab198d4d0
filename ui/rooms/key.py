"""The server's key: from the environment, else from a file beside the app, else for this process.

It must outlive a restart, or teachers cannot lead their classes on. Two starts at once share it.
"""

from __future__ import annotations

import hashlib
import logging
import os
import re
import secrets
import time
from collections.abc import Mapping
from pathlib import Path
from typing import Final

KEY_FILE: Final = Path(__file__).resolve().parents[2] / ".reachmap" / "key"
_LEAST_CHARS: Final = 32  # of REACHMAP_KEY
_KEY: Final = re.compile(rb"[0-9a-f]{64}\s*")
_WRITE_S: Final = 0.5  # another start may be writing it
_LOGGER: Final = logging.getLogger(__name__)
_ADVICE: Final = "Set REACHMAP_KEY to 32 or more random characters to keep them."


def server_key(path: Path = KEY_FILE, environment: Mapping[str, str] = os.environ) -> bytes:
    """Return the key of this server, made if there is none; says in the log what is amiss."""
    given = environment.get("REACHMAP_KEY", "").strip()
    if len(given) >= _LEAST_CHARS:
        return hashlib.sha256(given.encode()).digest()
    if given:
        _LOGGER.warning(
            "REACHMAP_KEY has %d characters and is not used: it needs %d or more, at random.",
            len(given), _LEAST_CHARS,
        )  # fmt: skip
    try:
        return _kept_key(path)
    except OSError as error:
        _LOGGER.warning(
            "%s cannot be used (%s): classes will not go on after a restart of this server. %s",
            path, error.strerror or error, _ADVICE,
        )  # fmt: skip
        return secrets.token_bytes(32)


def _kept_key(path: Path) -> bytes:
    """Return the key in a file; one that is none is put aside, and a new one made."""
    path.parent.mkdir(mode=0o700, exist_ok=True)
    key = _made(path) or _read(path)
    if key is None:
        path.replace(path.with_name("key.damaged"))
        _LOGGER.warning(
            "%s held no key and is now key.damaged; a new key was made. "
            "Classes that were open can no longer be led: start them anew.", path,
        )  # fmt: skip
        key = _made(path) or _read(path)
    if key is None:
        raise OSError("it changes all the time")
    return key


def _made(path: Path) -> bytes | None:
    """Write a new key and return it; None if there is a file already."""
    key = secrets.token_bytes(32)
    try:
        file = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError:
        return None
    with os.fdopen(file, "wb") as written:
        written.write(key.hex().encode() + b"\n")
    return key


def _read(path: Path) -> bytes | None:
    """Return the key in a file, None if it holds none even after a moment."""
    end = time.monotonic() + _WRITE_S
    while True:
        with path.open("rb") as file:
            text = file.read(100)
        if _KEY.fullmatch(text):
            _close_to_others(path)
            return bytes.fromhex(text.decode())
        if time.monotonic() > end:
            return None
        time.sleep(0.02)


def _close_to_others(path: Path) -> None:
    """See to it that nobody else on this machine can read a key."""
    if os.name != "posix" or not path.stat().st_mode & 0o077:
        return
    _LOGGER.warning("Others could read %s; now only its owner can.", path)
    path.chmod(0o600)
