// Which flights lie under the pointer: those of a tag, or the nearest line with those that run along it.

import { FLIGHTS } from "../base/facts.js";
import { tagMiddle } from "./paint.js";

const SAME_PX = 1.5; // lines this near to the nearest one can't be told apart

/**
 * What is hit within `reach` pixels, with how far it is; null where there is nothing.
 * @param {MapModel} model
 * @param {WorldPoint} point
 * @param {number} reach
 * @returns {{hit: Hit, distance: number} | null}
 */
export function flightsAt({ flightSpots: { tags, lines }, larger }, point, reach) {
  const r = FLIGHTS.tag_px * larger;
  for (const tag of tags) {
    const middle = tagMiddle(tag);
    const distance = Math.hypot(middle.x - point.x, middle.y - point.y) - r;
    if (distance < reach) return { hit: { ...middle, y: middle.y - r, r, flights: tag.flights }, distance };
  }
  const near = lines.map((line) => ({ flight: line.flight, ...nearest(line.points, point) }))
    .filter(({ distance }) => distance < reach).sort((a, b) => a.distance - b.distance);
  if (!near.length) return null;
  const [{ x, y, distance }] = near;
  const here = near.filter((each) => each.distance <= distance + SAME_PX);
  return { hit: { x, y, r: 0, flights: [...new Set(here.map(({ flight }) => flight))] }, distance };
}

/**
 * The nearest point of a line, and how far it is; its end, where its mark is, counts as nearer.
 * @param {WorldPoint[]} points
 * @param {WorldPoint} point
 * @returns {WorldPoint & {distance: number}}
 */
function nearest(points, { x, y }) {
  const end = points[points.length - 1];
  let best = { ...end, distance: Math.hypot(end.x - x, end.y - y) - FLIGHTS.mark_px };
  for (let i = 1; i < points.length; i += 1) {
    const [a, b] = [points[i - 1], points[i]];
    const [dx, dy] = [b.x - a.x, b.y - a.y];
    const part = Math.max(0, Math.min(1, ((x - a.x) * dx + (y - a.y) * dy) / (dx * dx + dy * dy || 1)));
    const at = { x: a.x + part * dx, y: a.y + part * dy };
    const distance = Math.hypot(at.x - x, at.y - y);
    if (distance < best.distance) best = { ...at, distance };
  }
  return best;
}
