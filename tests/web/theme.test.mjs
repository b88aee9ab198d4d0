// Colours of the map for who asks for contrast, or whose system forces two colours on all pages.

import assert from "node:assert/strict";
import test from "node:test";

import "./helpers/page.mjs";
import { DARK, LIGHT, RING_STYLES } from "../../ui/web/base/facts.js";

globalThis.matchMedia ??= () => ({ matches: false, addEventListener() {} });
const { HARD_DARK, HARD_LIGHT, forcedPalette } = await import("../../ui/web/map/theme.js");

/** Relative luminance of WCAG 2.2. */
function luminance(color) {
  const parts = color.startsWith("#") ? [1, 3, 5].map((i) => parseInt(color.slice(i, i + 2), 16)) : color.match(/[\d.]+/g).map(Number);
  const [r, g, b] = parts.map((part) => part / 255).map((c) => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4));
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function contrast(one, other) {
  const [dark, light] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

const GROUNDS = ["sea", "land", "focus"];

for (const [name, palette, usual, tone] of [["light", HARD_LIGHT, LIGHT, "color"], ["dark", HARD_DARK, DARK, "bright"]]) {
  test(`who asks for contrast gets words of 7:1 and lines of 3:1 on a quieter ground, ${name}`, () => {
    for (const ground of GROUNDS) {
      for (const words of ["ink", "faint"]) assert.ok(contrast(palette[words], palette[ground]) >= 7, `${words} on ${ground}`);
      for (const style of RING_STYLES) assert.ok(contrast(style[tone], palette[ground]) >= 3, `${style[tone]} on ${ground}`);
    }
    assert.ok(contrast(palette.coast, palette.sea) >= 3);
    assert.ok(contrast(palette.sea, palette.land) <= contrast(usual.sea, usual.land) + 0.1, "sea and land nearer to each other");
    assert.deepEqual(Object.keys(palette).sort(), Object.keys(usual).sort());
  });
}

for (const [name, ground, words] of [["white on black", [0, 0, 0], [255, 255, 255]], ["black on white", [255, 255, 255], [0, 0, 0]],
  ["yellow on night", [16, 16, 40], [255, 255, 0]]]) {
  test(`two colours of the system make a map whose words can be read: ${name}`, () => {
    const palette = forcedPalette(ground, words);
    assert.equal(palette.sea, `rgb(${ground.join(", ")})`);
    assert.equal(palette.ink, `rgb(${words.join(", ")})`);
    for (const each of GROUNDS) assert.ok(contrast(palette.ink, palette[each]) >= 7, each);
    assert.ok(contrast(palette.coast, palette.sea) >= 3, "coasts");
    assert.notEqual(palette.land, palette.sea);
    assert.deepEqual(Object.keys(palette).sort(), Object.keys(LIGHT).sort());
  });
}
