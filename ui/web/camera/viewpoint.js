// Moves of the map's camera, and whose doing they are: what a person chose goes into the link, nothing else.

import { appWindow } from "../base/bus.js";
import { busyWith } from "./busy.js";
import { wrap } from "../earth/geodesic.js";
import { isMotionWelcome } from "../base/frames.js";
import { frameOf, stepFrame } from "./framing.js";
import { shareInView } from "./seen.js";
import { AT_ONCE, guardView, pacific } from "./view.js";
import { isOff } from "../scene/scene.js";

const FLIGHT_S = 0.8; // from one step of a story to the next
const EASE_S = 0.6; // out to a ring that has left the view
const LEAST_SHARE = 1 / 3; // of an outline, or it has left

/**
 * Whether the view of a step is the story's own: nobody's link says another, and no leader has fitted it already.
 * @returns {boolean}
 */
function isStepsOwn() {
  const keys = new URLSearchParams(appWindow().location.search);
  return !keys.has("at") && !keys.has("room");
}

/** @typedef {{places(goal: CameraGoal): LatLon[], sectors(goal: CameraGoal): LatLon[]}} Asked Points to be in view. */

export class Viewpoint {
  /** @param {Leaflet} L @param {LeafletMap} map @param {Bus} tab @param {Asked} asked */
  constructor(L, map, tab, asked) {
    this.map = map;
    this.tab = tab;
    this.asked = asked;
    this.isSet = false; // to the first scene
    this.quiet = false; // the map is moved by us, at once
    this.flying = false; // it is moved by us, and takes its time
    this.easing = false; // to a ring that had left the view
    this.sought = ""; // the places asked for that the view was made with
    this.theirs = false; // a person moved it since we did
    this.isLent = false; // to a printer, and comes back as it was
    /** @type {CameraGoal | null} */
    this.next = null; // a view that was asked for while the map was busy
    guardView(L, map, (move) => this.quietly(move)); // it hears the end of a move first, and may mend it
    const began = () => {
      if (!this.quiet) [this.flying, this.theirs] = [false, true];
    };
    map.on("dragstart drag zoomstart", began); // a drag goes on after a move of ours, from where that led
    map.on("keydown", () => { this.theirs ||= !this.flying; });
    this.isBusy = busyWith(map, () => this.next && this.goTo(this.next));
    map.on("move", () => this.tell("panning"));
    map.on("moveend", () => {
      this.tell("view");
      this.flying = this.easing = false;
    });
  }

  /**
   * Run what moves the map and is no person's doing.
   * @param {() => void} move
   */
  quietly(move) {
    const before = this.quiet;
    this.quiet = true;
    try {
      move();
    } finally {
      this.quiet = before;
    }
  }

  /**
   * Show the view of a scene, or fit its rings; `animate`: fly there, unless motion is unwelcome.
   * @param {CameraGoal} scene
   */
  goTo(scene) {
    this.isSet = true;
    this.theirs = false;
    this.next = this.isBusy() ? scene : null;
    if (this.isBusy()) return;
    this.move(this.frameFor(scene), scene.animate ? FLIGHT_S : 0);
  }

  /** @param {CameraGoal} goal @returns {import("./framing.js").Frame} */
  frameFor(goal) {
    if (!goal.at) return this.frame(goal.rings.map((ring) => ({ ...ring, hidden: isOff(ring, goal.date) })), this.asked.places(goal), this.asked.sectors(goal));
    const [lat, lon, zoom] = goal.at;
    return goal.story && isStepsOwn() ? stepFrame(this.size(), [lat, pacific(lon), zoom]) : { center: [lat, pacific(lon)], zoom };
  }

