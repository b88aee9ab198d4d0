// Writes the address from the browser. WebKit allows 100 calls in ten seconds and throws at the next.

const AGAIN_MS = 1000;

let leaving = false;

/**
 * Call `act` when the page is being left, once or twice: Chromium takes an address only before it is
 * left, iPhones tell only after.
 * @param {() => void} act
 */
export function whenLeft(act) {
  const leave = () => {
    leaving = true;
    setTimeout(() => { leaving = false; }); // or it stays after all
    act();
  };
  for (const kind of ["beforeunload", "pagehide"]) window.addEventListener(kind, leave);
}

/**
 * Whether the page is just being left: what ends only now, such as a drag, cannot wait.
 * @returns {boolean}
 */
export const isLeaving = () => leaving;

/** @type {{path: string, before: string} | null} */
let waiting = null; // {path, before}: the newest address that could not be written, and what stood there
let timer = 0;

/**
 * Make a path and query of this origin the address; if the browser says no, once it lets us.
 * @param {string} path
 */
export function replaceAddress(path) {
  clearTimeout(timer);
  waiting = null;
  try {
    history.replaceState(history.state, "", path);
  } catch {
    waiting = { path, before: location.href };
    timer = setTimeout(tryAgain, AGAIN_MS);
  }
}

function tryAgain() {
  if (waiting && location.href === waiting.before) replaceAddress(waiting.path); // else another was newer
}
