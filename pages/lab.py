"""Lab: from what was printed of a lofted flight to the ranges that fit it."""

from __future__ import annotations

from ui.page import address_pairs, catalog_or_stop, component, reading_page
from ui.scene import lab_asked, problem_rows, read_pairs

catalog = catalog_or_stop()
reading_page("Lab")
pairs = address_pairs()
view, _, problems = read_pairs(pairs, catalog)
asked, more = lab_asked(pairs, catalog)
ring = view.scenario.rings[view.scenario.active]
component("lab", "lab")(
    data={
        "asked": asked,
        "units": view.scenario.units,
        "site": {"id": ring.site, "name": view.short_site_name(ring), "lat": ring.point.lat},
        "problems": problem_rows([*problems, *more], view.lang),
    },
    key="lab",
)
