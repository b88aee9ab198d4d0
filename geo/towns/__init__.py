"""Towns of GeoNames, and how many people live within a range."""

from geo.towns.geonames import MIN_TOWN_POPULATION, Town, country_faults, country_name, load_towns
from geo.towns.population import people_within, population_curve

__all__ = [
    "MIN_TOWN_POPULATION",
    "Town",
    "country_faults",
    "country_name",
    "load_towns",
    "people_within",
    "population_curve",
]
