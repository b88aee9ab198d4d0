// The live scene on the map: everything that follows the thumb, painted in one go per frame.

import { canvasLayer, copies, worldX, worldY } from "./canvaslayer.js";
import { geodesicPath } from "./geodesic.js";
import { labeller } from "./labels.js";
import { clipToWorld, ringShape, strokeUnion, traceInside, traceOutline } from "./ringshapes.js";
import { edges, length, limitKm, mainKm, ringLabel, shortName } from "./scene.js";
import { ringStyle } from "./style.js";
import { drawPlace, drawSite, symbolRadius } from "./symbols.js";

const LABEL_AZIMUTH = 118; // towards the open Pacific, where there is room for words
const SITES_FROM_ZOOM = 4.5; // below that all known sites fall on one spot
const EARTH_KM = 40075.017; // equator, for the width of a precision circle on screen

/** Return the layer that paints `model` (see map.js), and counts how often it did. */
export function overlay(L, model) {
  const count = { draws: 0 };
  const layer = canvasLayer(L, {
    pane: "rmScene", padding: 0, live: true,
    draw(ctx, view) {
      if (!model.scene) return;
      count.draws += 1;
      paint(ctx, view, model);
    },
  });
  return { layer, count };
}

function paint(ctx, view, model) {
  const labels = labeller(
    ctx, { x0: 2, y0: 2, x1: view.width - 2, y1: view.height - 2 }, model.reserved(),
  );
  ctx.save();
  clipToWorld(ctx, view);
  paintRings(ctx, view, model);
  if (model.scene.show.includes("arcs")) paintArcs(ctx, view, model);
  ctx.restore();
  model.hits = [];
  const places = paintPlaces(ctx, view, model, labels);
  const sites = paintSites(ctx, view, model, labels);
  labelRings(view, model, labels);
  if (model.scene.show.includes("arcs")) labelArcs(view, model, labels);
  labelSites(sites, model, labels);
  labelPlaces(places, view, model, labels);
}

function paintRings(ctx, view, model) {
  const { scene, palette, dark } = model;
  const order = scene.rings.map((ring, index) => index)
    .sort((a, b) => limitKm(scene.rings[b]) - limitKm(scene.rings[a]));
  for (const index of order) {
    const ring = scene.rings[index];
    const style = ringStyle(index, dark);
    const shapes = edges(ring).map((edge) => ringShape(ring.lat, ring.lon, edge.km));
    fillRing(ctx, view, shapes, style.color, index === scene.active);
    ctx.lineJoin = "round";
    edges(ring).forEach(({ role }, i) => {
      const side = role !== "best" && ring.best !== null;
      ctx.beginPath();
      traceOutline(ctx, view, shapes[i]);
      ctx.setLineDash([]);
      ctx.strokeStyle = palette.halo;
      ctx.lineWidth = (side ? 1.5 : 2.5) + 2;
      ctx.globalAlpha = 0.55;
      ctx.stroke();
      ctx.globalAlpha = 1;
      ctx.setLineDash(style.dash);
      ctx.strokeStyle = style.color;
      ctx.lineWidth = side ? 1.5 : index === scene.active ? 3 : 2.5;
      ctx.stroke();
    });
    ctx.setLineDash([]);
  }
  if (scene.show.includes("envelope")) paintEnvelope(ctx, view, model);
}

/** A light wash: more for the active ring, and only between the edges of a band. */
function fillRing(ctx, view, shapes, color, active) {
  ctx.beginPath();
  traceInside(ctx, view, shapes[shapes.length - 1]);
  ctx.fillStyle = color;
  ctx.globalAlpha = active ? 0.08 : 0.025;
  ctx.fill("evenodd");
  if (shapes.length > 1) {
    ctx.save();
    ctx.beginPath();
    traceInside(ctx, view, shapes[0]);
    ctx.rect(-10, -10, view.width + 20, view.height + 20); // even-odd: all but the low disk
    ctx.clip("evenodd");
    ctx.beginPath();
    traceInside(ctx, view, shapes[shapes.length - 1]);
    ctx.globalAlpha = 0.08;
    ctx.fill("evenodd");
    ctx.restore();
  }
  ctx.globalAlpha = 1;
}

function paintEnvelope(ctx, view, { scene, sites, dark }) {
  const ring = scene.rings[scene.active];
  if (!ring) return;
  const shapes = sites.map((site) => ringShape(site.lat, site.lon, limitKm(ring)));
  strokeUnion(ctx, view, shapes, { color: ringStyle(scene.active, dark).color, width: 1.6 });
}

