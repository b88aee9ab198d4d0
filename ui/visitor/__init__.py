"""Who asks, from where, and how fast: what comes from a browser is checked here."""

from ui.visitor.clientaddress import client_address
from ui.visitor.fromvisitor import dropped, part_of, read_commit, read_seq
from ui.visitor.network import OwnAddress, own_addresses
from ui.visitor.ownaddress import (
    asked_host,
    host_name,
    host_of,
    is_loopback,
    is_private,
    loopback_host,
)
from ui.visitor.prefix import may_be_stripped, path_in_app, prefix, prefix_faults, settle_prefix
from ui.visitor.ratelimit import RateLimit, TokenBucket, TokenBuckets, more_before
from ui.visitor.requester import Asker, asker, own_hosts
from ui.visitor.settings import read_settings
from ui.visitor.streamdoor import StreamDoor

__all__ = [
    "Asker",
    "OwnAddress",
    "RateLimit",
    "StreamDoor",
    "TokenBucket",
    "TokenBuckets",
    "asked_host",
    "asker",
    "client_address",
    "dropped",
    "host_name",
    "host_of",
    "is_loopback",
    "is_private",
    "loopback_host",
    "may_be_stripped",
    "more_before",
    "own_addresses",
    "own_hosts",
    "part_of",
    "path_in_app",
    "prefix",
    "prefix_faults",
    "read_commit",
    "read_seq",
    "read_settings",
    "settle_prefix",
]
