"""The server's routes and what stands around every answer."""

from ui.server.belowprefix import BelowPrefix
from ui.server.doors import Doors
from ui.server.framepages import FramePages
from ui.server.headers import SecurityHeaders
from ui.server.mendedlinks import MendedLinks
from ui.server.routing import routes
from ui.server.socialcards import SocialCards
from ui.server.warmup import warm_up

__all__ = [
    "BelowPrefix",
    "Doors",
    "FramePages",
    "MendedLinks",
    "SecurityHeaders",
    "SocialCards",
    "routes",
    "warm_up",
]
