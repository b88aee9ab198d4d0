// Words on a map: which are written, and where. Numbers in, boxes out; painted elsewhere
// (paintwords.js), and mirrored by pictures of the server.
//
// The rules, in the order in which words get their place:
//  1. The number of each outline ("8,000 km"; a band has one at each edge), letter by letter along
//     the ring and upright. All rings at one bearing where there is room, first towards the open
//     Pacific (118 degrees); else each searches along its ring. It loses "km" before it is
//     dropped, lies flat across a ring too small or too bent, and goes over the symbols that matter last.
//  2. Names that were asked for, the ends of the distance lines with their lengths, then the names that
//     must be written (MUST_NAMES): beside the dot, over lesser symbols if need be, else farther off
//     with a thin line back to it. What lies under a legend or a button is not in view.
//  3. The launch sites in use, by their short names, in the same way.
//  4. Who claims a ring joins its number, if the whole fits without touching anything.
//  5. Countries and US regions in wide capitals, at one of several spots within them, or not at all.
//  6. Test flights by missile and year, the highest or farthest first, the same words once: beside where
//     each came down, or at the end of a short line.
//  7. Other names by rank, the more of them the closer one looks; then sites that are not in use.
// Words of radar sectors have their places already (radar/words.js).
// Nothing overlaps another word or lies under what covers the map. A word without a line stands nearer
// to its own dot than to that of any named or larger place.

import { Room } from "./room.js";
import { nameClaimants, numberRings } from "./ringlabels.js";
import { TIER, placeName } from "./names.js";
import { placeRegion } from "./regions.js";

const BEARING_DEG = 118; // towards the open Pacific, where there is room for words

/**
 * Place all words of a map.
 * @param {LayoutFacts} facts
 * @returns {Layout}
 */
export function layoutLabels({ area, covered, dots, taken, edges, wanted, regions, measure }) {
  const room = new Room(area, covered, dots);
  taken.forEach((box) => room.words.add(box, null));
  const rings = numberRings(room, edges, BEARING_DEG, measure);
  /** @param {(name: WantedName) => boolean} isMeant */
  const name = (isMeant) => wanted.filter(isMeant).forEach((each) => placeName(room, each, measure));
  /** @param {WantedName} flight @returns {boolean} */
  const isSaid = ({ text, kind }) => room.labels.some((label) => label.kind === kind && label.text === text);
  name(({ tier }) => tier <= TIER.site);
  nameClaimants(room, edges, measure);
  regions.forEach((region) => placeRegion(room, region, measure));
  for (const flight of wanted.filter(({ tier }) => tier === TIER.flight)) if (!isSaid(flight)) placeName(room, flight, measure);
  name(({ tier }) => tier > TIER.flight);
  return { room, bearing: rings.bearing, labels: room.labels };
}

