"""Causes of a failed set-up in plain words, each with the setting that helps on this system."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Final

from deploy.logins import INDEXES, PROXIES, without_secrets

NEEDED_MB: Final = 1200  # of packages, and as much again for a moment while they are fetched
_CERTIFICATES: Final = ("PIP_CERT", "REQUESTS_CA_BUNDLE", "SSL_CERT_FILE", "CURL_CA_BUNDLE")
_WHY_DISTRUSTED: Final = (
    r"self[- ]signed certificate[^\s:(]*|certificate has expired|certificate is not yet valid"
    r"|hostname mismatch|unable to get local issuer certificate"
)


@dataclass(frozen=True)
class Machine:
    """What a remedy depends on besides what was said."""

    platform: str  # as sys.platform
    folder: str
    python: str = "3.11"
    bits: int = 64
    is_debian: bool = False
    free_mb: Mapping[str, int] = field(default_factory=dict)  # by folder
    environ: Mapping[str, str] = field(default_factory=dict)

    def set(self, name: str, value: str) -> str:
        """Return how a setting is made in this system's shell."""
        if self.platform == "win32":
            return f"`set {name}={value}` (PowerShell: `$env:{name} = '{value}'`)"
        return f"`export {name}={value}`"

    def made(self, *names: str) -> list[str]:
        """Return `NAME=value` of the settings that somebody has made, without passwords."""
        made = [f"{name}={self.environ[name]}" for name in names if self.environ.get(name)]
        return [without_secrets(each, self.environ) for each in made]


@dataclass(frozen=True)
class Trouble:
    """A cause in a sentence, and what helps."""

    kind: str
    cause: str
    help: tuple[str, ...]


Teller = Callable[[str, Machine], Trouble]


def _host(said: str) -> str:
    found = re.search(
        r"host='([^']+)'|Failed to resolve '([^']+)'|https?://(?:[^@\s/]*@)?([^/\s'\"@]+)/", said
    )
    return next((each for each in found.groups() if each), "") if found else ""


def _of_host(said: str) -> str:
    host = _host(said)
    return f" of {host}" if host else ""


def _first(pattern: str, said: str) -> str:
    found = re.search(pattern, said)
    return next((each for each in found.groups() if each), "") if found else ""


def _now(machine: Machine, *names: str) -> list[str]:
    made = machine.made(*names)
    return [f"set now: {', '.join(made)}"] if made else []


def disk(said: str, machine: Machine) -> Trouble:
    """No room."""
    quota = " or your quota is used up" if re.search("quota|Errno (?:69|122)", said) else ""
    free = ", ".join(f"{mb} MB in {folder}" for folder, mb in machine.free_mb.items())
    temporary = "TEMP" if machine.platform == "win32" else "TMPDIR"
    return Trouble(
        "disk",
        f"the disk is full{quota}: about {NEEDED_MB} MB are needed; free: {free or 'unknown'}",
        (
            "make room and start again",
            f"or use another disk for the environment: {machine.set('REACHMAP_VENV', 'FOLDER')}",
            f"or for temporary files: {machine.set(temporary, 'FOLDER')}",
            f"or keep no second copy of packages: {machine.set('PIP_NO_CACHE_DIR', '1')}",
        ),
    )


def locked(_: str, machine: Machine) -> Trouble:
    """Windows: somebody else has a file open."""
    return Trouble(
        "locked",
        "another program holds a file of the environment: a virus scanner, or a Reachmap that runs",
        (
            "end a Reachmap that still runs, wait a minute and start again",
            f"if it comes back, let the virus scanner leave out {machine.folder}",
        ),
    )


def long_path(_: str, machine: Machine) -> Trouble:
    """Windows: 260 signs."""
    folder = machine.set("REACHMAP_VENV", "C:\\reachmap-env")
    return Trouble(
        "path",
        "a path is longer than the system allows",
        (
            "move the project to a short folder such as C:\\reachmap",
            f"or put the environment into one: {folder}",
        ),
    )


def rights(said: str, machine: Machine) -> Trouble:
    """A folder that is not ours, is read-only, or from which nothing may be started."""
    is_fixed = re.search(r"read-only file system|Errno 30\b", said, re.IGNORECASE)
    what = "is on a read-only file system" if is_fixed else "may not be written, or run from"
    return Trouble(
        "rights",
        f"{machine.folder} {what}",
        (
            "move the project to a folder of your own, such as one in your home folder",
            f"or put the environment elsewhere: {machine.set('REACHMAP_VENV', 'FOLDER')}",
            "if somebody else set it up (an administrator, root), start it as they did",
        ),
    )


