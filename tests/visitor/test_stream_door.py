"""One socket cannot make everybody wait: frames have a pace before anybody looks into them."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Awaitable, Callable, Iterable, MutableMapping
from functools import partial
from itertools import count, islice, repeat
from typing import Any

import pytest
from streamlit.proto.BackMsg_pb2 import BackMsg

from tests.roomtools import Clock
from ui.visitor.ratelimit import TokenBucket, TokenBuckets
from ui.visitor.streamdoor import StreamDoor, readable
from ui.visitor.streampace import PacedFrames

Message = MutableMapping[str, Any]
CONNECT: Message = {"type": "websocket.connect"}
GONE: Message = {"type": "websocket.disconnect", "code": 1001}
SCOPE = {"type": "websocket", "path": "/_stcore/stream", "client": ("192.0.2.1", 1), "headers": []}
HEARTBEAT = BackMsg(app_heartbeat=True).SerializeToString()
FRAGMENT = "0123456789abcdef0123456789abcdef"


def frame(content: bytes) -> Message:
    return {"type": "websocket.receive", "bytes": content}


def rerun(**fields: Any) -> BackMsg:
    message = BackMsg()
    message.rerun_script.SetInParent()
    for name, value in fields.items():
        if isinstance(value, list):
            getattr(message.rerun_script, name).extend(value)
        else:
            setattr(message.rerun_script, name, value)
    return message


class Sender:
    """A client whose frames are all there already, as after a flood; then it is silent."""

    def __init__(self, messages: Iterable[Message]) -> None:
        self._messages = iter(messages)
        self.read = 0

    async def receive(self) -> Message:
        for message in self._messages:
            self.read += 1
            return message
        await asyncio.Event().wait()
        raise AssertionError


def numbered(count: int) -> list[Message]:
    return [frame(str(number).encode()) for number in range(count)]


async def heard(frames: PacedFrames, count: int) -> list[bytes]:
    return [(await frames.next())["bytes"] for _ in range(count)]


def test_frames_beyond_the_burst_wait_in_order_and_none_is_lost() -> None:
    async def run() -> tuple[list[bytes], float]:
        frames = PacedFrames(Sender(numbered(30)).receive, TokenBucket(100, 10))
        begun = time.monotonic()
        return await heard(frames, 30), time.monotonic() - begun

    told, seconds = asyncio.run(run())
    assert told == [str(number).encode() for number in range(30)]
    assert seconds >= 0.19  # twenty beyond the burst, at 100 a second


def test_page_that_changes_once_a_second_never_waits() -> None:
    clock = Clock()
    bucket = TokenBucket(25, 60, clock)
    for _ in range(1_000):
        clock.now += 1
        assert bucket.queue_s() == 0


def test_those_who_share_a_pace_have_turns_one_after_the_other() -> None:
    bucket = TokenBucket(100, 1, Clock())
    assert [bucket.queue_s() for _ in range(4)] == pytest.approx([0, 0.01, 0.02, 0.03])
    assert bucket.queue_s(10) == pytest.approx(0.04)
    assert bucket.queue_s() == pytest.approx(0.14)


def test_pace_of_an_address_is_one_for_all_its_sockets_and_few_addresses_are_kept() -> None:
    buckets = TokenBuckets(1, 1, known=2)
    first = buckets.of("a")
    assert buckets.of("b") is not first
    assert buckets.of("a") is first
    buckets.of("c")  # "b" is forgotten, for "a" was asked for since
    assert buckets.of("a") is first


def test_long_frame_counts_as_several() -> None:
    async def run() -> float:
        long = [frame(b"x" * 200_000), frame(b"x")]
        frames = PacedFrames(Sender(long).receive, TokenBucket(100, 1))
        begun = time.monotonic()
        await heard(frames, 2)
        return time.monotonic() - begun

    assert asyncio.run(run()) >= 0.1


def test_browser_that_leaves_while_its_frames_wait_is_not_waited_for() -> None:
    async def run() -> Message:
        frames = PacedFrames(Sender([*numbered(3), GONE]).receive, TokenBucket(0.2, 2))
        await heard(frames, 2)
        async with asyncio.timeout(20):
            return await frames.next()

    assert asyncio.run(run()) == GONE


async def passes(messages: Iterable[Message]) -> tuple[list[Message], int]:
    """Put messages through the door; return what Streamlit hears, and how many were read."""
    sender = Sender(messages)
    told: list[Message] = []

    async def streamlit(scope: Any, receive: Callable[[], Awaitable[Message]], send: Any) -> None:
        while not told or told[-1]["type"] != "websocket.disconnect":
            told.append(await receive())

    async def send(message: Message) -> None:
        raise AssertionError(message)

    async with asyncio.timeout(20):
        await StreamDoor(streamlit)(SCOPE, sender.receive, send)
    return told, sender.read


def test_run_of_the_whole_page_counts_as_five_of_its_part(monkeypatch: pytest.MonkeyPatch) -> None:
    # In hardly any time, or a machine that stops for a moment would find the bucket fuller.
    hardly_any = partial(TokenBucket, clock=count(step=1e-6).__next__)
    monkeypatch.setattr("ui.visitor.streamdoor.TokenBucket", hardly_any)

    def told(message: BackMsg) -> int:
        sent = [*[frame(message.SerializeToString())] * 60, GONE]
        return len(asyncio.run(passes(sent))[0]) - 1

    assert told(rerun(fragment_id=FRAGMENT)) == 60
    assert 10 < told(rerun()) < 20  # its sender is gone before the others have their turn


BAD_STATES = rerun()
for number in range(200):
    BAD_STATES.rerun_script.widget_states.widgets.add(id=f"x{number}").json_value = "{bad"


@pytest.mark.parametrize(
    "content",
    [HEARTBEAT, rerun(query_string="ring=sohae~8000").SerializeToString(), b"\xff\xff", b"",
     BackMsg(clear_cache=True).SerializeToString(), BAD_STATES.SerializeToString()],
    ids=["heartbeat", "rerun", "no protocol", "empty", "not ours", "bad states"],
)  # fmt: skip
def test_socket_that_floods_is_hung_up_on_before_much_is_read(content: bytes) -> None:
    flood = [CONNECT, *islice(repeat(frame(content)), 20_000), GONE]
    told, read = asyncio.run(passes(flood))
    assert read < 400
    assert len(told) < 100
    assert told[-1]["type"] == "websocket.disconnect"
    assert told[-1] != GONE


def test_frame_with_more_states_than_a_page_has_components_is_dropped() -> None:
    message = rerun()
    for number in range(32):
        message.rerun_script.widget_states.widgets.add(id=f"a{number}").json_value = "{}"
    assert readable(message.SerializeToString()) == message.SerializeToString()
    message.rerun_script.widget_states.widgets.add(id="b").json_value = "{}"
    assert readable(message.SerializeToString()) is None


@pytest.mark.parametrize(
    "fragment", ["x\n2026-11-26 FAKE", "a" * 65, "ABCDEF", "\x1b[2J", "0123 4"]
)
def test_fragment_that_no_page_has_is_not_asked_for(fragment: str) -> None:
    assert readable(rerun(fragment_id=fragment).SerializeToString()) is None
    good = rerun(fragment_id=FRAGMENT).SerializeToString()
    assert readable(good) == good


@pytest.mark.parametrize(
    ("field", "value"),
    [("page_script_hash", "x\nFAKE"), ("page_script_hash", "a" * 65),
     ("page_name", "lesson\nFAKE"), ("page_name", "a" * 201), ("page_name", "\u202efake"),
     ("query_string", "a" * 64_001), ("query_string", "&" * 1_000),
     ("cached_message_hashes", ["a", "x\nFAKE"]), ("cached_message_hashes", ["a"] * 513)],
    ids=lambda part: str(part)[:20],
)  # fmt: skip
def test_field_that_no_page_sends_is_taken_out_and_the_rest_passed_on(
    field: str, value: str | list[str]
) -> None:
    message = rerun(fragment_id=FRAGMENT, **{field: value})
    message.rerun_script.widget_states.widgets.add(id="a").json_value = "{}"
    message.rerun_script.ClearField(field)
    expected = message.SerializeToString()
    sent = BackMsg.FromString(expected)
    sent.MergeFrom(rerun(**{field: value}))
    assert readable(sent.SerializeToString()) == expected


@pytest.mark.parametrize(
    ("field", "value"),
    [("timezone", "Asia/Seoul\nFAKE"), ("locale", "k" * 201), ("color_scheme", "\0"),
     ("url", "http://a/\n"), ("url", "a" * 64_001)],
    ids=lambda part: str(part)[:20],
)  # fmt: skip
def test_context_that_no_browser_tells_is_taken_out(field: str, value: str) -> None:
    message = rerun()
    setattr(message.rerun_script.context_info, field, value)
    left = BackMsg.FromString(readable(message.SerializeToString()) or b"")
    assert getattr(left.rerun_script.context_info, field) == ""


@pytest.mark.parametrize(
    "fields",
    [{"page_name": "lesson", "page_script_hash": FRAGMENT}, {"page_name": "\uc218\uc5c5"},
     {"query_string": "ring=sohae~8000&lang=ko"}, {"cached_message_hashes": [FRAGMENT] * 300}],
    ids=str,
)  # fmt: skip
def test_what_a_page_sends_is_passed_on_byte_by_byte(fields: dict[str, Any]) -> None:
    message = rerun(fragment_id=FRAGMENT, **fields)
    context = message.rerun_script.context_info
    context.locale, context.timezone = "ko-KR", "Asia/Seoul"
    context.url = "http://localhost:8501/lesson?ring=sohae~8000"
    assert readable(message.SerializeToString()) == message.SerializeToString()


def test_state_of_a_component_with_a_forged_name_is_dropped() -> None:
    message = rerun()
    for id_ in ("$$ID-0a-controls", "x\nFAKE", "a" * 201):
        message.rerun_script.widget_states.widgets.add(id=id_).json_value = "{}"
    left = BackMsg.FromString(readable(message.SerializeToString()) or b"")
    assert [each.id for each in left.rerun_script.widget_states.widgets] == ["$$ID-0a-controls"]