function arcsOf(model) {
  const { scene, placeById } = model;
  const ring = scene.rings[scene.active] || scene.rings[0];
  if (!ring) return [];
  const key = `${ring.lat},${ring.lon},${scene.targets.join()},${model.placesKey}`;
  if (model.arcsKey !== key) {
    model.arcsKey = key;
    model.arcs = scene.targets.map((id) => placeById.get(id)).filter(Boolean).map((place) => {
      const line = geodesicPath(ring.lat, ring.lon, place.lat, place.lon);
      return {
        place, km: model.distance(scene.active, place.id),
        xs: line.map((p) => worldX(p[1])), ys: line.map((p) => worldY(p[0])),
      };
    });
  }
  return model.arcs;
}

function paintArcs(ctx, view, model) {
  ctx.strokeStyle = model.palette.ink;
  ctx.lineWidth = 1.3;
  for (const arc of arcsOf(model)) {
    for (const turn of copies(view, Math.min(...arc.xs), Math.max(...arc.xs))) {
      ctx.beginPath();
      arc.xs.forEach((x, i) => {
        ctx.lineTo((x + turn) * view.scale - view.x0, arc.ys[i] * view.scale - view.y0);
      });
      ctx.stroke();
    }
  }
}

function labelArcs(view, model, labels) {
  const { scene, palette } = model;
  for (const arc of arcsOf(model)) {
    if (arc.km === undefined) continue;
    const spots = [];
    for (const turn of copies(view, Math.min(...arc.xs), Math.max(...arc.xs))) {
      for (const part of [0.6, 0.65, 0.7, 0.55, 0.75, 0.5, 0.8, 0.45, 0.85, 0.4, 0.9, 0.35]) {
        const i = Math.round(part * (arc.xs.length - 1));
        spots.push({ x: (arc.xs[i] + turn) * view.scale - view.x0, y: arc.ys[i] * view.scale - view.y0 });
      }
    }
    const end = arc.xs.length - 1;
    for (const turn of copies(view, arc.xs[end], arc.xs[end])) {
      spots.push(...widely((arc.xs[end] + turn) * view.scale - view.x0,
        arc.ys[end] * view.scale - view.y0, 6));
    }
    arc.labelled = labels.place(`${shortName(arc.place.name)} ${length(arc.km, scene.units)}`, spots,
      { size: 12, weight: 600, color: palette.ink, halo: palette.halo }) >= 0;
  }
}

/** The ring's words on the ring itself, starting from one azimuth and searching both ways. */
function labelRings(view, model, labels) {
  const { scene, palette, dark } = model;
  const order = scene.rings.map((ring, index) => index)
    .sort((a, b) => (b === scene.active) - (a === scene.active));
  for (const index of order) {
    const ring = scene.rings[index];
    const shape = ringShape(ring.lat, ring.lon, ring.best === null ? limitKm(ring) : mainKm(ring));
    const spots = [];
    for (let off = 0; off < 180; off += 4) {
      for (const azimuth of off ? [LABEL_AZIMUTH + off, LABEL_AZIMUTH - off] : [LABEL_AZIMUTH]) {
        const [lat, lon] = shape.vertices[Math.round((azimuth + 360) % 360)];
        const y = worldY(lat) * view.scale - view.y0;
        for (const turn of copies(view, worldX(lon), worldX(lon))) {
          spots.push({ x: (worldX(lon) + turn) * view.scale - view.x0, y });
        }
      }
    }
    labels.place(ringLabel(ring, scene.units), spots, {
      size: 14, weight: 700, color: ringStyle(index, dark).color, halo: palette.halo,
    });
  }
}

function inView(view, x, y, margin) {
  return x > -margin && x < view.width + margin && y > -margin && y < view.height + margin;
}

/** Call back with the screen position of every copy of a point that is in view. */
function eachCopy(view, point, visit) {
  const y = point.y * view.scale - view.y0;
  for (const turn of copies(view, point.x - 0.05, point.x + 0.05)) {
    const x = (point.x + turn) * view.scale - view.x0;
    if (inView(view, x, y, 20)) visit(x, y);
  }
}

function precisionCircle(ctx, view, place, x, y, palette) {
  const km = place.precision_km;
  const pixels = (km / (EARTH_KM * Math.cos((place.lat * Math.PI) / 180))) * view.scale;
  if (pixels < 9 || pixels > 400) return;
  ctx.beginPath();
  ctx.arc(x, y, pixels, 0, 2 * Math.PI);
  ctx.setLineDash([2, 4]);
  ctx.lineWidth = 1;
  ctx.strokeStyle = palette.faint;
  ctx.stroke();
  ctx.setLineDash([]);
}

