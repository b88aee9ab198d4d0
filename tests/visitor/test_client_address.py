"""The address of a client: one key for one network, and whom a proxy speaks for."""

from __future__ import annotations

from typing import Any

import pytest

from ui.visitor.clientaddress import client_address


def scope(host: str | None, port: int = 4321, forwarded: str = "") -> dict[str, Any]:
    headers = [(b"x-forwarded-for", forwarded.encode())] if forwarded else []
    return {"client": host and (host, port), "headers": headers}


@pytest.mark.parametrize(
    ("host", "address"),
    [
        ("127.0.0.1", "127.0.0.1"),
        ("::ffff:192.0.2.7", "192.0.2.7"),
        ("2001:db8:1:2:a:b:c:d", "2001:db8:1:2::/64"),
        ("2001:db8:1:2::1", "2001:db8:1:2::/64"),
        ("fe80::1%eth0", "fe80::/64"),
        ("testclient", "testclient"),
        (None, ""),
        ("x" * 1000, "x" * 64),
    ],
)
def test_address_is_one_key_for_one_network(host: str | None, address: str) -> None:
    assert client_address(scope(host)) == address


def test_header_counts_only_if_the_operator_says_that_there_is_a_proxy(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.delenv("REACHMAP_PROXY", raising=False)
    spoofed = {client_address(scope(f"203.0.113.{n}", 0, f"203.0.113.{n}")) for n in range(99)}
    spoofed |= {client_address(scope("203.0.113.9", 80, "203.0.113.9:80, 127.0.0.1"))}
    assert len(spoofed) == 1
    assert client_address(scope("192.0.2.7", 4321, "203.0.113.9")) == "192.0.2.7"
    monkeypatch.setenv("REACHMAP_PROXY", "1")
    assert client_address(scope("203.0.113.9", 0, "203.0.113.9")) == "203.0.113.9"
