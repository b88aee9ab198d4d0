"""This computer's own addresses in its networks, the one that phones in the room reach first.

No system says which of them that is. A hotspot of one's own comes first: whoever opens one wants
others in it. What belongs to a VPN, or to machines inside this one, comes last, even where the
route to the internet goes through it.
"""

from __future__ import annotations

import ipaddress
import re
import socket
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

import psutil

# A documentation address (RFC 5737). To connect a UDP socket sends nothing: the system only says
# which of its own addresses it would send from.
_ELSEWHERE: Final = ("192.0.2.1", 9)
# How systems and programs call what leads into machines inside this one, and into tunnels.
_INSIDE: Final = re.compile(
    r"docker|^br-|virbr|vmnet|vmware|vbox|virtualbox|vethernet|hyper-v|wsl|lxc|podman|cni|^anpi"
)
_TUNNEL: Final = re.compile(
    r"^(tun|tap|wg|utun|ipsec|ppp|zt|gpd|ts)\d*$|vpn|tailscale|zerotier|nordlynx|wireguard|"
    r"anyconnect|tunnel|tap-"
)
_WIRELESS: Final = re.compile(r"^wl|wi-?fi|wireless|wlan|무선")
_USUAL_HOST_ONLY: Final = ipaddress.ip_network("192.168.56.0/24")  # VirtualBox, under any name
# Where hotspots of NetworkManager, Windows and macOS live.
_HOTSPOTS: Final = tuple(
    map(ipaddress.ip_network, ("10.42.0.0/16", "192.168.137.0/24", "192.168.2.0/24"))
)


@dataclass(frozen=True, slots=True)
class OwnAddress:
    """One address of this computer: the interface that has it, and what is known of that."""

    name: str
    address: str
    is_tunnel: bool = False  # the system says that there is one other end
    is_running: bool = True  # something is at its other end, as far as the system knows


def own_addresses() -> tuple[OwnAddress, ...]:
    """Return this computer's addresses for others, the likeliest first; none without a network."""
    return ranked(_found(), _route_address())


def ranked(found: Iterable[OwnAddress], route_address: str) -> tuple[OwnAddress, ...]:
    """Return addresses in the order in which phones are likely to reach them.

    Parameters
    ----------
    found
        All that there are; loopback ones are left out. IPv6 counts only where there is no IPv4.
    route_address
        From which of them the system would send into the internet, "" if from none.
    """
    usable = [each for each in found if _is_usable(each.address)]
    of_four = [each for each in usable if ipaddress.ip_address(each.address).version == 4]
    return tuple(sorted(of_four or usable, key=lambda each: _rank(each, route_address)))


def _rank(own: OwnAddress, route_address: str) -> tuple[bool, ...]:
    """Return what tells against an address, the gravest first."""
    name, address = own.name.lower(), ipaddress.ip_address(own.address)
    is_first = address.version == 4 and int(address) & 0xFF == 1  # of its network, as gateways are
    return (
        bool(own.is_tunnel or _TUNNEL.search(name)),
        bool(_INSIDE.search(name)) or address in _USUAL_HOST_ONLY,
        not own.is_running,
        address.is_link_local,
        not (is_first and any(address in network for network in _HOTSPOTS)),
        not (is_first and bool(_WIRELESS.search(name))),
        own.address != route_address,
        not address.is_private,
        not _WIRELESS.search(name),
    )


def _is_usable(address: str) -> bool:
    try:
        known = ipaddress.ip_address(address)
    except ValueError:  # of a machine's card
        return False
    if known.is_loopback or known.is_unspecified or known.is_multicast:
        return False
    return known.version == 4 or not known.is_link_local  # that one needs the name of an interface


def _found() -> list[OwnAddress]:
    states = psutil.net_if_stats()
    return [
        OwnAddress(
            name,
            each.address,
            is_tunnel=_is_tunnel(each, states.get(name)),
            is_running=name not in states or states[name].isup,
        )
        for name, addresses in psutil.net_if_addrs().items()
        for each in addresses
        if each.family in (socket.AF_INET, socket.AF_INET6)
    ]


def _is_tunnel(address: object, state: object) -> bool:
    is_pointed = "pointopoint" in getattr(state, "flags", "")
    return (
        is_pointed
        or bool(getattr(address, "ptp", None))
        or (getattr(address, "netmask", "") == "255.255.255.255")
    )


def _route_address() -> str:
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe:
        try:
            probe.connect(_ELSEWHERE)
            return str(probe.getsockname()[0])
        except OSError:  # no way into the internet
            return ""
