// The words that a view wants: of its rings, places, launch sites and regions, the most wanted first.

import { copies, worldX, worldY } from "../earth/canvaslayer.js";
import { detailOf, ringShape } from "../earth/ringshapes.js";
import { stretchesOf } from "./curves.js";
import { TIER } from "./names.js";
import { firstNames, placeName } from "./spots.js";
import { edgeNumber, edgeSaid, edgeText, marked, ringLabel } from "../scene/ringwords.js";
import { edges } from "../scene/edges.js";
import { length } from "../scene/lengths.js";
import { OWN } from "../scene/saidby.js";
import { speaking } from "../scene/scene.js";

const RING_STYLE = { size: 14, weight: 700 };
/** @type {Record<number, WordStyle>} */
const STYLES = {
  [TIER.asked]: { size: 13, weight: 600 }, [TIER.arc]: { size: 13, weight: 600 }, [TIER.must]: { size: 13, weight: 600 },
  [TIER.site]: { size: 13, weight: 700 }, [TIER.other]: { size: 12, weight: 400 }, [TIER.idle]: { size: 12, weight: 400 },
};
const REGION_STYLES = [12.5, 11.5, 11].map((size) => ({ size, weight: 400 })); // by rank
const REGION_ZOOM = [0, 2, 3]; // from which on each rank is written
const REGIONS_TO_ZOOM = 7.5;
const SPACING = 0.32; // between the letters of a region, in their size
const FIT = 0.85; // how much of its own width a region's name may take
const IDLE_FROM_ZOOM = 7; // sites that are not in use: many, and close together
const MOST_NAMES = 160;

/**
 * The outlines of one ring in view, each with its words.
 * @param {CanvasView} view
 * @param {ReadyModel} model
 * @param {number} index
 * @returns {RingEdge[]}
 */
export function ringEdges(view, model, index) {
  const { rings, units } = model.scene;
  const ring = rings[index];
  const all = edges(ring);
  const mainAt = all.findIndex(({ role }) => role === (ring.best === null ? "high" : "best"));
  return all.flatMap(({ role, km }, i) => {
    const shape = ringShape(ring, km, detailOf(view));
    const stretches = stretchesOf(shape, view, copies(view, shape.minX, shape.maxX));
    if (!stretches.length) return [];
    const isNamed = i === mainAt && ring.label && ring.label !== OWN;
    const isTurned = i === mainAt && ring.rotating;
    return [{
      ring: index, role, number: isTurned && all.length === 1 ? edgeSaid(ring, km, units) : marked(edgeText(ring, km, units), ring),
      bare: marked(edgeNumber(ring, km, units), ring), style: RING_STYLE, stretches,
      full: isNamed ? ringLabel(ring, units, all.length > 1 ? km : null) : isTurned ? edgeSaid(ring, km, units) : null,
    }];
  });
}

/**
 * The names of places and sites in view, in the order in which they are placed.
 * @param {CanvasView} view
 * @param {ReadyModel} model
 * @param {Spots} spots
 * @returns {WantedName[]}
 */
export function wantedNames(view, model, spots) {
  const { scene } = model;
  const { asked, ends, must } = firstNames(model);
  const order = [...asked, ...ends, ...must];
  const first = firstCopies(spots, view);
  /** @param {string} id @returns {number} */
  const tierOf = (id) => (asked.includes(id) ? TIER.asked : ends.includes(id) ? TIER.arc : must.includes(id) ? TIER.must : TIER.other);
  const threshold = 7.4 - 0.62 * view.zoom;
  /** @type {WantedName[]} */
  const wanted = [];
  for (const { place, dot } of spots.places) {
    const { id, rank } = place;
    const tier = first.has(dot) ? tierOf(id) : TIER.other;
    if (tier === TIER.other && rank < threshold) continue;
    const isEnd = ends.includes(id);
    const km = isEnd ? ` ${length(model.distance(speaking(scene) ?? 0, id), scene.units)}` : "";
    wanted.push({ dot, text: placeName(place) + km, kind: isEnd ? "arc" : "place", id, tier, style: STYLES[tier] });
  }
  wanted.sort((a, b) => a.tier - b.tier || order.indexOf(a.id) - order.indexOf(b.id) || b.dot.rank - a.dot.rank);
  return [...wanted.slice(0, MOST_NAMES), ...siteNames(view, spots, first)];
}

/**
 * @param {{zoom: number}} view
 * @param {Spots} spots
 * @param {Set<Dot>} first
 * @returns {WantedName[]}
 */
function siteNames({ zoom }, { sites }, first) {
  return sites.filter(({ star }) => star !== null || zoom >= IDLE_FROM_ZOOM).map(({ site, name, dot, star }) => {
    const tier = star !== null && first.has(dot) ? TIER.site : TIER.idle;
    return { dot, text: name, kind: /** @type {"site"} */ ("site"), id: site.id, tier, style: STYLES[tier] };
  });
}

/**
 * Of all copies of a place those next to the middle of the view: where the world is seen twice, its
 * names must be written once.
 * @param {Spots} spots
 * @param {LabelView} view
 * @returns {Set<Dot>}
 */
function firstCopies({ places, sites }, { width }) {
  /** @type {Map<string, Dot>} */
  const first = new Map();
  /** @param {string} key @param {Dot} dot */
  const see = (key, dot) => {
    const known = first.get(key);
    if (!known || Math.abs(dot.x - width / 2) < Math.abs(known.x - width / 2)) first.set(key, dot);
  };
  places.forEach(({ place, dot }) => see(place.id, dot));
  sites.forEach(({ site, dot }) => see(`site ${site.id}`, dot));
  return new Set(first.values());
}

/**
 * The names of countries and US regions that fit into what they name.
 * @param {CanvasView} view
 * @param {ReadyModel} model
 * @param {Measure} measure
 * @returns {WantedRegion[]}
 */
export function wantedRegions(view, { regions }, measure) {
  if (view.zoom > REGIONS_TO_ZOOM) return [];
  return regions.filter(({ rank }) => view.zoom >= REGION_ZOOM[rank - 1]).flatMap(({ id, name, lat, lon, rank, half_deg: [up, across] }) => {
    const [text, style] = [name.toUpperCase(), REGION_STYLES[rank - 1]];
    const spacing = style.size * SPACING;
    const [halfX, halfY] = [(across / 360) * view.scale, Math.abs(worldY(lat + up) - worldY(lat)) * view.scale];
    const width = [...text].reduce((sum, letter) => sum + measure(letter, style) + spacing, -spacing);
    if (width * FIT > 2 * halfX) return [];
    const [stepX, stepY] = [Math.max(0, halfX - width / 2) / 2 + 2, Math.max(0, halfY - style.size / 2) / 2];
    const y = worldY(lat) * view.scale - view.y0;
    return copies(view, worldX(lon), worldX(lon)).map((turn) => (
      { id, text, style, spacing, stepX, stepY, x: (worldX(lon) + turn) * view.scale - view.x0, y }));
  });
}
