// The control panel. It owns the scene of its tab: the map and the table follow it over the bus
// while a thumb moves, and Python learns of it when the thumb rests.

import { setSite } from "./actions.js";
import { isLeaving, query, valueOf, whenLeft, writeQuery } from "../base/address.js";
import { createAnswers } from "./answers.js";
import { bus } from "../base/bus.js";
import { classroom } from "../classroom/classroom.js";
import { recognise } from "../scene/edits.js";
import { links } from "../share/links.js";
import { getWords } from "../base/live.js";
import { panelView } from "./view.js";
import { toQuery } from "../scene/scene.js";
import { teaching } from "./teaching.js";
import { tweened } from "../scene/tween.js";
import { t } from "../base/words.js";

// What a saved page does otherwise (standalone.js).
const IN_APP = {
  links,
  teaching,
  classroom,
  isBareLink: () => ["ring", "story", "room"].every((key) => valueOf(key) === null),
  writeAddress: writeQuery,
};

class Panel {
  constructor(root, ways) {
    this.tab = bus();
    this.root = root;
    this.ways = ways;
    this.seq = 0;
    this.facts = { sites: [], missiles: [] };
    this.answers = createAnswers((what) => this.refresh(what === "places"));
    this.timer = 0;
    this.due = false; // a commit waits
    this.navigated = false;
    this.unused = []; // keys of the link whose value could not be used
    this.unanswered = false; // a commit is on its way
    this.view = panelView(this);
    this.class = ways.teaching?.(this); // a saved page has none
    this.room = ways.classroom?.(this);
    this.view.build();
    this.listen();
  }

  /** Hear what happens elsewhere in the tab, as long as the panel is in the page. */
  listen() {
    window.addEventListener("popstate", () => { this.navigated = true; });
    whenLeft(() => this.root.isConnected && this.leave());
    const on = (event, act) => this.tab.on(event, (detail) => this.root.isConnected && act(detail));
    on("pick", ({ site }) => setSite(this, this.scene.active, site));
    on("find", ({ id, show }) => {
      this.view.unroll(false); // on a phone the open panel would hide what was found
      if (!show) this.addTarget(id);
    });
    on("view", (at) => this.keepView(at));
    on("revived", () => this.unanswered && this.commit());
    on("theme", () => this.scene && this.refresh());
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
    this.unused = data.problems.map(({ key }) => key);
    this.view.showProblems(data.problems);
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
      this.view.presets.fill(presets, this.ways.isBareLink());
      this.scene.rings.forEach((ring) => recognise(ring, missiles));
      this.refresh(true);
    } catch {
      this.say(t("Launch sites and claims could not be loaded. Check the connection and reload the page."));
    }
  }

  say(text) {
    this.view.say(text);
  }

  /** Redraw what depends on the scene. `forms` also rebuilds the editor of the active ring. */
  refresh(forms = false) {
    this.answers.fetchFor(this.scene);
    this.tab.send("scene", this.scene); // first: a page whose words just changed makes the map wait for styles
    this.view.draw(forms);
  }

  /** What changes while the thumb of the active ring moves: the map, its card, its counts. */
  followThumb() {
    this.tab.send("mine", null);
    this.tab.send("scene", this.scene);
    this.view.updateCard(this.scene.active);
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
    this.pause();
    this.due = true;
    if (isLeaving()) this.leave();
    else this.timer = setTimeout(() => this.commit(), delay);
  }

  /** While a thumb moves nothing is committed; what waits comes with the thumb's own commit. */
  pause() {
    clearTimeout(this.timer);
  }

  /** The thumb was not meant: go on with what waited. */
  resume() {
    if (this.due) this.settle(0);
  }

  /** The page goes, and Python's answer would come too late: the address is written here. */
  leave() {
    if (!this.due) return;
    this.pause();
    this.commit();
    this.ways.writeAddress(this.query());
  }

  commit() {
    this.due = false;
    this.say(""); // what was said of the link is no longer in it
    this.seq += 1;
    this.unanswered = true;
    this.refresh(!this.root.contains(document.activeElement) || document.activeElement.type !== "range");
    this.view.links.update(this.scene, () => this.query());
    this.tab.send("settled", this.scene);
    this.setStateValue("commit", {
      seq: this.seq, active: this.scene.active, query: this.query(),
    });
  }

  query() {
    const base = this.class?.player.sceneOf(this.scene);
    return toQuery(this.scene, query(), this.unused, base);
  }

  /** Panning is no change of the Scenario's numbers: the address keeps it, Python need not know. */
  keepView(at) {
    this.tab.send("mine", null);
    this.scene.at = at;
    this.ways.writeAddress(this.query());
    this.view.links.update(this.scene, () => this.query());
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

