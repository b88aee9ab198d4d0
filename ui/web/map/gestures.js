// In a page of someone else the map leaves one finger and the wheel to that page, which scrolls around it: two
// fingers move the map, Ctrl and the wheel zoom it, and a hint says so. Full screen and in a presentation all are its own.

import { appWindow } from "../base/bus.js";
import { el, setText } from "../base/dom.js";
import { isFramed } from "../base/framed.js";
import { isApple } from "../base/machine.js";
import { t } from "../base/words.js";

const SHOWN_MS = 1600;
const AGAIN_MS = 60000; // a wheel turned in vain later than this is told again

/** @returns {boolean} whether the map has the screen to itself, or the page in the frame shows little else */
function isAlone() {
  const page = appWindow().document;
  return Boolean(page.fullscreenElement) || page.documentElement.hasAttribute("data-present");
}

/**
 * Return what shows a hint over the map for a while. Keys do what they always do, so screen readers need none.
 * @param {HTMLElement} container
 * @returns {(words: string) => void}
 */
function hintOver(container) {
  const words = el("span");
  const node = el("div", { class: "rm-gesture", "aria-hidden": "true", "data-testid": "gesture-hint" }, words);
  container.append(node);
  let timer = 0;
  return (said) => {
    setText(words, said);
    node.classList.add("rm-told");
    clearTimeout(timer);
    timer = setTimeout(() => node.classList.remove("rm-told"), SHOWN_MS);
  };
}

/**
 * The wheel scrolls the page, but with a key held; trackpads send a pinch as a wheel with Ctrl.
 * @param {HTMLElement} container
 * @param {(words: string) => void} tell
 */
function shareWheel(container, tell) {
  let toldAt = -Infinity;
  container.addEventListener("wheel", (event) => {
    if (isAlone() || event.ctrlKey || event.metaKey) return;
    event.stopPropagation(); // Leaflet, which would keep it from the page, does not hear of it
    const isOverWords = event.target instanceof Element && event.target.closest(".leaflet-control, .leaflet-popup");
    if (isOverWords || event.timeStamp - toldAt < AGAIN_MS) return;
    toldAt = event.timeStamp;
    tell(isApple() ? t("Press Cmd and scroll to zoom the map") : t("Press Ctrl and scroll to zoom the map"));
  }, { capture: true, passive: true });
}

/**
 * One finger does not drag the map, so that the browser scrolls; once it has, the hint comes, and only that once.
 * @param {LeafletMap} map
 * @param {HTMLElement} container
 * @param {(words: string) => void} tell
 */
function shareFinger(map, container, tell) {
  let fingers = 0;
  let isTold = false;
  /** @param {(event: PointerEvent) => void} act */
  const ofFinger = (act) => (/** @type {PointerEvent} */ event) => {
    if (event.pointerType !== "mouse") act(event);
  };
  container.addEventListener("pointerdown", ofFinger(({ isPrimary }) => { // before Leaflet hears of the touch
    fingers = isPrimary ? 1 : fingers + 1;
    if (!isAlone()) map.dragging.disable();
  }), { capture: true });
  const gone = ofFinger(({ type }) => {
    const wasAlone = fingers === 1;
    fingers = Math.max(0, fingers - 1);
    if (fingers === 0) map.dragging.enable();
    if (type !== "pointercancel" || !wasAlone || isTold || isAlone()) return;
    isTold = true;
    tell(t("Use two fingers to move the map"));
  });
  for (const kind of ["pointerup", "pointercancel"]) window.addEventListener(kind, /** @type {EventListener} */ (gone), { capture: true });
}

/**
 * Share the gestures over a map with the page that holds it, if one of someone else does.
 * @param {LeafletMap} map
 * @param {Bus} tab
 */
export function shareGestures(map, tab) {
  if (!isFramed()) return;
  const container = map.getContainer();
  const tell = hintOver(container);
  shareWheel(container, tell);
  shareFinger(map, container, tell);
  const paint = () => container.classList.toggle("rm-shared", !isAlone());
  tab.on("present", paint);
  appWindow().document.addEventListener("fullscreenchange", paint);
  paint();
}
