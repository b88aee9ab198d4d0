"""A server of class rooms that the tests of one file share."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.roomtools import School, school


@pytest.fixture(scope="module")
def server() -> Iterator[School]:
    with school(prove_s=2.5, count_every_s=0.01, bars_every_s=0.01) as shared:
        yield shared
