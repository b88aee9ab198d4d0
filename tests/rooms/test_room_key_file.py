"""The server's key: kept in a file, shared by starts at once, mended when it is damaged."""

from __future__ import annotations

import logging
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from ui.rooms.key import server_key


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / ".reachmap" / "key"


def test_key_outlives_a_restart_and_is_for_its_owner_alone(file: Path) -> None:
    key = server_key(file, {})
    assert len(key) == 32
    assert server_key(file, {}) == key
    assert file.stat().st_mode & 0o777 == 0o600
    assert file.parent.stat().st_mode & 0o077 == 0


def test_starts_at_once_share_one_key(file: Path) -> None:
    with ThreadPoolExecutor(16) as starts:
        keys = list(starts.map(lambda _: server_key(file, {}), range(64)))
    assert len(set(keys)) == 1


@pytest.mark.parametrize("text", [b"", b"abc", b"g" * 64, b"\xff\x00" * 40, b"0" * 4_000_000])
def test_damaged_key_is_said_and_replaced(
    text: bytes, file: Path, caplog: pytest.LogCaptureFixture
) -> None:
    file.parent.mkdir()
    file.write_bytes(text)
    key = server_key(file, {})
    assert len(key) == 32
    assert server_key(file, {}) == key
    assert file.with_name("key.damaged").read_bytes() == text
    said = [each.getMessage() for each in caplog.records if "damaged" in each.getMessage()]
    assert len(said) == 1
    assert str(file) in said[0]


def test_key_that_others_could_read_is_closed_to_them(
    file: Path, caplog: pytest.LogCaptureFixture
) -> None:
    key = server_key(file, {})
    file.chmod(0o644)
    assert server_key(file, {}) == key
    assert file.stat().st_mode & 0o777 == 0o600
    assert "only its owner" in caplog.text


def test_key_of_the_environment_needs_no_file(file: Path, caplog: pytest.LogCaptureFixture) -> None:
    given = {"REACHMAP_KEY": "a long text that nobody can guess, drawn at random"}
    assert server_key(file, given) == server_key(file, given)
    assert server_key(file, given) != server_key(file, {"REACHMAP_KEY": "x" * 50})
    assert not file.exists()
    assert caplog.text == ""
    server_key(file, {"REACHMAP_KEY": "hunter2"})
    assert "REACHMAP_KEY has 7 characters" in caplog.text
    assert "hunter2" not in caplog.text


@pytest.mark.parametrize("state", ["folder is a file", "key is a folder"])
def test_without_a_place_to_write_there_is_one_line_that_says_what_to_set(
    state: str, file: Path, caplog: pytest.LogCaptureFixture
) -> None:
    if state == "folder is a file":
        file.parent.write_text("")
    else:
        file.mkdir(parents=True)
    with caplog.at_level(logging.INFO):
        assert len(server_key(file, {})) == 32
    (said,) = [each.getMessage() for each in caplog.records]
    assert "after a restart" in said
    assert "REACHMAP_KEY" in said
