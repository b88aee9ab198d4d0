"""A visitor with Firefox, and one with WebKit, which is Safari's; all else is tried in Chromium."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.browser.conftest import OpenEngine
from tests.browser.engines import Tab
from tests.browser.engines.played import DESKTOP


@pytest.fixture(params=["firefox", "webkit"])
def tab(request: pytest.FixtureRequest, engine: OpenEngine) -> Tab:
    return engine(request.param)


@pytest.fixture
def phone(tab: Tab) -> Iterator[Tab]:
    tab.resize(390, 844)
    yield tab
    tab.resize(DESKTOP["width"], DESKTOP["height"])
