"""The server: Streamlit, our own routes and the security headers.

`streamlit run app.py` finds `app` by itself.
"""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from threading import Thread
from typing import Any

import streamlit as st
from starlette.middleware import Middleware

from ui.page import register_components
from ui.running import CARE, care, keep_log_quiet
from ui.server import (
    BelowPrefix,
    Doors,
    FramePages,
    MendedLinks,
    SecurityHeaders,
    SocialCards,
    routes,
    warm_up,
)
from ui.visitor import StreamDoor, settle_prefix
from ui.work import worker_pool


@asynccontextmanager
async def lifespan(_: Any) -> AsyncIterator[None]:
    """Be ready to serve, and read the data while the first visitor is still typing the address."""
    keep_log_quiet()
    register_components()
    Thread(target=warm_up, name="warm-up", daemon=True).start()
    async with care():
        yield
        worker_pool().close()


settle_prefix()  # before Streamlit makes its routes
app = st.App(
    "ui/main.py",
    routes=routes(),
    middleware=[
        *(
            Middleware(each)
            for each in (SecurityHeaders, BelowPrefix, MendedLinks, StreamDoor, Doors)
        ),
        *CARE,
        *(Middleware(each) for each in (FramePages, SocialCards)),
    ],
    lifespan=lifespan,
)
