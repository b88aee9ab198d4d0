"""The server's process: Streamlit, but Ctrl+C is a sentence from the first moment on.

`python -m deploy.launch run app.py ...` is `python -m streamlit run app.py ...`. Until the server
listens to signals itself (ui/shutdown.py), Python would answer one with a traceback.
"""

from __future__ import annotations

import os
import signal
import sys
from types import FrameType


def main() -> None:
    """Hand the command line to Streamlit."""
    signal.signal(signal.SIGINT, _stop)
    try:
        from streamlit.web.cli import main as streamlit  # noqa: PLC0415  # takes a second
    except ImportError as error:
        print(f"The environment is damaged ({error}). Delete {sys.prefix} and start again.")
        sys.exit(1)
    streamlit(prog_name="streamlit")


def _stop(number: int, _: FrameType | None) -> None:
    os.write(sys.stderr.fileno(), b"stopped\n")
    os._exit(128 + number)


if __name__ == "__main__":
    main()
