// What stands below a chart: a button that saves it as a picture. The chart itself is an SVG of Vega's, drawn by
// Streamlit; its own tools speak English and stand under a mouse alone.

import { bus } from "../base/bus.js";
import { el, within } from "../base/dom.js";
import { FONT, isDark } from "../base/style.js";
import { t } from "../base/words.js";
import { paragraph, stack } from "../share/paper.js";
import { withTexts } from "../share/pngtext.js";
import { messageOf, save } from "../share/tools.js";

const RATIO = 2; // pixels of the picture for one of the screen
const MARGIN = 16;
/** @type {Record<string, CanvasTextAlign>} */
const ANCHORS = { start: "left", middle: "center", end: "right" };

let watching = false;
let drawAnew = () => {};

/** Charts are drawn in the colours that Python was told of: when those change, one of them has it told again. */
function watchTheme() {
  if (watching) return;
  watching = true;
  bus().on("theme", () => drawAnew());
}

/**
 * Take away what Vega says of its marks by itself, in English: they have descriptions of ours.
 * @param {HTMLElement} root
 */
function onlyOurWords(root) {
  const box = root.closest("[class*='st-key-chart_']");
  if (!box) return;
  const clear = () => box.querySelectorAll("[aria-roledescription]").forEach((node) => node.removeAttribute("aria-roledescription"));
  new MutationObserver(clear).observe(box, { subtree: true, childList: true, attributeFilter: ["aria-roledescription"] });
  clear();
}

/**
 * Mount the component.
 * @param {Component<ChartFacts>} component
 */
export function mount({ parentElement, data, setStateValue }) {
  const root = within(parentElement, ".rm-chart");
  drawAnew = () => root.isConnected && setStateValue("dark", isDark());
  watchTheme();
  onlyOurWords(root);
  const said = el("p", { class: "rm-said", role: "status" });
  const button = el("button", {
    type: "button", class: "rm-button",
    onclick: async () => {
      said.textContent = "";
      try {
        save(await pictureOf(chartBeside(root), data), `reachmap-${data.name}.png`);
      } catch (error) {
        said.textContent = t("No picture could be made: {why}", { why: messageOf(error) });
      }
    },
  }, data.save);
  const file = data.csv && el("a", { class: "rm-button", href: data.csv.href, download: true }, data.csv.words);
  root.replaceChildren(el("p", { class: "rm-row" }, button, file), said);
}

/**
 * Return the chart that stands above a node.
 * @param {HTMLElement} node
 * @returns {SVGSVGElement}
 */
function chartBeside(node) {
  const svg = node.closest("[class*='st-key-chart_']")?.querySelector("svg.marks");
  if (!(svg instanceof SVGSVGElement)) throw new Error(t("The chart is not drawn yet."));
  return svg;
}

/**
 * Return the shapes of an SVG as an image, without its words: a picture in a picture has none of the page's letters.
 * @param {SVGSVGElement} svg
 * @returns {Promise<HTMLImageElement>}
 */
async function shapesOf(svg) {
  const copy = /** @type {SVGSVGElement} */ (svg.cloneNode(true));
  for (const words of copy.querySelectorAll("text")) words.remove();
  const text = new XMLSerializer().serializeToString(copy);
  const href = URL.createObjectURL(new Blob([text], { type: "image/svg+xml" }));
  const image = el("img", { src: href });
  await image.decode().finally(() => URL.revokeObjectURL(href));
  return image;
}

/**
 * Write the words of an SVG where they stand in it, in the letters of the page.
 * @param {Pen} pen
 * @param {SVGSVGElement} svg
 * @param {{left: number, top: number}} at
 */
function write(pen, svg, { left, top }) {
  const box = svg.getBoundingClientRect();
  for (const words of svg.querySelectorAll("text")) {
    const style = getComputedStyle(words);
    const { a, b, c, d, e, f } = /** @type {DOMMatrix} */ (words.getScreenCTM());
    pen.save();
    pen.translate(left - box.x, top - box.y);
    pen.transform(a, b, c, d, e, f);
    pen.font = `${style.fontWeight} ${style.fontSize} ${FONT}`;
    pen.textBaseline = "alphabetic"; // as SVG has it
    pen.textAlign = ANCHORS[style.textAnchor] ?? "left";
    if (style.stroke !== "none") {
      pen.strokeStyle = style.stroke;
      pen.lineWidth = parseFloat(style.strokeWidth);
      pen.lineJoin = "round";
      pen.strokeText(words.textContent, 0, 0);
    }
    pen.fillStyle = style.fill;
    pen.fillText(words.textContent, 0, 0);
    pen.restore();
  }
}

/**
 * Return the chart as it is seen, framed by its title, sources and address.
 * @param {SVGSVGElement} svg
 * @param {ChartFacts} data
 * @returns {Promise<Blob>}
 */
async function pictureOf(svg, { title, notes, address }) {
  const shapes = await shapesOf(svg);
  const { width, height } = svg.getBoundingClientRect();
  const page = getComputedStyle(document.documentElement);
  const [paper, ink, faint] = ["paper", "ink", "faint"].map((name) => page.getPropertyValue(`--rm-${name}`).trim());
  const link = new URL(address, location.href).href;
  const head = paragraph([{ text: title, size: 20, weight: 700, color: ink }], width);
  const foot = stack([...notes, link].map((text) => paragraph([{ text, size: 12, color: faint }], width)), 4);
  const top = MARGIN + head.height + MARGIN / 2;
  const canvas = /** @type {Sheet} */ (document.createElement("canvas"));
  canvas.width = RATIO * (width + 2 * MARGIN);
  canvas.height = RATIO * (top + height + foot.height + 1.5 * MARGIN);
  const pen = canvas.getContext("2d");
  pen.scale(RATIO, RATIO);
  pen.fillStyle = paper;
  pen.fillRect(0, 0, canvas.width, canvas.height);
  head.draw(pen, MARGIN, MARGIN);
  pen.drawImage(shapes, MARGIN, top, width, height);
  write(pen, svg, { left: MARGIN, top });
  foot.draw(pen, MARGIN, top + height + MARGIN / 2);
  const blob = await new Promise((done) => canvas.toBlob(done, "image/png"));
  if (!blob) throw new Error(t("This browser makes none of this size."));
  const png = new Uint8Array(await blob.arrayBuffer());
  const parts = /** @type {BlobPart[]} */ (withTexts(png, { Title: title, Source: link, Description: notes.join(" ") }));
  return new Blob(parts, { type: "image/png" });
}
