// The control panel. It owns the scene of its tab (heldscene.js): the map and the table follow it over
// the bus while a thumb moves, and Python learns of it when the thumb rests.

import { setSite } from "./actions.js";
import { query, saysTheSame, whenLeft, whenReturned, writeQuery } from "../base/address.js";
import { createAnswers } from "./answers.js";
import { bus } from "../base/bus.js";
import { classroom } from "../classroom/classroom.js";
import { Commits } from "./commits.js";
import { within } from "../base/dom.js";
import { FRAME_KEYS } from "../base/framed.js";
import { HeldScene } from "./heldscene.js";
import { showHint } from "./hint.js";
import { links } from "../share/links.js";
import { getWords } from "../base/live.js";
import { panelView } from "./view.js";
import { toQuery } from "../scene/link.js";
import { teaching } from "./teaching.js";
import { t } from "../base/words.js";

// What stands in the address beside the view: Streamlit keeps it from Python, or it is no part of a commit.
const BESIDE_VIEW = [...FRAME_KEYS, "present", "room"];

// What a saved page does otherwise (standalone.js).
/** @param {OfferedFile[]} files @returns {PanelWays} */
const inApp = (files) => ({
  hasServer: true,
  links: () => links(files),
  teaching,
  classroom,
  writeAddress: writeQuery,
});

class Panel {
  /** @param {HTMLElement} root @param {PanelWays} ways */
  constructor(root, ways) {
    this.tab = bus();
    this.root = root;
    this.ways = ways;
    this.loaded = false;
    this.commits = new Commits(ways, () => this.query(), () => this.rest());
    this.held = new HeldScene(this.tab, this.commits, {
      refresh: (forms) => this.refresh(forms), updateCard: (index) => this.view.updateCard(this.seen(), index),
      updateRadars: () => this.view.updateRadars(this.seen()),
      say: (text) => this.say(text), forgetStory: () => this.teaching?.player.forget(),
    });
    this.answers = createAnswers((what) => this.refresh(what === "places"));
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
    const { held } = this;
    return {
      tab: this.tab,
      get scene() { return held.scene; },
      get facts() { return held.facts; },
      say: (text) => this.say(text),
      edit: (change) => held.edit(change),
      press: (index) => held.press(index),
      moveRing: (index, role, km) => held.moveRing(index, role, km),
      shiftRing: (index, edges) => held.shiftRing(index, edges),
      moveDay: (change) => held.moveDay(change),
      pressRadars: () => held.pressRadars(),
      moveRadars: (change) => held.moveRadars(change),
      settle: (delay) => held.settle(delay),
      usePreset: (preset) => held.usePreset(preset),
      play: (scene) => held.play(scene),
      show: (scene, forms) => held.show(scene, forms),
      hide: (index, hidden) => held.hide(index, hidden),
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
    on("pick", ({ site }) => setSite(controls, this.held.scene.active, site));
    on("find", ({ id, show }) => {
      this.view.unroll(false); // on a phone the open panel would hide what was found
      this.view.showTable(false);
      if (!show) this.addTarget(id);
    });
    on("radar", (change) => this.view.radars.drag(change));
    on("view", (at) => this.keepView(at));
    on("fit", () => this.keepView(null));
    on("lost", () => this.commits.hold());
    on("revived", () => {
      this.commits.resume();
      if (this.held.scene) this.answers.fetchFor(this.held.scene); // what was asked of a lost server
    });
    on("theme", () => this.held.scene && this.refresh());
  }

  /**
   * What Python says: at the start, after the back button, and as an echo of each commit.
   * @param {PanelData} data
   */
  receive(data) {
    const isFirst = !this.held.scene;
    if (!this.commits.isNews(data.seq, isFirst)) return;
    this.held.take(data.scene);
    this.teaching?.player.visit(data.scene.story, data.scene.step);
    if (!isFirst) this.tab.send("goto", this.held.scene);
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
    this.held.stop();
    this.commits.ask();
    return true;
  }

  async load() {
    this.loaded = true;
    try {
      const [sites, missiles, presets] = await Promise.all(
        [getWords("live/sites.json"), getWords("live/missiles.json"), getWords("live/presets.json")]);
      this.held.learn({ sites, missiles });
      this.view.presets.fill(presets);
      if (this.ways.hasServer) showHint(this.root, this.tab); // what is saved is no first visit
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
    this.answers.fetchFor(this.held.scene);
    if (this.answers.radars) this.held.nameRadars(this.answers.radars);
    this.tab.send("scene", this.held.scene); // first: a page whose words just changed makes the map wait for styles
    this.view.draw(this.seen(), forms);
  }

  /**
   * What the view draws. `seq`: the commit whose answer says more of the scene; null where none was sent yet.
   * @returns {SeenPanel}
   */
  seen() {
    const { answers, ways, commits: { seq }, held: { scene, facts, phase } } = this;
    return { scene, facts, answers, seq: phase === "ahead" ? null : seq, hasMore: ways.hasServer && phase !== "theirs",
      isAtRest: phase !== "ahead" };
  }

  /**
   * A place that was looked for gets a distance line, when lines are shown.
   * @param {string | null | undefined} id
   */
  addTarget(id) {
    const { scene } = this.held;
    if (!id || !scene.show.includes("arcs") || scene.targets.includes(id)) return;
    this.held.edit(({ targets }) => targets.push(id));
  }

  /** The scene rests, and Python has been told of it. */
  rest() {
    this.held.rested();
    this.say(""); // what was said of the link is no longer in it
    this.refresh(true);
    this.tab.send("settled", this.held.scene);
  }

  /** @returns {string} */
  query() {
    const { latest: scene } = this.held;
    return toQuery(scene, query(), this.unused, this.teaching?.player.sceneOf(scene));
  }

  /**
   * Panning is no change of the Scenario's numbers: the address keeps it, Python need not know.
   * @param {Camera | null} at null where the rings say it
   */
  keepView(at) {
    this.tab.send("mine", null);
    this.held.latest.at = at;
    if (this.commits.asked) return; // the map is about to move to what the address says
    this.ways.writeAddress(this.query());
    this.view.links.update(this.held.scene);
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
