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
from ui.page.printedtable import printed_table
from ui.page.sourcetables import (
    SOURCE_TABLES,
    columns_of,
    in_their_language,
    in_words,
    source_table,
    with_names,
)

__all__ = [
    "SOURCE_TABLES",
    "address_pairs",
    "catalog_or_stop",
    "columns_of",
    "committed_pairs",
    "component",
    "in_their_language",
    "in_words",
    "last_commit",
    "page_frame",
    "page_furniture",
    "page_language",
    "panel",
    "printed_table",
    "reading_page",
    "register_components",
    "say_faults",
    "say_left_out",
    "show_text",
    "source_table",
    "summary",
    "table",
    "with_names",
]
