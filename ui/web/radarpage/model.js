// What the page shows of a radar: its sectors, and which cities and launch areas lie in them.

import { isPeopled } from "../base/layers.js";
import { placesOn } from "../base/standing.js";
import { inverse } from "../earth/geodesic.js";
import { isWithin } from "../earth/sectors.js";
import { between } from "./between.js";

export const SEONGJU = "tpy2_seongju";
export const TERMINAL_KM = 600;
export const FORWARD_KM = 2000;
/** The radars that the page tells of: of one type, in South Korea and Japan. */
export const OF_THE_ROW = [SEONGJU, "tpy2_shariki", "tpy2_kyogamisaki"];
const IN_CHINA = "beijing"; // its country's name, in whatever language
const CIRCLE_KM = 200; // where a battery's own is not published

/**
 * The sectors that the page begins with: those of the address, all of one of its radars, else Seongju's 600 km.
 * @param {Radar[]} radars
 * @param {RadarAssumption[]} assumed
 * @returns {Pick<RadarPageModel, "radar" | "kms" | "azimuth" | "width">}
 */
export function firstSectors(radars, assumed) {
  const id = assumed.find((each) => OF_THE_ROW.includes(each.id))?.id ?? SEONGJU;
  const radar = /** @type {Radar} */ (radars.find((each) => each.id === id));
  const mine = assumed.filter((each) => each.id === id);
  const { azimuth, width } = mine[0] ?? radar;
  const kms = [...new Set(mine.map(({ km }) => km))].sort((a, b) => b - a);
  return { radar, kms: kms.length ? kms : [TERMINAL_KM], azimuth, width };
}

/**
 * China's cities and the launch areas of North Korea as a radar has them, the nearest first.
 * @param {Radar} radar
 * @param {Pick<RadarPageFacts, "places" | "sites">} facts
 * @returns {SeenThing[]}
 */
export function thingsAround(radar, { places, sites }) {
  const china = places.find(({ id }) => id === IN_CHINA)?.country;
  /** @param {LatLon} point @returns {Way} */
  const way = ({ lat, lon }) => inverse(radar.lat, radar.lon, lat, lon);
  const cities = places.filter((place) => isPeopled(place) && place.country === china);
  return [
    ...cities.map((city) => ({ id: city.id, name: city.name, kind: city.kind.includes("capital") ? city.kind_words : "", isSite: false, ...way(city) })),
    ...sites.map((site) => ({ id: site.id, name: site.short, kind: "", isSite: true, ...way(site) })),
  ].sort((a, b) => a.km - b.km);
}

/**
 * Which of them lie in a sector, and which only as near.
 * @param {SeenThing[]} things
 * @param {Pick<Sector, "km" | "azimuth" | "width">} sector
 * @returns {SeenThings}
 */
export function seenThings(things, sector) {
  const near = things.filter(({ km }) => km <= sector.km);
  const inside = near.filter((thing) => isWithin(sector, thing));
  return { inside, elsewhere: near.filter((thing) => !inside.includes(thing)), next: things.find(({ km, isSite }) => !isSite && km > sector.km) ?? null };
}

/**
 * The ids of the places that stand on a day, or ever.
 * @param {Place[]} places
 * @param {string | null} date
 * @returns {Set<string>}
 */
export const standingOn = (places, date) => new Set((date ? placesOn(places, date) : places).map(({ id }) => id));

/**
 * What a battery stands between, by the ids that the address has.
 * @param {RadarPageFacts} facts
 * @param {RadarPageAsked} asked
 * @returns {Between}
 */
export function betweenOf({ sites, places }, asked) {
  const site = /** @type {Site} */ (sites.find(({ id }) => id === asked.launch));
  const [target, battery] = [asked.target, asked.battery].map((wanted) => /** @type {Place} */ (places.find(({ id }) => id === wanted)));
  return between(site, target, battery, battery.interceptor ?? CIRCLE_KM);
}

/**
 * The last event by a day, null before the first; without a day the last one.
 * @param {DefenceEvent[]} events by date
 * @param {string | null} date
 * @returns {DefenceEvent | null}
 */
export const eventOn = (events, date) => events.filter(({ day }) => !date || day <= date).pop() ?? null;

/**
 * What the test hook tells.
 * @param {RadarPageModel} model
 * @returns {object}
 */
export function stateOf({ facts, radar, kms, azimuth, width, scene, seen, between: ways }) {
  const { site, target, battery, km, flight, enterKm, leaveKm, nearestKm } = ways;
  return {
    radar: radar.id, range_km: kms, azimuth_deg: azimuth, width_deg: width, date: scene.date,
    inside: seen.inside.map(({ id }) => id), elsewhere: seen.elsewhere.map(({ id }) => id),
    event: eventOn(facts.events, scene.date)?.id ?? null,
    between: {
      launch: site.id, target: target.id, battery: battery.id, km, minutes: flight.timeMin, apogee_km: flight.apogeeKm,
      enter_km: enterKm, leave_km: leaveKm, nearest_km: nearestKm,
    },
  };
}
