"""The address a class is sent to: what phones can reach, never the teacher's `localhost`."""

from __future__ import annotations

import ipaddress
import json

import pytest
from streamlit import config

from tests.support import ask
from ui.http import classaddress

OWN = "192.168.7.21"


@pytest.fixture
def in_a_network(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(classaddress, "own_address", lambda: OWN)


def address(host: str) -> dict[str, object]:
    headers = {"host": host, "sec-fetch-site": "same-origin"}  # our own page asks
    return dict(json.loads(ask("/live/class.json", headers=headers).body))


@pytest.mark.usefixtures("in_a_network")
@pytest.mark.parametrize("host", ["localhost:8501", "127.0.0.1:8501", "[::1]:8501"])
def test_own_computer_is_told_by_its_address_in_the_network(host: str) -> None:
    assert address(host) == {"root": f"http://{OWN}:8501/", "is_for_others": True}


@pytest.mark.usefixtures("in_a_network")
@pytest.mark.parametrize("host", ["maps.school.example", "192.168.1.4:8501", "teacher.local:8501"])
def test_address_that_others_use_stays(host: str) -> None:
    assert address(host) == {"root": f"http://{host}/", "is_for_others": True}


@pytest.mark.usefixtures("in_a_network")
def test_server_for_this_computer_alone_is_said_to_be_so() -> None:
    before = config.get_option("server.address")
    config.set_option("server.address", "127.0.0.1")
    try:
        assert address("localhost:8501") == {
            "root": "http://localhost:8501/",
            "is_for_others": False,
        }
    finally:
        config.set_option("server.address", before)


def test_without_a_network_it_is_this_computer_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(classaddress, "own_address", lambda: "")
    assert address("localhost:8501")["is_for_others"] is False


def test_public_address_of_the_operator_comes_first(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("REACHMAP_PUBLIC_URL", "https://maps.example")
    assert address("localhost:8501")["root"] == "https://maps.example/"


def test_own_address_is_one_or_nothing() -> None:
    found = classaddress.own_address()
    assert not found or not ipaddress.ip_address(found).is_loopback
