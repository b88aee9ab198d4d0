// Colours and dash patterns: one table for map, legend and panel.
//
// Hues are Okabe and Ito's palette, safe for colour blindness (Color Universal Design, 2008),
// darkened where needed for 3:1 against the quiet base map. A dash pattern goes with each, so
// colour never carries meaning alone.

import { appWindow } from "./bus.js";

export const RING_STYLES = [
  { color: "#0072B2", dash: [] },
  { color: "#D55E00", dash: [12, 5] },
  { color: "#007a5a", dash: [3, 5] },
  { color: "#a8437e", dash: [14, 5, 3, 5] },
  { color: "#8a6a00", dash: [22, 6] },
  { color: "#2b7ab0", dash: [7, 4] },
  { color: "#000000", dash: [3, 3, 10, 3] },
  { color: "#b34a00", dash: [2, 7] },
  { color: "#005a43", dash: [18, 4, 3, 4, 3, 4] },
  { color: "#7d2f5d", dash: [9, 9] },
  { color: "#665000", dash: [5, 3, 1, 3] },
  { color: "#444444", dash: [16, 8, 16, 2] },
];

const BRIGHT = ["#56B4E9", "#FF8A3D", "#2bd4a4", "#f29ac8", "#F0E442", "#9ad0f5", "#ffffff",
  "#ffb27a", "#7fe8cb", "#ffc4e3", "#ffe98a", "#cccccc"];

/**
 * Return {color, dash} of the ring with this index.
 * @param {number} index
 * @param {boolean} [dark]
 * @returns {LineStyle}
 */
export function ringStyle(index, dark = false) {
  const style = RING_STYLES[index % RING_STYLES.length];
  return dark ? { color: BRIGHT[index % BRIGHT.length], dash: style.dash } : style;
}

/** Below this zoom all known launch sites fall on one spot, so only those in use are drawn. */
export const SITES_FROM_ZOOM = 4.5;

/** @type {Palette} */
export const LIGHT = {
  sea: "#dce6ec", land: "#f8f6f0", coast: "#b7bfc4", border: "#cfc8bd", focus: "#efe2c8",
  ink: "#1f2a33", faint: "#5c6770", halo: "rgba(255,255,255,0.92)", paper: "#ffffff",
};

/** @type {Palette} */
export const DARK = {
  sea: "#16202a", land: "#2b3640", coast: "#52606b", border: "#46525c", focus: "#4a4436",
  ink: "#f2f5f7", faint: "#a9b5be", halo: "rgba(12,18,24,0.9)", paper: "#1c2731",
};

export const FONT = '"Source Sans", "Noto Sans KR", "Noto Sans CJK KR", "Apple SD Gothic Neo", "Malgun Gothic", system-ui, sans-serif';

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
