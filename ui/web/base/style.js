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
 * Return whether the app's page is dark now, by what Streamlit painted.
 * @returns {boolean}
 */
export function isDark() {
  const page = appWindow();
  const app = page.document.querySelector(".stApp") || page.document.body;
  const [r, g, b] = (page.getComputedStyle(app).backgroundColor.match(/[\d.]+/g) || [255, 255, 255])
    .map(Number);
  return r + g + b < 300;
}
