"""A copy of the project that has been set up, for tests of its start."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tests.setups import SERVED, Copy, make_copy


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Copy:
    """A copy that has been set up; tests take copies of it."""
    copy = make_copy(tmp_path_factory.mktemp("made") / "한글 경로 x")
    code, said = copy.start()
    assert code == SERVED, said
    assert "takes a minute the first time" in said
    return copy


@pytest.fixture
def ready(made: Copy, tmp_path: Path) -> Copy:
    """A project that is set up and was moved since, as projects are."""
    shutil.copytree(made.root, tmp_path / "project", symlinks=True)
    return Copy(tmp_path / "project", made.wheels)
