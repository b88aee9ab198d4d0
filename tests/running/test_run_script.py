"""`python3 deploy/run.py`: what it says when it cannot, what it mends, and how it ends."""

from __future__ import annotations

import ast
import http.server
import os
import re
import shutil
import signal
import socket
import ssl
import subprocess
import sys
from collections.abc import Callable, Iterator
from importlib.metadata import packages_distributions
from pathlib import Path
from threading import Thread

import pytest

from deploy.environment import IMPORTS, Environment, State
from deploy.setuplock import setup_lock
from tests.setups import PATIENCE_S, Copy, make_copy, make_wheel, serving_pid
from tests.support import ROOT

SERVED = 7  # the exit code of the stub that serves


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Copy:
    """A copy that has been set up; tests take copies of it."""
    copy = make_copy(tmp_path_factory.mktemp("made") / "한글 경로 x")
    code, said = copy.start()
    assert code == SERVED, said
    assert "takes a minute the first time" in said
    return copy


@pytest.fixture
def ready(made: Copy, tmp_path: Path) -> Copy:
    """A project that is set up and was moved since, as projects are."""
    shutil.copytree(made.root, tmp_path / "project", symlinks=True)
    return Copy(tmp_path / "project", made.wheels)


def unmade(ready: Copy) -> Copy:
    """Take the stamp away: the next start fetches packages again."""
    (ready.folder / "reachmap-requirements").unlink()
    shutil.rmtree(ready.packages / "everything-1.0.dist-info")
    return ready


def test_second_start_does_nothing_but_serve(ready: Copy) -> None:
    code, said = ready.start(PIP_FIND_LINKS=os.devnull)
    assert code == SERVED
    assert said.startswith("serving ")
    assert said.rstrip().endswith("run app.py --now")


def _remove_python(copy: Copy) -> None:
    (copy.folder / "bin/python").unlink()
    (copy.folder / "bin/python").symlink_to("/usr/bin/python3.1")  # a system that was upgraded


def _replace_python(copy: Copy) -> None:
    (copy.folder / "bin/python").unlink()
    (copy.folder / "bin/python").write_text("#!/bin/sh\nexit 3\n")
    (copy.folder / "bin/python").chmod(0o755)


DAMAGE: dict[str, Callable[[Copy], object]] = {
    "package gone": lambda copy: shutil.rmtree(copy.packages / "folium"),
    "metadata gone": lambda copy: shutil.rmtree(copy.packages / "everything-1.0.dist-info"),
    "file gone": lambda copy: (copy.packages / "folium/map.py").unlink(),
    "file cut off": lambda copy: (copy.packages / "folium/map.py").write_text(""),
    "all packages gone": lambda copy: shutil.rmtree(copy.packages),
    "Python gone": _remove_python,
    "Python broken": _replace_python,
    "not an environment any more": lambda copy: (copy.folder / "pyvenv.cfg").unlink(),
}


@pytest.mark.parametrize("harm", DAMAGE.values(), ids=DAMAGE.keys())
def test_damage_is_seen(ready: Copy, harm: Callable[[Copy], object]) -> None:
    environment = Environment.of(ready.root)
    assert environment.look().state is State.READY
    harm(ready)
    assert environment.look().state is State.DAMAGED


@pytest.mark.parametrize("name", ["package gone", "Python gone"])
def test_damaged_environment_is_made_again_once_and_serves(ready: Copy, name: str) -> None:
    DAMAGE[name](ready)
    code, said = ready.start()
    assert code == SERVED, said
    assert "is damaged" in said
    assert "made again" in said
    code, said = ready.start()
    assert said.startswith("serving "), "the second start finds nothing to mend"


def test_half_made_environment_is_completed(ready: Copy) -> None:
    (ready.folder / "reachmap-requirements").unlink()
    shutil.rmtree(ready.packages / "folium")  # pip was killed: metadata there, files not
    (ready.packages / "everything-1.0.dist-info/RECORD").unlink()
    code, said = ready.start()
    assert code == SERVED, said
    assert Environment.of(ready.root).look().state is State.READY


def test_other_versions_that_somebody_installed_are_no_damage(ready: Copy, tmp_path: Path) -> None:
    make_wheel(tmp_path / "newer", "1.1")
    pip = [str(ready.folder / "bin/python"), "-m", "pip", "install", "everything==1.1", "-q"]
    subprocess.run(pip, env=ready.environ(PIP_FIND_LINKS=str(tmp_path / "newer")), check=True)
    (ready.packages / "keep me").touch()
    code, said = ready.start()
    assert code == SERVED, said
    assert "damaged" not in said
    assert (ready.packages / "keep me").exists()


