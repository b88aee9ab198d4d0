"""File descriptors: the limit is raised, and what is made before they run out."""

from __future__ import annotations

import asyncio
import errno
import selectors
import subprocess
import sys

import pytest

from tests.support import ROOT
from ui.running.descriptors import raise_limit, save_descriptors


def test_session_is_made_when_no_descriptor_is_left(monkeypatch: pytest.MonkeyPatch) -> None:
    """Loops of its own, three descriptors each, were a traceback in a burst of connections."""
    from streamlit.runtime import app_session  # noqa: PLC0415  # takes a second

    def none_left() -> None:
        raise OSError(errno.EMFILE, "Too many open files")

    monkeypatch.setattr(app_session, "asyncio", asyncio)
    save_descriptors()
    monkeypatch.setattr(selectors, "DefaultSelector", none_left)
    monkeypatch.setattr(asyncio, "new_event_loop", none_left)
    loop = app_session.asyncio.new_event_loop()
    assert not loop.is_closed()
    assert app_session.asyncio.all_tasks is asyncio.all_tasks
    loop.close()


def test_soft_limit_is_raised_to_the_hard_one() -> None:
    code = "from ui.running.descriptors import raise_limit; print(raise_limit())"
    limits = 'ulimit -S -n 100; ulimit -H -n 300; exec "$@"'
    asked = ["sh", "-c", limits, "sh", sys.executable, "-c", code]
    said = subprocess.run(asked, cwd=ROOT, capture_output=True, text=True, check=True)
    assert said.stdout == "300\n"


def test_macos_names_a_limit_that_it_refuses(monkeypatch: pytest.MonkeyPatch) -> None:
    import resource  # noqa: PLC0415  # of POSIX alone

    now = [256, resource.RLIM_INFINITY]

    def refuse(_: int, limits: tuple[int, int]) -> None:
        if limits[0] > 10_240:
            raise ValueError("current limit exceeds maximum limit")
        now[:] = limits

    monkeypatch.setattr(resource, "getrlimit", lambda _: tuple(now))
    monkeypatch.setattr(resource, "setrlimit", refuse)
    assert raise_limit() == 10_240
