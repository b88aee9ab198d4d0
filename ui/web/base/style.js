// What of the look is not in the table of facts: the style of a ring by day and by night, the font.

import { appWindow } from "./bus.js";
import { RING_STYLES } from "./facts.js";
import { LANGUAGES } from "./languages.js";
import { LANGUAGE } from "./words.js";

/**
 * Return {color, dash} of the ring with this index.
 * @param {number} index
 * @param {boolean} [dark]
 * @returns {LineStyle}
 */
export function ringStyle(index, dark = false) {
  const { color, bright, dash } = RING_STYLES[index % RING_STYLES.length];
  return { color: dark ? bright : color, dash };
}

/** Below this zoom all known launch sites fall on one spot, so only those in use are drawn. */
export const SITES_FROM_ZOOM = 4.5;

/** The page's own faces first: names on the map may be in the letters of any language. */
const FACES = new Set([LANGUAGE, ...Object.values(LANGUAGES)].flatMap(({ screenFonts }) => screenFonts));
export const FONT = [...["Source Sans", ...FACES].map((face) => `"${face}"`), "system-ui", "sans-serif"].join(", ");

/**
 * Return whether the app's page is dark now, by the scheme that Streamlit gives it: its colours may be ours, and where the
 * system forces its own, the scheme is the system's.
 * @returns {boolean}
 */
export function isDark() {
  const page = appWindow();
  const app = page.document.querySelector(".stApp") || page.document.body;
  const schemes = page.getComputedStyle(app).colorScheme.split(" ");
  return schemes.includes("dark") && (!schemes.includes("light") || page.matchMedia("(prefers-color-scheme: dark)").matches);
}
