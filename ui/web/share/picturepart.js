// The part "Picture" of the dialog "Share": drawn by the server, or what the browser's own map shows.

import { bus } from "../base/bus.js";
import { el, setText } from "../base/dom.js";
import { url } from "../base/live.js";
import { copyPng } from "./copying.js";
import { fileName, viewQuery } from "./sharing.js";
import { fetchFile, messageOf, save } from "./tools.js";
import { t } from "../base/words.js";

/** @typedef {{make(): Promise<{blob: Blob, note?: string}>, name(): string}} PictureWay How a picture is made. */

const SIZES = {
  "1600x900": t("Slide 1600 \u00d7 900"),
  "1920x1080": t("Slide 1920 \u00d7 1080"),
  "1200x630": t("Social card 1200 \u00d7 630"),
  "3508x2480": t("A4, 300 dpi, 3508 \u00d7 2480"),
};
const PROJECTIONS = {
  mercator: t("Map (Mercator, Pacific)"),
  azimuthal: t("Rings as circles (azimuthal)"),
  globe: t("Globe"),
};
const MAKING = t("Making the picture\u2026");

/**
 * Return {node, update(scene)}.
 * @returns {ScenePart}
 */
export function pictureSection() {
  /** @type {Scene} */
  let scene; // before the dialog is opened it is told
  const said = el("p", { class: "rm-said", role: "status" });
  const name = el("b", { class: "rm-name" });
  /** @returns {string} */
  const address = () => {
    const [width, height] = size.value.split("x");
    return `${url("export/map.png")}?${viewQuery(scene)}&width=${width}&height=${height}&projection=${projection.value}`;
  };
  const follow = () => link.setAttribute("href", address());
  const size = select(SIZES, follow);
  const projection = select(PROJECTIONS, follow);
  const drawn = { make: async () => ({ blob: await fetchFile(address()) }), name: () => fileName(scene, "png") };
  const seen = { make: asSeen, name: drawn.name };
  const link = action("a", t("Download picture"), said, (way) => download(way), drawn);
  return {
    node: el("section", { class: "rm-dialog-picture" }, el("h3", {}, t("Picture")),
      el("div", { class: "rm-fields" }, el("label", {}, t("Size"), size), el("label", {}, t("Projection"), projection)),
      el("div", { class: "rm-row" }, link, action("button", t("Copy picture"), said, copy, drawn)),
      el("h4", {}, t("Picture of exactly what I see")),
      el("p", {}, t("From the map of this window, as it is now, with legend, sources and link.")),
      el("div", { class: "rm-row" }, action("button", t("Download what I see"), said, download, seen),
        action("button", t("Copy what I see"), said, copy, seen)),
      said, el("p", {}, t("The name of the file: "), name)),
    update(next) {
      scene = next;
      follow();
      link.setAttribute("download", drawn.name());
      setText(name, drawn.name());
    },
  };
}

/** @param {Record<string, string>} options @param {() => void} onchange @returns {HTMLSelectElement} */
function select(options, onchange) {
  return el("select", { onchange }, Object.entries(options).map(([value, words]) => el("option", { value }, words)));
}

/**
 * A button, or a link that a click fetches itself: it says what it does, and what went wrong.
 * @param {"a" | "button"} tag
 * @param {string} words
 * @param {HTMLElement} said
 * @param {(way: PictureWay) => Promise<string>} act
 * @param {PictureWay} way
 * @returns {HTMLElement}
 */
function action(tag, words, said, act, way) {
  let busy = false;
  /** @param {Event} event */
  const run = async (event) => {
    event.preventDefault();
    if (busy) return;
    busy = true;
    setText(said, "");
    setText(node, MAKING);
    try {
      setText(said, await act(way));
    } catch (error) {
      setText(said, messageOf(error));
    }
    setText(node, words);
    busy = false;
  };
  const node = el(tag, { ...(tag === "button" ? { type: "button" } : { class: "rm-button" }), onclick: run }, words);
  return node;
}

/** @param {PictureWay} pictureWay @returns {Promise<string>} */
async function download({ make, name }) {
  const named = name(); // as it is now: the view may change while it is made
  const { blob, note } = await make();
  save(blob, named);
  return note ?? "";
}

/** @param {PictureWay} pictureWay @returns {Promise<string>} */
async function copy({ make }) {
  let note = "";
  await copyPng(async () => {
    const made = await make();
    note = made.note ?? "";
    return made.blob;
  });
  return `${t("The picture is in the clipboard.")} ${note}`.trim();
}

/**
 * Ask the map for its picture: {blob, note}. It answers before send() is back, if it is there.
 * @returns {Promise<MapPicture>}
 */
async function asSeen() {
  /** @type {Promise<MapPicture>[]} */
  const answers = [];
  bus().send("picture", { answer: (picture) => answers.push(picture) });
  if (!answers.length) throw new Error(t("The map is not ready yet."));
  return answers[0];
}
