// What a poll asks and what its result is, in words: names in the language of the page, the right
// answer from the same distances as the map.

import { shareText } from "./classbars.js";
import { getPlaces, getSite, getWords } from "./live.js";
import { classify, length, rangeText } from "./scene.js";
import { t } from "./words.js";

const ringText = (ring, units) => (ring.label ? `${rangeText(ring, units)} (${ring.label})` : rangeText(ring, units));

/** Return {place(id), site(id)}: names, ids where there is none. */
export async function namesHere() {
  const [places, sites] = await Promise.all([getPlaces(""), getWords("live/sites.json")]);
  const names = (list) => new Map(list.map(({ id, name }) => [id, name]));
  const [byPlace, bySite] = [names(places), names(sites)];
  return { place: (id) => byPlace.get(id) ?? id, site: (id) => bySite.get(id) ?? id };
}

/** Return {question, choices: [{name, isRing}]} of a poll. */
export function pollWords({ kind, place, ring, rings }, names, units) {
  if (kind === "in_out") {
    return {
      question: t("In or out? {place}, with {ring} from {site}",
        { place: names.place(place), ring: ringText(ring, units), site: names.site(ring.site) }),
      choices: [{ name: t("Inside"), isRing: false }, { name: t("Outside"), isRing: false }],
    };
  }
  return {
    question: t("Whose estimate do you believe?"),
    choices: rings.map((each) => ({ name: each.label ? `${each.label}: ${rangeText(each, units)}` : `${rangeText(each, units)}, ${names.site(each.site)}`, isRing: true })),
  };
}

/** "Inside: 12 (60%). Outside: 8 (40%).": the bars as one reads them out. */
export function resultText(choices, counts) {
  const all = counts.reduce((sum, each) => sum + each, 0);
  return choices.map(({ name }, index) => `${name}: ${shareText(counts[index], all)}.`).join(" ");
}

/** The right answer of "In or out?", "" where there is none. */
export async function rightAnswer({ kind, place, ring }, names, units) {
  if (kind !== "in_out") return "";
  const { km } = await getSite(ring.site);
  if (!(place in km)) return "";
  const values = { place: names.place(place), distance: length(km[place], units), site: names.site(ring.site), range: rangeText(ring, units) };
  return {
    in: t("{place} is inside: {distance} from {site}, and the ring is {range}.", values),
    band: t("{place} is in the band: {distance} from {site}, and the estimate is {range}.", values),
    out: t("{place} is outside: {distance} from {site}, and the ring is {range}.", values),
  }[classify(km[place], ring)];
}