def no_venv(_: str, machine: Machine) -> Trouble:
    """Python without venv or pip."""
    if machine.is_debian:
        advice = "`sudo apt install python3-venv`, then start again"
    elif machine.platform in {"win32", "darwin"}:
        advice = (
            "install Python, with pip, from https://www.python.org/downloads/ and start with it"
        )
    else:
        advice = "install your system's packages of venv and pip (often python3-pip)"
    return Trouble("venv", "this Python has no venv or no pip", (advice,))


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
        f"the certificate{_of_host(said)} is not trusted" + (f" ({why[0].lower()})" if why else ""),
        (
            "the network of a school or firm may use a certificate of its own: get it as a file, "
            + machine.set("PIP_CERT", "FILE.pem"),
            *own.get(machine.platform, []),
            "look whether date and time of this computer are right",
            *_now(machine, *_CERTIFICATES),
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
    if "407" in said:
        cause = "the proxy wants a name and a password"
        advice = machine.set("HTTPS_PROXY", "http://NAME:PASSWORD@HOST:PORT")
        advice += "; in them, @ is written %40 and : is written %3A"
    elif "SOCKS" in said:
        cause = "the proxy is a SOCKS proxy, which pip cannot use yet"
        advice = f"name an HTTP proxy: {machine.set('HTTPS_PROXY', 'http://HOST:PORT')}"
    shown = _now(machine, *PROXIES)
    if not shown and machine.platform in {"win32", "darwin"}:
        shown = ["it stands in the network settings of the system"]
    return Trouble("proxy", cause, (advice, *shown))


def plain_http(said: str, machine: Machine) -> Trouble:
    """TLS is spoken to somebody who does not."""
    is_proxy = bool(machine.made(*PROXIES))
    who = "the proxy" if is_proxy else f"the package index{_of_host(said)}"
    advice = "most proxies are written http://HOST:PORT, in HTTPS_PROXY too"
    shown = _now(machine, *PROXIES, *INDEXES)
    kind = "proxy" if is_proxy else "network"
    return Trouble(kind, f"{who} does not speak TLS (https)", (advice, *shown))


def login(said: str, machine: Machine) -> Trouble:
    """The index wants to know who asks."""
    address = machine.set("PIP_INDEX_URL", "https://NAME:TOKEN@HOST/simple")
    advice = f"give it a name and a password or token: {address}"
    cause = f"the package index{_of_host(said)} refuses access"
    return Trouble("login", cause, (advice, *_now(machine, *INDEXES)))


def name(said: str, machine: Machine) -> Trouble:
    """DNS."""
    host = _host(said)
    cause = f"no network: {host or 'the name of the package index'} is not found (DNS)"
    return Trouble("network", cause, _network_help(machine))


def network(said: str, machine: Machine) -> Trouble:
    """No way to the index."""
    cause = f"no network: the package index{_of_host(said)} is not reached"
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
        *_now(machine, *PROXIES, *INDEXES, "PIP_NO_INDEX"),
    )


def index(said: str, machine: Machine) -> Trouble:
    """The index answers, but not with packages."""
    number = _first(r"\b([45]\d\d) (?:Client|Server) Error|HTTP error (\d+)|too many (50\d)", said)
    cause = f"the package index{_of_host(said)} answers with error {number or '500'}"
    return Trouble("network", cause, ("try again later", *_network_help(machine)[1:]))


def spoiled(_: str, machine: Machine) -> Trouble:
    """What arrived is not what was sent."""
    advice = f"start again with nothing kept: {machine.set('PIP_NO_CACHE_DIR', '1')}"
    return Trouble("download", "a package arrived damaged, or a proxy changed it", (advice,))


def no_wheel(said: str, machine: Machine) -> Trouble:
    """The index has no package that fits."""
    package = _first(
        r"No matching distribution found for ([\w.\-\[\]]+)"
        r"|Failed (?:to build|building wheel for) '?([\w.\-]+)",
        said,
    )
    named = f" of {package}" if package else ""
    cause = f"the package index has no ready package{named} for this computer"
    advice = [fitting_python(machine)]
    if machine.environ.get("PIP_NO_INDEX"):
        advice.append("PIP_NO_INDEX is set: does the folder in PIP_FIND_LINKS hold it?")
    advice += _now(machine, *INDEXES)
    return Trouble("wheel", cause, tuple(advice))


def fitting_python(machine: Machine) -> str:
    """Return the advice to use a Python for which there are packages."""
    return f"use a 64-bit Python 3.11 to 3.13; this is {machine.python} with {machine.bits} bits"


def memory(_: str, __: Machine) -> Trouble:
    """Killed, or refused memory."""
    return Trouble("memory", "the memory is used up", ("end other programs and start again",))