  /**
   * Places became known that were asked for by name, or sectors: if the view lacks one, it was made without; and so was
   * one that shows hidden rings where there are sectors.
   * @param {Scene} scene
   */
  seek(scene) {
    const sectors = this.asked.sectors(scene);
    const places = [...this.asked.places(scene), ...sectors];
    const key = places.map(({ lat, lon }) => `${lat},${lon}`).join();
    if (key === this.sought) return;
    this.sought = key;
    const bounds = this.map.getBounds();
    const isOfHidden = sectors.length > 0 && scene.rings.every((ring) => isOff(ring, scene.date));
    const isSeen = !isOfHidden && places.every(({ lat, lon }) => bounds.contains([lat, pacific(lon)]));
    if (!isSeen && !scene.at && !this.theirs && !this.flying) this.goTo(scene);
  }

  /** That of the map; its frame may have none yet, and no view is of nothing. */
  size() {
    const { x, y } = this.map.getSize();
    return { x: Math.max(1, x), y: Math.max(1, y) };
  }

  /** @param {Ring[]} rings @param {LatLon[]} places @param {LatLon[]} [sectors] @returns {import("./framing.js").Frame} */
  frame(rings, places, sectors) {
    return frameOf(this.size(), rings, places, sectors);
  }

  /**
   * Move there, in so many seconds if motion is welcome.
   * @param {import("./framing.js").Frame} frame
   * @param {number} duration
   */
  move({ center, zoom }, duration) {
    const flies = duration > 0 && isMotionWelcome();
    this.quietly(() => (
      flies ? this.map.flyTo(center, zoom, { duration }) : this.map.setView(center, zoom, AT_ONCE)));
    this.flying = flies;
  }

  /**
   * Whether most of a ring is out of the view: less than a third of its outline is seen.
   * @param {Ring | undefined} ring
   * @returns {boolean}
   */
  hasLeft(ring) {
    return ring !== undefined && this.share(ring) < LEAST_SHARE;
  }

  /**
   * How much of an outline is in view, or would be in another.
   * @param {Ring} ring
   * @param {import("./framing.js").Frame} [frame]
   * @returns {number}
   */
  share(ring, frame) {
    const { lat, lng } = this.map.getCenter();
    return shareInView(this.size(), frame ?? { center: [lat, lng], zoom: this.map.getZoom() }, ring);
  }

  /**
   * A thumb has come to rest: if the ring has left a view that no person chose, ease out to it. Never closer, and
   * not at all where that shows no more of it. It is no person's doing, so that no link tells it.
   * @param {Scene} scene
   * @param {Ring | undefined} ring
   */
  ease(scene, ring) {
    if (!ring || scene.at || this.theirs || this.flying || this.isBusy() || !this.hasLeft(ring)) return;
    const { center, zoom } = this.frame([ring], []);
    const frame = { center, zoom: Math.min(zoom, this.map.getZoom()) };
    if (this.share(ring, frame) <= this.share(ring)) return;
    this.move(frame, EASE_S);
    this.easing = this.flying;
  }

  /** A thumb moves again: nothing else does. */
  hold() {
    if (this.easing) this.quietly(() => this.map.stop());
  }

  /**
   * After another size of the window: the centre a person chose, or the rings fitted anew.
   * @param {Scene | null} scene
   */
  resized(scene) {
    if (scene && this.isSet && !this.isLent && !this.isBusy()) this.goTo(scene);
  }

  /** A person asked for what moves the map next, such as a place. */
  isAsked() {
    this.theirs = true;
  }

  /** @param {"panning" | "view"} event */
  tell(event) {
    if (!this.isSet || !this.theirs || this.quiet) return;
    const { lat, lng } = this.map.getCenter();
    this.tab.send(event, [lat, wrap(lng), this.map.getZoom()]);
  }
}

/**
 * Return the viewpoint of a map; it tells the tab "panning" and "view" with [lat, lon, zoom].
 * @param {Leaflet} L
 * @param {LeafletMap} map
 * @param {Bus} tab
 * @param {Asked} asked what a reader asked for, as far as it is known
 * @returns {Viewpoint}
 */
export function viewpointOf(L, map, tab, asked) {
  return new Viewpoint(L, map, tab, asked);
}
