// The control panel. It owns the scene of its tab: the map and the table follow it over the bus
// while a thumb moves, and Python learns of it when the thumb rests.

import { setSite } from "./actions.js";
import { query, saysTheSame, valueOf, whenLeft, whenReturned, writeQuery } from "../base/address.js";
import { createAnswers } from "./answers.js";
import { bus } from "../base/bus.js";
import { classroom } from "../classroom/classroom.js";
import { Commits } from "./commits.js";
import { within } from "../base/dom.js";
import { changeRange, recognise } from "../scene/edits.js";
import { links } from "../share/links.js";
import { getWords } from "../base/live.js";
import { panelView } from "./view.js";
import { toQuery } from "../scene/scene.js";
import { teaching } from "./teaching.js";
import { stopTween, tweened } from "../scene/tween.js";
import { t } from "../base/words.js";

// What stands in the address beside the view: Streamlit keeps it from Python, or it is no part of a commit.
const BESIDE_VIEW = ["embed", "embed_options", "present", "room"];

// What a saved page does otherwise (standalone.js).
/** @param {OfferedFile[]} files @returns {PanelWays} */
const inApp = (files) => ({
  hasServer: true,
  links: () => links(files),
  teaching,
  classroom,
  isBareLink: () => ["ring", "story", "room"].every((key) => valueOf(key) === null),
  writeAddress: writeQuery,
});

class Panel {
  /** @param {HTMLElement} root @param {PanelWays} ways */
  constructor(root, ways) {
    this.tab = bus();
    this.root = root;
    this.ways = ways;
    this.scene = /** @type {Scene} */ (/** @type {unknown} */ (null)); // until receive(), which comes at once
    /** @type {Scene | null} */
    this.coming = null; // what the rings are on their way to
    this.loaded = false;
    this.commits = new Commits(ways, () => this.query(), () => this.rest());
    /** @type {Facts} */
    this.facts = { sites: [], missiles: [] };
    this.answers = createAnswers((what) => this.refresh(what === "places"));
    /** @type {"committed" | "ahead" | "theirs"} */
    this.phase = "committed"; // or "ahead" of the last commit, or "theirs": a leader's view, of which Python does not know
    /** @type {string[]} */
    this.unused = []; // keys of the link whose value could not be used
    const controls = this.controls();
    this.view = panelView(root, ways, controls);
    /** @type {Teaching | undefined} */
    this.teaching = ways.teaching?.(controls); // a saved page has none
    /** @type {{node: HTMLElement} | undefined} */
    this.classroom = ways.classroom?.(controls);
    this.view.build(this.teaching, this.classroom);
    this.listen(controls);
  }

  /**
   * What the panel's own parts, a story and a class may see and do: no more of it is theirs.
   * @returns {PanelControls}
   */
  controls() {
    const panel = this;
    return {
      tab: this.tab,
      get scene() { return panel.scene; },
      get facts() { return panel.facts; },
      say: (text) => this.say(text),
      edit: (change) => this.edit(change),
      press: (index) => this.press(index),
      moveRing: (index, role, km) => this.moveRing(index, role, km),
      settle: (delay) => this.commits.settle(delay),
      usePreset: (preset) => this.usePreset(preset),
      play: (scene) => this.play(scene),
      show: (scene, forms) => this.show(scene, forms),
      hide: (index, hidden) => this.hide(index, hidden),
      unfold: (open) => this.view.unfold(open),
      unroll: (open) => this.view.unroll(open),
    };
  }

  /**
   * Hear what happens elsewhere in the tab, as long as the panel is in the page.
   * @param {PanelControls} controls
   */
  listen(controls) {
    whenReturned(() => this.root.isConnected && this.ask());
    whenLeft(() => this.root.isConnected && this.commits.flush());
    /** @type {<E extends keyof BusEvents>(event: E, act: (detail: BusEvents[E]) => void) => void} */
    const on = (event, act) => this.tab.on(event, (detail) => this.root.isConnected && act(detail));
    on("pick", ({ site }) => setSite(controls, this.scene.active, site));
    on("find", ({ id, show }) => {
      this.view.unroll(false); // on a phone the open panel would hide what was found
      if (!show) this.addTarget(id);
    });
    on("view", (at) => this.keepView(at));
    on("revived", () => this.commits.repeat());
    on("theme", () => this.scene && this.refresh());
  }

