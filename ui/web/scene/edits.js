// Changes to a scene, as a person makes them in the panel. Each returns nothing and edits in place;
// a name stays on a ring only while its number is the one that person gave.

import { LIMITS } from "../base/facts.js";
import { MAX_KM, MIN_KM, clampKm, edges, limitKm, mainKm, setEdge, sureKm } from "./edges.js";
import { length } from "./lengths.js";
import { NO_QUOTE, bestLabel, bestRange, claimEdges, recogniseAnew } from "./quotes.js";
import { MAX_LABEL, OWN } from "./saidby.js";
import { t } from "../base/words.js";

const FIRST_SPREAD = 0.1; // a new band is the range, a tenth less and a tenth more, to start with

/**
 * Whether a label says somebody's number: it goes when the number does.
 * @param {Partial<Ring>} given
 * @returns {boolean}
 */
const isNumbered = ({ kind, label }) => kind === "claim" || kind === "best" || (kind === "ours" && label !== OWN);

/**
 * Call a ring one's own.
 * @param {Ring} ring
 */
const disown = (ring) => Object.assign(ring, NO_QUOTE, { label: OWN, kind: "ours", said: t("own assumption") });

/**
 * After a number changed: drop the name of whoever gave another number; restore it on return.
 * @param {Ring} ring
 * @param {Pick<Ring, "kind" | "label" | "quoted">} before
 * @param {Missile[]} missiles
 */
function attribute(ring, before, missiles) {
  if (isNumbered(before) && !before.quoted) ring.quoted = { label: before.label };
  const quote = ring.quoted;
  if (quote) {
    const named = { ...ring, label: quote.label };
    recogniseAnew(named, missiles);
    if (isNumbered(named)) {
      Object.assign(ring, named);
      return;
    }
  }
  if (isNumbered(ring)) disown(ring);
  else recogniseAnew(ring, missiles);
}

/**
 * Change one edge; a typed one (`apart` 0) moves no other.
 * @param {Ring} ring
 * @param {Role} role
 * @param {number} km
 * @param {Missile[]} missiles
 * @param {number} [apart]
 */
export function changeRange(ring, role, km, missiles, apart) {
  const before = { kind: ring.kind, label: ring.label, quoted: ring.quoted };
  setEdge(ring, role, km, apart);
  attribute(ring, before, missiles);
}

/** @param {Ring} ring @param {Partial<Edges>} moved @param {Missile[]} missiles */
export function shiftBand(ring, moved, missiles) {
  const before = { kind: ring.kind, label: ring.label, quoted: ring.quoted };
  Object.assign(ring, moved);
  attribute(ring, before, missiles);
}

/** @param {Ring} ring @param {Claim | undefined} claim @param {Missile[]} missiles */
export function chooseClaim(ring, claim, missiles) {
  ring.quoted = null;
  if (!claim) {
    disown(ring);
    return;
  }
  Object.assign(ring, claimEdges(claim), { label: claim.label, spread: null });
  recogniseAnew(ring, missiles);
}

/**
 * Choose a missile: its first claim is a start, else its best published figure.
 * @param {Ring} ring
 * @param {Missile | undefined} missile
 * @param {Missile[]} missiles
 */
export function chooseMissile(ring, missile, missiles) {
  ring.missile = missile ? missile.id : "";
  if (!missile) return;
  if (missile.claims.length) chooseClaim(ring, missile.claims[missile.claims.length - 1], missiles);
  else if (bestRange(missile).best) {
    ring.quoted = null;
    Object.assign(ring, bestRange(missile), { label: bestLabel(missile), spread: null });
    recogniseAnew(ring, missiles);
  }
}

/**
 * Take the Earth's rotation in, or leave it out.
 * @param {Ring} ring
 * @param {boolean} wanted
 * @param {Missile[]} missiles
 */
export function chooseRotation(ring, wanted, missiles) {
  ring.rotating = wanted;
  recogniseAnew(ring, missiles);
}

/** @param {Ring} ring @param {boolean} wanted @param {Missile[]} missiles */
export function chooseBand(ring, wanted, missiles) {
  const before = { kind: ring.kind, label: ring.label, quoted: ring.quoted };
  if (wanted && ring.low === null) {
    const best = mainKm(ring);
    const spread = Math.max(5, Math.round((best * FIRST_SPREAD) / 10) * 10);
    ring.low = Math.max(MIN_KM, best - spread);
    ring.high = Math.min(MAX_KM, best + spread);
    if (ring.low >= best || ring.high <= best) ring.best = null;
  } else if (!wanted) Object.assign(ring, { low: null, best: mainKm(ring), high: null });
  attribute(ring, before, missiles);
}

const BAND_STEP_KM = 10;

/**
 * Have a ring of a report be the band of its edges, which can be dragged: as round as these are told.
 * @param {Ring} ring
 * @param {Missile[]} missiles
 */
export function bandOfSpread(ring, missiles) {
  const rounded = Object.fromEntries(edges(ring).map(({ role, km }) => [role, clampKm(Math.round(km / BAND_STEP_KM) * BAND_STEP_KM)]));
  const isApart = new Set(Object.values(rounded)).size === edges(ring).length;
  Object.assign(ring, isApart ? rounded : {}, { spread: null });
  recogniseAnew(ring, missiles);
}

/**
 * A new ring like the last one, a little farther.
 * @param {Scene} scene
 */
export function addRing(scene) {
  const last = scene.rings[scene.rings.length - 1];
  const km = clampKm(Math.round((limitKm(last) + 1000) / 10) * 10);
  scene.rings.push({
    site: last.site, name: last.name, short: last.short, lat: last.lat, lon: last.lon, center: last.center, low: null, high: null,
    best: km === limitKm(last) ? clampKm(sureKm(last) / 2) : km, label: "", missile: "",
    ...NO_QUOTE,
  });
  scene.active = scene.rings.length - 1;
}

/** @param {Scene} scene @param {number} index */
export function removeRing(scene, index) {
  scene.rings.splice(index, 1);
  scene.active = Math.min(scene.active > index ? scene.active - 1 : scene.active, scene.rings.length - 1);
}

/**
 * Why a number cannot be that edge of a ring, or "": the edges must grow.
 * @param {Edges} ring
 * @param {Role} role
 * @param {number} km
 * @param {Units} units
 * @returns {string}
 */
export function orderProblem(ring, role, km, units) {
  const order = edges(ring).map((edge) => (edge.role === role ? km : edge.km));
  const grows = order.every((value, i) => !i || value > order[i - 1]);
  return grows ? "" : t("{given}: low, best and high must grow", { given: length(km, units) });
}

// As geo/link/ringtext.py cleans labels: controls, what turns text around, and halves of characters.
const CONTROL = new RegExp(`[${LIMITS.controls}]`, "gu");

/**
 * Plain text of at most 60 characters.
 * @param {string} text
 * @returns {string}
 */
export function cleanLabel(text) {
  const clean = text.replace(CONTROL, " ").trim();
  return [...clean].slice(0, MAX_LABEL).join("").trim(); // whole characters, not halves
}
