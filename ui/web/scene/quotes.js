// Whose words a ring quotes, by its label, its numbers and its site: the rules of geo/link/quoted.py and
// geo/reach/quotes.py, which browser tests compare with these.

import { LIMITS } from "../base/facts.js";
import { t } from "../base/words.js";
import { ROLES } from "./edges.js";
import { MAX_LABEL, OWN, ownWords } from "./saidby.js";

/**
 * The range of a claim as ring edges: a band, or the one number given.
 * @param {Claim} claim
 * @returns {Edges}
 */
export function claimEdges(claim) {
  const { low, high } = claim;
  if (low !== null && high !== null && low !== high) return { low, best: null, high };
  return { low: null, best: high ?? low, high: null };
}

// What a ring carries of its label: whose words it is (geo/reach/quotes.py has the kinds), how it is shown in
// the page's language, and of a claim its id, its date, where it was printed and what was said (a floor ...).
/** @type {Quote} */
export const NO_QUOTE = { kind: "", claim: null, claimed: "", printed: "", source: null, said: "", statement: "", original: "", missileName: "", launched: "" };
/** @param {Claim} claim @param {Missile} missile @returns {Quote} */
const quoteOf = (claim, missile) => (
  { kind: "claim", claim: claim.id, claimed: claim.date, printed: claim.printed, source: claim.source, said: claim.said_by,
    statement: claim.statement, original: claim.original, missileName: missile.name, launched: claim.launched });

/** @param {Edges} ring @param {Edges} range @returns {boolean} */
function sameRange(ring, range) {
  return ROLES.every((role) => ring[role] === range[role]);
}

/**
 * A missile's best published figure as a link names it: in English, for all readers.
 * @param {Missile} missile
 * @returns {string}
 */
export const bestLabel = ({ names }) => `${names[0]}${LIMITS.best_label_end}`.slice(0, MAX_LABEL);

/**
 * The same in the page's language.
 * @param {Missile} missile
 * @returns {string}
 */
const bestSaid = ({ name }) => t("{missile}, best published", { missile: name });

/**
 * That figure as a ring.
 * @param {Missile} missile
 * @returns {Edges}
 */
export const bestRange = ({ low, best, high }) => ({ low: null, best: best ?? high ?? low, high: null });

/**
 * Whether a figure of a missile may stand on a ring from this site: one it may have been launched from.
 * @param {Missile} missile
 * @param {PollRing} pollRing
 * @returns {boolean}
 */
const mayStart = (missile, { site }) => missile.sites.includes(site);

/**
 * The claim a ring quotes, by its label, its numbers and its site, with its missile; else null.
 * @param {PollRing} ring
 * @param {Missile[]} missiles
 * @returns {{claim: Claim, missile: Missile} | null}
 */
function claimOf(ring, missiles) {
  for (const missile of missiles) {
    const claim = missile.claims.find((each) => each.label === ring.label && sameRange(ring, claimEdges(each)));
    if (claim && mayStart(missile, ring)) return { claim, missile };
  }
  return null;
}

/**
 * Whether a ring shows the published range of the interceptors of the battery that it is around.
 * @param {PollRing & Partial<Ring>} ring
 * @returns {boolean}
 */
const isOfInterceptors = ({ label, center, spread, low, best, high }) => (
  label === LIMITS.interceptors_label && !spread && low === null && high === null && best !== null && best === center?.interceptor);

/**
 * Find whose words the label of a ring is: the rules of geo/reach/quotes.py; a browser test compares the two.
 * @param {PollRing & Partial<Ring>} ring
 * @param {Missile[]} missiles
 */
export function recognise(ring, missiles) {
  if (!missiles.length && ring.kind) return; // the server's word, until the claims are here
  Object.assign(ring, NO_QUOTE);
  if (!ring.label) return;
  if (ring.rotating && ring.label !== OWN) return void turnedByUs(ring, missiles);
  const quoted = ring.spread ? null : claimOf(ring, missiles);
  const best = !ring.spread && missiles.find((each) => bestLabel(each) === ring.label && sameRange(ring, bestRange(each)));
  const isBest = best && mayStart(best, ring);
  if (ring.label === OWN) Object.assign(ring, { kind: "ours", said: t("own assumption") });
  else if (isOfInterceptors(ring)) Object.assign(ring, { kind: "best", said: t("interceptors, as published"), source: ring.center?.source ?? null });
  else if (quoted) Object.assign(ring, { missile: quoted.missile.id, ...quoteOf(quoted.claim, quoted.missile) });
  else if (isBest) Object.assign(ring, { kind: "best", said: bestSaid(best), printed: best.best_known, source: best.source });
  else Object.assign(ring, { kind: "words", said: ownWords(ring.label) });
}

/**
 * Of a ring with rotation: nobody claims such a curve. A claim, or a best figure, is the range without rotation.
 * @param {PollRing & Partial<Ring>} ring
 * @param {Missile[]} missiles
 */
function turnedByUs(ring, missiles) {
  const still = { ...ring, rotating: false };
  recogniseAnew(still, missiles);
  const { kind, said, source, printed } = still;
  if (kind === "words") Object.assign(ring, { kind, said });
  else Object.assign(ring, { kind: "ours", source, printed, said: t("{who} without rotation, with it computed here", { who: said ?? "" }) });
}

/**
 * The same after the label or the site of a ring was changed: what was found before is no longer so.
 * @param {PollRing & Partial<Ring>} ring
 * @param {Missile[]} missiles
 */
export function recogniseAnew(ring, missiles) {
  Object.assign(ring, NO_QUOTE);
  recognise(ring, missiles);
}
