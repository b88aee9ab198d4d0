// Changes to a scene, as a person makes them in the panel. Each returns nothing and edits in place;
// a name stays on a ring only while its number is the one that person gave.

import { KM_PER_UNIT, MAX_KM, MAX_LABEL, MIN_KM, OWN, clampKm, edges, length, limitKm, mainKm, number, setEdge,
  sureKm } from "./scene.js";
import { t } from "./words.js";

const FIRST_SPREAD = 0.1; // a new band is the range, a tenth less and a tenth more, to start with

/** The range of a claim as ring edges: a band, or the one number given. */
function claimEdges(claim) {
  const { low, high } = claim;
  if (low !== null && high !== null && low !== high) return { low, best: null, high };
  return { low: null, best: high ?? low, high: null };
}

// What a ring carries of the claim it quotes: its id, its date, where it was printed, and who said it
// in the page's language.
const NO_QUOTE = { claim: null, claimed: "", source: null, said: "" };
const quoteOf = (claim) => (
  { claim: claim.id, claimed: claim.date, source: claim.source, said: claim.said_by ?? "" });

function sameRange(ring, range) {
  return ["low", "best", "high"].every((role) => ring[role] === range[role]);
}

/** A missile's best published figure as a link names it: in English, for all readers. */
const bestLabel = ({ names }) => `${names[0]}, best published`.slice(0, MAX_LABEL);

/** What is shown for a label whose numbers are no claim's. */
function saidOtherwise(ring, missiles) {
  if (!missiles.length) return ring.said ?? ""; // the server's word, until the claims are here
  const claim = missiles.flatMap(({ claims }) => claims).find(({ label }) => label === ring.label);
  if (claim) return claim.said_by; // its words, with other numbers: as geo/quotes.py shows them
  const missile = missiles.find((each) => bestLabel(each) === ring.label);
  return missile ? t("{missile}, best published", { missile: missile.name }) : "";
}

/** Find which claim a ring quotes, by its label and its numbers. */
export function recognise(ring, missiles) {
  for (const missile of missiles) {
    for (const claim of missile.claims) {
      if (claim.label === ring.label && sameRange(ring, claimEdges(claim))) {
        Object.assign(ring, { missile: missile.id, ...quoteOf(claim) });
        return;
      }
    }
  }
  Object.assign(ring, { ...NO_QUOTE, said: saidOtherwise(ring, missiles) });
}

/** After a number changed: drop the name of whoever gave another number; restore it on return. */
function attribute(ring, before, missiles) {
  if (before.claim && !before.quoted) ring.quoted = { label: before.label };
  const quote = ring.quoted;
  if (quote) {
    const named = { ...ring, label: quote.label };
    recognise(named, missiles);
    if (named.claim) {
      Object.assign(ring, named);
      return;
    }
  }
  if (ring.claim) Object.assign(ring, { label: OWN, ...NO_QUOTE });
}

export function changeRange(ring, role, km, missiles) {
  const before = { claim: ring.claim, label: ring.label, quoted: ring.quoted };
  setEdge(ring, role, km);
  attribute(ring, before, missiles);
}

export function chooseClaim(ring, claim) {
  ring.quoted = null;
  if (!claim) {
    Object.assign(ring, { label: OWN, ...NO_QUOTE });
    return;
  }
  Object.assign(ring, claimEdges(claim), { label: claim.label, ...quoteOf(claim) });
}

/** Choose a missile: its first claim is a start, else its best published figure. */
export function chooseMissile(ring, missile) {
  ring.missile = missile ? missile.id : "";
  if (!missile) return;
  if (missile.claims.length) chooseClaim(ring, missile.claims[missile.claims.length - 1]);
  else if (missile.best ?? missile.high ?? missile.low) {
    Object.assign(ring, {
      low: null, best: missile.best ?? missile.high ?? missile.low, high: null, ...NO_QUOTE,
      label: bestLabel(missile),
      said: t("{missile}, best published", { missile: missile.name }),
    });
  }
}

export function chooseBand(ring, wanted, missiles) {
  const before = { claim: ring.claim, label: ring.label, quoted: ring.quoted };
  if (wanted && ring.low === null) {
    const best = ring.best;
    const spread = Math.max(5, Math.round((best * FIRST_SPREAD) / 10) * 10);
    ring.low = Math.max(MIN_KM, best - spread);
    ring.high = Math.min(MAX_KM, best + spread);
    if (ring.low >= best || ring.high <= best) ring.best = null;
  } else if (!wanted) Object.assign(ring, { low: null, best: mainKm(ring), high: null });
  attribute(ring, before, missiles);
}

/** A new ring like the last one, a little farther. */
export function addRing(scene) {
  const last = scene.rings[scene.rings.length - 1];
  const km = clampKm(Math.round((limitKm(last) + 1000) / 10) * 10);
  scene.rings.push({
    site: last.site, name: last.name, lat: last.lat, lon: last.lon, low: null, high: null,
    best: km === limitKm(last) ? clampKm(sureKm(last) / 2) : km, label: "", missile: "",
    ...NO_QUOTE,
  });
  scene.active = scene.rings.length - 1;
}

export function removeRing(scene, index) {
  scene.rings.splice(index, 1);
  scene.active = Math.min(scene.active > index ? scene.active - 1 : scene.active, scene.rings.length - 1);
}

/** A number typed in the units chosen: the kilometres it means, or why it cannot be used. */
export function readKm(text, ring, role, units) {
  const km = Number(text) * KM_PER_UNIT[units];
  if (!text.trim() || !Number.isFinite(km) || km < MIN_KM || km > MAX_KM) {
    const given = text || t("nothing");
    return { problem: t("{given} is not a range: {least} to {most} are accepted",
      { given, least: number(MIN_KM, units), most: length(MAX_KM, units) }) };
  }
  const order = edges(ring).map((edge) => (edge.role === role ? km : edge.km));
  if (order.some((value, i) => i && value <= order[i - 1])) {
    return { problem: t("{given}: low, best and high must grow", { given: text }) };
  }
  return { km: Math.round(km * 1e6) / 1e6 };
}

// As geo.query cleans labels: controls, what turns text around, and halves of characters.
const CONTROL = /[\u0000-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]|\p{Surrogate}/gu;

/** Plain text of at most 60 characters. */
export function cleanLabel(text) {
  const clean = text.replace(CONTROL, " ").trim();
  return [...clean].slice(0, MAX_LABEL).join("").trim(); // whole characters, not halves
}
