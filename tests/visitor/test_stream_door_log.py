"""The log is ours: strangers can neither fill it nor write lines of their own into it."""

from __future__ import annotations

import logging
from collections.abc import Iterator

import pytest
from starlette.websockets import WebSocketDisconnect

from tests.roomtools import Clock
from ui.running.logfilter import LINES, RateLimitFilter, keep_log_quiet

LOST = "The fragment with id %s does not exist anymore"


@pytest.fixture
def clock() -> Clock:
    return Clock(now=100.0)


@pytest.fixture
def log(clock: Clock, caplog: pytest.LogCaptureFixture) -> Iterator[logging.Logger]:
    """A logger of somebody else's code, filtered."""
    logger = logging.getLogger("somebody.elses")
    limited = RateLimitFilter(clock)
    logger.addFilter(limited)
    with caplog.at_level(logging.INFO, logger="somebody.elses"):
        yield logger
    logger.removeFilter(limited)


@pytest.mark.parametrize(
    "forged",
    ["x\n2026-11-26 reachmap: all is well", "\r\n\r\nx", "\x1b[2Jx", "a\u2028b", "\u202ex"],
)
def test_line_holds_what_a_visitor_wrote_as_one_line(
    forged: str, log: logging.Logger, caplog: pytest.LogCaptureFixture
) -> None:
    log.info(LOST, forged)
    (said,) = caplog.messages
    assert said.isprintable()
    assert said == LOST % forged.encode("unicode_escape").decode()


def test_line_is_no_longer_than_a_line(
    log: logging.Logger, caplog: pytest.LogCaptureFixture
) -> None:
    log.info(LOST, "A" * 1_000_000)
    assert len(caplog.messages[0]) < 1_100


def test_place_that_is_asked_to_write_thousands_writes_a_few_and_how_many_more(
    log: logging.Logger, caplog: pytest.LogCaptureFixture, clock: Clock
) -> None:
    for _ in range(2):
        for number in range(1_000):
            log.warning("Invalid HTTP request %d", number)
        clock.now += 1_000
    assert len(caplog.messages) == 2 * LINES
    assert caplog.messages[LINES] == f"Invalid HTTP request 0 ({1_000 - LINES} more before)"


def test_places_are_spared_apart(log: logging.Logger, caplog: pytest.LogCaptureFixture) -> None:
    for _ in range(100):
        log.warning("a")
    log.warning("something else")
    assert caplog.messages[-1] == "something else"


@pytest.mark.parametrize(
    "error",
    [RuntimeError('Cannot call "send" once a close message has been sent.'),
     RuntimeError("Unexpected ASGI message 'websocket.send', after sending 'websocket.close'."),
     WebSocketDisconnect(1006)],
    ids=lambda error: type(error).__name__,
)  # fmt: skip
def test_client_that_is_gone_is_no_fault(
    error: Exception, log: logging.Logger, caplog: pytest.LogCaptureFixture
) -> None:
    log.error("Error sending websocket payload", exc_info=error)
    assert caplog.messages == []


def test_fault_of_ours_is_told_with_its_traceback(
    log: logging.Logger, caplog: pytest.LogCaptureFixture
) -> None:
    fault = UnicodeDecodeError("utf-8", b"\xff", 0, 1, "invalid start byte")
    log.error("Exception in ASGI application\n", exc_info=fault)
    log.error("Invalid UTF-8 sequence received from client.", exc_info=fault)
    (record,) = caplog.records
    assert record.getMessage() == "Exception in ASGI application"
    assert record.exc_info is not None
    assert record.exc_info[1] is fault


def test_filter_is_put_on_once() -> None:
    heard = logging.getLogger("uvicorn.error")
    before = len(heard.filters)
    for _ in range(3):
        keep_log_quiet()
    assert len(heard.filters) in (before, before + 1)
    assert any(isinstance(each, RateLimitFilter) for each in heard.filters)
