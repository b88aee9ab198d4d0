"""data.zip: all tables of data/ as a Frictionless Data Package."""

from geo.datapackage.archive import data_package, table_file
from geo.datapackage.readme import TableWords, read_readme

__all__ = [
    "TableWords",
    "data_package",
    "read_readme",
    "table_file",
]
