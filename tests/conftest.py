"""What is tested fast comes first, so that a fault is known before a browser is started."""

from __future__ import annotations

import pytest

from ui.drawers import drawers


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    items.sort(key=lambda item: "browser" in item.path.parts)


def pytest_sessionfinish() -> None:
    """End the processes that drew pictures for the tests."""
    drawers().close()
