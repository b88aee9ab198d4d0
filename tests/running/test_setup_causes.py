# ruff: noqa: E501  # lines stand as they are printed
"""What a failed set-up is said to come from: what pip, venv and systems print, on each of them."""

from __future__ import annotations

import pytest

from deploy.causes import explain
from deploy.logins import without_secrets
from deploy.trouble import Machine

NO_MATCH = (
    "ERROR: Could not find a version that satisfies the requirement streamlit (from versions: none)"
    "\nERROR: No matching distribution found for streamlit"
)
RETRY = "WARNING: Retrying (Retry(total=0, connect=None)) after connection broken by '%s': /simple/"
ONLY = "Could not fetch URL https://pypi.org/simple/streamlit/: %s - skipping"

# What is printed, and the kind of cause behind it. Sources: pip 22 to 26, CPython's venv and
# Windows' own messages, in Korean too.
SAID = [
    ("OSError: [Errno 28] No space left on device", "disk"),
    ("ERROR: Could not install packages due to an OSError: [WinError 112] 디스크 공간이 부족합니다", "disk"),
    ("OSError: [Errno 122] Disk quota exceeded: '/home/a/.venv'", "disk"),
    (RETRY % "NewConnectionError" + "\nOSError: [Errno 28] No space left on device", "disk"),
    ("PermissionError: [WinError 32] 다른 프로세스가 파일을 사용 중이기 때문에", "locked"),
    ("OSError: [WinError 206] The filename or extension is too long", "path"),
    ("Error: [Errno 13] Permission denied: '/opt/reachmap/.venv'", "rights"),
    ("ERROR: Could not install packages due to an OSError: [WinError 5] 액세스가 거부되었습니다", "rights"),
    ("OSError: [Errno 30] Read-only file system: '/mnt/.venv'", "rights"),
    ("Error: [Errno 1] Operation not permitted: 'lib' -> '/mnt/usb/.venv/lib64'", "rights"),
    ("The virtual environment was not created successfully because ensurepip is not available.", "venv"),
    ("/usr/bin/python3: No module named venv", "venv"),
    ("/srv/.venv/bin/python: No module named pip", "venv"),
    (ONLY % "SSLError(SSLCertVerificationError(1, '[SSL: CERTIFICATE_VERIFY_FAILED] certificate "
     "verify failed: self-signed certificate in certificate chain (_ssl.c:1006)'))", "certificate"),
    (RETRY % "SSLError(SSLCertVerificationError(1, 'certificate has expired'))" + NO_MATCH, "certificate"),
    ("ERROR: Could not install packages due to an OSError: Could not find a suitable TLS CA "
     "certificate bundle, invalid path: /gone.pem", "certificate"),
    ("WARNING: pip is configured with locations that require TLS/SSL, however the ssl module in "
     "Python is not available.\n" + NO_MATCH, "certificate"),
    (RETRY % "ProxyError('Cannot connect to proxy.', NewConnectionError('[Errno 111] Connection "
     "refused'))" + NO_MATCH, "proxy"),
    (RETRY % "ProxyError('Cannot connect to proxy.', OSError('Tunnel connection failed: 407 Proxy "
     "Authentication Required'))", "proxy"),
    ("ERROR: Could not install packages due to an OSError: Missing dependencies for SOCKS support.", "proxy"),
    (RETRY % "NewConnectionError('[Errno -3] Temporary failure in name resolution')" + NO_MATCH, "network"),
    (RETRY % "NameResolutionError(\"Failed to resolve 'pypi.org' ([Errno 11001] getaddrinfo failed)\")", "network"),
    (RETRY % "NewConnectionError('[Errno 8] nodename nor servname provided, or not known')", "network"),
    (RETRY % "ConnectTimeoutError('Connection to pypi.org timed out. (connect timeout=15)')", "network"),
    ("ReadTimeoutError: HTTPSConnectionPool(host='pypi.org', port=443): Read timed out.", "network"),
    (RETRY % "NewConnectionError('[WinError 10060] 연결된 구성원으로부터 응답이 없어')", "network"),
    (RETRY % "NewConnectionError('[Errno 13] Permission denied')", "network"),
    (RETRY % "ProtocolError('Connection aborted.', RemoteDisconnected())", "network"),
    ("ERROR: HTTP error 503 while getting https://a.example/x.whl", "network"),
    ("WARNING: 401 Error, Credentials not correct for https://a.example/simple/", "login"),
    ("ERROR: THESE PACKAGES DO NOT MATCH THE HASHES FROM THE REQUIREMENTS FILE.", "download"),
    (NO_MATCH, "wheel"),
    ("error: Microsoft Visual C++ 14.0 or greater is required.\nERROR: Failed building wheel for pyproj", "wheel"),
    ("ERROR: Failed to build 'shapely' when getting requirements to build wheel", "wheel"),
    ("MemoryError", "memory"),
    ("something new", "unknown"),
]  # fmt: skip


