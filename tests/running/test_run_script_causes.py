"""`python3 deploy/run.py` when it cannot: each cause is named, with what helps."""

from __future__ import annotations

import ast
import http.server
import os
import re
import shutil
import ssl
import subprocess
import sys
from collections.abc import Iterator
from importlib.metadata import packages_distributions
from pathlib import Path
from threading import Thread

import pytest

from deploy.environment import IMPORTS
from tests.setups import SERVED, Copy, unmade
from tests.support import ROOT


class _Refuses(http.server.BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        self.send_error(int(self.path.strip("/").partition("/")[0] or 404))

    def do_CONNECT(self) -> None:
        self.send_error(407)

    def log_message(self, *_: object) -> None:
        pass


class _QuietServer(http.server.ThreadingHTTPServer):
    def handle_error(self, *_: object) -> None:
        """A client that distrusts us hangs up."""


@pytest.fixture(scope="module")
def refusing() -> Iterator[str]:
    """A server that answers /CODE/... with that code, and as a proxy wants a password."""
    with _QuietServer(("127.0.0.1", 0), _Refuses) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        yield f"127.0.0.1:{server.server_port}"
        server.shutdown()


@pytest.fixture(scope="module")
def self_signed() -> Iterator[str]:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(ROOT / "tests" / "data" / "selfsigned.pem")
    with _QuietServer(("127.0.0.1", 0), _Refuses) as server:
        server.socket = context.wrap_socket(server.socket, server_side=True)
        Thread(target=server.serve_forever, daemon=True).start()
        yield f"127.0.0.1:{server.server_port}"
        server.shutdown()


def test_each_cause_is_named_with_its_setting(ready: Copy, refusing: str, self_signed: str) -> None:
    unmade(ready)
    dead = "127.0.0.1:9"
    tries = {
        "certificate": ({"PIP_INDEX_URL": f"https://u:geheim@{self_signed}/simple"}, "PIP_CERT"),
        "proxy cannot be reached": (
            {"PIP_INDEX_URL": "https://a.example", "HTTPS_PROXY": f"http://u:geheim@{dead}"},
            "HTTPS_PROXY",
        ),
        "proxy wants a name": (
            {"PIP_INDEX_URL": "https://a.example", "HTTPS_PROXY": f"http://{refusing}"},
            "HTTPS_PROXY=http://NAME:PASSWORD@HOST:PORT",
        ),
        "index.invalid is not found (DNS)": (
            {"PIP_INDEX_URL": "https://index.invalid/simple"}, "HTTPS_PROXY",
        ),
        "no network": ({"PIP_INDEX_URL": f"http://u:geheim@{dead}/simple"}, "PIP_INDEX_URL"),
        "does not speak TLS": ({"PIP_INDEX_URL": f"https://{refusing}/simple"}, "http://"),
        "refuses access": ({"PIP_INDEX_URL": f"http://u:geheim@{refusing}/401"}, "PIP_INDEX_URL"),
        "no ready package of everything": ({"PIP_FIND_LINKS": os.devnull}, "PIP_NO_INDEX"),
    }  # fmt: skip
    for cause, (settings, advice) in tries.items():
        code, said = ready.start(**settings)
        assert code == 1, said
        assert cause in said, said
        assert advice in said, said
        assert "apt" not in said, said
        assert "geheim" not in said, said
        assert "Traceback" not in said, said
    assert "geheim" not in (ready.folder / "reachmap-setup.log").read_text("utf-8")
    assert ready.start()[0] == SERVED


def test_full_disk_while_packages_are_written(ready: Copy) -> None:
    """What pip 24 says then; the stub stands in for it."""
    unmade(ready)
    text = "ERROR: Could not install packages due to an OSError: [Errno 28] No space left on device"
    (ready.packages / "pip/__main__.py").write_text(f"import sys; sys.exit({text!r})")
    code, said = ready.start()
    assert code == 1
    assert "the disk is full: about" in said
    assert " MB in " in said
    assert "REACHMAP_VENV" in said


def test_folder_that_cannot_be_written(ready: Copy, tmp_path: Path) -> None:
    """A file in the way, which stops root as well."""
    shutil.rmtree(ready.folder)
    (tmp_path / "file").touch()
    code, said = ready.start(REACHMAP_VENV=str(tmp_path / "file" / "env"))
    assert code == 1
    assert "Set-up failed: " in said
    assert "may not be written" in said
    assert "Traceback" not in said


def test_folder_with_other_things_is_never_emptied(ready: Copy, tmp_path: Path) -> None:
    other = tmp_path / "photos"
    other.mkdir()
    (other / "mine.jpg").touch()
    code, said = ready.start(REACHMAP_VENV=str(other))
    assert code == 1
    assert "name an empty folder" in said
    assert (other / "mine.jpg").exists()


def test_what_a_set_up_tries_to_import_is_what_it_installs() -> None:
    """Else every first start would fail, and none of those on a machine that is set up."""
    lines = (ROOT / "requirements.txt").read_text("utf-8").splitlines()
    named = {re.split(r"[><=;\s]", line)[0].lower() for line in lines if line[:1].isalpha()}
    holders = packages_distributions()
    for name in IMPORTS:
        assert named & {each.lower() for each in holders[name.partition(".")[0]]}, name


def test_too_old_python_is_told_so() -> None:
    """Python 2.7 and 3.0 to 3.10 must be able to read the file to say it."""
    tree = ast.parse((ROOT / "deploy/run.py").read_text("utf-8"), feature_version=(3, 4))
    newer = (ast.JoinedStr, ast.AnnAssign, ast.NamedExpr, ast.AsyncFunctionDef)
    assert not [node for node in ast.walk(tree) if isinstance(node, newer)]
    functions = [node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef)]
    assert all(each.returns is None for each in functions)
    assert not any(each.annotation for function in functions for each in function.args.args)
    assert not any(
        isinstance(node, ast.ImportFrom) and node.module == "__future__" for node in ast.walk(tree)
    )
    old = "import sys, runpy; sys.version_info = (2, 7, 18); "
    old += "runpy.run_path('deploy/run.py', {}, '__main__')"
    said = subprocess.run(
        [sys.executable, "-c", old], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert said.stdout == "Reachmap needs Python 3.11 or newer; this is 2.7.18.\n"
    assert said.returncode == 1
