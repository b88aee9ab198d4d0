"""Causes that lie between this computer and its package index, each with the setting that helps."""

from __future__ import annotations

import re
from typing import Final

from deploy.logins import INDEXES, PROXIES
from deploy.trouble import Machine, Trouble, first, host, now, of_host

_CERTIFICATES: Final = ("PIP_CERT", "REQUESTS_CA_BUNDLE", "SSL_CERT_FILE", "CURL_CA_BUNDLE")
_WHY_DISTRUSTED: Final = (
    r"self[- ]signed certificate[^\s:(]*|certificate has expired|certificate is not yet valid"
    r"|hostname mismatch|unable to get local issuer certificate"
)


def certificate(said: str, machine: Machine) -> Trouble:
    """TLS does not trust the other side."""
    if re.search("invalid path", said):
        named = ", ".join(machine.made(*_CERTIFICATES)) or "PIP_CERT"
        cause = "the file of certificates that a setting names is not there"
        return Trouble("certificate", cause, (f"correct or remove {named}",))
    why = re.search(_WHY_DISTRUSTED, said, re.IGNORECASE)
    own = {
        "darwin": ["Python from python.org: run `Install Certificates.command` in its folder once"],
        "win32": ["or have the network's certificate installed in Windows"],
    }
    return Trouble(
        "certificate",
        f"the certificate{of_host(said)} is not trusted" + (f" ({why[0].lower()})" if why else ""),
        (
            "the network of a school or firm may use a certificate of its own: get it as a file, "
            + machine.set("PIP_CERT", "FILE.pem"),
            *own.get(machine.platform, []),
            "look whether date and time of this computer are right",
            *now(machine, *_CERTIFICATES),
        ),
    )


def no_ssl(_: str, machine: Machine) -> Trouble:
    """Python built without OpenSSL."""
    advice = "start with another Python: that of python.org or of your system has it"
    return Trouble("certificate", f"this Python {machine.python} has no TLS (ssl)", (advice,))


def proxy(said: str, machine: Machine) -> Trouble:
    """The proxy is the trouble."""
    cause = "the proxy cannot be reached, or its address is wrong"
    advice = f"correct it: {machine.set('HTTPS_PROXY', 'http://HOST:PORT')}; or remove the setting"
    # Not the bare number: an object at 0x7f4073a1 holds it too.
    if re.search("407 (?:Proxy|Client Error)|connection failed: 407", said, re.IGNORECASE):
        cause = "the proxy wants a name and a password"
        advice = machine.set("HTTPS_PROXY", "http://NAME:PASSWORD@HOST:PORT")
        advice += "; in them, @ is written %40 and : is written %3A"
    elif "SOCKS" in said:
        cause = "the proxy is a SOCKS proxy, which pip cannot use yet"
        advice = f"name an HTTP proxy: {machine.set('HTTPS_PROXY', 'http://HOST:PORT')}"
    shown = now(machine, *PROXIES)
    if not shown and machine.platform in {"win32", "darwin"}:
        shown = ["it stands in the network settings of the system"]
    return Trouble("proxy", cause, (advice, *shown))


def plain_http(said: str, machine: Machine) -> Trouble:
    """TLS is spoken to somebody who does not."""
    is_proxy = bool(machine.made(*PROXIES))
    who = "the proxy" if is_proxy else f"the package index{of_host(said)}"
    advice = "most proxies are written http://HOST:PORT, in HTTPS_PROXY too"
    shown = now(machine, *PROXIES, *INDEXES)
    kind = "proxy" if is_proxy else "network"
    return Trouble(kind, f"{who} does not speak TLS (https)", (advice, *shown))


def login(said: str, machine: Machine) -> Trouble:
    """The index wants to know who asks."""
    address = machine.set("PIP_INDEX_URL", "https://NAME:TOKEN@HOST/simple")
    advice = f"give it a name and a password or token: {address}"
    cause = f"the package index{of_host(said)} refuses access"
    return Trouble("login", cause, (advice, *now(machine, *INDEXES)))


def name(said: str, machine: Machine) -> Trouble:
    """DNS."""
    sought = host(said)
    cause = f"no network: {sought or 'the name of the package index'} is not found (DNS)"
    return Trouble("network", cause, _network_help(machine))


def network(said: str, machine: Machine) -> Trouble:
    """No way to the index."""
    cause = f"no network: the package index{of_host(said)} is not reached"
    return Trouble("network", cause, _network_help(machine))


def _network_help(machine: Machine) -> tuple[str, ...]:
    python = "py" if machine.platform == "win32" else "python3"
    no_index = f"{machine.set('PIP_NO_INDEX', '1')} and {machine.set('PIP_FIND_LINKS', 'wheels')}"
    return (
        "look whether this computer is online: the first start has to be, later ones need not",
        f"behind a proxy: {machine.set('HTTPS_PROXY', 'http://HOST:PORT')}",
        f"with an own package index: {machine.set('PIP_INDEX_URL', 'https://HOST/simple')}",
        f"without a network: on a computer like this one `{python} -m pip download "
        f"-r requirements.txt -d wheels`, then here {no_index}",
        *now(machine, *PROXIES, *INDEXES, "PIP_NO_INDEX"),
    )


def index(said: str, machine: Machine) -> Trouble:
    """The index answers, but not with packages."""
    number = first(r"\b([45]\d\d) (?:Client|Server) Error|HTTP error (\d+)|too many (50\d)", said)
    cause = f"the package index{of_host(said)} answers with error {number or '500'}"
    return Trouble("network", cause, ("try again later", *_network_help(machine)[1:]))
