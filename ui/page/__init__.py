"""What the pages are made of."""

from ui.page.address import (
    address_pairs,
    committed_pairs,
    page_language,
)
from ui.page.components import (
    component,
    last_commit,
    page_furniture,
    panel,
    register_components,
    summary,
    table,
)
from ui.page.data import catalog_or_stop, say_faults, say_left_out, show_text
from ui.page.furniture import page_frame, reading_page
from ui.page.sourcespage import Sources
from ui.page.sourcetables import SOURCE_TABLES

__all__ = [
    "SOURCE_TABLES",
    "Sources",
    "address_pairs",
    "catalog_or_stop",
    "committed_pairs",
    "component",
    "last_commit",
    "page_frame",
    "page_furniture",
    "page_language",
    "panel",
    "reading_page",
    "register_components",
    "say_faults",
    "say_left_out",
    "show_text",
    "summary",
    "table",
]
