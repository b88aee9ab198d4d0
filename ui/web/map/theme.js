// The colours of the map: by day and by night, harder for who asks for contrast, the system's own where it forces them.

import { DARK, LIGHT } from "../base/facts.js";
import { isDark } from "../base/style.js";

const FORCED = matchMedia("(forced-colors: active)");
const MORE = matchMedia("(prefers-contrast: more)");
const BOLD = 1.4; // lines of who asks for contrast, times as wide

/** A ground that recedes further, and words, coasts and borders that stand out more. */
export const HARD_LIGHT = { ...LIGHT, sea: "#f0f5f8", land: "#ffffff", coast: "#6f7b84", border: "#8a8f95", focus: "#f7eeda",
  ink: "#000000", faint: "#39434b", halo: "#ffffff" };
export const HARD_DARK = { ...DARK, sea: "#0a0f14", land: "#171e25", coast: "#7d8a94", border: "#66727c", focus: "#2e2a20",
  ink: "#ffffff", faint: "#d0d8de", halo: "#000000", paper: "#0a0f14" };

/**
 * Between two colours, each as [red, green, blue].
 * @param {number[]} from
 * @param {number[]} to
 * @param {number} share
 * @returns {string}
 */
const mix = (from, to, share) => `rgb(${from.map((part, i) => Math.round(part + (to[i] - part) * share)).join(", ")})`;

/**
 * A map in the two colours that a system forces on pages: of ground and words.
 * @param {number[]} ground
 * @param {number[]} words
 * @returns {Palette}
 */
export function forcedPalette(ground, words) {
  const [paper, ink] = [mix(ground, words, 0), mix(ground, words, 1)];
  return {
    sea: paper, land: mix(ground, words, 0.09), coast: mix(ground, words, 0.55), border: mix(ground, words, 0.4),
    focus: mix(ground, words, 0.18), ink, faint: ink, halo: paper, paper, radar: ink,
  };
}

/**
 * What Canvas and CanvasText are here: a canvas is told no names of system colours.
 * @returns {[number[], number[]]}
 */
function systemColors() {
  const probe = document.createElement("i");
  probe.style.cssText = "background-color: Canvas; color: CanvasText; forced-color-adjust: none";
  document.body.append(probe);
  const { backgroundColor, color } = getComputedStyle(probe);
  probe.remove();
  const [ground, words] = [backgroundColor, color].map((text) => (text.match(/[\d.]+/g) ?? []).slice(0, 3).map(Number));
  return [ground, words];
}

/**
 * The colours of the map now.
 * @returns {{dark: boolean, palette: Palette, bold: number}}
 */
export function themeNow() {
  if (FORCED.matches) {
    const [ground, words] = systemColors();
    const [light, other] = [ground, words].map((color) => color.reduce((sum, part) => sum + part, 0));
    return { dark: light < other, palette: forcedPalette(ground, words), bold: BOLD };
  }
  const dark = isDark();
  if (MORE.matches) return { dark, palette: dark ? HARD_DARK : HARD_LIGHT, bold: BOLD };
  return { dark, palette: dark ? DARK : LIGHT, bold: 1 };
}

/**
 * Call when a reader's system asks for other colours.
 * @param {() => void} act
 */
export function whenThemeChanges(act) {
  for (const query of [FORCED, MORE]) query.addEventListener("change", act);
}
