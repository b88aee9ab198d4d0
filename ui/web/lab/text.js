// What stands below the lab: what the model leaves out, the measures' sources, questions for a class.

import { el, sourceLink } from "../base/dom.js";
import { HEIGHT_MARKS } from "../base/facts.js";
import { t } from "../base/words.js";
import { claimedText } from "../scene/ringwords.js";
import { length } from "../scene/lengths.js";

const PAYLOAD = /-\d+kg$/; // claims that are one missile with one payload or another

/**
 * Claims of one author that differ by payload alone: the example of what the model cannot know.
 * @param {Claim[]} claims of all missiles
 * @returns {Claim[]}
 */
const payloadClaims = (claims) => claims.filter(({ id }) => PAYLOAD.test(id));

/**
 * Return {node, show(claims, units)}.
 * @returns {{node: HTMLElement, show(claims: Claim[], units: Units): void}}
 */
export function labText() {
  const payload = el("ul");
  const measures = el("p");
  const left = el("section", {}, el("h2", {}, t("What the model leaves out")),
    el("p", {}, t("Payload above all. Nobody but North Korea knows what a test carried. The same missile with a light load burns out faster and so flies farther; a test with an empty nose says little of a real one.")), payload,
    el("p", {}, t("Also left out: the air, in both directions; the minutes and the hundreds of kilometres of the powered flight, which a steep climb pays for with speed; that the Earth is not quite a ball; whether a warhead comes back through the air whole; and how near it comes to what it was aimed at. Such ranges are rough, by 10 to 30 percent.")));
  const how = el("section", {}, el("h2", {}, t("How it is computed")),
    el("p", {}, t("After the engines stop a missile falls freely, along a piece of an ellipse with the middle of the Earth in one focus (Kepler). Height and distance fix that ellipse, and with it the speed. The farthest flight with this speed is known in closed form: Bate, Mueller and White, Fundamentals of Astrodynamics, chapter 6. The Earth here is a ball of 6,371 km radius that stands still.")), measures);
  const questions = el("section", {}, el("h2", {}, t("Questions to think about")), el("ol", {}, [
    t("Which angle is best? Compare a flight of 1,000 km with one of 10,000 km. Why is it not 45 degrees for both?"),
    t("Find two angles that lead to the same place. Which flight takes longer, and by how much?"),
    t("Why fire a missile almost straight up at all, if it could be tested over the sea?"),
    t("One paper wrote \u201cup to 10,000 km\u201d, another \u201c3,000 to 5,500 km\u201d, of the same flight. Which of them computed something?"),
    t("How would the range change if the test had carried a warhead half as heavy again?"),
  ].map((words) => el("li", {}, words))));
  return {
    node: el("div", { class: "rm-lab-text" }, left, how, questions),
    show(claims, units) {
      payload.replaceChildren(...payloadClaims(claims).map((claim) => (
        el("li", {}, `${claim.said_by}: ${claimedText(claim, units)}. `, sourceLink(claim.source)))));
      measures.replaceChildren(`${t("Measures in the picture:")} `, ...HEIGHT_MARKS.flatMap(({ name, height_km: km, source_name: source, source_url: address }, i) => [
        `${i ? ", " : ""}${t(name)} ${length(km, units)} (`, sourceLink({ name: source, url: address }), ")"]), ".");
    },
  };
}
