"""Files of the truth page, handed to it without a server: Leaflet from PyPI, the rest from npm."""

from __future__ import annotations

import mimetypes
import shutil
import subprocess
from pathlib import Path

from playwright.sync_api import Page, Route
from xstatic.pkg import leaflet

from benchmarks.servers import ROOT

HERE = Path(__file__).parent
CACHE = HERE.parent / ".cache" / "truth"
ADDRESS = "http://127.0.0.1:9"  # the discard port: every answer comes from the route below
OURS = ROOT / "ui" / "web"

# Cross-origin isolation gives performance.now() steps of 5 microseconds in place of 100.
ISOLATED = {
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Embedder-Policy": "require-corp",
}


def fetch_packages() -> Path:
    """Install the pinned npm packages into a git-ignored folder, once; its node_modules."""
    wanted = (HERE / "package.json").read_text()
    kept = CACHE / "package.json"
    modules = CACHE / "node_modules"
    if modules.is_dir() and kept.read_text() == wanted:
        return modules
    CACHE.mkdir(parents=True, exist_ok=True)
    npm = shutil.which("npm")
    if npm is None:
        raise FileNotFoundError("npm is needed to fetch the drawings that are compared")
    kept.write_text(wanted)
    quiet = ["--ignore-scripts", "--no-audit", "--no-fund", "--no-package-lock"]
    subprocess.run([npm, "install", *quiet], cwd=CACHE, check=True, capture_output=True)
    return modules


def find(path: str) -> Path | None:
    """The file behind a path of the page."""
    folders = {
        "leaflet": Path(leaflet.BASE_DIR),
        "npm": CACHE / "node_modules",
        "ours": OURS,
    }
    first, _, rest = path.strip("/").partition("/")
    file = folders[first] / rest if first in folders else HERE / path.strip("/")
    return file if file.is_file() else None


def hand_out(route: Route) -> None:
    """Answer a request of the page from disk; nothing else is reachable."""
    address, _, path = route.request.url.partition(ADDRESS)
    file = None if address else find(path)
    if file is None:
        route.abort()
        return
    kind = mimetypes.guess_type(file.name)[0] or "text/plain"
    route.fulfill(body=file.read_bytes(), content_type=kind, headers=ISOLATED)


def open_page(page: Page) -> bool:
    """Load the truth page; whether Reachmap's own drawing was there to load too."""
    fetch_packages()
    page.route("**/*", hand_out)
    page.goto(f"{ADDRESS}/page.html")
    page.wait_for_function("window.truth")
    if not (OURS / "earth/ringshapes.js").is_file():
        return False
    page.evaluate(f"truth.addOurs('{ADDRESS}/ours')")
    return True
