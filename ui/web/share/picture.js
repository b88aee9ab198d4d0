// A picture of exactly what the map shows, at the pixels of this screen, framed by the words that a
// picture of the server has too: title, legend, scale, caveat, sources, link.

import { CAVEAT, SOURCES } from "./captions.js";
import { footOf, headOf } from "./picturewords.js";
import { scaleAt, snapshot, withTiles } from "./mapsnapshot.js";
import { withTexts } from "./pngtext.js";
import { codeBlock, codeOf } from "./qrcode.js";
import { shortLink } from "./sharing.js";
import { findingOf } from "../scene/headline.js";
import { titleOf } from "../scene/titles.js";
import { FONT } from "../base/style.js";
import { t } from "../base/words.js";

const MARGIN = 14;

/**
 * Return a promise of {blob, note}; `shown` = {symbols, scale} of the map. The map may move meanwhile.
 * @param {LeafletMap} map
 * @param {ReadyModel} model
 * @param {{symbols: LegendRow[], scale: ScaleParts}} shown
 * @returns {Promise<MapPicture>}
 */
export async function pictureOf(map, model, shown) {
  const { scene, dark, palette } = model;
  const ratio = window.devicePixelRatio || 1;
  const scale = scaleAt(map, shown.scale);
  const finding = findingOf(scene, (site) => model.answersBySite.get(site), model.places, model.radarFacts);
  const now = { scene: structuredClone(scene), finding, palette, dark, ratio, scale, symbols: shown.symbols };
  const seen = snapshot(map, ratio);
  const [ground, code] = await Promise.all([withTiles(seen, ratio), codeOf(now.scene)]);
  const uncoded = code ? "" : t("The QR code is missing: the server, which draws it, could not be reached.");
  return { blob: await framed(now, seen, ground, code), note: [ground.note, uncoded].filter(Boolean).join(" ") };
}

/**
 * Put head, map and foot together.
 * @param {PictureFacts} now
 * @param {MapSnapshot} seen
 * @param {PictureGround} ground
 * @param {HTMLImageElement | null} image of the QR code
 * @returns {Promise<Blob>}
 */
async function framed(now, seen, ground, image) {
  const { palette, ratio } = now;
  const room = seen.width - 2 * MARGIN;
  const unit = Math.min(1.4, Math.max(1, seen.width / 1100));
  const head = headOf(now, room, unit);
  const code = image && codeBlock(image, unit, ratio);
  const foot = footOf(now, room - (code ? code.width : 0), unit, ground.credit);
  const footHeight = Math.max(foot.height, code ? code.height : 0);
  const top = Math.round(head.height + 1.4 * MARGIN);
  const bottom = top + seen.height;
  const canvas = /** @type {Sheet} */ (document.createElement("canvas"));
  [canvas.width, canvas.height] = [seen.width, bottom + footHeight + 2 * MARGIN].map((side) => Math.round(side * ratio));
  const pen = canvas.getContext("2d");
  pen.fillStyle = palette.paper;
  pen.fillRect(0, 0, canvas.width, canvas.height);
  pen.drawImage(ground.paper, 0, Math.round(top * ratio));
  pen.drawImage(seen.live, 0, Math.round(top * ratio));
  pen.setTransform(ratio, 0, 0, ratio, 0, 0);
  head.draw(pen, MARGIN, 0.7 * MARGIN);
  foot.draw(pen, MARGIN, bottom + MARGIN);
  code?.draw(pen, seen.width - MARGIN - code.width, bottom + MARGIN + footHeight - code.height);
  pen.translate(0, top);
  drawScale(pen, now);
  const png = new Uint8Array(await (await toPng(canvas)).arrayBuffer());
  const texts = {
    Title: titleOf(now.scene), Description: `${CAVEAT} ${SOURCES}`, Source: shortLink(now.scene), Software: "Reachmap",
  };
  return new Blob(/** @type {BlobPart[]} */ (withTexts(png, texts)), { type: "image/png" });
}

/** @param {HTMLCanvasElement} canvas @returns {Promise<Blob>} */
function toPng(canvas) {
  return new Promise((resolve, reject) => {
    canvas.toBlob((blob) => (blob ? resolve(blob)
      : reject(new Error(t("This browser could not make a picture of that size.")))), "image/png");
  });
}

/**
 * The scale where the map has it.
 * @param {Pen} pen
 * @param {Pick<PictureFacts, "scale" | "palette">} shown
 */
export function drawScale(pen, { scale: { box, bar, words }, palette }) {
  pen.globalAlpha = 0.85;
  pen.fillStyle = palette.paper;
  pen.fillRect(box.x, box.y, box.width, box.height);
  pen.globalAlpha = 1;
  pen.fillStyle = pen.strokeStyle = palette.ink;
  pen.font = `400 12px ${FONT}`;
  pen.textAlign = "right";
  pen.textBaseline = "middle";
  pen.fillText(words, bar.x + bar.width, (box.y + bar.y) / 2 + 1);
  pen.lineWidth = 2;
  pen.beginPath();
  pen.moveTo(bar.x + 1, bar.y);
  pen.lineTo(bar.x + 1, bar.y + bar.height - 1);
  pen.lineTo(bar.x + bar.width - 1, bar.y + bar.height - 1);
  pen.lineTo(bar.x + bar.width - 1, bar.y);
  pen.stroke();
}
