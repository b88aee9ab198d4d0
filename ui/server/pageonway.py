"""Rewriter of HTML pages on their way to a browser: each is held until it is whole."""

from __future__ import annotations

from typing import TYPE_CHECKING

from starlette.datastructures import Headers, MutableHeaders

if TYPE_CHECKING:
    from starlette.types import Message, Scope, Send


class PageOnWay:
    """Takes what an application sends; what is no page goes on as it comes."""

    def __init__(self, scope: Scope, send: Send) -> None:
        """Stand between an application and whoever asked."""
        self.scope, self.send_on = scope, send
        self.start: Message | None = None
        self.body = b""

    async def send(self, message: Message) -> None:
        """Take a message of an answer."""
        if message["type"] == "http.response.start" and self.is_wanted(message):
            self.start = message
        elif self.start is None:
            await self.send_on(message)
        elif message["type"] == "http.response.body":
            self.body += message.get("body", b"")
            if not message.get("more_body"):
                await self.finish(self.start)

    def is_wanted(self, start: Message) -> bool:
        """Return whether this is the kind of answer that is written anew."""
        return is_page(start)

    async def finish(self, start: Message) -> None:
        """Send what becomes of the page; called once, when it is whole."""
        raise NotImplementedError

    async def send_page(self, start: Message, page: bytes) -> None:
        """Send a page with the start that was kept, as far as that is still true of it."""
        headers = MutableHeaders(scope=start)
        headers["Content-Length"] = str(len(page))
        for name in ("ETag", "Last-Modified"):  # of the page as it was
            if name in headers:
                del headers[name]
        await self.send_on(start)
        await self.send_on({"type": "http.response.body", "body": page})


def unpacked(scope: Scope) -> Scope:
    """Return a request for the same, but not packed: what is packed cannot be written anew."""
    plain = [pair for pair in scope["headers"] if pair[0] != b"accept-encoding"]
    return {**scope, "headers": plain}


def is_page_path(path: str) -> bool:
    """Return whether a path in the app may be a page's: they all lie side by side."""
    return path.count("/") == 1


def is_page(start: Message) -> bool:
    """Return whether the start of an answer says that a document with scripts follows."""
    kind = Headers(raw=start["headers"]).get("content-type", "").lower()
    return kind.startswith(("text/html", "application/xhtml+xml"))
