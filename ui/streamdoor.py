"""Looks at what a browser sends to Streamlit before Streamlit does.

Streamlit's own readers raise for states that are no JSON, or are nested without end, and one
message of any visitor empties the caches of all. So a frame is passed on only if it is one that a
page of ours could send; a state that cannot be read is taken out of it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from google.protobuf.message import DecodeError
from streamlit.proto.BackMsg_pb2 import BackMsg

from ui.fromvisitor import dropped, is_state

if TYPE_CHECKING:
    from starlette.types import ASGIApp, Message, Receive, Scope, Send
    from streamlit.proto.WidgetStates_pb2 import WidgetState

_STREAM: Final = "/_stcore/stream"
_MAX_FRAME_BYTES: Final = 1_000_000  # a page of ours sends a hundredth
_KINDS: Final = frozenset(("rerun_script", "stop_script", "app_heartbeat", "load_git_info"))
# Our pages have components only: whoever adds a widget of Streamlit's adds its kind here.
_JSON: Final = ("json_value", "json_trigger_value")


class StreamDoor:
    """ASGI middleware over Streamlit's WebSocket."""

    def __init__(self, app: ASGIApp) -> None:
        """Wrap an application."""
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass everything on, frames of Streamlit's socket only as far as they can be read."""
        if scope["type"] != "websocket" or not scope["path"].endswith(_STREAM):
            await self.app(scope, receive, send)
            return

        async def receive_readable() -> Message:
            while True:
                message = await receive()
                if message["type"] != "websocket.receive":
                    return message
                frame = readable(message.get("bytes"))
                if frame is not None:
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
    widgets = message.rerun_script.widget_states.widgets
    unreadable = [index for index, state in enumerate(widgets) if not _is_readable(state)]
    if not unreadable:
        return frame
    dropped.warn("a component's state from a visitor was dropped: cannot be read")
    for index in reversed(unreadable):
        del widgets[index]
    return bytes(message.SerializeToString())


def _is_readable(state: WidgetState) -> bool:
    kind = state.WhichOneof("value")
    return kind in _JSON and is_state(getattr(state, kind))
