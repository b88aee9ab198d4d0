"""data.zip: all tables of data/ as a Frictionless Data Package."""

from geo.datapackage.archive import data_package, table_file

__all__ = [
    "data_package",
    "table_file",
]
