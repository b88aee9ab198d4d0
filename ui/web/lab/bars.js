// One axis of ranges: what is computed from a flight, and below it what was published of it, a row each.

import { el, svg, sourceLink } from "../base/dom.js";
import { dateText, decimal, t } from "../base/words.js";
import { HALF_WAY_KM, farthestKm, flightOf, leastSpeed } from "../flight/kepler.js";
import { claimedText } from "../scene/ringwords.js";
import { length, number } from "../scene/lengths.js";
import { roundStepKm } from "./frame.js";
import { reach, rowLink, signedSpeed } from "./words.js";

const HIGH_KM = 200; // at most, burnout altitude of the plain model's other end
const RULE = 4; // times the apogee
const MOST_KM = 20_000;
const OPEN_PART = 8; // of an open end, in percent of the axis
const TICKS = 8; // at most, about
const LEAST_STEP = 200; // between ticks, in the reader's units

/**
 * What a published range takes beyond the speed of the test: "+0.26 km/s".
 * @param {number[]} kms
 * @param {FreeFlight} flown
 * @returns {string}
 */
export function takes(kms, flown) {
  const speeds = kms.filter((km) => km < HALF_WAY_KM).map((km) => leastSpeed(km) - flown.speedKmS);
  const [low, high] = new Set(speeds.map(signedSpeed));
  return high ? t("{low} to {high}", { low, high }) : low ?? "";
}

/**
 * The rows that follow from the flight alone.
 * @param {LabModel} model
 * @param {RangeSpread | null} spread
 * @returns {LabBar[]}
 */
export function computedBars(model, spread) {
  const { given, farthestKm: most, units } = model;
  const highKm = Math.min(HIGH_KM, given.apogeeKm / 2);
  const high = farthestKm(flightOf(given.apogeeKm, given.distanceKm, highKm).speedKmS, highKm);
  const [least, farthest] = [high, most].sort((a, b) => a - b); // a flat flight's is the other way round
  const rule = RULE * given.apogeeKm;
  const computed = { id: "", date: "", source: null, note: "" };
  const factor = most === Infinity ? "" : t("Here the factor is {n}.", { n: decimal(most / given.apogeeKm, 1, 1) });
  return [
    ...(spread ? [{
      ...computed, said: t("All ranges that fit the report"), words: spanWords(spread.p05_km, spread.p95_km, units),
      low: spread.p05_km, best: spread.p50_km, high: spread.p95_km, kind: "spread", takes: t("the assumptions above; the line is the middle"),
    }] : []),
    {
      ...computed, said: t("The plain arc, engines off at {high} or at the ground", { high: length(highKm, units) }), words: spanWords(finite(least), finite(farthest), units),
      low: finite(least), best: null, high: finite(farthest), kind: "plain", takes: t("the speed of the test and nothing more"),
    },
    {
      ...computed, said: t("Four times the highest point: a rule of thumb"),
      note: `${t("It holds for the highest point of the farthest flight itself on a flat Earth, not for that of a lofted flight.")} ${factor}`,
      words: length(rule, units), low: null, best: rule, high: null, kind: "rule",
      takes: takes([rule], model.flown) || t("no speed does: it is beyond half way round the Earth"),
    },
  ];
}

/** @param {number} km @returns {number | null} */
const finite = (km) => (km === Infinity ? null : km);

/** @param {number | null} low @param {number | null} high @param {Units} units @returns {string} */
const spanWords = (low, high, units) => (
  low !== null && high !== null ? `${number(low, units)}\u2013${length(high, units)}`
    : low !== null ? t("{low} to no limit", { low: length(low, units) }) : reach(null, units));

/**
 * The rows of what was published of the flight, the shortest range first.
 * @param {Claim[]} claims
 * @param {LabModel} labModel
 * @returns {LabBar[]}
 */
export function claimBars(claims, { flown, units }) {
  const far = (/** @type {Claim} */ { low, high }) => (low ?? high ?? 0) + (high ?? low ?? 0);
  return [...claims].sort((a, b) => far(a) - far(b)).map((claim) => {
    const kms = [...new Set([claim.low, claim.high].filter((km) => km !== null))];
    const isClass = claim.statement === "class";
    return {
      id: claim.id, said: claim.said_by, date: claim.date, source: claim.source, note: claim.context,
      words: claimedText(claim, units), low: claim.low, best: null, high: claim.high, kind: claim.statement,
      takes: isClass ? t("nothing: the definition of a class, no calculation") : takes(/** @type {number[]} */ (kms), flown),
    };
  });
}

/**
 * Return the axis: {node, show(computed, claims, units)}.
 * @returns {{node: HTMLElement, show(computed: LabBar[], claims: LabBar[], units: Units): void}}
 */