@pytest.mark.parametrize("platform", ["linux", "darwin", "win32"])
@pytest.mark.parametrize(("said", "kind"), SAID)
def test_cause(said: str, kind: str, platform: str) -> None:
    machine = Machine(platform, "/p/.venv", is_debian=platform == "linux")
    trouble = explain(said, machine)
    assert trouble.kind == kind
    assert trouble.cause
    assert trouble.help or kind == "unknown"
    advice = " ".join(trouble.help)
    assert ("apt" in advice) == (kind == "venv" and platform == "linux")
    assert "export " not in advice or platform != "win32"
    assert "`set " not in advice or platform == "win32"


@pytest.mark.parametrize(
    ("said", "cause"),
    [
        ("NewConnectionError('<HTTPSConnection object at 0x7f4073a1e407>: refused'", "be reached"),
        ("OSError('Tunnel connection failed: 407 authenticationrequired'", "wants a name"),
        ("OSError('Tunnel connection failed: 403 Forbidden'", "be reached"),
        ("407 Client Error: Proxy Authentication Required for url: http://a/x", "wants a name"),
    ],
)
def test_proxy_wants_a_name_only_where_it_says_so(said: str, cause: str) -> None:
    """An address in memory may hold the number."""
    trouble = explain(f"ProxyError('Cannot connect to proxy.', {said}))", Machine("linux", "/p"))
    assert cause in trouble.cause


def test_hint_for_venv_fits_the_system() -> None:
    said = "No module named venv"
    assert "python.org" in explain(said, Machine("win32", "C:\\r")).help[0]
    assert "python.org" in explain(said, Machine("darwin", "/r")).help[0]
    assert "python3-venv" in explain(said, Machine("linux", "/r", is_debian=True)).help[0]
    assert "apt" not in explain(said, Machine("linux", "/r")).help[0]


def test_full_disk_names_what_is_needed_and_what_is_free() -> None:
    machine = Machine("linux", "/r/.venv", free_mb={"/r/.venv": 60, "/scratch": 9000})
    cause = explain("No space left on device", machine).cause
    assert "1200 MB are needed" in cause
    assert "60 MB in /r/.venv" in cause


def test_settings_that_are_made_are_shown_without_their_secrets() -> None:
    environ = {"HTTPS_PROXY": "http://kim:p%40ss%2Fw@proxy.example:3128"}
    trouble = explain("ProxyError", Machine("linux", "/r", environ=environ))
    assert "proxy.example:3128" in " ".join(trouble.help)
    assert "p%40ss" not in " ".join(trouble.help)


@pytest.mark.parametrize(
    ("address", "printed"),
    [
        ("https://kim:s3cret@a.example/simple", "Looking in https://kim:s3cret@a.example/simple"),
        ("https://s3cret@a.example/simple", "Looking in indexes: https://s3cret@a.example/simple"),
        ("http://kim:s3%40cret@p:8080", "cannot parse kim:s3@cret"),
        ("http://kim:s3/cret@p:8080", "Failed to parse: http://kim:s3/cret@p:8080"),
        ("", "from a file: https://kim:s3cret@a.example/simple failed"),
    ],
)
def test_no_secret_is_printed(address: str, printed: str) -> None:
    told = without_secrets(printed, {"PIP_INDEX_URL": address})
    assert "cret" not in told
    assert told.startswith(printed[:6])
