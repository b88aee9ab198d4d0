// The control panel. It owns the scene of its tab: the map and the table follow it over the bus
// while a thumb moves, and Python learns of it when the thumb rests.

import { cardActions, editorActions, setSite } from "./actions.js";
import { createAnswers } from "./answers.js";
import { bus } from "./bus.js";
import { classroom } from "./classroom.js";
import { countersText } from "./counters.js";
import { el, setText } from "./dom.js";
import { addRing, recognise } from "./edits.js";
import { findBox } from "./find.js";
import { links } from "./links.js";
import { getWords } from "./live.js";
import { presetPicker } from "./presets.js";
import { ringCard, ringEditor } from "./ringcard.js";
import { MAX_RINGS, toQuery } from "./scene.js";
import { settings } from "./settings.js";
import { isDark } from "./style.js";
import { teaching } from "./teaching.js";
import { tweened } from "./tween.js";
import { t } from "./words.js";

// What a saved page does otherwise (standalone.js).
const IN_APP = {
  links,
  teaching,
  classroom,
  isBareLink: () => !/[?&](ring|story|room)=/.test(location.search),
  writeAddress: (query) => history.replaceState(history.state, "", `${location.pathname}?${query}`),
};

class Panel {
  constructor(root, ways) {
    this.tab = bus();
    this.root = root;
    this.ways = ways;
    this.seq = 0;
    this.facts = { sites: [], missiles: [] };
    this.answers = createAnswers((what) => this.refresh(what === "places"));
    this.cards = [];
    this.timer = 0;
    this.navigated = false;
    this.unused = []; // keys of the link whose value could not be used
    this.unfolded = false; // the form of the active ring
    this.unanswered = false; // a commit is on its way
    this.build();
    window.addEventListener("popstate", () => { this.navigated = true; });
    this.tab.on("pick", ({ site }) => setSite(this, this.scene.active, site));
    this.tab.on("find", ({ id, show }) => {
      this.unroll(false); // on a phone the open panel would hide what was found
      if (!show) this.addTarget(id);
    });
    this.tab.on("view", (at) => this.keepView(at));
    this.tab.on("revived", () => this.unanswered && this.commit());
    this.tab.on("theme", () => this.scene && this.refresh());
  }

  build() {
    this.list = el("div", { class: "rm-cards" });
    this.message = el("div", { class: "rm-message", role: "alert" });
    this.add = el("button", { type: "button", class: "st-key-add-ring", onclick: () => this.edit(addRing) }, t("+ Add a ring"));
    this.links = this.ways.links();
    this.presets = presetPicker((preset) => this.usePreset(preset));
    this.settings = settings((change) => this.edit(change));
    this.class = this.ways.teaching?.(this); // a saved page has none
    if (this.class) this.root.after(this.class.stage);
    this.room = this.ways.classroom?.(this);
    this.fold = el("button", { type: "button", class: "rm-fold", "aria-expanded": "false",
      onclick: () => this.unroll(!this.root.classList.contains("rm-open")) }, t("More"));
    this.root.replaceChildren(
      el("header", { class: "rm-brand" }, el("h1", {}, "Reachmap"), this.links.language, this.links.pages),
      this.fold,
      ...(this.links.top ?? []), // a saved page has none
      this.class ? this.class.top : "",
      this.room ? this.room.node : "",
      ...this.presets.nodes,
      findBox(this.tab), this.message, this.list, el("div", { class: "rm-add" }, this.add),
      this.settings.node,
      this.links.node);
  }

  /** On phones: show the whole panel, or only the sliders. */
  unroll(open) {
    this.root.classList.toggle("rm-open", open);
    this.fold.setAttribute("aria-expanded", String(open));
    setText(this.fold, open ? t("Less") : t("More"));
  }

  /** What Python says: at the start, after the back button, and as an echo of each commit. */
  receive(data) {
    if (data.kind === "commit") this.unanswered = false;
    if (this.scene && !(this.navigated && data.kind === "url")) return;
    this.navigated = false;
    const again = Boolean(this.scene);
    this.adopt(data.scene);
    this.class?.player.visit(data.scene.story, data.scene.step);
    if (again) this.tab.send("goto", this.scene);
    this.showProblems(data.problems);
    if (!this.loaded) this.load();
  }

  adopt(scene, forms = true) {
    this.scene = { ...scene, active: Math.min(scene.active || 0, scene.rings.length - 1) };
    this.scene.rings.forEach((ring) => recognise(ring, this.facts.missiles));
    this.refresh(forms);
  }

  async load() {
    this.loaded = true;
    try {
      const [sites, missiles, presets] = await Promise.all(
        ["live/sites.json", "live/missiles.json", "live/presets.json"].map(getWords));
      this.facts = { sites, missiles };
      this.presets.fill(presets, this.ways.isBareLink());
      this.scene.rings.forEach((ring) => recognise(ring, missiles));
      this.refresh(true);
    } catch {
      this.say(t("Launch sites and claims could not be loaded. Check the connection and reload the page."));
    }
  }

