// Undo and redo: the steps of the browser's history that this page made, and no others. Each entry says in
// its own state which step it is and of how many, so that a reload forgets neither.

const KEY = "reachmap";
const NONE = { at: 0, of: 0 };
/** @type {Set<() => void>} */
const hearers = new Set();

/**
 * Where the page is in its own steps.
 * @returns {{at: number, of: number}}
 */
const now = () => history.state?.[KEY] ?? NONE;

/**
 * The state of a history entry that says which step it is.
 * @param {{at: number, of: number}} steps
 * @returns {Record<string, unknown>}
 */
const stateOf = (steps) => ({ ...history.state, [KEY]: steps });

/**
 * The state of the entry that is about to be written; a new step ends what could be done again.
 * @param {boolean} isStep
 * @returns {unknown}
 */
export function stateToWrite(isStep) {
  if (!isStep) return history.state;
  const at = now().at + 1;
  return stateOf({ at, of: at });
}

/** Whoever shows the steps looks again. */
export function tellSteps() {
  for (const act of hearers) act();
}

/**
 * Call `act` whenever a step was made or taken back; return a function that stops it.
 * @param {() => void} act
 * @returns {StopListening}
 */
export function onSteps(act) {
  hearers.add(act);
  return () => hearers.delete(act);
}

/** @returns {boolean} */
export const canUndo = () => now().at > 0;
/** @returns {boolean} */
export const canRedo = () => now().at < now().of;

export function undo() {
  if (canUndo()) history.back();
}

export function redo() {
  if (canRedo()) history.forward();
}

/** Say in the history's entries where they stand, from now on. A page asks for it once. */
export function watchSteps() {
  let { of } = now();
  /** @param {number} known how many steps there are; an entry that nobody marked is a beginning */
  const mark = (known) => {
    const { at } = now();
    of = Math.max(at, known);
    try {
      history.replaceState(stateOf({ at, of }), "");
    } catch { /* WebKit allows 100 calls in ten seconds: what was said before will do */ }
    tellSteps();
  };
  // What lies ahead is known to be ours after a reload alone: a page that was opened from here has taken its place.
  const [load] = /** @type {PerformanceNavigationTiming[]} */ (performance.getEntriesByType("navigation"));
  mark(load?.type === "reload" ? of : 0);
  hearers.add(() => { of = now().of; });
  window.addEventListener("reachmapreturned", () => mark(history.state?.[KEY] ? of : 0)); // boot/returned.js
  window.addEventListener("pageshow", ({ persisted }) => persisted && mark(0));
}

/**
 * Ctrl+Z and Ctrl+Shift+Z, or Cmd, where no field wants them for its own words.
 * @param {KeyboardEvent} event
 */
export function stepByKey(event) {
  const { key, ctrlKey, metaKey, shiftKey, altKey } = event;
  if (!(ctrlKey || metaKey) || altKey || event.defaultPrevented || isForWords(event.target)) return;
  const does = { z: shiftKey ? redo : undo, y: redo }[key.toLowerCase()];
  if (!does) return;
  event.preventDefault();
  does();
}

/**
 * Whether keys go into a text, or into a dialog, which has nothing to take back.
 * @param {EventTarget | null} target perhaps of the map's frame: of another Element
 * @returns {boolean}
 */
function isForWords(target) {
  const node = /** @type {Element | null} */ (target);
  return Boolean(node?.matches?.("input:not([type=range], [type=checkbox]), textarea, [contenteditable], dialog *"));
}