function paintPlaces(ctx, view, model, labels) {
  const drawn = [];
  for (const place of model.shown) {
    const { state, ring } = model.states.get(place.id) || { state: "out", ring: -1 };
    const r = symbolRadius(place);
    const color = ring < 0 ? model.palette.faint : ringStyle(ring, model.dark).color;
    eachCopy(view, place, (x, y) => {
      precisionCircle(ctx, view, place, x, y, model.palette);
      drawPlace(ctx, place.layer, x, y, r, state, color, model.palette);
      model.hits.push({ x, y, r, place });
      drawn.push({ x, y, r, place, state });
    });
  }
  for (const spot of drawn) if (spot.place.rank > 5) labels.block(spot.x, spot.y, spot.r);
  return drawn;
}

function paintSites(ctx, view, model, labels) {
  const stars = new Map();
  model.scene.rings.forEach((ring, index) => {
    const key = `${ring.lat},${ring.lon}`;
    if (index === model.scene.active || !stars.has(key)) stars.set(key, { ring, index });
  });
  const used = new Set([...stars.values()].map(({ ring }) => ring.site));
  for (const site of model.sites) {
    if (used.has(site.id)) continue;
    eachCopy(view, site, (x, y) => {
      if (view.zoom >= SITES_FROM_ZOOM) {
        precisionCircle(ctx, view, site, x, y, model.palette);
        drawSite(ctx, x, y, false, "", model.palette);
      }
      model.hits.push({ x, y, r: view.zoom >= SITES_FROM_ZOOM ? 5 : 2, site });
    });
  }
  const drawn = [];
  for (const { ring, index } of stars.values()) {
    const point = { x: worldX(ring.lon), y: worldY(ring.lat) };
    const site = model.sites.find((known) => known.id === ring.site) || {
      id: ring.site, name: ring.name, lat: ring.lat, lon: ring.lon, typed: true,
    };
    eachCopy(view, point, (x, y) => {
      drawSite(ctx, x, y, true, ringStyle(index, model.dark).color, model.palette);
      labels.block(x, y, 8);
      model.hits.push({ x, y, r: 9, site });
      drawn.push({ x, y, name: ring.name });
    });
  }
  return drawn;
}

function around(x, y, r) {
  return [
    { x: x + r + 4, y, align: "left" }, { x: x - r - 4, y, align: "right" },
    { x, y: y - r - 9 }, { x, y: y + r + 9 },
  ];
}

function corners(x, y, r) {
  return [[-1, -1], [1, -1], [-1, 1], [1, 1]].map(([dx, dy]) => (
    { x: x + dx * r, y: y + dy * r, align: dx > 0 ? "left" : "right" }));
}

/** Spots next to a point, then farther off: for names that should not be missing. */
function widely(x, y, r, offsets = [0, 8, 18, 32]) {
  return offsets.flatMap((more) => [...around(x, y, r + more), ...corners(x, y, r + more)]);
}

function labelSites(drawn, model, labels) {
  for (const { x, y, name } of drawn) {
    labels.place(shortName(name), widely(x, y, 9),
      { size: 13, weight: 700, color: model.palette.ink, halo: model.palette.halo });
  }
}

/** Names by importance: more of them as one zooms in, never over another word. */
function labelPlaces(drawn, view, model, labels) {
  const threshold = 7.4 - 0.62 * view.zoom;
  const asked = new Set(model.scene.targets); // the places people ask about come first
  const rank = ({ place }) => (asked.has(place.id) ? 8 : place.rank);
  const said = new Set(model.scene.show.includes("arcs")
    ? arcsOf(model).filter((arc) => arc.labelled).map((arc) => arc.place.id) : []);
  drawn.filter((spot) => rank(spot) >= threshold && !said.has(spot.place.id))
    .sort((a, b) => rank(b) - rank(a))
    .slice(0, 160)
    .forEach(({ x, y, r, place, state }) => {
      labels.place(shortName(place.name), rank({ place }) >= 7 ? widely(x, y, r, [0, 7]) : around(x, y, r), {
        size: 12, weight: state === "out" ? 400 : 600,
        color: state === "out" ? model.palette.faint : model.palette.ink,
        halo: model.palette.halo,
      });
    });
}
