"""Diagnosis of a failed set-up, read from what venv and pip said.

Windows says it in the language of the user, so that its numbers are looked for as well. What is
certain comes first: a full disk explains a lost connection, not the other way round.
"""

from __future__ import annotations

import re
from typing import Final

from deploy import netremedies, remedies
from deploy.trouble import Machine, Teller, Trouble

_SIGNS: Final[tuple[tuple[Teller, tuple[str, ...]], ...]] = (
    (
        remedies.disk,
        (r"No space left", r"Errno (?:28|69|122)\b", r"WinError (?:39|112)\b", "not enough space",
         "disk quota"),
    ),
    (remedies.locked, (r"WinError (?:32|33)\b", "used by another process")),
    (remedies.long_path, (r"WinError 206\b", "Windows Long Path", "file ?name too long")),
    (
        remedies.no_venv,
        ("ensurepip is not available", r"No module named '?(?:venv|ensurepip|pip)\b",
         "ensurepip.*returned non-zero"),
    ),
    (
        remedies.rights,
        tuple(
            rf"^(?!.*(?:connection|socket)).*{sign}"
            for sign in (
                r"Permission ?(?:denied|Error)", r"Errno 13\b", "Read-only file system",
                r"Errno 20\b",
                r"Errno 30\b", "Operation not permitted", r"WinError 5\b", "Access is denied",
            )
        ),
    ),
    (remedies.memory, ("MemoryError", "Cannot allocate memory", r"Errno 12\b")),
    (
        remedies.spoiled,
        ("DO NOT MATCH THE HASHES", "hash mismatch", "BadZipFile", r"Wheel .* is invalid"),
    ),
    (netremedies.no_ssl, (r"ssl module (?:in Python )?is not available",)),
    (
        netremedies.plain_http,
        (r"wrong[ _]version[ _]number", "record layer failure", "packet length too long"),
    ),
    (
        netremedies.proxy,
        ("ProxyError", "Cannot connect to proxy", "Tunnel connection failed", "SOCKS support",
         "proxy URL", r"Proxy ?Scheme", "407 Proxy"),
    ),
    (
        netremedies.certificate,
        ("certificate[ _]verify[ _]failed", "SSLCertVerificationError", "SSLError",
         "TLS CA certificate bundle", "confirming the ssl certificate"),
    ),
    (
        netremedies.login,
        (r"\b40[13] (?:Client )?Error", r"HTTP error 40[13]\b", "Credentials not correct"),
    ),
    (
        netremedies.name,
        ("Name or service not known", "name resolution", "getaddrinfo failed",
         "nodename nor servname", "NameResolutionError", "Failed to resolve",
         r"(?:Errno|WinError) 1100[1-4]\b", "No address associated"),
    ),
    (
        netremedies.index,
        (r"\b5\d\d Server Error", r"\b404 Client Error", r"HTTP error [45]\d\d",
         r"too many 50\d error"),
    ),
    (
        netremedies.network,
        ("NewConnectionError", r"Connect(?:ion)?(?:Timeout)?Error", "timed out", "ReadTimeout",
         "Connection (?:refused|reset|aborted|broken)", "RemoteDisconnected", "IncompleteRead",
         "Network is unreachable", "No route to host", "Max retries exceeded",
         r"WinError 100(?:5\d|6[0-5])\b"),
    ),
    (
        remedies.no_wheel,
        ("Failed building wheel", "Failed to build", "subprocess-exited-with-error",
         "metadata-generation-failed", r"Microsoft Visual C\+\+", "No matching distribution",
         "Could not find a version", "not a supported wheel", "requires a different Python"),
    ),
)  # fmt: skip


def explain(said: str, machine: Machine) -> Trouble:
    """Return the cause behind what a program said, and what helps."""
    for tell, signs in _SIGNS:
        if re.search("|".join(signs), said, re.IGNORECASE | re.MULTILINE):
            return tell(said, machine)
    return Trouble("unknown", "the lines below say why", ())