export function barTable() {
  const axis = el("th", { scope: "col", class: "rm-lab-axis" });
  const heads = [t("Who says so"), t("Range"), axis, t("Speed it takes beyond that of the test")];
  const parts = [el("tbody"), el("tbody")];
  return {
    node: el("table", { class: "rm-lab-bars", "data-testid": "lab-bars" },
      el("thead", {}, el("tr", {}, heads.map((head) => (head instanceof HTMLElement ? head : el("th", { scope: "col" }, head))))), parts),
    show(computed, claims, units) {
      const kms = [...computed, ...claims].flatMap(({ low, best, high }) => [low ?? 0, best ?? 0, high ?? 0]);
      const most = Math.min(MOST_KM, Math.max(...kms) * 1.08);
      const spread = computed.find(({ kind }) => kind === "spread");
      axis.replaceChildren(axisScale(most, units));
      [[t("Computed from this flight"), computed], [t("Published of this flight"), claims]].forEach(([title, bars], i) => {
        const rows = /** @type {LabBar[]} */ (bars);
        parts[i].replaceChildren(...(rows.length ? [
          el("tr", { class: "rm-lab-group" }, el("th", { colspan: 4, scope: "rowgroup" }, /** @type {string} */ (title))),
          ...rows.map((bar) => barRow(bar, most, spread)),
        ] : []));
      });
    },
  };
}

/** @param {number} most @param {Units} units @returns {number[]} */
function ticksOf(most, units) {
  const step = roundStepKm(most / TICKS, units, LEAST_STEP);
  return Array.from({ length: Math.floor(most / step) + 1 }, (_, i) => i * step);
}

/** @param {number} most @param {Units} units @returns {SVGElement} */
function axisScale(most, units) {
  const ticks = ticksOf(most, units);
  return svg("svg", { class: "rm-lab-scale-row", "aria-hidden": "true" }, ...ticks.flatMap((km) => [
    svg("line", { x1: percent(km, most), x2: percent(km, most), y1: 16, y2: 22 }),
    svg("text", { x: percent(km, most), y: 12, "text-anchor": km > 0.93 * most ? "end" : km ? "middle" : "start" }, number(km, units)),
  ]));
}

/** @param {number} km @param {number} most @returns {string} */
const percent = (km, most) => `${((100 * Math.min(km, most)) / most).toFixed(2)}%`;

/** @param {LabBar} bar @param {number} most @param {LabBar | undefined} spread @returns {HTMLElement} */
function barRow(bar, most, spread) {
  const { id, said, date, source, note } = bar;
  const who = source ? [el("b", {}, said), `, ${dateText(date)}. `, sourceLink(source), " ", rowLink("claims", id)] : [said];
  return el("tr", {}, el("th", { scope: "row" }, who, note ? el("small", {}, note) : null), el("td", { class: "rm-num" }, bar.words),
    el("td", { class: "rm-lab-axis" }, barDrawing(bar, most, spread)), el("td", { class: "rm-lab-takes" }, bar.takes));
}

/** @param {LabBar} labBar @param {number} most @param {LabBar | undefined} spread @returns {SVGElement} */
function barDrawing({ low, best, high, kind }, most, spread) {
  /** @param {string} name @param {number | null} from @param {number | null} to */
  const bar = (name, from, to) => svg("line", { class: name, x1: percent(from ?? 0, most), x2: percent(to ?? most, most), y1: "50%", y2: "50%" });
  const behind = spread ? [svg("rect", {
    class: "rm-lab-behind", x: percent(spread.low ?? most, most), y: 0, height: "100%",
    width: `${Math.max(0, (100 * (Math.min(spread.high ?? most, most) - (spread.low ?? most))) / most).toFixed(2)}%`,
  })] : [];
  return svg("svg", { class: `rm-lab-bar-row rm-lab-${kind}`, "aria-hidden": "true" }, ...behind, ...marks());

  function marks() {
    if (kind === "floor") return open(low ?? 0, 1);
    if (kind === "ceiling") return open(high ?? 0, -1);
    if (best !== null && best > most) return beyond();
    const dots = best !== null ? [best] : low === high && low !== null ? [low] : [];
    const isSpan = dots.length === 0 || kind === "spread";
    if (isSpan && low === null && high === null) return [svg("text", { x: "99%", y: "50%", dy: 5, "text-anchor": "end" }, t("no limit"))];
    return [...(isSpan ? [bar("rm-lab-span", low, high)] : []), ...dots.map((km) => (
      kind === "spread" ? svg("line", { class: "rm-lab-middle", x1: percent(km, most), x2: percent(km, most), y1: "15%", y2: "85%" })
        : svg("circle", { cx: percent(km, most), cy: "50%", r: 5.5 })))];
  }

  /** An arrow out of the axis. */
  function beyond() {
    return [svg("line", { class: "rm-lab-open", x1: `${100 - OPEN_PART}%`, x2: "100%", y1: "50%", y2: "50%" }), arrow(100, 1)];
  }

  /** @param {number} tip @param {1 | -1} way */
  function arrow(tip, way) {
    return svg("svg", { x: `${tip}%`, y: "50%", overflow: "visible" }, svg("path", { class: "rm-lab-arrow", d: way > 0 ? "M-9 -5L0 0L-9 5" : "M9 -5L0 0L9 5" }));
  }

  /** @param {number} km @param {1 | -1} way */
  function open(km, way) {
    const at = (100 * Math.min(km, most)) / most;
    const tip = Math.min(100, Math.max(0, at + way * OPEN_PART));
    return [
      svg("line", { class: "rm-lab-open", x1: `${at}%`, x2: `${tip}%`, y1: "50%", y2: "50%" }),
      arrow(tip, way),
      svg("line", { class: "rm-lab-stop", x1: `${at}%`, x2: `${at}%`, y1: "22%", y2: "78%" }),
    ];
  }
}