  showProblems(problems) {
    this.unused = problems.map(({ key }) => key);
    this.message.replaceChildren(...problems.map((problem) => el("p", {},
      el("b", {}, `${problem.key}=${problem.value}`), ` ${t("was not used: {problem}.", { problem: problem.problem })}`)));
  }

  say(text) {
    this.message.replaceChildren(...(text ? [el("p", {}, text)] : []));
  }

  /** Redraw what depends on the scene. `forms` also rebuilds the editor of the active ring. */
  refresh(forms = false) {
    const { scene } = this;
    this.answers.fetchFor(scene);
    this.tab.send("scene", scene); // first: a page whose words just changed makes the map wait for styles
    while (this.cards.length > scene.rings.length) this.cards.pop().node.remove();
    while (this.cards.length < scene.rings.length) {
      const card = ringCard(this.cards.length, cardActions(this));
      this.cards.push(card);
      this.list.append(card.node);
    }
    this.dark = isDark();
    this.cards.forEach((_, index) => this.updateCard(index));
    if (forms) {
      this.cards.forEach((card, index) => {
        const active = index === scene.active;
        card.edit(active ? this.editorOf(index) : [], active && this.unfolded);
      });
      this.add.disabled = scene.rings.length >= MAX_RINGS;
      this.settings.update(scene, (id) => this.answers.places?.find((place) => place.id === id)?.name ?? id);
      this.links.update(this.scene);
    }
  }

  /** What changes while the thumb of the active ring moves: the map, its card, its counts. */
  followThumb() {
    this.tab.send("mine", null);
    this.tab.send("scene", this.scene);
    this.updateCard(this.scene.active);
  }

  updateCard(index) {
    const { rings, units, show, active } = this.scene;
    const ring = rings[index];
    const counters = countersText(ring, this.answers.of(ring.site), this.answers.places, show);
    this.cards[index].update(ring, { units, active: index === active, dark: this.dark, counters });
    if (index === active) this.tab.send("counters", { text: counters });
  }

  editorOf(index) {
    return ringEditor(index, this.scene.rings[index], {
      ...this.facts, units: this.scene.units, removable: this.scene.rings.length > 1,
    }, editorActions(this));
  }

  edit(change) {
    this.tab.send("mine", null);
    change(this.scene);
    this.say("");
    this.refresh(true);
    this.settle(0);
  }

  /** A place that was looked for gets a distance line, when lines are shown. */
  addTarget(id) {
    if (!id || !this.scene.show.includes("arcs") || this.scene.targets.includes(id)) return;
    this.edit((scene) => scene.targets.push(id));
  }

  usePreset(preset) {
    this.tab.send("mine", null);
    this.say("");
    const { units, lang, base } = this.scene;
    this.class?.player.forget();
    this.adopt({ ...structuredClone(preset.scene), units, lang, base, story: "", step: 1 });
    this.tab.send("goto", this.scene);
    this.settle(0);
  }

  /**
   * Show a scene that is not this person's doing, such as a leader's: nothing is committed, the
   * address stays. Language and base map are each reader's own. `forms`: not while it still moves.
   */
  show(scene, forms = true) {
    const { lang, base, at } = this.scene;
    this.adopt({ ...this.scene, ...scene, lang, base }, forms);
    if (String(this.scene.at) !== String(at)) this.tab.send("goto", this.scene);
  }

  /** Show a step of a story: the map moves there, unless motion is unwelcome. */
  play(scene) {
    this.tab.send("mine", null);
    this.say("");
    const { units, lang, base } = this.scene;
    const next = structuredClone({ ...this.scene, ...scene, units, lang, base, active: scene.active ?? 0 });
    this.tab.send("goto", { ...next, animate: true });
    tweened(this.scene.rings, next.rings, (rings) => this.tab.send("scene", { ...next, rings }), () => {
      this.adopt(next);
      this.settle(0);
    });
  }

  settle(delay) {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.commit(), delay);
  }

  commit() {
    this.say(""); // what was said of the link is no longer in it
    this.seq += 1;
    this.unanswered = true;
    this.refresh(!this.root.contains(document.activeElement) || document.activeElement.type !== "range");
    this.links.update(this.scene);
    this.tab.send("settled", this.scene);
    this.setStateValue("commit", {
      seq: this.seq, active: this.scene.active, query: this.query(),
    });
  }

  query() {
    const base = this.class?.player.sceneOf(this.scene);
    return toQuery(this.scene, location.search, this.unused, base);
  }

  /** Panning is no change of the Scenario's numbers: the address keeps it, Python need not know. */
  keepView(at) {
    this.tab.send("mine", null);
    this.scene.at = at;
    this.ways.writeAddress(this.query());
    this.links.update(this.scene);
  }

}

const panels = new WeakMap();

/** Mount or update the panel of a Streamlit component; a saved page has ways of its own. */
export function mount({ parentElement, data, setStateValue }, ways = IN_APP) {
  const root = parentElement.querySelector(".rm-panel");
  if (!panels.has(root)) panels.set(root, new Panel(root, ways));
  const panel = panels.get(root);
  panel.setStateValue = setStateValue;
  panel.receive(data);
}

