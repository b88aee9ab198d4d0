"""Set up what Reachmap needs in .venv and run it: `python3 deploy/run.py`.

Works with Python 3.11 or newer on Linux, macOS and Windows, without root (on a
bare Debian, root is used to add python3-venv if it is missing). The
first start needs the network to fetch packages; every later one does not.
Arguments are handed to Streamlit, such as `--server.port 8502`.
"""

from __future__ import annotations

import hashlib
import importlib.util
import os
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
PYTHON = VENV / ("Scripts/python.exe" if sys.platform == "win32" else "bin/python")
STAMP = VENV / "reachmap-requirements"  # which requirements.txt is installed


def main() -> int:
    """Install on the first start or when requirements.txt changed, then serve."""
    if sys.version_info < (3, 11):  # noqa: UP036  # it may be started by any Python
        print(f"Reachmap needs Python 3.11 or newer; this is {sys.version.split()[0]}.")
        return 1
    requirements = ROOT / "requirements.txt"
    wanted = hashlib.sha256(requirements.read_bytes()).hexdigest()
    try:
        if not STAMP.exists() or STAMP.read_text() != wanted:
            print("Setting up Reachmap; this takes a minute the first time.", flush=True)
            add_venv_to_bare_debian()
            subprocess.run([sys.executable, "-m", "venv", VENV], check=True)
            install = [PYTHON, "-m", "pip", "install", "--disable-pip-version-check", "--quiet"]
            subprocess.run([*install, "-r", requirements], check=True)
            STAMP.write_text(wanted)
    except (subprocess.CalledProcessError, OSError) as error:
        print(f"Set-up failed: {error}")
        print("On Debian and Ubuntu, `sudo apt install python3-venv` may help; then start again.")
        return 1
    command = [PYTHON, "-m", "streamlit", "run", "app.py", *sys.argv[1:]]
    try:
        return subprocess.run(command, cwd=ROOT, check=False).returncode
    except KeyboardInterrupt:  # the usual way to stop a server
        return 0


def add_venv_to_bare_debian() -> None:
    """Debian ships Python without venv; only root can add it, and only then it is tried."""
    is_missing = importlib.util.find_spec("ensurepip") is None
    apt_get = shutil.which("apt-get")
    if is_missing and apt_get and os.geteuid() == 0:
        subprocess.run([apt_get, "update", "-qq"], check=True)
        subprocess.run([apt_get, "install", "-y", "-qq", "python3-venv"], check=True)


if __name__ == "__main__":
    sys.exit(main())
