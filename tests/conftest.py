"""What is tested fast comes first, so that a fault is known before a browser is started."""

from __future__ import annotations

import shutil
import signal
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from geo.files.datafiles import DATA_DIR
from ui.work.pool import worker_pool

# A slow machine is no fault of ours: an example has no deadline, nor has the making of it.
settings.register_profile("patient", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("patient")


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
    worker_pool().close()


@pytest.fixture
def data_dir(tmp_path: Path) -> Path:
    """Return a copy of the tables that a test may break."""
    for path in DATA_DIR.glob("*.csv"):
        shutil.copy(path, tmp_path)
    for folder in ("presets", "stories"):
        shutil.copytree(DATA_DIR / folder, tmp_path / folder)
    return tmp_path
