"""The uvicorn server that Streamlit runs us in; Streamlit itself gives no way to it."""

from __future__ import annotations

import signal

import uvicorn


def running_server() -> uvicorn.Server | None:
    """Return the server of this process, None when something else serves, such as a test.

    uvicorn answers signals with a method of the server, which leads back to it.
    """
    owner = getattr(signal.getsignal(signal.SIGTERM), "__self__", None)
    return owner if isinstance(owner, uvicorn.Server) else None
