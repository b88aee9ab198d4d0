// The lesson about maps: one slider, four pictures of the same ring.

import { query, writeQuery } from "../base/address.js";
import { bus } from "../base/bus.js";
import { carryAlong } from "../base/carry.js";
import { el, setText, within } from "../base/dom.js";
import { oncePerFrame } from "../base/frames.js";
import { atRest } from "../base/rest.js";
import { withState } from "./address.js";
import { lessonControls } from "./controls.js";
import { lessonFigures } from "./figures.js";
import { loadLand } from "./land.js";
import { factsOf, judge, lookOf } from "./model.js";
import { shortLists, wrongTable } from "./table.js";
import { lessonText, waysPart } from "./text.js";
import { countSentence } from "./words.js";
import { getPlaces, getSite, getWords } from "../base/live.js";
import { mainKm } from "../scene/edges.js";
import { problemNotes } from "../base/problems.js";
import { isDark } from "../base/style.js";
import { lineSwatch } from "../base/symbols.js";
import { t } from "../base/words.js";

/** @typedef {{scene: Scene, problems: Problem[]}} LessonData */
/** @typedef {{siteId: string, scale: string, goalId: string}} LessonWish */

const GOAL = "new_york";
const MORE_GOALS = ["moscow", "london", "sydney", "santiago"];
const FIRST_LOOK = { up: 14, east: 38 }; // from the launch site towards the Pacific and the pole

/** @type {WeakSet<HTMLElement>} */
const mounted = new WeakSet();

/**
 * Mount the component, once for each element: Streamlit calls again on every run.
 * @param {Component<LessonData>} component
 */
export function mount({ parentElement, data }) {
  const root = within(parentElement, ".rm-lesson");
  if (mounted.has(root)) return;
  mounted.add(root);
  carryAlong();
  start(root, data);
}

/** @param {HTMLElement} root @param {LessonData} lessonData */
async function start(root, { scene, problems }) {
  const lesson = new Lesson(root, scene);
  lesson.tell(problemNotes(problems));
  try {
    const [land, places, sites] = await Promise.all([
      loadLand(), getPlaces(""), getWords("live/sites.json")]);
    await lesson.begin(land, places, sites, scene);
  } catch {
    lesson.tell([el("p", {}, t("The server does not answer, so there are no distances to show. Reload the page."))]);
  }
}

/** The page and what it shows now. */
class Lesson {
  /** @param {HTMLElement} root @param {Scene} scene */
  constructor(root, scene) {
    const ring = scene.rings[scene.active];
    const { site, name, lat, lon } = ring;
    this.own = { id: site, name, lat, lon }; // perhaps coordinates, which no list knows
    /** @type {Place[]} */
    this.places = [];
    /** @type {Site[]} */
    this.sites = [];
    /** @type {Verdict | null} */
    this.found = null;
    // Its facts come with begin() and choose(): nothing is drawn before.
    this.model = /** @type {LessonModel} */ ({
      km: mainKm(ring), active: scene.active, units: scene.units, facing: { lat: 0, lon: 0 }, ...lookOf(isDark()),
    });
    this.asked = { siteId: site, scale: "site", goalId: GOAL };
    this.said = el("p", { class: "rm-lesson-said", role: "status", "aria-live": "polite" });
    this.message = el("div", { class: "rm-message", role: "alert" });
    this.written = new Set(); // what a person changed here: only that goes into the address
    this.rest = atRest(() => this.settle());
    this.redraw = oncePerFrame(() => this.draw());
    this.controls = lessonControls({
      press: () => this.mark(),
      range: (km) => {
        this.written.add("ring");
        this.change({ km });
      },
      rest: this.rest,
      site: (id) => {
        this.written.add("ring");
        this.choose({ siteId: id });
      },
      scale: (scale) => this.choose({ scale }),
      units: (units) => {
        this.written.add("units");
        this.change({ units });
        this.rest();
      },
    });
    this.figures = lessonFigures({
      onSize: () => this.redraw(), model: () => this.model, turned: () => this.redraw(), rested: this.rest,
    });
    this.ways = waysPart({ onChoose: (goalId) => this.choose({ goalId }), hues: () => this.model.hues });
    this.lists = shortLists();
    this.table = wrongTable();
    this.text = lessonText();
    this.build(root, Boolean(ring.rotating));
  }

