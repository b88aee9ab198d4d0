// The flights that stand in the lab's picture whatever the slider says, as flown and at the best angle, with words.

import { svg } from "../base/dom.js";
import { EARTH } from "../base/facts.js";
import { t } from "../base/words.js";
import { arcPoints } from "../flight/kepler.js";
import { length, reported } from "../scene/lengths.js";
import { dot } from "./backdrop.js";
import { outwards, pathOf, place, rayPx } from "./frame.js";
import { SCHOOL_DEG } from "./model.js";
import { LINE_PX } from "./room.js";
import { angleWords, heightWords } from "./words.js";

const { radius_km: R } = EARTH;
export const STEPS = 120; // of an arc
const RAY_STEPS = 16;
const KNOB_PX = 8; // at the ray's end
export const AROUND = [0, 0.7, -0.7, 1.4, -1.4, Math.PI]; // of outwards, radians: where words stand beside a point
/** @type {import("./frame.js").Xy[]} */
const BESIDE = [[0.6, -0.8], [0.8, -0.6], [1, 0], [0.8, 0.6], [-0.6, -0.8], [-1, 0]]; // the place where it came down

/**
 * Return their drawing; their words take the first room in the picture.
 * @param {LabFrame} frame
 * @param {LabModel} model
 * @param {import("./room.js").Room} room
 * @returns {SVGElement[]}
 */
export function standing(frame, model, room) {
  const { flown, best, given, units } = model;
  const flights = [
    { flight: flown, name: "rm-lab-flown", lines: [t("as flown"), t("{height} high", { height: heightWords(given, units) })], end: reported(given.distanceKm, units) },
    ...(best.isOrbit ? [] : [{
      flight: best, name: "rm-lab-best", end: "", // its range is told where the slider begins
      lines: [t("best angle, {angle}", { angle: angleWords(best.elevationDeg) }), t("{height} high", { height: length(best.apogeeKm, units) })],
    }]),
  ].map((each) => ({
    ...each, points: arcPoints(each.flight, STEPS),
    top: place(frame, each.flight.rise, each.flight.topKm), foot: place(frame, each.flight.rise + each.flight.fall, R),
  }));
  const site = place(frame, 0, R);
  room.block(site, 4);
  const [rayX, rayY] = outwards(frame, 0, Math.PI / 2 - ((best.isOrbit ? SCHOOL_DEG : best.elevationDeg) * Math.PI) / 180); // where the slider begins
  /** @param {number} px along the ray @returns {import("./frame.js").Xy} */
  const onRay = (px) => [site[0] + rayX * px, site[1] + rayY * px];
  room.cross(Array.from({ length: RAY_STEPS }, (_, i) => onRay((rayPx(frame) * i) / RAY_STEPS)));
  room.cross([onRay(rayPx(frame))], KNOB_PX);
  for (const { points, top, foot } of flights) {
    room.cross(points.map(([angle, radius]) => place(frame, angle, radius)));
    room.block(top, 3.5);
    room.block(foot, 4);
  }
  return [
    ...flights.map(({ points, name }) => svg("path", { d: pathOf(frame, points), class: name })),
    ...flights.flatMap(({ flight, name, lines, end, top, foot }) => [
      dot(top, 3.5, `${name}-dot`), dot(foot, 5, `${name}-dot`),
      ...written(`${name}-words`, lines, room.take(room.beside(lines, top, AROUND.map((by) => outwards(frame, flight.rise, by))))),
      ...(end ? written(`${name}-words`, [end], room.take(room.beside([end], foot, BESIDE))) : []),
    ]),
  ];
}

/** @param {string} name @param {string[]} lines @param {import("./room.js").Spot | null} spot @returns {SVGElement[]} */
function written(name, lines, spot) {
  if (!spot) return []; // the numbers beside the picture tell it, too
  const [x, y] = spot.at;
  return [svg("text", { x, y, class: name, "text-anchor": "middle" }, ...lines.map((line, i) => svg("tspan", { x, dy: i ? LINE_PX : 0 }, line)))];
}
