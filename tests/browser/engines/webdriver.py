"""WebKitGTK's driver on a display of its own, and what is said to it: the W3C protocol in JSON."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import time
import urllib.error
import urllib.request
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from tests.browser.engines.tab import DEADLINE_S, EngineError
from tests.browser.server import free_port, stop

SCREEN = "1800x1400x24"
ANSWER_S = 90.0
# Its own bar would keep MiniBrowser's window from being as narrow as a phone.
NO_BAR = "toolbar *, headerbar *, box > entry { min-width: 0; padding: 0; margin: 0; border: 0; }"


class WebKitDriver:
    """The driver and its display; they serve all tests of a process, one session after another."""

    def __init__(self, home: Path) -> None:
        """Start both; what WebKit keeps and says goes into `home`."""
        driver, screen = _found("WebKitWebDriver"), _found("Xvfb")
        (home / "gtk-3.0").mkdir(parents=True)
        (home / "gtk-3.0" / "gtk.css").write_text(NO_BAR, "utf-8")
        self.log = home / "console.txt"
        self._output = self.log.open("wb")
        self._screen = subprocess.Popen(
            [screen, "-displayfd", "1", "-screen", "0", SCREEN, "-nolisten", "tcp"],
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
        )
        assert self._screen.stdout is not None
        self.display = self._screen.stdout.readline().decode().strip()  # said when it is ready
        port = free_port()
        self._url = f"http://127.0.0.1:{port}"
        self._driver = subprocess.Popen(
            [driver, f"--port={port}"],
            env=_environment(home, self.display),
            cwd=home,
            stdout=self._output,
            stderr=subprocess.STDOUT,
        )

    def begin(self) -> str:
        """Open a MiniBrowser with nothing kept from before; return its session's path."""
        options = {"binary": _minibrowser(), "args": _ARGUMENTS}
        wanted = {"capabilities": {"alwaysMatch": {"webkitgtk:browserOptions": options}}}
        end = time.monotonic() + DEADLINE_S
        while True:
            try:
                return f"/session/{self.ask('POST', '/session', wanted)['sessionId']}"
            except OSError:  # the driver is not up yet
                if time.monotonic() > end or self._driver.poll() is not None:
                    raise
                time.sleep(0.05)

    def ask(self, method: str, path: str, content: Mapping[str, Any] | None = None) -> Any:
        """Send a command and return the value of its answer."""
        body = None if method in ("GET", "DELETE") else json.dumps(content or {}).encode()
        headers = {"Content-Type": "application/json"}
        request = urllib.request.Request(  # noqa: S310  # this machine
            f"{self._url}{path}", body, headers, method=method
        )
        opener = urllib.request.build_opener(urllib.request.ProxyHandler({}))
        try:
            with opener.open(request, timeout=ANSWER_S) as answer:
                return json.load(answer)["value"]
        except urllib.error.HTTPError as error:
            told = json.loads(error.read() or b"{}").get("value") or {}
            said = f"{told.get('error')}: {told.get('message')}"
            raise EngineError(f"WebKit {method} {path}: {said}") from None

    def close(self) -> None:
        """End both processes."""
        for process in (self._driver, self._screen):
            stop(process)
            if process.stdout is not None:
                process.stdout.close()
        self._output.close()


_ARGUMENTS = [
    "--automation",
    "--full-screen",
    "--enable-write-console-messages-to-stdout=true",
    "--proxy=http://127.0.0.1:9",  # no other machine is reached
    "--ignore-host=127.0.0.1",
    "--ignore-host=localhost",
]


def _found(program: str) -> str:
    path = shutil.which(program)
    if not path:
        raise EngineError(f"no {program}: install webkit2gtk-driver and xvfb")
    return path


def _minibrowser() -> str:
    named = os.environ.get("REACHMAP_MINIBROWSER")
    beside_library = Path("/usr/lib").glob("*/webkit2gtk-4.1/MiniBrowser")
    found = named or next(map(str, beside_library), None)
    if not found:
        raise EngineError("no MiniBrowser: install libwebkit2gtk-4.1-0")
    return found


def _environment(home: Path, display: str) -> dict[str, str]:
    kept = {k: v for k, v in os.environ.items() if k not in ("DISPLAY", "WAYLAND_DISPLAY")}
    return kept | {
        "DISPLAY": f":{display}",
        "GDK_BACKEND": "x11",
        "HOME": str(home),
        "XDG_CONFIG_HOME": str(home),
        "XDG_DATA_HOME": str(home / "data"),
        "XDG_CACHE_HOME": str(home / "cache"),
        "NO_AT_BRIDGE": "1",
        # Its threads that paint, or put layers together, by OpenGL crash now and then where that is
        # done in software, in swrast_dri.so: then every later test of the tab fails.
        "WEBKIT_SKIA_ENABLE_CPU_RENDERING": "1",
        "WEBKIT_DISABLE_COMPOSITING_MODE": "1",
        "no_proxy": "127.0.0.1,localhost",
        "LANG": "en_US.UTF-8",  # in C, numbers have no commas
        "LC_ALL": "",
    }
