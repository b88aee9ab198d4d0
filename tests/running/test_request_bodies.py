"""How long the server waits for the body of a request, and clients that hang up."""

from __future__ import annotations

import asyncio
import logging
from typing import Any

import pytest

from tests.running.asgi import Message, reads
from ui.running.bodies import Bodies
from ui.running.tally import Tally

WAITS: Message = {"type": "wait"}
PART: Message = {"type": "http.request", "body": b"a", "more_body": True}
END: Message = {"type": "http.request", "body": b"z", "more_body": False}
GONE: Message = {"type": "http.disconnect"}


async def _post(messages: list[Message], step_s: float, whole_s: float) -> tuple[Bodies, list[Any]]:
    bodies, sent = Bodies(reads, step_s, whole_s), []
    coming = iter(messages)

    async def receive() -> Message:
        message = next(coming)
        if message is WAITS:
            await asyncio.Event().wait()
        await asyncio.sleep(0.02)
        return message

    async def send(message: Message) -> None:
        sent.append(message)

    scope = {
        "type": "http", "method": "POST", "path": "/", "query_string": b"",
        "headers": [(b"content-length", b"9")],
    }  # fmt: skip
    await bodies(scope, receive, send)
    return bodies, sent


@pytest.mark.parametrize(
    ("messages", "step_s", "whole_s", "status"),
    [
        ([PART, END], 9.0, 9.0, 200),
        ([PART, WAITS], 0.1, 9.0, 408),
        ([WAITS], 0.1, 9.0, 408),
        ([PART] * 1000 + [END], 9.0, 0.1, 408),  # a byte now and then
    ],
)
def test_body_is_waited_for_so_long(
    messages: list[Message], step_s: float, whole_s: float, status: int
) -> None:
    _, sent = asyncio.run(_post(messages, step_s, whole_s))
    assert sent[0]["status"] == status


def test_client_that_hangs_up_is_counted_and_raises_nothing() -> None:
    bodies, sent = asyncio.run(_post([PART, GONE], 9.0, 9.0))
    assert sent == []
    assert bodies.hung_up.count == 1


def test_tally_says_one_line(caplog: pytest.LogCaptureFixture) -> None:
    async def count() -> None:
        tally = Tally("%d clients hung up", every_s=0.05)
        for _ in range(900):
            tally.add()
        while not caplog.records:
            await asyncio.sleep(0.01)

    with caplog.at_level(logging.WARNING, "reachmap"):
        asyncio.run(count())
    assert caplog.messages == ["900 clients hung up"]
