// The view of the control panel: its parts, the cards of the rings, its messages.

import { cardActions, editorActions } from "./actions.js";
import { countersText } from "./counters.js";
import { el, setText } from "../base/dom.js";
import { addRing } from "../scene/edits.js";
import { findBox } from "./find.js";
import { presetPicker } from "./presets.js";
import { ringCard, ringEditor } from "./ringcard.js";
import { MAX_RINGS } from "../scene/scene.js";
import { settings } from "./settings.js";
import { problemNote } from "../base/problems.js";
import { isDark } from "../base/style.js";
import { t } from "../base/words.js";

class PanelView {
  /** @param {Panel} panel */
  constructor(panel) {
    this.panel = panel;
    this.root = panel.root;
    /** @type {RingCard[]} */
    this.cards = [];
    this.dark = false;
    this.unfolded = false; // the form of the active ring
    this.list = el("div", { class: "rm-cards" });
    this.message = el("div", { class: "rm-message", role: "alert" });
    this.add = el("button", { type: "button", class: "st-key-add-ring", onclick: () => panel.edit(addRing) }, t("+ Add a ring"));
    this.links = panel.ways.links();
    this.presets = presetPicker((preset) => panel.usePreset(preset));
    this.settings = settings((change) => panel.edit(change));
    this.fold = el("button", { type: "button", class: "rm-fold", "aria-expanded": "false",
      onclick: () => this.unroll(!this.root.classList.contains("rm-open")) }, t("More"));
  }

  build() {
    const { tab, class: lesson, room } = this.panel; // a saved page has neither
    if (lesson) {
      this.root.after(lesson.stage);
      this.presets.nodes[0].prepend(lesson.picker);
    }
    const [share, whole] = this.links.top ?? [];
    this.root.replaceChildren(
      el("header", { class: "rm-brand" }, el("h1", {}, "Reachmap"), this.links.languages ?? "", this.links.pages ?? ""),
      this.fold,
      el("div", { class: "rm-top" }, share, lesson?.present, room?.node),
      whole ?? "",
      ...this.presets.nodes,
      findBox(tab), this.message, this.list, el("div", { class: "rm-add" }, this.add),
      this.settings.node,
      this.links.node);
  }

  /**
   * On phones: show the whole panel, or only the sliders.
   * @param {boolean} open
   */
  unroll(open) {
    this.root.classList.toggle("rm-open", open);
    this.fold.setAttribute("aria-expanded", String(open));
    setText(this.fold, open ? t("Less") : t("More"));
  }

  /** @param {Problem[]} problems */
  showProblems(problems) {
    this.message.replaceChildren(...problems.map((problem) => problemNote(problem)));
  }

  /** @param {string} text */
  say(text) {
    this.message.replaceChildren(...(text ? [el("p", {}, text)] : []));
  }

  /**
   * Draw the scene as it is now; `forms` also rebuilds the editor of the active ring.
   * @param {boolean} forms
   */
  draw(forms) {
    const { scene, answers } = this.panel;
    while (this.cards.length > scene.rings.length) this.cards.pop()?.node.remove();
    while (this.cards.length < scene.rings.length) {
      const card = ringCard(this.cards.length, cardActions(this.panel));
      this.cards.push(card);
      this.list.append(card.node);
    }
    this.dark = isDark();
    this.cards.forEach((_, index) => this.updateCard(index));
    if (!forms) return;
    this.cards.forEach((card, index) => {
      const active = index === scene.active;
      card.edit(active ? this.editorOf(index) : [], active && this.unfolded);
    });
    this.add.disabled = scene.rings.length >= MAX_RINGS;
    this.settings.update(scene, (id) => answers.places?.find((place) => place.id === id)?.name ?? id);
    this.links.update(scene);
  }

  /** @param {number} index */
  updateCard(index) {
    const { scene, answers, tab } = this.panel;
    const { rings, units, show, active } = scene;
    const ring = rings[index];
    const counters = countersText(ring, answers.of(ring.site), answers.places, show);
    this.cards[index].update(ring, { units, active: index === active, dark: this.dark, counters });
    if (index === active) tab.send("counters", { text: counters });
  }

  /** @param {number} index @returns {(HTMLElement | null)[]} */
  editorOf(index) {
    const { facts, scene } = this.panel;
    return ringEditor(index, scene.rings[index], {
      ...facts, units: scene.units, removable: scene.rings.length > 1,
    }, editorActions(this.panel));
  }
}

/**
 * Return the view of a panel; build() puts it into the page.
 * @param {Panel} panel
 * @returns {PanelView}
 */
export function panelView(panel) {
  return new PanelView(panel);
}
