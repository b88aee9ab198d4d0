// The map of a question. The quiz owns the scene of its page: the map shows what is asked, a guess, or
// the truth.

import { inverse } from "../earth/geodesic.js";
import { askedScene, entitleMap, mapSize, toldScene, viewOf } from "./scenes.js";
import { MAX_KM, MIN_KM } from "../scene/edges.js";

export class QuestionMap {
  /** @param {Bus} tab @param {Scene} scene the page's, whose units and look are kept */
  constructor(tab, scene) {
    this.tab = tab;
    /** @type {Scene} */
    this.base = { ...scene, at: null, date: null, radars: [] };
    this.scene = this.base;
  }

  /**
   * A person has moved the map: another size of the window keeps that.
   * @param {Camera} at
   */
  keepView(at) {
    this.scene = { ...this.scene, at };
  }

  /** @param {Question} question @param {number} guessKm */
  ask(question, guessKm) {
    this.look(askedScene(this.base, question, guessKm), question, false);
  }

  /**
   * Show another guess; the map stays where it is.
   * @param {Question} question
   * @param {number} km
   */
  guess(question, km) {
    this.show({ ...askedScene(this.base, question, km), at: this.scene.at });
  }

  /** @param {Question} question @param {QuizAnswer} answer */
  tell(question, answer) {
    this.look(toldScene(this.base, question, answer), question, true);
  }

  /**
   * Show a scene and have the map look at what the question is about.
   * @param {Scene} scene
   * @param {Question} question
   * @param {boolean} isTold
   */
  look(scene, question, isTold) {
    entitleMap();
    this.show({ ...scene, at: viewOf(question, isTold, mapSize()) });
    this.tab.send("goto", this.scene);
  }

  /** @param {Scene} scene */
  show(scene) {
    this.scene = scene;
    this.tab.send("scene", scene);
  }
}

/**
 * The guess that a tap on the map makes: as far from the launch site as the point.
 * @param {Question} question
 * @param {LatLon} point
 * @returns {number} in km
 */
export function guessAt({ site }, { lat, lon }) {
  const { km } = inverse(site.lat, site.lon, lat, lon);
  return Math.round(Math.min(MAX_KM, Math.max(MIN_KM, km)));
}
