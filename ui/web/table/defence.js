// The columns of missile defence: which radars see a place by what is drawn, and which THAAD battery stands near it.

import { LAYERS } from "../base/facts.js";
import { NEAR_KM, batteriesOf, nearestBattery } from "../radar/batteries.js";
import { seeingOf } from "../sectors/seen.js";
import { shownSectors } from "../sectors/sectors.js";
import { length } from "../scene/lengths.js";
import { t } from "../base/words.js";

const BATTERIES = LAYERS.filter((layer) => layer.has_interceptors).map(({ id }) => id);
const LAST = Number.MAX_VALUE; // what has no answer stands behind what has one

/** @typedef {import("./columns.js").Column} Column */

/**
 * The columns of a scene: that of radars while a sector is shown, that of batteries with their layer.
 * @param {Scene} scene
 * @param {Place[]} places all of its day
 * @param {RadarFacts | null} radars null where none is shown
 * @returns {{seen: Column[], near: Column[]}}
 */
export function defenceColumns(scene, places, radars) {
  const sectors = radars ? shownSectors(radars, scene, new Set(places.map(({ id }) => id))) : [];
  return {
    seen: sectors.length ? [seenColumn(sectors, scene.units)] : [],
    near: BATTERIES.some((id) => scene.show.includes(id)) ? [nearColumn(batteriesOf(places), scene.units)] : [],
  };
}

/** @param {RadarSector[]} sectors @param {Units} units @returns {Column} */
function seenColumn(sectors, units) {
  return {
    key: "seen", head: t("Seen by radars"), value: ({ place }) => seeingOf(sectors, place)[0]?.km ?? LAST,
    cell: ({ place }) => seeingOf(sectors, place).map(({ radar, km }) => `${radar.short} ${length(km, units)}`).join("; "),
  };
}

/** @param {Place[]} batteries @param {Units} units @returns {Column} */
function nearColumn(batteries, units) {
  return {
    key: "battery", head: t("THAAD battery within {limit}", { limit: length(NEAR_KM, units) }),
    value: ({ place }) => nearestBattery(batteries, place)?.km ?? LAST,
    cell: ({ place }) => {
      const near = nearestBattery(batteries, place);
      return near ? `${near.battery.name}, ${length(near.km, units)}` : "";
    },
  };
}