  /**
   * What Python says: at the start, after the back button, and as an echo of each commit.
   * @param {PanelData} data
   */
  receive(data) {
    const isFirst = !this.scene;
    if (!this.commits.isNews(data.seq, isFirst)) return;
    this.phase = "committed";
    this.adopt(data.scene);
    this.teaching?.player.visit(data.scene.story, data.scene.step);
    if (!isFirst) this.tab.send("goto", this.scene);
    this.unused = data.problems.map(({ key }) => key);
    this.view.showProblems(data.problems);
    if (!this.loaded) this.load();
    if (isFirst && !saysTheSame(data.address, query(), BESIDE_VIEW)) this.ask(); // the browser has gone on meanwhile
  }

  /**
   * The browser stepped to an address of its history: Python is asked what that says.
   * @returns {boolean}
   */
  ask() {
    if (!this.ways.hasServer) return false;
    let isKept = false;
    this.tab.send("returned", { keep: () => { isKept = true; } });
    if (isKept) return true;
    stopTween();
    this.coming = null;
    this.commits.ask();
    return true;
  }

  /** @param {Scene} scene @param {boolean} [forms] */
  adopt(scene, forms = true) {
    this.scene = { ...scene, active: Math.min(scene.active || 0, scene.rings.length - 1) };
    this.scene.rings.forEach((ring) => recognise(ring, this.facts.missiles));
    this.refresh(forms);
  }

  async load() {
    this.loaded = true;
    try {
      const [sites, missiles, presets] = await Promise.all(
        [getWords("live/sites.json"), getWords("live/missiles.json"), getWords("live/presets.json")]);
      this.facts = { sites, missiles };
      this.view.presets.fill(presets, this.ways.isBareLink());
      this.scene.rings.forEach((ring) => recognise(ring, missiles));
      this.refresh(true);
    } catch {
      this.say(t("Launch sites and claims could not be loaded. Check the connection and reload the page."));
    }
  }

  /** @param {string} text */
  say(text) {
    this.view.say(text);
  }

  /**
   * Redraw what depends on the scene. `forms` also rebuilds the editor of the active ring.
   * @param {boolean} [forms]
   */
  refresh(forms = false) {
    this.answers.fetchFor(this.scene);
    this.tab.send("scene", this.scene); // first: a page whose words just changed makes the map wait for styles
    this.view.draw(this.seen(), forms);
  }

  /**
   * What the view draws. `seq`: the commit whose answer says more of the scene; null where none was sent yet.
   * @returns {SeenPanel}
   */
  seen() {
    const { scene, facts, answers, ways, phase, commits: { seq } } = this;
    return { scene, facts, answers, seq: phase === "ahead" ? null : seq, hasMore: ways.hasServer && phase !== "theirs" };
  }

  /**
   * A slider is pressed: return what brings the ring back as it was.
   * @param {number} index
   * @returns {() => void}
   */
  press(index) {
    this.land();
    const { phase, scene: { active, rings } } = this;
    const was = structuredClone(rings[index]);
    return () => {
      if (!this.scene.rings[index]) return;
      this.scene.rings[index] = was;
      this.scene.active = active;
      this.phase = phase;
      this.refresh(true);
      if (this.commits.due) this.commits.settle(0); // go on with what waited
    };
  }

  /**
   * The thumb of a ring moves: the map follows, its card, its counts. What waits comes with the thumb's own commit.
   * @param {number} index
   * @param {Role} role
   * @param {number} km
   */
  moveRing(index, role, km) {
    this.land();
    if (!this.scene.rings[index]) return; // it was on its way out
    const isEntering = this.scene.active !== index;
    this.scene.active = index;
    changeRange(this.scene.rings[index], role, km, this.facts.missiles);
    this.phase = "ahead";
    if (isEntering) this.refresh(true);
    else {
      this.tab.send("mine", null);
      this.tab.send("scene", this.scene);
      this.view.updateCard(this.seen(), index);
    }
    this.commits.pause();
  }

  /**
   * Leave a ring out of what is drawn and counted for now, or take it in again.
   * @param {number} index
   * @param {boolean} hidden
   */
  hide(index, hidden) {
    this.scene.rings[index].hidden = hidden;
    this.refresh();
  }

