"""Middleware and tasks that keep the server running, in one place for app.py."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Final

from starlette.middleware import Middleware

from ui.running.admission import DOOR, Admission
from ui.running.bodies import Bodies
from ui.running.connections import Connections, watch
from ui.running.descriptors import raise_limit, save_descriptors
from ui.running.server import running_server
from ui.running.stopping import say, stopping

CARE: Final = [Middleware(Bodies), Middleware(Admission)]


@asynccontextmanager
async def care() -> AsyncIterator[None]:
    """Look after connections and signals while the app lives."""
    limit = raise_limit()
    save_descriptors()
    server = running_server()
    if server is None:
        yield
        return
    say(f"file descriptors: {limit}")
    DOOR.connections = Connections(server, limit)
    looking = asyncio.create_task(watch(DOOR.connections, asyncio.get_running_loop().time))
    with stopping(server):
        yield
        looking.cancel()
