"""`/live/room-qr.svg`: the link to a class as a QR code, for the board on the projector."""

from __future__ import annotations

from starlette.requests import Request
from starlette.responses import Response

from geo.errors import ReachmapError
from geo.link import Problem, parse_room
from geo.share import qr_svg
from ui.http import BadQueryError, class_url, tagged


def room_qr(request: Request) -> Response:
    """Answer with the QR code of the link that followers open; it holds the room's code alone."""
    asked = request.query_params.get("code", "")
    try:
        code = parse_room(asked)
    except ReachmapError as error:
        raise BadQueryError([Problem("code", asked[:60], str(error))]) from error
    return tagged(request, qr_svg(f"{class_url(request)}?room={code}"), "image/svg+xml")
