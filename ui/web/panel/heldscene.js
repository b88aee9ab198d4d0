// The scene of a tab, held by its panel: whoever changes it does so here, and here it is known whether
// Python has been told of it.

import { changeRange, shiftBand } from "../scene/edits.js";
import { recognise } from "../scene/quotes.js";
import { stopTween, tweened } from "../scene/tween.js";

/**
 * What a scene asks of those who show it.
 * @typedef {object} HolderActions
 * @property {(forms?: boolean) => void} refresh draw what depends on the scene; `forms` as in PanelView
 * @property {(index: number) => void} updateCard draw one ring's card alone
 * @property {() => void} updateRadars draw what is assumed of radars alone
 * @property {(text: string) => void} say
 * @property {() => void} forgetStory
 */
/** @typedef {import("./commits.js").Commits} Commits */

export class HeldScene {
  /** @param {Bus} tab @param {Commits} commits @param {HolderActions} on */
  constructor(tab, commits, on) {
    this.tab = tab;
    this.commits = commits;
    this.on = on;
    this.scene = /** @type {Scene} */ (/** @type {unknown} */ (null)); // until the first take(), which comes at once
    /** @type {Scene | null} */
    this.coming = null; // what the rings are on their way to
    /** @type {Facts} */
    this.facts = { sites: [], missiles: [] };
    /** @type {{index: number, edges: Edges} | null} */
    this.pressed = null; // a ring as it was when a thumb of it was seized
    /** @type {"committed" | "ahead" | "theirs"} */
    this.phase = "committed"; // or "ahead" of the last commit, or "theirs": a leader's view, of which Python does not know
  }

  /** The scene, or the one that its rings are on their way to. */
  get latest() { return this.coming ?? this.scene; }

  /** Take what Python says of an address. @param {Scene} scene */
  take(scene) {
    this.phase = "committed";
    this.adopt({ ...scene, radar: this.scene?.radar }); // no link says which radar the panel speaks of
  }

  /**
   * Launch sites and claims are known from now on: rings whose label quotes one say so.
   * @param {Facts} facts
   */
  learn(facts) {
    this.facts = facts;
    this.scene.rings.forEach((ring) => recognise(ring, facts.missiles));
  }

  /**
   * Radars that came without a name, as those of a class do, have their own in the page's language.
   * @param {RadarFacts} facts
   */
  nameRadars({ radars }) {
    this.scene.radars = this.scene.radars.map((each) => (
      each.name ? each : { ...each, name: radars.find(({ id }) => id === each.id)?.short }));
  }

  /** What was on its way stays away: another scene is coming. */
  stop() {
    stopTween();
    this.coming = null;
  }

  /** Python has been told of the scene. */
  rested() {
    this.phase = "committed";
  }

  /** A thumb was let go of, or a key moved it: what it is now is told after `delay`. @param {number} delay */
  settle(delay) {
    this.pressed = null;
    this.commits.settle(delay);
  }

  /** @param {Scene} scene @param {boolean} [forms] */
  adopt(scene, forms = true) {
    this.pressed = null;
    this.scene = { ...scene, active: Math.min(scene.active || 0, scene.rings.length - 1) };
    this.scene.rings.forEach((ring) => recognise(ring, this.facts.missiles));
    this.on.refresh(forms);
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
    this.pressed = { index, edges: { low: was.low, best: was.best, high: was.high } };
    return () => {
      this.pressed = null;
      if (!this.scene.rings[index]) return;
      this.scene.rings[index] = was;
      this.scene.active = active;
      this.phase = phase;
      this.on.refresh(true);
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
    this.move(index, (ring) => {
      if (this.pressed?.index === index) Object.assign(ring, this.pressed.edges); // dragged back, a thumb gives way again
      changeRange(ring, role, km, this.facts.missiles);
    });
  }

  /** All outlines of a band move. @param {number} index @param {Partial<Edges>} edges */
  shiftRing(index, edges) {
    this.move(index, (ring) => shiftBand(ring, edges, this.facts.missiles));
  }

  /** @param {number} index @param {(ring: Ring) => void} change */
  move(index, change) {
    this.land();
    if (!this.scene.rings[index]) return; // it was on its way out
    const isEntering = this.scene.active !== index;
    this.scene.active = index;
    change(this.scene.rings[index]);
    this.phase = "ahead";
    if (isEntering) this.on.refresh(true);
    else {
      this.tab.send("mine", null);
      this.tab.send("scene", this.scene);
      this.on.updateCard(index);
    }
    this.commits.pause();
  }

  /** The day moves: map, cards and counts follow. @param {(scene: Scene) => void} change */
  moveDay(change) {
    this.land();
    this.tab.send("mine", null);
    change(this.scene);
    this.scene.rings.forEach((ring) => recognise(ring, this.facts.missiles));
    this.phase = "ahead";
    this.on.refresh(false);
    this.commits.pause();
  }

  /** A slider of a radar is pressed: return what brings back what was assumed of radars. @returns {() => void} */
  pressRadars() {
    this.land();
    const { phase, scene: { radars } } = this;
    return () => {
      this.scene.radars = radars; // which every change replaces
      this.phase = phase;
      this.on.refresh(false);
      if (this.commits.due) this.commits.settle(0);
    };
  }

  /** A sector is turned, widened or has another range: map, sliders and counts follow. @param {(scene: Scene) => void} change */
  moveRadars(change) {
    this.land();
    change(this.scene);
    this.phase = "ahead";
    this.tab.send("mine", null);
    this.tab.send("scene", this.scene);
    this.on.updateRadars();
    this.commits.pause();
  }

  /** A hidden ring is neither drawn nor counted: a change as any other, which links say. @param {number} index @param {boolean} hidden */
  hide(index, hidden) {
    this.edit(({ rings }) => { rings[index].hidden = hidden; });
  }

  /** @param {(scene: Scene) => void} change */
  edit(change) {
    this.tab.send("mine", null);
    this.pressed = null;
    change(this.latest); // before a control shows again what it showed
    this.land();
    this.phase = "ahead";
    this.on.say("");
    this.on.refresh(true);
    this.commits.settle(0);
  }

  /** @param {Preset} preset */
  usePreset(preset) {
    this.land();
    this.tab.send("mine", null);
    this.on.say("");
    const { units, lang, base } = this.scene;
    this.on.forgetStory();
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
    this.on.say("");
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
    this.stop();
    this.phase = "ahead";
    this.adopt(coming);
    this.commits.settle(0);
  }
}
