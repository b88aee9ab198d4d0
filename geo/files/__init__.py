"""The files of data/: read as text, as tables, checked cell by cell and against the manifest."""

from geo.files import cells
from geo.files.cells import LIST_MARK, SPAN_MARK, Rule, filled, optional
from geo.files.datafiles import (
    DATA_DIR,
    FONT_FILES,
    Fault,
    control_fault,
    end_fault,
    line_of,
    read_json,
    read_text,
    shown,
)
from geo.files.manifest import Manifest, count_rows, digest_of, read_manifest
from geo.files.tables import Rows, Table, cell_faults, read_table

__all__ = [
    "DATA_DIR",
    "FONT_FILES",
    "LIST_MARK",
    "SPAN_MARK",
    "Fault",
    "Manifest",
    "Rows",
    "Rule",
    "Table",
    "cell_faults",
    "cells",
    "control_fault",
    "count_rows",
    "digest_of",
    "end_fault",
    "filled",
    "line_of",
    "optional",
    "read_json",
    "read_manifest",
    "read_table",
    "read_text",
    "shown",
]