  /** @param {(scene: Scene) => void} change */
  edit(change) {
    this.tab.send("mine", null);
    change(this.coming ?? this.scene); // before a control shows again what it showed
    this.land();
    this.phase = "ahead";
    this.say("");
    this.refresh(true);
    this.commits.settle(0);
  }

  /**
   * A place that was looked for gets a distance line, when lines are shown.
   * @param {string | null | undefined} id
   */
  addTarget(id) {
    if (!id || !this.scene.show.includes("arcs") || this.scene.targets.includes(id)) return;
    this.edit((scene) => scene.targets.push(id));
  }

  /** @param {Preset} preset */
  usePreset(preset) {
    this.land();
    this.tab.send("mine", null);
    this.say("");
    const { units, lang, base } = this.scene;
    this.teaching?.player.forget();
    this.phase = "ahead";
    this.adopt({ ...structuredClone(preset.scene), units, lang, base, story: "", step: 1 });
    this.tab.send("goto", this.scene);
    this.commits.settle(0);
  }

  /**
   * Show a scene that is not this person's doing, such as a leader's: nothing is committed, the
   * address stays. Language and base map are each reader's own. `forms`: not while it still moves.
   * @param {ClassScene} scene
   * @param {boolean} [forms]
   */
  show(scene, forms = true) {
    const { lang, base, at } = this.scene;
    this.phase = "theirs";
    this.adopt({ ...this.scene, ...scene, lang, base }, forms);
    if (String(this.scene.at) !== String(at)) this.tab.send("goto", this.scene);
  }

  /**
   * Show a step of a story: the map moves there, unless motion is unwelcome.
   * @param {Scene} scene
   */
  play(scene) {
    this.land();
    this.commits.flush(); // a step of a story is a step of its own
    this.tab.send("mine", null);
    this.say("");
    const { units, lang, base } = this.scene;
    const next = structuredClone({ ...this.scene, ...scene, units, lang, base, active: scene.active ?? 0 });
    this.coming = next;
    this.commits.writeStep();
    this.tab.send("goto", { ...next, animate: true });
    tweened(this.scene.rings, next.rings, (rings) => this.tab.send("scene", { ...next, rings }), () => this.land());
  }

  /** Rings that are on their way arrive now: they are there, or something else is about to change. */
  land() {
    const { coming } = this;
    if (!coming) return;
    stopTween();
    this.coming = null;
    this.phase = "ahead";
    this.adopt(coming);
    this.commits.settle(0);
  }

  /** The scene rests, and Python has been told of it. */
  rest() {
    this.phase = "committed";
    this.say(""); // what was said of the link is no longer in it
    const active = /** @type {HTMLInputElement | null} */ (document.activeElement); // what is no field has no type
    this.refresh(!this.root.contains(active) || active?.type !== "range");
    this.view.links.update(this.scene);
    this.tab.send("settled", this.scene);
  }

  /** @returns {string} */
  query() {
    const scene = this.coming ?? this.scene;
    return toQuery(scene, query(), this.unused, this.teaching?.player.sceneOf(scene));
  }

  /**
   * Panning is no change of the Scenario's numbers: the address keeps it, Python need not know.
   * @param {Camera} at
   */
  keepView(at) {
    this.tab.send("mine", null);
    (this.coming ?? this.scene).at = at;
    if (this.commits.asked) return; // the map is about to move to what the address says
    this.ways.writeAddress(this.query());
    this.view.links.update(this.scene);
  }
}

/** @type {WeakMap<HTMLElement, Panel>} */
const panels = new WeakMap();

/**
 * Mount or update the panel of a Streamlit component; a saved page has ways of its own.
 * @param {Component<PanelData>} component
 * @param {OfferedFile[]} files what the server makes of a view (ui/work/exportfiles.py)
 * @param {PanelWays} [ways]
 */
export function mount({ parentElement, data, setStateValue }, files, ways = inApp(files)) {
  const root = within(parentElement, ".rm-panel");
  const panel = panels.get(root) ?? new Panel(root, ways);
  panels.set(root, panel);
  panel.commits.setStateValue = setStateValue;
  panel.receive(data);
}
