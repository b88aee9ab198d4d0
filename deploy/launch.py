"""Launcher of Streamlit: a signal is a sentence and an end from the first moment on.

`python -m deploy.launch run app.py ...` is `python -m streamlit run app.py ...`. Until the server
listens to signals itself (ui/running/stopping.py), Python would answer Ctrl+C with a traceback, and
uvicorn would note that it is to stop and go on starting.
"""

from __future__ import annotations

import os
import signal
import sys
from types import FrameType
from typing import TYPE_CHECKING

from deploy.stopsignals import stop_signals

if TYPE_CHECKING:
    import uvicorn


def main() -> None:
    """Hand the command line to Streamlit."""
    for number in stop_signals():
        is_ignored = signal.getsignal(number) is signal.SIG_IGN
        if number == signal.SIGINT or not is_ignored:  # nohup ignores SIGHUP
            signal.signal(number, _stop)
    try:
        import uvicorn  # noqa: PLC0415  # takes a moment
        from streamlit.web.cli import main as streamlit  # noqa: PLC0415  # takes a second
    except ImportError as error:
        print(f"The environment is damaged ({error}). Delete {sys.prefix} and start again.")
        sys.exit(1)
    # A method still: the app finds its server by the handler of signals (ui/running/server.py).
    uvicorn.Server.handle_exit = _stop_server  # type: ignore[method-assign]
    streamlit(prog_name="streamlit")


def _stop_server(self: uvicorn.Server, sig: int, frame: FrameType | None) -> None:
    _stop(sig, frame)


def _stop(number: int, _: FrameType | None) -> None:
    """Nothing is served yet, so there is nothing to wait for."""
    try:
        os.write(2, b"stopped\n")
    finally:  # the terminal may be gone
        os._exit(128 + number)


if __name__ == "__main__":
    main()