  /** @param {HTMLElement} root @param {boolean} turns whether the link's ring takes in the Earth's rotation */
  build(root, turns) {
    root.replaceChildren(this.message, this.said,
      el("p", { class: "rm-lesson-lead" }, t("One range, drawn in four ways. Move the slider and watch which map tells the truth.")),
      el("p", { class: "rm-lesson-still", role: "note", "data-testid": "lesson-still", hidden: !turns },
        t("The ring of this link takes in the Earth's rotation. The lesson leaves it out: a range here is the same in every direction.")),
      this.controls.node,
      el("div", { class: "rm-lesson-main" }, this.figures.node,
        el("div", { class: "rm-lesson-side" }, this.lists.node, this.figures.legend, this.ways.node)),
      el("section", {}, el("h2", {}, t("Which cities does the flat circle get wrong?")), this.table.node),
      this.text.node);
    window.addEventListener("beforeprint", () => root.isConnected && this.printIn(false, true));
    window.addEventListener("afterprint", () => root.isConnected && this.printIn(isDark(), false));
    const off = bus().on("theme", ({ dark }) => {
      if (!root.isConnected) off();
      else this.paintIn(dark);
    });
  }

  /** @param {HTMLElement[]} paragraphs */
  tell(paragraphs) {
    this.message.replaceChildren(...paragraphs);
  }

  /** @param {BaseLand} land @param {Place[]} places @param {Site[]} sites @param {Scene} scene */
  async begin(land, places, sites, scene) {
    this.places = places;
    this.sites = sites;
    this.controls.offer(sites, scene.rings[scene.active]);
    const ids = [...new Set([...scene.targets, GOAL, ...MORE_GOALS])];
    const goals = ids.flatMap((id) => places.find((place) => place.id === id) ?? []);
    this.ways.offer(goals, GOAL);
    this.model.land = land;
    this.paintIn(this.model.dark);
    await this.choose({ siteId: this.own.id });
    window.reachmapLesson = { state: () => this.state() };
  }

  /**
   * Take another launch site, scale or destination: all that the slider does not change.
   * @param {Partial<LessonWish>} asked
   */
  async choose(asked) {
    this.asked = { ...this.asked, ...asked };
    const { siteId, scale, goalId } = this.asked;
    const site = this.sites.find(({ id }) => id === siteId) || this.own;
    const answer = await getSite(siteId);
    if (siteId !== this.asked.siteId) return; // another one was chosen meanwhile
    const isNew = site.id !== this.model.site?.id;
    Object.assign(this.model, factsOf({ site, answer, places: this.places, scale, goalId }));
    if (isNew) this.model.facing = { lat: Math.min(60, site.lat + FIRST_LOOK.up), lon: site.lon + FIRST_LOOK.east };
    this.change({});
    this.rest();
  }

  /**
   * The slider is pressed: return what brings back what was shown.
   * @returns {() => void}
   */
  mark() {
    const [km, written] = [this.model.km, new Set(this.written)];
    return () => {
      this.written = written;
      this.change({ km });
    };
  }

  /** @param {Partial<LessonModel>} values */
  change(values) {
    Object.assign(this.model, values);
    this.redraw();
  }

  /** @param {boolean} dark */
  paintIn(dark) {
    Object.assign(this.model, lookOf(dark));
    this.figures.swatches(lineSwatch);
    this.ways.swatches(lineSwatch);
    this.redraw();
  }

  /**
   * Paper is white, and shows the pictures that are out of sight, too.
   * @param {boolean} dark
   * @param {boolean} isPrinted
   */
  printIn(dark, isPrinted) {
    this.model.isPrinted = isPrinted;
    this.paintIn(dark);
    this.draw(); // at once: a printer waits for no frame
  }

  draw() {
    const { model } = this;
    if (!model.cities) return;
    const found = judge(model);
    this.found = found;
    this.controls.update(model, found);
    this.figures.draw(model);
    this.lists.update(model, found);
    this.table.update(model, found);
    this.ways.update(model);
    this.text.update?.(model);
  }

  /** What follows when nobody moves anything. */
  settle() {
    const { model, found } = this;
    if (!found || !this.said.isConnected) return;
    writeQuery(withState(query(), model, this.written));
    setText(this.said, countSentence(model, found));
    this.figures.speak(model, found);
  }

  /**
   * The public test hook: what is shown now.
   * @returns {object | null}
   */
  state() {
    const { model, found } = this;
    if (!found) return null; // nothing is drawn yet
    const { site, km, scale, goal, ways } = model;
    return {
      site: site.id, range_km: km, scale, facing: [model.facing.lat, model.facing.lon],
      ...this.figures.state(model),
      wrong: found.wrong.map(({ place }) => place.id),
      line: { destination: goal.place.id, rhumb_km: ways.straightKm, geodesic_km: ways.shortestKm },
    };
  }
}
