"""What leaves the app with a view: links, QR codes, captions."""

from geo.share import captions, radarcaptions
from geo.share.captions import title
from geo.share.links import file_name, short_link, view_link
from geo.share.qr import PRINTED_BYTES, qr_link, qr_modules, qr_svg
from geo.share.rowlink import ROW_KEY, named_row, row_link

__all__ = [
    "PRINTED_BYTES",
    "ROW_KEY",
    "captions",
    "file_name",
    "named_row",
    "qr_link",
    "qr_modules",
    "qr_svg",
    "radarcaptions",
    "row_link",
    "short_link",
    "title",
    "view_link",
]
