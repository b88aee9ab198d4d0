"""What a browser says to Streamlit over its WebSocket, and what it learns from the answers.

The messages are Streamlit's own protobuf ones; they are internal and may change, which is why
requirements pin the Streamlit version.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.Delta_pb2 import Delta
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from streamlit.proto.WidgetStates_pb2 import WidgetState


@dataclass(frozen=True)
class Control:
    """One widget of the page that can change: a `st.slider` or a components.v2 component."""

    id: str
    kind: str  # "slider" or "component"
    name: str  # the slider's label, or the component's registered name
    fragment_id: str
    data: Any  # slider: (min, max, step); component: the JSON value Python sent it


@dataclass
class Page:
    """What one session knows of its page: the controls, and what the client has cached."""

    query: str = ""
    name: str = ""  # as in the address: "lesson"
    script_hash: str = ""
    session: str = ""
    controls: dict[str, Control] = field(default_factory=dict)
    widgets: dict[str, WidgetState] = field(default_factory=dict)
    cached: set[str] = field(default_factory=set)
    exceptions: list[str] = field(default_factory=list)
    shown: set[str] = field(default_factory=set)  # hashes of what the last run brought

    def read(self, message: ForwardMsg) -> None:
        """Learn from one message of the server."""
        if message.metadata.cacheable:
            self.cached.add(message.hash)
        kind = message.WhichOneof("type")
        if kind == "new_session":
            self.script_hash = message.new_session.page_script_hash
            self.session = message.new_session.initialize.session_id
        elif kind == "page_info_changed":
            self.query = message.page_info_changed.query_string
        elif kind == "delta":
            self.shown.add(message.hash)
            self.read_delta(message.delta)

    def read_delta(self, delta: Delta) -> None:
        """Remember a control, or an exception the page shows."""
        element = delta.new_element
        kind = element.WhichOneof("type")
        if kind == "exception":
            self.exceptions.append(f"{element.exception.type}: {element.exception.message}")
        control = read_control(delta)
        if control:
            self.controls[control.id] = control

    def control(self, kind: str, name: str = "") -> Control:
        """The first control of a kind whose name contains `name`."""
        for control in self.controls.values():
            if control.kind == kind and name in control.name:
                return control
        known = [f"{c.kind} {c.name!r}" for c in self.controls.values()]
        raise LookupError(f"no {kind} named like {name!r}; the page has {known}")


def read_control(delta: Delta) -> Control | None:
    """The control a delta brings, if it brings one."""
    element = delta.new_element
    kind = element.WhichOneof("type")
    if kind == "slider":
        slider = element.slider
        limits = (slider.min, slider.max, slider.step)
        return Control(slider.id, "slider", slider.label, delta.fragment_id, limits)
    if kind == "bidi_component":
        part = element.bidi_component
        data = json.loads(part.json) if part.WhichOneof("data") == "json" else None
        return Control(part.id, "component", part.component_name, delta.fragment_id, data)
    return None


# A change: given the page and the number of the change, set widgets and query on the page and
# return the fragment to rerun ("" for the whole script).
Change = Callable[[Page, int], str]


def slide(page: Page, number: int) -> str:
    """Move the first `st.slider` to its next stop, as a release of the thumb does."""
    slider = page.control("slider")
    low, high, step = slider.data
    stops = int((high - low) / step) + 1
    state = WidgetState(id=slider.id)
    state.double_array_value.data.append(low + step * (37 * number % stops))
    page.widgets[slider.id] = state
    return slider.fragment_id


def rerun(page: Page, fragment_id: str = "") -> bytes:
    """The message a browser sends to run the script, or one fragment of it."""
    message = BackMsg()
    state = message.rerun_script
    state.query_string = page.query
    state.page_script_hash = page.script_hash
    state.page_name = page.name
    state.fragment_id = fragment_id
    state.widget_states.widgets.extend(page.widgets.values())
    state.cached_message_hashes.extend(page.cached)
    return bytes(message.SerializeToString())


def finished(message: ForwardMsg) -> bool:
    """Whether the run asked for is over; a run cut short for a rerun goes on."""
    early = ForwardMsg.FINISHED_EARLY_FOR_RERUN
    return message.WhichOneof("type") == "script_finished" and message.script_finished != early
