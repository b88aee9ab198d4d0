"""Learn from a real browser what it sends when a range changes, and send the same in bulk.

Reachmap's browser rewrites the address and then asks for one fragment, with the new query and the
new state of a component. Rather than describe that a second time here, one key press is recorded
and replayed with other numbers, so the load stays true to the app when the app changes.
"""

from __future__ import annotations

import re

from playwright.sync_api import Browser, WebSocket
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ClientState_pb2 import ClientState
from streamlit.proto.WidgetStates_pb2 import WidgetState

from benchmarks.browser import opened, press, settle, thumb
from benchmarks.load.protocol import Change, Page

LOW_KM, HIGH_KM, STEP_KM = 3_000, 13_000, 370
PATIENCE_MS = 5_000


class NothingRecordedError(LookupError):
    """The key press sent nothing to the server in which the new range could be found."""


def number_pattern(text: str) -> re.Pattern[str]:
    """Finds a number as a whole, not inside another one."""
    return re.compile(rf"(?<![\d.]){re.escape(text)}(?:\.0)?(?![\d.])")


def reruns(sent: list[bytes]) -> list[ClientState]:
    """The runs asked for among messages of a browser."""
    messages = [BackMsg.FromString(data) for data in sent]
    return [m.rerun_script for m in messages if m.WhichOneof("type") == "rerun_script"]


def holding(states: list[ClientState], km: str) -> ClientState | None:
    """The first run asked for that carries the range, in its query or in a widget."""
    pattern = number_pattern(km)
    for state in states:
        texts = [state.query_string, *(w.json_value for w in state.widget_states.widgets)]
        if any(pattern.search(text) for text in texts):
            return state
    return None


def record(browser: Browser, url: str) -> tuple[ClientState, str]:
    """Press ArrowRight once; the run the browser asks for, and the range it set."""
    sent: list[bytes] = []

    def keep(data: bytes | str) -> None:
        if isinstance(data, bytes):
            sent.append(data)

    def listen(socket: WebSocket) -> None:
        socket.on("framesent", keep)

    with opened(browser, "about:blank") as page:
        page.on("websocket", listen)
        page.goto(url, wait_until="commit")
        settle(page)
        thumb(page).focus()
        sent.clear()
        press(page)
        km = str(page.evaluate("probe.look()?.ring"))
        for _ in range(PATIENCE_MS // 100):
            state = holding(reruns(sent), km)
            if state:
                return state, km
            page.wait_for_timeout(100)
    raise NothingRecordedError(f"no run was asked for that carries {km} km")


def replay(state: ClientState, km: str) -> Change:
    """A change like the recorded one, to another range each time."""
    pattern = number_pattern(km)

    def change(page: Page, number: int) -> str:
        wanted = str(LOW_KM + STEP_KM * number % (HIGH_KM - LOW_KM))
        page.query = pattern.sub(wanted, state.query_string)
        for widget in state.widget_states.widgets:
            copy = WidgetState()
            copy.CopyFrom(widget)
            if copy.WhichOneof("value") == "json_value":
                copy.json_value = pattern.sub(wanted, copy.json_value)
            page.widgets[copy.id] = copy
        return state.fragment_id

    return change
