// Whose tests the map shows: all, or those of the missiles chosen here (the key `tests` of links).

import { el } from "../base/dom.js";
import { t } from "../base/words.js";
import { flownBy, getFlights, showsTests } from "./flights.js";

/**
 * Return {node, update(scene)}; `edit(change)` hands each change to the panel.
 * @param {(change: (scene: Scene) => void) => void} edit
 * @returns {{node: HTMLElement, update(scene: Scene): void}}
 */
export function missileChoice(edit) {
  /** @type {FlightFacts | null} */
  let facts = null;
  const select = el("select", { "aria-label": t("Missiles whose tests are shown"), "data-testid": "tests-missiles",
    onchange: () => { if (select.value) edit((scene) => { scene.tests = [...scene.tests, select.value]; }); } });
  const chips = el("span", { class: "rm-chips" });
  const node = el("div", { class: "rm-tests", hidden: true }, select, chips);
  /** @param {Scene} scene */
  const draw = ({ tests, date }) => {
    const names = facts?.missiles ?? {};
    const flown = flownBy(facts?.flights ?? [], date);
    const others = Object.entries(names).filter(([id]) => flown.has(id) && !tests.includes(id));
    select.replaceChildren(el("option", { value: "" }, tests.length ? t("Add a missile") : t("Tests of all missiles")),
      ...others.map(([value, name]) => el("option", { value }, name)));
    chips.replaceChildren(...tests.map((id) => el("button", {
      type: "button", title: t("Leave out its tests"),
      onclick: () => {
        edit((scene) => { scene.tests = scene.tests.filter((each) => each !== id); });
        select.focus(); // the button is gone
      },
    }, `${names[id] ?? id} \u00d7`)));
  };
  return {
    node,
    update(scene) {
      node.hidden = !showsTests(scene);
      if (node.hidden) return;
      draw(scene);
      getFlights().then((found) => {
        if (facts === found) return;
        facts = found;
        draw(scene);
      }).catch(() => {});
    },
  };
}
