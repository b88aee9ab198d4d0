"""Saved pages, all of a module in one tab if no other machine is needed; a site of someone else."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser

from tests.browser.machine import Machine
from tests.browser.share.saved import Save, SavedPage, open_file, text_of


def offline(chromium: Browser, folder: Path, **options: Any) -> Machine:
    machine = Machine(chromium, folder.as_uri(), **options)
    machine.context.set_offline(True)
    return machine


@pytest.fixture(scope="module")
def reader(chromium: Browser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Machine]:
    """A machine for the files of a module, with one tab: its process has read the scripts."""
    machine = offline(chromium, tmp_path_factory.getbasetemp())  # which holds each `tmp_path`
    machine.keep()
    yield machine
    machine.close()


@pytest.fixture
def save(chromium: Browser, reader: Machine, tmp_path: Path) -> Iterator[Save]:
    """Save views and open them offline; when the test ends, none may have had a fault."""
    machines = [reader]
    (tab,) = reader.context.pages

    def opened(query: str = "ring=sohae~8000", **options: Any) -> SavedPage:
        path = tmp_path / f"map{len(list(tmp_path.iterdir()))}.html"
        path.write_text(text_of(query), "utf-8")
        if not options:
            return open_file(tab, path, reader.faults)
        machines.append(offline(chromium, tmp_path, **options))
        return open_file(machines[-1].context.new_page(), path, machines[-1].faults)

    yield opened
    tab.unroute_all()
    tab.emulate_media(color_scheme="null")
    own = [fault for machine in machines[1:] for fault in machine.close()]
    assert [*reader.faults.take(), *own] == []


@pytest.fixture
def foreign_site(tmp_path: Path) -> Iterator[tuple[Path, str]]:
    """A folder, and the address at which another origin serves it."""

    class Quiet(SimpleHTTPRequestHandler):
        def log_message(self, *_: object) -> None:
            pass

    handler = partial(Quiet, directory=str(tmp_path))
    server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield tmp_path, f"127.0.0.1:{server.server_address[1]}"
    server.shutdown()
    thread.join()
    server.server_close()
