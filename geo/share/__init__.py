"""What leaves the app with a view: links, QR codes, captions."""

from geo.share import captions
from geo.share.captions import title
from geo.share.links import file_name, short_link, view_link
from geo.share.qr import PRINTED_BYTES, qr_link, qr_modules, qr_svg

__all__ = [
    "PRINTED_BYTES",
    "captions",
    "file_name",
    "qr_link",
    "qr_modules",
    "qr_svg",
    "short_link",
    "title",
    "view_link",
]
