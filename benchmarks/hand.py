"""A hand that moves the mouse at its own pace, as a real one does: the page keeps up or not.

Playwright waits until the page has heard of each movement, so a slow page would be moved less and
rest in between. These movements are real input all the same, over a DevTools socket of their own.
"""

from __future__ import annotations

import json
import time
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import count
from threading import Event, Thread

from playwright.sync_api import Page
from websockets.exceptions import ConnectionClosed
from websockets.sync.client import ClientConnection, connect

MOVES_PER_S = 120
SPEED_PX_PER_S = 260.0  # a new value of the slider with almost every movement


def position(seconds: float, left: float, right: float) -> float:
    """Where a hand is that goes to and fro at an even speed."""
    way = right - left
    gone = (seconds * SPEED_PX_PER_S) % (2 * way)
    return left + (gone if gone < way else 2 * way - gone)


def keep_moving(socket: ClientConnection, left: float, right: float, y: float, done: Event) -> None:
    """Move until `done`; the thumb is held."""
    begun = time.monotonic()
    for number in count(1):
        x = position(time.monotonic() - begun, left, right)
        move = {"type": "mouseMoved", "x": x, "y": y, "button": "left", "buttons": 1}
        call = {"id": number, "method": "Input.dispatchMouseEvent", "params": move}
        try:
            socket.send(json.dumps(call))
            while True:
                socket.recv(0)  # its answers are of no use, but must not pile up
        except TimeoutError:
            pass
        except ConnectionClosed:
            return
        if done.wait(max(0.0, begun + number / MOVES_PER_S - time.monotonic())):
            return


@contextmanager
def dragging(page: Page, port: int, left: float, right: float, y: float) -> Iterator[None]:
    """Drag what is held to and fro as long as this lasts. `port`: of the browser's DevTools."""
    session = page.context.new_cdp_session(page)
    target = session.send("Target.getTargetInfo")["targetInfo"]["targetId"]
    done = Event()
    with connect(f"ws://127.0.0.1:{port}/devtools/page/{target}") as socket:
        hand = Thread(target=keep_moving, args=(socket, left, right, y, done))
        hand.start()
        try:
            yield
        finally:
            done.set()
            hand.join()
