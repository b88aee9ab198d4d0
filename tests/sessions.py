"""One session of Streamlit's protocol, as a browser speaks it, or somebody who only says so."""

from __future__ import annotations

import json
from typing import Any, Self

from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from streamlit.proto.WidgetStates_pb2 import WidgetState
from websockets.sync.client import connect

ANSWER_S = 30.0


class Session:
    """A page of a running app, opened without a browser."""

    def __init__(self, url: str, query: str = "") -> None:
        """Open the page of a query and wait for its first run."""
        host = url.removeprefix("http://")
        self._socket = connect(
            f"ws://{host}/_stcore/stream", subprotocols=["streamlit"], origin=url, max_size=None
        )
        self.query = query
        self.shown = ""  # the query of the view that the panel was told last
        self.exceptions: list[str] = []
        self._components: dict[str, tuple[str, str]] = {}  # name -> id and fragment
        self._states: dict[str, WidgetState] = {}
        self.run()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._socket.close()

    def send(self, frame: bytes | str) -> None:
        """Send any frame."""
        self._socket.send(frame)

    def run(self, fragment: str = "", **fields: Any) -> None:
        """Ask for a run with the states as they are, and wait until it is over."""
        message = BackMsg()
        asked = message.rerun_script
        asked.query_string, asked.fragment_id = self.query, fragment
        asked.widget_states.widgets.extend(self._states.values())
        for name, value in fields.items():
            setattr(asked.context_info, name, value)
        self.send(bytes(message.SerializeToString()))
        while True:
            heard = self._socket.recv(timeout=ANSWER_S)
            answer = ForwardMsg.FromString(heard if isinstance(heard, bytes) else heard.encode())
            if answer.WhichOneof("type") == "script_finished":
                if answer.script_finished != ForwardMsg.FINISHED_EARLY_FOR_RERUN:
                    return
            else:
                self._hear(answer)

    def _hear(self, answer: ForwardMsg) -> None:
        kind = answer.WhichOneof("type")
        if kind == "page_info_changed":
            self.query = answer.page_info_changed.query_string
        elif kind == "delta":
            element = answer.delta.new_element
            if element.WhichOneof("type") == "exception":
                self.exceptions.append(element.exception.message)
            elif element.WhichOneof("type") == "bidi_component":
                part = element.bidi_component
                name = part.component_name.rpartition("_")[2]
                self._components[name] = (part.id, answer.delta.fragment_id)
                if name == "panel":
                    pairs = json.loads(part.json)["address"]
                    self.shown = "&".join(f"{key}={value}" for key, value in pairs)

    def say(self, component: str, kind: str, value: Any) -> None:
        """Set the state of a component, by the kind of a widget's value, and run its part."""
        id_, fragment = self._components[component]
        state = WidgetState(id=id_)
        if isinstance(value, (str, bytes, bool, int, float)):
            setattr(state, kind, value)
        else:
            getattr(state, kind).SetInParent()
        self._states[id_] = state
        self.run(fragment)
