// The view of the control panel: its parts, the cards of the rings, its messages.

import { cardActions, editorActions } from "./actions.js";
import { el, setText } from "../base/dom.js";
import { addRing } from "../scene/edits.js";
import { isMotionWelcome } from "../base/frames.js";
import { findBox } from "./find.js";
import { presetPicker } from "./presets.js";
import { ringCard } from "../card/card.js";
import { ringEditor } from "../card/editor.js";
import { MAX_RINGS } from "../scene/scene.js";
import { countersText, resultOf } from "./sentences.js";
import { settings } from "./settings.js";
import { problemNote } from "../base/problems.js";
import { isDark } from "../base/style.js";
import { t } from "../base/words.js";

class PanelView {
  /** @param {HTMLElement} root @param {PanelWays} ways @param {PanelControls} panel */
  constructor(root, ways, panel) {
    this.panel = panel;
    this.root = root;
    /** @type {RingCard[]} */
    this.cards = [];
    this.dark = false;
    this.unfolded = false; // the form of the active ring
    /** @type {number | null} */
    this.revealed = null; // the ring whose card was brought into view
    this.list = el("div", { class: "rm-cards" });
    this.listWidth = 0; // of all cards
    new ResizeObserver(() => this.fitRow()).observe(this.list);
    this.message = el("div", { class: "rm-message", role: "alert" });
    this.add = el("button", { type: "button", class: "st-key-add-ring", onclick: () => panel.edit(addRing) }, t("+ Add a ring"));
    this.links = ways.links();
    this.presets = presetPicker((preset) => panel.usePreset(preset));
    this.settings = settings((change) => panel.edit(change));
    this.fold = el("button", { type: "button", class: "rm-fold", "aria-expanded": "false",
      onclick: () => this.unroll(!this.root.classList.contains("rm-open")) }, t("More"));
  }

  /**
   * Put all into the page; a saved page has nothing for teaching, nor a class.
   * @param {Teaching} [teaching]
   * @param {{node: HTMLElement}} [classroom]
   */
  build(teaching, classroom) {
    if (teaching) {
      this.root.after(teaching.stage);
      this.presets.nodes[0].prepend(teaching.picker);
    }
    const [share, whole] = this.links.top ?? [];
    this.root.replaceChildren(
      el("header", { class: "rm-brand" }, el("h1", {}, "Reachmap"), this.links.languages ?? "", this.links.pages ?? ""),
      this.fold,
      el("div", { class: "rm-top" }, share, teaching?.present, classroom?.node),
      whole ?? "",
      ...this.presets.nodes,
      findBox(this.panel.tab), this.message, this.list, el("div", { class: "rm-add" }, this.add),
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
    if (!open && this.revealed !== null) this.reveal(this.revealed, true);
  }

  /**
   * Whether the form of the active ring is open.
   * @param {boolean} open
   */
  unfold(open) {
    this.unfolded = open;
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
   * Draw what is `seen`; `forms` also rebuilds the editor of the active ring.
   * @param {SeenPanel} seen
   * @param {boolean} forms
   */
  draw(seen, forms) {
    const { scene, answers } = seen;
    while (this.cards.length > scene.rings.length) this.cards.pop()?.node.remove();
    while (this.cards.length < scene.rings.length) {
      const card = ringCard(this.cards.length, cardActions(this.panel));
      this.cards.push(card);
      this.list.append(card.node);
    }
    this.dark = isDark();
    this.cards.forEach((_, index) => this.updateCard(seen, index));
    this.reveal(scene.active);
    if (!forms) return;
    this.cards.forEach((card, index) => {
      const active = index === scene.active;
      card.edit(active ? this.editorOf(seen, index) : [], active && this.unfolded);
    });
    this.add.disabled = scene.rings.length >= MAX_RINGS;
    this.settings.update(scene, (id) => answers.places?.find((place) => place.id === id)?.name ?? id);
    this.links.update(scene);
  }

  /**
   * On phones, where the cards stand in a row: bring the one of the active ring into view.
   * @param {number} active
   * @param {boolean} [anew] it may be out of view though the same ring is active
   */
  reveal(active, anew = this.revealed === null) {
    if (active === this.revealed && !anew) return;
    this.revealed = active;
    const [card, row] = [this.cards[active].node, this.list].map((node) => node.getBoundingClientRect());
    const left = this.list.scrollLeft + card.left - row.left - (row.width - card.width) / 2;
    this.list.scrollTo({ left, behavior: anew || !isMotionWelcome() ? "instant" : "smooth" });
  }

  /** The row may get its shape after its cards: when styles come late, or a phone is turned. */
  fitRow() {
    const { scrollWidth } = this.list;
    if (scrollWidth === this.listWidth || this.revealed === null) return;
    this.listWidth = scrollWidth;
    this.reveal(this.revealed, true);
  }

  /** @param {SeenPanel} seen @param {number} index */
  updateCard({ scene, facts, answers, seq, hasMore, isAtRest }, index) {
    const { rings, units, show, active } = scene;
    const ring = rings[index];
    const answer = answers.of(ring.site);
    this.cards[index].update(ring, {
      units, active: index === active, dark: this.dark, isAtRest, rings, missiles: facts.missiles,
      counters: () => countersText(ring, answer, answers.places, show),
    });
    if (index === active) this.panel.tab.send("result", { sentences: resultOf(scene, answer, answers.places), seq, hasMore });
  }

  /** @param {SeenPanel} seen @param {number} index @returns {(HTMLElement | null)[]} */
  editorOf({ facts, scene }, index) {
    return ringEditor(index, scene.rings[index], {
      ...facts, units: scene.units, removable: scene.rings.length > 1,
    }, editorActions(this.panel));
  }
}

/**
 * Return the view of a panel whose controls() are these; build() puts it into the page.
 * @param {HTMLElement} root
 * @param {PanelWays} ways
 * @param {PanelControls} controls
 * @returns {PanelView}
 */
export function panelView(root, ways, controls) {
  return new PanelView(root, ways, controls);
}