def test_stamp_of_an_older_release_is_believed(ready: Copy) -> None:
    stamp = ready.folder / "reachmap-requirements"
    stamp.write_text(stamp.read_text("utf-8").splitlines()[0])
    assert Environment.of(ready.root).look().state in {State.READY, State.OUTDATED}
    code, said = ready.start()
    assert code == SERVED, said


def test_two_starts_at_once(ready: Copy) -> None:
    _, harm = unmade(ready), DAMAGE["package gone"]
    harm(ready)
    starts = [ready.begin("--now") for _ in range(2)]
    said = [each.communicate(timeout=PATIENCE_S)[0] for each in starts]
    assert [each.returncode for each in starts] == [SERVED, SERVED], said
    assert sum("Setting up" in each or "made again" in each for each in said) == 1, said
    assert any("Another start is setting up (process" in each for each in said), said


def test_lock_of_a_dead_start_is_taken_over(tmp_path: Path) -> None:
    folder = tmp_path / "env"
    code = f"from deploy.setuplock import *; l = setup_lock(Path({str(folder)!r})); l.__enter__()"
    killed = f"{code}; import os; os.kill(os.getpid(), 9)"
    ended = subprocess.run([sys.executable, "-c", killed], cwd=ROOT, check=False)
    assert ended.returncode == -signal.SIGKILL
    assert folder.with_name("env.lock").read_text().strip().isdigit()
    with setup_lock(folder) as held:
        assert held is not None


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP, signal.SIGKILL])
def test_killed_in_mid_set_up_and_started_again(ready: Copy, number: int) -> None:
    unmade(ready)
    with socket.create_server(("127.0.0.1", 0)) as index:  # it takes a connection and is silent
        index.settimeout(PATIENCE_S)
        process = ready.begin(PIP_INDEX_URL=f"http://127.0.0.1:{index.getsockname()[1]}/simple")
        assert process.stdout is not None
        assert "Setting up" in process.stdout.readline()
        asked, _ = index.accept()
        os.kill(process.pid, number)
        if number == signal.SIGKILL:
            asked.close()  # its pip lives on, and the next start waits for that
        said, _ = process.communicate(timeout=PATIENCE_S)
        asked.close()
    if number != signal.SIGKILL:
        assert process.returncode == 128 + number
        assert said.strip() == "stopped; the next start completes the set-up"
    code, said = ready.start()
    assert code == SERVED, said


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_stop_in_mid_set_up_leaves_no_program_behind(ready: Copy, number: int) -> None:
    """`-m venv` starts ensurepip, and that starts pip: nobody waits for them."""
    shutil.rmtree(ready.folder)
    process = ready.begin()
    while len(_session_of(process)) < 3:
        assert process.poll() is None
    process.send_signal(number)
    process.wait(PATIENCE_S)
    assert _session_of(process) == []
    said, _ = process.communicate(timeout=PATIENCE_S)
    assert process.returncode == 128 + number
    assert said.rstrip().endswith("stopped; the next start completes the set-up")


def _session_of(process: subprocess.Popen[str]) -> list[str]:
    """Return the programs that run in a session, those that have ended left out."""
    asked = ["ps", "-s", str(process.pid), "-o", "stat=,args="]
    lines = subprocess.run(asked, capture_output=True, text=True, check=False).stdout.splitlines()
    return [line for line in lines if not line.startswith("Z")]


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


def test_environment_elsewhere(ready: Copy, tmp_path: Path) -> None:
    ready.folder.rename(tmp_path / "elsewhere")
    code, said = ready.start(REACHMAP_VENV=str(tmp_path / "elsewhere"))
    assert code == SERVED
    assert said.startswith("serving ")
    assert not ready.folder.exists()


def test_folder_with_other_things_is_never_emptied(ready: Copy, tmp_path: Path) -> None:
    other = tmp_path / "photos"
    other.mkdir()
    (other / "mine.jpg").touch()
    code, said = ready.start(REACHMAP_VENV=str(other))
    assert code == 1
    assert "name an empty folder" in said
    assert (other / "mine.jpg").exists()


def test_what_serves_is_the_process_that_was_started(ready: Copy) -> None:
    """So that whoever stops or kills it leaves nobody behind."""
    process = ready.begin("--server.port", "1")
    assert process.stdout is not None
    said = process.stdout.readline()
    assert serving_pid(said) == process.pid
    assert said.rstrip().endswith("run app.py --server.port 1")
    process.send_signal(signal.SIGINT)
    rest, _ = process.communicate(timeout=PATIENCE_S)
    assert rest == "stopped\n"
    assert process.returncode == 128 + signal.SIGINT


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
