// A followed view: a browser shows the leader's, until its owner looks around alone. Nothing of
// it is committed: a hundred followers cost the server no more than one.

import { getWords } from "../base/live.js";
import { oncePerFrame } from "../base/frames.js";
import { sceneOf } from "./messages.js";
import { fittedView } from "./camera.js";

/** @type {("mine" | "panning" | "view")[]} */
const MOVES = ["mine", "panning", "view"]; // events that say: someone here moves something

class Follower {
  /** @param {PanelControls} panel @param {() => void} changed */
  constructor(panel, changed) {
    this.panel = panel;
    this.tab = panel.tab;
    this.changed = changed; // called when someone breaks away, and when the first view comes
    this.isWith = true; // does not look around alone
    this.canStray = false; // there is a class to come back to
    /** @type {ClassView | null} */
    this.latest = null; // what the leader shows: {scene, size, isWhole, fit, words}
    this.isClosed = false;
    this.showMoved = oncePerFrame(() => this.show()); // a slow device shows the newest, not all one after the other
    /** @type {ToldView[]} */
    this.early = []; // messages that came before the page had a scene
    this.isShowing = false; // what changes is the leader's doing
    this.isShown = false; // the map looks where the leader's does
    this.story = { story: "", step: 1 };
    /** @type {StepWords | null} */
    this.words = null;
    /** @type {Map<string, {name: string, short: string}>} */
    this.names = new Map(); // of sites, in the language of this page
    /** @type {StopListening[]} */
    this.ears = [
      ...MOVES.map((event) => this.tab.on(event, () => this.stray())),
      this.tab.on("scene", () => this.early.splice(0).forEach((message) => this.hear(message))),
    ];
    getWords("live/sites.json").then((sites) => {
      this.names = new Map(sites.map(({ id, name, short }) => [id, { name, short }]));
      this.show();
    }).catch(() => {}); // ids will do
  }

  /**
   * Take a view that was sent.
   * @param {ToldView} message
   */
  hear(message) {
    const isWhole = "query" in message;
    if (!this.panel.scene) {
      this.early = isWhole ? [message] : [...this.early.filter((each) => "query" in each), message];
      return;
    }
    const before = this.latest;
    this.latest = {
      scene: sceneOf(message.scene), isWhole, fit: isWhole && message.fit === true,
      size: (isWhole ? message.map : message.scene.map) ?? before?.size ?? null,
      words: (isWhole ? message.words : before?.words) ?? null,
    };
    if (isWhole) this.show();
    else this.showMoved();
    if (!before) this.changed();
  }

  show() {
    if (this.isClosed || !this.isWith || !this.latest || !this.panel.scene) return;
    const { scene, size, isWhole, fit } = this.latest;
    const next = { ...structuredClone(scene), at: fittedView(scene.at, size) };
    for (const ring of next.rings) Object.assign(ring, this.names.get(ring.site));
    this.isShowing = true;
    this.panel.show(next, isWhole || !this.isShown);
    if (!next.at && (fit || !this.isShown)) this.tab.send("goto", this.panel.scene);
    if (isWhole) this.tab.send("settled", this.panel.scene);
    this.isShowing = false;
    this.isShown = true;
    this.tellStory();
  }

  /** Which step of which story it is; the player shows its words. */
  tellStory() {
    if (!this.latest) return;
    const { scene: { story, step }, words } = this.latest;
    if (story !== this.story.story || step !== this.story.step) {
      this.story = { story, step };
      this.tab.send("followstory", this.story);
    }
    if (JSON.stringify(words) !== JSON.stringify(this.words)) {
      this.words = words;
      this.tab.send("toldstep", words);
    }
  }

  /** Someone moved something here: from now on they look around alone. */
  stray() {
    if (this.isShowing || !this.isWith || !this.canStray) return;
    this.isWith = false;
    this.changed();
  }

  /** Back to what the leader shows now. */
  rejoin() {
    this.isWith = true;
    this.isShown = false;
    if (this.latest) this.latest.isWhole = true;
    this.show();
    this.changed();
  }

  close() {
    this.isClosed = true;
    this.ears.forEach((stop) => stop());
    if (this.words) this.tab.send("toldstep", null);
  }
}

/**
 * Follow a class in a panel; `changed()` is called when it follows anew or no longer.
 * @param {PanelControls} panel
 * @param {() => void} changed
 * @returns {Follower}
 */
export function followView(panel, changed) {
  return new Follower(panel, changed);
}
