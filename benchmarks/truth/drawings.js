/**
 * Draws one range ring in several ways and tells what was drawn.
 *
 * Each way is used as its documentation shows, with 360 steps where it lets one choose, and drawn
 * by Leaflet. `noClip` and `smoothFactor: 0` keep Leaflet from leaving out what it would not show.
 */
/* global L, turf, d3 */

const STEPS = 360;
const LOOK = { noClip: true, smoothFactor: 0, fill: true, fillOpacity: 0.1, weight: 2 };
const EARTH_MEAN_RADIUS_KM = 6371.0088;

/** [lng, lat] pairs of GeoJSON to Leaflet's [lat, lng]. */
const flip = (coordinates) => coordinates.map(([lng, lat]) => [lat, lng]);

/** What was drawn by Leaflet's own layers: its strokes, and whether its fill covers a place. */
function drawing(map, layer, set) {
  return {
    set,
    strokes: () => outline(map, layer),
    covers: (place) => covers(map, layer, place),
  };
}

/** A ring made of coordinates by `make(site, km)`, redrawn with setLatLngs. */
function polygonOf(make) {
  return (map, site, km) => {
    const layer = L.polygon(make(site, km), LOOK).addTo(map);
    return drawing(map, layer, (next) => layer.setLatLngs(make(site, next)));
  };
}

const turfCircle = ([lat, lng], km) =>
  flip(turf.circle([lng, lat], km, { steps: STEPS, units: "kilometers" }).geometry.coordinates[0]);

const d3Circle = ([lat, lng], km) => {
  const degrees = (km / EARTH_MEAN_RADIUS_KM) * (180 / Math.PI);
  const circle = d3.geoCircle().center([lng, lat]).radius(degrees).precision(360 / STEPS);
  return flip(circle().coordinates[0]);
};

const ways = {
  "folium.Circle (L.circle)": (map, site, km) => {
    const layer = L.circle(site, { ...LOOK, radius: km * 1000 }).addTo(map);
    return drawing(map, layer, (next) => layer.setRadius(next * 1000));
  },
  "leaflet.geodesic": (map, site, km) => {
    const options = { ...LOOK, radius: km * 1000, steps: STEPS };
    const layer = new L.GeodesicCircle(site, options).addTo(map);
    return drawing(map, layer, (next) => layer.setRadius(next * 1000));
  },
  "turf.circle": polygonOf(turfCircle),
  "d3.geoCircle": polygonOf(d3Circle),
};

/** The vertices of the screen circle of an L.circle, taken back to [lat, lng]. */
function unprojected(map, circle) {
  const at = (turn) => {
    const x = circle._point.x + circle._radius * Math.cos(turn);
    const y = circle._point.y + circle._radiusY * Math.sin(turn);
    const { lat, lng } = map.layerPointToLatLng([x, y]);
    return [lat, lng];
  };
  return Array.from({ length: 10 * STEPS + 1 }, (_, i) => at((i * 2 * Math.PI) / (10 * STEPS)));
}

/** Lists of [lat, lng], however deep Leaflet nests them. */
function lines(latlngs) {
  if (!latlngs.length || !Array.isArray(latlngs[0])) return [latlngs];
  return latlngs.flatMap(lines);
}

/** A vertex where Leaflet draws it: never beyond the end of its map. */
const clamped = ({ lat, lng }) => {
  const end = L.Projection.SphericalMercator.MAX_LATITUDE;
  return [Math.max(-end, Math.min(end, lat)), lng];
};

/** The stroked outline of a layer as lists of [lat, lng]; polygons are closed. */
function outline(map, layer) {
  if (layer instanceof L.Circle) return [unprojected(map, layer)];
  return lines(layer.getLatLngs()).map((line) => {
    const points = line.map(clamped);
    return layer instanceof L.Polygon && points.length ? [...points, points[0]] : points;
  });
}

/** Whether the drawn fill covers a place, in the world it was drawn in or one turn beside it. */
function covers(map, layer, [lat, lng]) {
  return [-360, 0, 360].some((turn) => {
    const { x, y } = map.latLngToLayerPoint([lat, lng + turn]);
    const point = layer._renderer._container.createSVGPoint();
    Object.assign(point, { x, y });
    return layer._path.isPointInFill(point);
  });
}

function open(site, zoom) {
  return L.map("map", { center: site, zoom, zoomAnimation: false, fadeAnimation: false });
}

window.truth = {
  ways: () => Object.keys(ways),
  /** Add Reachmap's drawing, made of the modules its own map draws with. */
  async addOurs(folder) {
    const { reachmapDrawing } = await import("./reachmap.js");
    ways["Reachmap"] = await reachmapDrawing(folder);
  },
  /** What one way draws: its outline, and which of the places its fill covers. */
  drawn(way, site, km, places) {
    const map = open(site, 8);
    const made = ways[way](map, site, km);
    const answer = { strokes: made.strokes(), inside: places.map(made.covers) };
    map.remove();
    return answer;
  },
  /** Milliseconds of each of `steps` redraws around a range, at the zoom of a world view. */
  redraws(way, site, km, steps) {
    const map = open(site, 2);
    const { set } = ways[way](map, site, km);
    const times = [];
    for (let step = 1; step <= steps; step++) {
      const begun = performance.now();
      set(km + 10 * step);
      times.push(performance.now() - begun);
    }
    map.remove();
    return times;
  },
};
