"""Filter before Streamlit's socket: it looks at what a browser sends before Streamlit does.

Streamlit's own readers raise for states that are no JSON, or are nested without end, and one
message of any visitor empties the caches of all. So a frame is passed on only if it is one that a
page of ours could send, and not faster than one could; what cannot be read is taken out of it.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, Final

from google.protobuf.message import DecodeError
from streamlit.proto.BackMsg_pb2 import BackMsg

from ui.visitor.clientaddress import client_address
from ui.visitor.fromvisitor import dropped, is_state
from ui.visitor.ratelimit import TokenBucket, TokenBuckets
from ui.visitor.streampace import ADDRESS_BURST, ADDRESS_PER_S, BURST, PER_S, WHOLE_RUN, PacedFrames

if TYPE_CHECKING:
    from collections.abc import Iterator

    from starlette.types import ASGIApp, Message, Receive, Scope, Send
    from streamlit.proto.ClientState_pb2 import ClientState
    from streamlit.proto.WidgetStates_pb2 import WidgetState

_STREAM: Final = "/_stcore/stream"
_MAX_FRAME_BYTES: Final = 250_000  # a page of ours sends a tenth
_MAX_STATES: Final = 32  # it has five components
_MAX_QUERY_CHARS: Final = 64_000  # the longest address that this server reads
_MAX_PAIRS: Final = 1_000  # beyond that Streamlit reads none, and says so in the log
_MAX_HASHES: Final = 512
_MAX_NAME_CHARS: Final = 200
_MARK: Final = re.compile(r"[0-9a-f]{0,64}")  # as Streamlit marks fragments, scripts and messages
_KINDS: Final = frozenset(("rerun_script", "stop_script", "app_heartbeat", "load_git_info"))
# Our pages have components only: whoever adds a widget of Streamlit's adds its kind here.
_JSON: Final = ("json_value", "json_trigger_value")


class StreamDoor:
    """ASGI middleware over Streamlit's WebSocket."""

    def __init__(self, app: ASGIApp) -> None:
        """Wrap an application."""
        self.app = app
        self._addresses = TokenBuckets(ADDRESS_PER_S, ADDRESS_BURST)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass everything on, frames of Streamlit's socket only as far as they can be read."""
        if scope["type"] != "websocket" or not scope["path"].endswith(_STREAM):
            await self.app(scope, receive, send)
            return
        address = self._addresses.of(client_address(scope))
        frames = PacedFrames(receive, TokenBucket(PER_S, BURST), address)

        async def receive_readable() -> Message:
            while True:
                message = await frames.next()
                if message["type"] != "websocket.receive":
                    return message
                frame = readable(message.get("bytes"))
                if frame is not None:
                    if _runs_whole_page(frame):
                        frames.charge(WHOLE_RUN - 1)
                    return {"type": "websocket.receive", "bytes": frame}

        await self.app(scope, receive_readable, send)


def readable(frame: bytes | None) -> bytes | None:
    """Return a frame without what cannot be read in it, None if nothing is left of it."""
    if frame is None or len(frame) > _MAX_FRAME_BYTES:
        dropped.warn("a frame of a visitor was dropped: text, or too long")
        return None
    message = BackMsg()
    try:
        message.ParseFromString(frame)
    except DecodeError:
        dropped.warn("a frame of a visitor was dropped: not Streamlit's protocol")
        return None
    if message.WhichOneof("type") not in _KINDS:
        dropped.warn("a frame of a visitor was dropped: asks for what no page of ours does")
        return None
    if message.WhichOneof("type") != "rerun_script":
        return frame
    asked = message.rerun_script
    if len(asked.widget_states.widgets) > _MAX_STATES or not _MARK.fullmatch(asked.fragment_id):
        dropped.warn("a frame of a visitor was dropped: names what no page of ours has")
        return None
    return frame if _is_plain(asked) else bytes(message.SerializeToString())


def _runs_whole_page(frame: bytes) -> bool:
    message = BackMsg.FromString(frame)
    return message.WhichOneof("type") == "rerun_script" and not message.rerun_script.fragment_id


def _is_plain(asked: ClientState) -> bool:
    """Take out what no page of ours sends; return whether there was nothing to take."""
    widgets = asked.widget_states.widgets
    unreadable = [index for index, state in enumerate(widgets) if not _is_readable(state)]
    for index in reversed(unreadable):
        del widgets[index]
    wrong = [*_wrong_fields(asked)]
    for fields, name in wrong:
        fields.ClearField(name)
    if unreadable:
        dropped.warn("a component's state from a visitor was dropped: cannot be read")
    if wrong:
        dropped.warn("a part of a visitor's frame was dropped: not what a page of ours sends")
    return not unreadable and not wrong


def _wrong_fields(asked: ClientState) -> Iterator[tuple[Any, str]]:
    """Yield what is too long or has signs that would forge lines in a log."""
    query, hashes, context = asked.query_string, asked.cached_message_hashes, asked.context_info
    if len(query) > _MAX_QUERY_CHARS or query.count("&") >= _MAX_PAIRS:
        yield asked, "query_string"
    if not _MARK.fullmatch(asked.page_script_hash):
        yield asked, "page_script_hash"
    if not _is_name(asked.page_name):
        yield asked, "page_name"
    if len(hashes) > _MAX_HASHES or not all(map(_MARK.fullmatch, hashes)):
        yield asked, "cached_message_hashes"
    for name in ("timezone", "locale", "color_scheme"):
        if not _is_name(getattr(context, name)):
            yield context, name
    if len(context.url) > _MAX_QUERY_CHARS or not context.url.isprintable():
        yield context, "url"


def _is_name(text: str) -> bool:
    return len(text) <= _MAX_NAME_CHARS and text.isprintable()


def _is_readable(state: WidgetState) -> bool:
    kind = state.WhichOneof("value")
    return kind in _JSON and _is_name(state.id) and is_state(getattr(state, kind))
