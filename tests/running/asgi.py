"""An application of ASGI that reads a body and says it back."""

from __future__ import annotations

from collections.abc import MutableMapping
from typing import Any

from starlette.requests import Request
from starlette.responses import PlainTextResponse

Message = MutableMapping[str, Any]


async def reads(scope: Any, receive: Any, send: Any) -> None:
    body = await Request(scope, receive).body()
    await PlainTextResponse(body)(scope, receive, send)
