// The view of the control panel: its parts, the cards of the rings, its messages.

import { cardActions, editorActions } from "./actions.js";
import { datedText, factsOn } from "../card/asof.js";
import { el, setText, within } from "../base/dom.js";
import { addRing } from "../scene/edits.js";
import { isSheet, watchLayout } from "../page/layout.js";
import { presetPicker } from "./presets.js";
import { radarControl } from "../radar/control.js";
import { ringCard } from "../card/card.js";
import { ringEditor } from "../card/editor.js";
import { ringTabs } from "./ringtabs.js";
import { MAX_RINGS, speaking } from "../scene/scene.js";
import { titleOf } from "../scene/titles.js";
import { findingOf } from "../scene/headline.js";
import { countersText, resultOf } from "./sentences.js";
import { settings } from "./settings.js";
import { problemNotes } from "../base/problems.js";
import { isDark } from "../base/style.js";
import { teachMenu } from "./teachmenu.js";
import { timelineBar } from "../timeline/bar.js";
import { undoButtons } from "./undo.js";
import { t } from "../base/words.js";

const ROOT = document.documentElement;

class PanelView {
  /** @param {HTMLElement} root @param {PanelWays} ways @param {PanelControls} panel */
  constructor(root, ways, panel) {
    this.panel = panel;
    this.root = root;
    /** @type {RingCard[]} */
    this.cards = [];
    this.dark = false;
    this.unfolded = false; // the form of the active ring
    this.list = el("div", { class: "rm-cards" });
    this.tabs = ringTabs((index) => panel.edit((scene) => { scene.active = index; }));
    this.message = el("div", { class: "rm-message", role: "alert" });
    this.add = el("button", { type: "button", class: "st-key-add-ring", onclick: () => panel.edit(addRing) },
      el("span", { class: "rm-long" }, t("+ Add a ring")), el("span", { class: "rm-short" }, t("+ Ring")));
    this.undo = ways.hasServer ? undoButtons() : []; // a saved page has no address, and so no history
    this.links = ways.links();
    this.presets = presetPicker((preset) => panel.usePreset(preset));
    this.radars = radarControl(panel);
    this.timeline = timelineBar(panel, (isOpen) => this.settings.tellTimeline(isOpen));
    this.settings = settings((change) => panel.edit(change), (isWanted) => {
      this.unroll(false);
      this.timeline.open(isWanted);
    });
    this.table = el("button", { type: "button", class: "rm-to-table", onclick: () => this.showTable(!ROOT.hasAttribute("data-table")) }, t("Table"));
    this.fold = el("button", { type: "button", class: "rm-fold", "aria-expanded": "false",
      onclick: () => this.unroll(!ROOT.hasAttribute("data-open")) }, t("More"));
  }

  /**
   * Put all into the page; a saved page has nothing for teaching, nor a class.
   * @param {Teaching} [teaching]
   * @param {{node: HTMLElement}} [classroom]
   */
  build(teaching, classroom) {
    const { share, whole, lessons = [], languages } = this.links;
    const teach = teaching && teachMenu(this.panel.tab, { ...teaching, pages: lessons, entry: classroom?.node });
    this.root.after(...(teaching ? [teaching.stage] : []), this.timeline.node);
    // In the order in which they are seen: keys and screen readers go through them so.
    this.root.replaceChildren(
      el("header", { class: "rm-brand" }, el("h1", {}, "Reachmap"), languages ?? ""),
      this.presets.node, this.message, this.list, this.tabs.node, this.radars.node, this.presets.about,
      el("div", { class: "rm-do" }, this.add, this.undo),
      this.settings.node,
      el("div", { class: "rm-ways" }, share, teach?.button), teach?.menu ?? "",
      el("div", { class: "rm-foot" }, this.table, this.links.node, whole), this.fold);
    watchLayout(within(document, ".st-key-panel"), this.timeline.node);
  }

  /**
   * In the sheet of a phone: show all controls, or only the active slider and what is done most.
   * @param {boolean} open
   */
  unroll(open) {
    ROOT.toggleAttribute("data-open", open);
    this.fold.setAttribute("aria-expanded", String(open));
    setText(this.fold, open ? t("Less") : t("More"));
    if (open) within(document, ".st-key-panel").scrollTo(0, 0);
  }

  /**
   * Where it stands below the map, go there; above the sheet of a phone it takes the map's place.
   * @param {boolean} wanted
   */
  showTable(wanted) {
    const shown = isSheet() && wanted;
    ROOT.toggleAttribute("data-table", shown);
    setText(this.table, shown ? t("Map") : t("Table"));
    if (!wanted) return;
    this.unroll(false);
    const table = within(document, ".rm-table");
    table.tabIndex = -1;
    table.focus({ preventScroll: true });
    within(document, ".st-key-table").scrollIntoView();
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
    this.message.replaceChildren(...problemNotes(problems));
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
    this.tabs.update(scene, this.dark);
    this.radars.update(scene, answers);
    this.timeline.update(scene);
    if (!forms) return;
    this.cards.forEach((card, index) => {
      const active = index === scene.active;
      card.edit(active ? this.editorOf(seen, index) : [], active && this.unfolded);
    });
    this.add.disabled = scene.rings.length >= MAX_RINGS;
    this.presets.update(scene);
    this.settings.update(scene, (id) => answers.places?.find((place) => place.id === id)?.name ?? id);
    this.links.update(scene);
  }

  /** Sectors move: where no ring is shown, the headline is about them. @param {SeenPanel} seen */
  updateRadars(seen) {
    this.radars.update(seen.scene, seen.answers);
    if (speaking(seen.scene) === null) this.updateCard(seen, seen.scene.active);
  }

  /** @param {SeenPanel} seen @param {number} index */
  updateCard({ scene, facts, answers, seq, hasMore, isAtRest }, index) {
    const { rings, units, show, active, date } = scene;
    const ring = rings[index];
    const answer = answers.of(ring.site);
    this.cards[index].update(ring, {
      units, active: index === active, dark: this.dark, isAtRest, rings, missiles: facts.missiles, date,
      dated: () => datedText(ring, facts, date),
      counters: () => countersText(ring, answer, answers.places, show),
    });
    if (index !== active) return;
    const spoken = answers.of(rings[speaking(scene) ?? active].site);
    const headline = () => ({ title: titleOf(scene), finding: findingOf(scene, answers.of, answers.places, answers.radars), note: scene.note });
    this.panel.tab.send("result", { sentences: resultOf(scene, spoken, answers.places), seq, hasMore, headline });
  }

  /** @param {SeenPanel} seen @param {number} index @returns {(HTMLElement | null)[]} */
  editorOf({ facts, scene }, index) {
    const ring = scene.rings[index];
    return ringEditor(index, ring, {
      ...factsOn(facts, scene.date, ring), units: scene.units, removable: scene.rings.length > 1,
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
