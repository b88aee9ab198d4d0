"""The shipped data as one checked whole, in each language."""

from geo.catalog.basemap import BASEMAP, COARSE, need_basemap, read_basemap
from geo.catalog.columns import TABLES
from geo.catalog.datacheck import other_faults
from geo.catalog.labelfaults import label_faults
from geo.catalog.reading import data_faults, left_out, load_catalog
from geo.catalog.readme import README, Licence, Readme, read_readme
from geo.catalog.regions import Region, load_regions
from geo.catalog.relations import LISTS, REFERENCES, UNIQUE
from geo.catalog.texts import long_text
from geo.catalog.views import read_link, view_of

__all__ = [
    "BASEMAP",
    "COARSE",
    "LISTS",
    "README",
    "REFERENCES",
    "TABLES",
    "UNIQUE",
    "Licence",
    "Readme",
    "Region",
    "data_faults",
    "label_faults",
    "left_out",
    "load_catalog",
    "load_regions",
    "long_text",
    "need_basemap",
    "other_faults",
    "read_basemap",
    "read_link",
    "read_readme",
    "view_of",
]
