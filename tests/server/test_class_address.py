"""The address a class is sent to: what phones can reach, never the teacher's `localhost`."""

from __future__ import annotations

import ipaddress
import json

import pytest
from streamlit import config

from geo.share.qr import qr_svg
from tests.support import ask
from ui.http import classaddress
from ui.visitor import OwnAddress, own_addresses
from ui.visitor.network import ranked

OWN = "192.168.7.21"
IN_SCHOOL = (OwnAddress("wlan0", OWN), OwnAddress("tun0", "10.8.0.6"))


@pytest.fixture
def in_a_network(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(classaddress, "own_addresses", lambda: IN_SCHOOL)


def address(host: str) -> dict[str, object]:
    headers = {"host": host, "sec-fetch-site": "same-origin"}  # our own page asks
    said = json.loads(ask("/live/class.json", headers=headers).body)
    assert said.pop("addresses")[0]["root"] == said["root"]
    return dict(said)


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
    monkeypatch.setattr(classaddress, "own_addresses", tuple)
    assert address("localhost:8501")["is_for_others"] is False


def test_public_address_of_the_operator_comes_first(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("REACHMAP_PUBLIC_URL", "https://maps.example")
    assert address("localhost:8501")["root"] == "https://maps.example/"


@pytest.mark.usefixtures("in_a_network")
@pytest.mark.parametrize("host", ["localhost:8501", f"{OWN}:8501"])
def test_all_addresses_are_told_by_the_names_of_what_has_them(host: str) -> None:
    headers = {"host": host, "sec-fetch-site": "same-origin"}
    said = json.loads(ask("/live/class.json", headers=headers).body)
    assert said["addresses"] == [
        {"root": f"http://{OWN}:8501/", "address": OWN, "name": "wlan0"},
        {"root": "http://10.8.0.6:8501/", "address": "10.8.0.6", "name": "tun0"},
    ]


def code_of(query: str) -> bytes:
    headers = {"host": "localhost:8501", "sec-fetch-site": "same-origin"}
    answer = ask(f"/live/room-qr.svg?code=K7M2QX{query}", headers=headers)
    assert answer.status == 200
    return answer.body


@pytest.mark.usefixtures("in_a_network")
def test_code_holds_the_address_that_was_chosen() -> None:
    assert code_of("") == qr_svg(f"http://{OWN}:8501/?room=K7M2QX")
    assert code_of("&address=10.8.0.6") == qr_svg("http://10.8.0.6:8501/?room=K7M2QX")


@pytest.mark.usefixtures("in_a_network")
def test_code_holds_no_address_but_this_computers() -> None:
    headers = {"host": "localhost:8501", "sec-fetch-site": "same-origin"}
    answer = ask("/live/room-qr.svg?code=K7M2QX&address=203.0.113.9", headers=headers)
    assert answer.status == 400
    assert json.loads(answer.body)["errors"][0]["value"] == "203.0.113.9"


HOTSPOT = OwnAddress("wlp3s0", "10.42.0.1")
VPN = OwnAddress("tun0", "10.8.0.6")
DOCKER = OwnAddress("docker0", "172.17.0.1")
WIFI = OwnAddress("wlan0", "192.168.1.23")
CABLE = OwnAddress("eth0", "192.168.1.40")
WINDOWS = OwnAddress("Wi-Fi", "10.1.2.3")
WSL = OwnAddress("vEthernet (WSL)", "172.28.0.1")
VIRTUALBOX = OwnAddress("Ethernet 2", "192.168.56.1")
WINDOWS_HOTSPOT = OwnAddress("Local Area Connection* 2", "192.168.137.1")


@pytest.mark.parametrize(
    ("found", "route", "first"),
    [
        ([HOTSPOT], "", HOTSPOT),
        ([VPN, HOTSPOT], "10.8.0.6", HOTSPOT),
        ([DOCKER, VPN, HOTSPOT], "10.8.0.6", HOTSPOT),
        ([CABLE, HOTSPOT], "192.168.1.40", HOTSPOT),
        ([DOCKER, WIFI], "192.168.1.23", WIFI),
        ([WIFI, CABLE], "192.168.1.40", CABLE),
        ([CABLE, WIFI], "", WIFI),
        ([VPN, WIFI], "10.8.0.6", WIFI),
        ([OwnAddress("utun4", "100.101.7.9"), OwnAddress("en0", "10.0.0.5")], "", "10.0.0.5"),
        ([OwnAddress("corp", "10.9.0.2", is_tunnel=True), WIFI], "10.9.0.2", WIFI),
        ([OwnAddress("eth0", "169.254.3.4"), WIFI], "", WIFI),
        ([WSL, WINDOWS], "", WINDOWS),
        ([VIRTUALBOX, WINDOWS], "", WINDOWS),
        ([WINDOWS, WINDOWS_HOTSPOT], "10.1.2.3", WINDOWS_HOTSPOT),
        ([OwnAddress("eth1", "10.5.5.5", is_running=False), CABLE], "", CABLE),
        ([VPN, OwnAddress("ap0", "10.42.0.1", is_running=False)], "10.8.0.6", "10.42.0.1"),
        ([OwnAddress("eth0", "fd00::2"), WIFI], "", WIFI),
        ([OwnAddress("eth0", "fd00::2"), OwnAddress("eth0", "fe80::1")], "", "fd00::2"),
    ],
)  # fmt: skip
def test_phones_are_sent_where_they_are_likely_to_be(
    found: list[OwnAddress], route: str, first: OwnAddress | str
) -> None:
    expected = first if isinstance(first, str) else first.address
    assert ranked(found, route)[0].address == expected


def test_own_addresses_are_for_others() -> None:
    for own in own_addresses():
        assert not ipaddress.ip_address(own.address).is_loopback
        assert own.name
