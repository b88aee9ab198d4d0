// What the page holds, what each thing that a person does changes of it, and when map and address follow.

import { query, writeQuery } from "../base/address.js";
import { bus } from "../base/bus.js";
import { oncePerFrame } from "../base/frames.js";
import { atRest } from "../base/rest.js";
import { drawnEnds, claimsAbout } from "../sectors/sectors.js";
import { withState } from "./address.js";
import { entryKms } from "./claims.js";
import { Face } from "./face.js";
import { entitleMap, pageScene, viewAround, withSectors } from "./mapscene.js";
import { SEONGJU, betweenOf, firstSectors, seenThings, standingOn, stateOf, thingsAround } from "./model.js";
import { restSentence } from "./words.js";

const LEAST_FIT = 0.4; // of the range that the map was fitted to: it goes closer only then
const MARGIN = 1.15;

export class HeldRadarPage {
  /** @param {HTMLElement} root @param {RadarPageData} data */
  constructor(root, { scene, asked }) {
    this.root = root;
    this.given = scene;
    this.asked = asked;
    this.face = new Face(root);
    this.tab = bus();
    /** @type {RadarPageModel | null} */
    this.model = null;
    this.isTheirs = scene.at !== null; // somebody chose what the map looks at
    this.fitKm = 0;
    /** @type {Set<import("./address.js").RadarPageChange>} */
    this.changed = new Set();
    this.rest = atRest(() => this.settle());
    this.moveSoon = oncePerFrame(() => this.move());
    this.tab.on("view", (at) => this.keepView(at));
    this.tab.on("radar", (change) => this.hear(change));
  }

  /** @param {RadarPageFacts} facts */
  begin(facts) {
    const first = firstSectors(facts.radars.radars, this.given.radars);
    this.model = {
      facts, ...first, scene: pageScene(this.given, facts.places), entry: "", elevation: Number(this.asked.elevation), things: thingsAround(first.radar, facts),
      seen: { inside: [], elsewhere: [], next: null }, standing: standingOn(facts.places, this.given.date), asked: this.asked, between: betweenOf(facts, this.asked),
    };
    this.face.build(facts, {
      press: () => this.mark(), turn: (change) => this.turn(change), rest: this.rest, claim: (entry) => this.claim(entry),
      look: (id, azimuth) => this.look(id, azimuth), day: (date) => this.day(date),
      elevation: (deg) => this.ask({ elevation: String(deg) }), ask: (asked) => this.ask(asked),
    });
    entitleMap();
    this.renew(); // the map hears of a scene first, and only then of where to look
    if (!this.isTheirs) this.fit();
  }

  /** Show all, after something that no drag changes. */
  renew() {
    const { model } = this;
    if (!model) return;
    this.reckon(model);
    this.face.show(model);
    this.tab.send("scene", model.scene);
  }

  /** In every frame of a drag. */
  move() {
    const { model } = this;
    if (!model) return;
    this.reckon(model);
    this.tab.send("scene", model.scene);
    this.face.move(model);
  }

  /** @param {RadarPageModel} model */
  reckon(model) {
    model.scene = withSectors(model.scene, model);
    model.seen = seenThings(model.things, { km: model.kms[0], azimuth: model.azimuth, width: model.width });
  }

  /** Have the map look at the whole sector. */
  fit() {
    const { model } = this;
    if (!model) return;
    [this.fitKm] = model.kms;
    model.scene = { ...model.scene, at: viewAround(model.radar, this.fitKm * MARGIN) };
    this.tab.send("scene", model.scene);
    this.tab.send("goto", { ...model.scene, animate: true });
  }

  // What a person does

  /** A person has moved the map, and what it looks at stays. @param {Camera} at */
  keepView(at) {
    if (!this.model || !this.root.isConnected) return;
    this.isTheirs = true;
    this.model.scene = { ...this.model.scene, at };
  }

  /** The widest sector is dragged by its handles on the map. @param {BusEvents["radar"]} change */
  hear({ id, km, azimuth, width, rests }) {
    const { model } = this;
    if (!model || !this.root.isConnected || id !== model.radar.id) return;
    const kms = km === undefined ? model.kms : [...new Set([km, ...model.kms.slice(1)])].sort((a, b) => b - a);
    this.turn({ kms, azimuth: azimuth ?? model.azimuth, width: width ?? model.width });
    if (rests) this.rest();
  }

  /** A slider is pressed: return what brings back what was shown. @returns {() => void} */
  mark() {
    const { kms, azimuth, width, entry } = /** @type {RadarPageModel} */ (this.model);
    const changed = new Set(this.changed);
    return () => {
      this.turn({ kms, azimuth, width });
      Object.assign(/** @type {RadarPageModel} */ (this.model), { entry });
      this.changed = changed;
    };
  }

  /** @param {{kms?: number[], azimuth?: number, width?: number}} change */
  turn(change) {
    if (!this.model) return;
    Object.assign(this.model, change, change.kms ? { entry: "" } : {});
    this.changed.add("radar");
    this.moveSoon();
  }

  /** @param {ClaimEntry} entry */
  claim(entry) {
    if (!this.model) return;
    Object.assign(this.model, { kms: entryKms(entry), entry: entry.id });
    this.follow("radar");
    this.fit();
  }

  /** @param {string} id @param {number} azimuth */
  look(id, azimuth) {
    const { model } = this;
    const radar = model?.facts.radars.radars.find((each) => each.id === id);
    if (!model || !radar) return;
    if (radar !== model.radar) {
      const ends = drawnEnds(claimsAbout(model.facts.radars, radar, null));
      model.scene = { ...model.scene, radars: [] };
      Object.assign(model, { radar, width: radar.width, kms: id === SEONGJU ? firstSectors([radar], []).kms : ends, entry: "", things: thingsAround(radar, model.facts) });
    }
    model.azimuth = azimuth;
    this.follow("radar");
    this.fit();
  }

  /** @param {string | null} date */
  day(date) {
    const { model } = this;
    if (!model) return;
    model.scene = { ...model.scene, date };
    model.standing = standingOn(model.facts.places, date);
    this.changed.add("date");
    this.moveSoon();
  }

  /** @param {Partial<RadarPageAsked>} asked */
  ask(asked) {
    const { model } = this;
    if (!model) return;
    model.asked = { ...model.asked, ...asked };
    model.elevation = Number(model.asked.elevation);
    model.between = betweenOf(model.facts, model.asked);
    this.follow(.../** @type {(keyof RadarPageAsked)[]} */ (Object.keys(asked)));
  }

  /** @param {...import("./address.js").RadarPageChange} changes */
  follow(...changes) {
    changes.forEach((change) => this.changed.add(change));
    this.renew();
    this.rest();
  }

  /** What follows when nobody moves anything. */
  settle() {
    const { model } = this;
    if (!model || !this.root.isConnected) return;
    this.renew();
    writeQuery(withState(query(), model, this.changed));
    this.face.follow();
    this.face.say(restSentence(model));
    const [km] = model.kms;
    if (!this.isTheirs && (km > this.fitKm || km < this.fitKm * LEAST_FIT)) this.fit();
  }

  /** The public test hook: what is shown now. @returns {object} */
  state() {
    return this.model ? stateOf(this.model) : {};
  }
}
