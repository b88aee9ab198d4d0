"""How it is computed, what it does not say, and what is kept about visitors."""

from __future__ import annotations

import streamlit as st

from ui.furniture import reading_page

tell = reading_page("Methods")
st.markdown(
    """
## Rings and distances

A ring is the set of all points at one geodesic distance from a launch site on the WGS84
ellipsoid: the shortest way over the Earth's surface, the same model that GPS uses. Python solves it
with PROJ; while a slider moves, the browser solves the same equations itself, and a test holds
the two together to a metre. The ring, the colour of a marker, the counts, the table and
the exported files all come from one distance per place, so they cannot disagree.

On this map (Web Mercator) a true ring is no circle: it bulges towards the poles, and beyond
about 5,600 km from North Korea it runs around the North Pole. Circles drawn with a compass on
such a map are thousands of kilometres wrong. Past 19,984 km a geodesic stops being the shortest
way, so 19,900 km is the most that can be asked.

## Inside, in the band, outside

With one range, a place is inside when its distance is not more than the range. With a band it is
inside up to the low end, in the band up to the high end, and outside beyond. A
marker shows the best answer over all rings on the map and takes the colour of the smallest
ring that holds it. Counts and sentences speak of the ring you are working on.

People are those in the towns of more than 15,000 inhabitants that GeoNames lists, counted where
the town is listed, to the whole kilometre. Who lives outside such towns is not counted.

"From any known site" is the union of the rings around every known launch site: what
a mobile launcher could reach that moves between them.

## What a ring does not say

A ring is somebody's assumption, never a prediction. Range depends on the payload, and no payload
is known. The rotation of the Earth, the direction of flight and whether a warhead survives the way
back are left out. Positions are no better than their stated precision, in kilometres, in each
popup. An interceptor's circle is not a defended area, and a radar's reach depends on its mode.

## Coordinates

Latitude first, then longitude, in degrees: `39.66, 124.71`.

## Privacy

Reachmap sets no cookies beyond those Streamlit needs, sends no telemetry and stores nothing about
visitors. Unless you choose an online base map, the page asks no other server for anything.
"""
)
