"""What is tested fast comes first, so that a fault is known before a browser is started."""

from __future__ import annotations

import signal

import pytest

from ui.drawers import drawers


def pytest_configure() -> None:
    """Hear what a shell may have had us ignore (`nohup`, `&`): what tests start inherits it."""
    for name, heard in (("SIGINT", signal.default_int_handler), ("SIGHUP", signal.SIG_DFL)):
        number = getattr(signal, name, None)  # Windows has no SIGHUP
        if number and signal.getsignal(number) is signal.SIG_IGN:
            signal.signal(number, heard)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    items.sort(key=lambda item: "browser" in item.path.parts)


def pytest_sessionfinish() -> None:
    """End the processes that drew pictures for the tests."""
    drawers().close()
