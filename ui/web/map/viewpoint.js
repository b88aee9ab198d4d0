// Moves of the map's camera, and whose doing they are: what a person chose goes into the link, nothing else.

import { wrap } from "../earth/geodesic.js";
import { isMotionWelcome } from "../base/frames.js";
import { fitRings, guardView, pacific } from "./view.js";

const FLIGHT_S = 0.8; // from one step of a story to the next

class Viewpoint {
  /** @param {Leaflet} L @param {LeafletMap} map @param {Bus} tab */
  constructor(L, map, tab) {
    this.map = map;
    this.tab = tab;
    this.isSet = false; // to the first scene
    this.quiet = false; // the map is moved by us, at once
    this.flying = false; // it is moved by us, and takes its time
    this.theirs = false; // a person moved it since we did
    this.zooming = false; // Leaflet animates a zoom, and meanwhile takes no other view
    /** @type {CameraGoal | null} */
    this.next = null; // so that is for later
    guardView(L, map, (move) => this.quietly(move)); // it hears the end of a move first, and may mend it
    const began = () => {
      if (!this.quiet) [this.flying, this.theirs] = [false, true];
    };
    map.on("dragstart zoomstart", began);
    map.on("keydown", () => { this.theirs ||= !this.flying; });
    map.on("zoomanim", () => { this.zooming = true; });
    map.on("zoomend", () => this.zoomed());
    map.on("move", () => this.tell("panning"));
    map.on("moveend", () => {
      this.tell("view");
      this.flying = false;
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
    this.next = this.zooming ? scene : null;
    if (this.zooming) return;
    const { map } = this;
    /** @type {{center: LatLonPair, zoom: number}} */
    const { center, zoom } = scene.at
      ? { center: [scene.at[0], pacific(scene.at[1])], zoom: scene.at[2] }
      : fitRings(map, scene.rings);
    const flies = Boolean(scene.animate) && isMotionWelcome();
    this.quietly(() => (
      flies ? map.flyTo(center, zoom, { duration: FLIGHT_S }) : map.setView(center, zoom, { animate: false })));
    this.flying = flies;
  }

  zoomed() {
    this.zooming = false;
    if (this.next) this.goTo(this.next);
  }

  /**
   * After another size of the window: the centre a person chose, or the rings fitted anew.
   * @param {Scene | null} scene
   */
  resized(scene) {
    if (scene && this.isSet && !this.zooming) this.goTo(scene);
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
 * @returns {Viewpoint}
 */
export function viewpointOf(L, map, tab) {
  return new Viewpoint(L, map, tab);
}
