// The QR code of a view on a picture that the browser makes: the server draws the code.

import { url } from "../base/live.js";
import { viewQuery } from "./sharing.js";

const PIXELS = 4; // of the server's drawing a module (geo/share/qr.py)
const LEAST_PX = 92; // of a side, in CSS pixels of the picture
const PATIENCE_MS = 8000;

/**
 * Fetch the code of a view; null if the server can't be reached.
 * @param {Scene} scene
 * @returns {Promise<HTMLImageElement | null>}
 */
export async function codeOf(scene) {
  const image = new Image();
  image.src = `${url("export/qr.svg")}?${viewQuery(scene)}`;
  const late = new Promise((_, reject) => { setTimeout(reject, PATIENCE_MS); });
  return Promise.race([image.decode(), late]).then(() => image, () => null);
}

/**
 * Return the code as a block: each module as many whole pixels of the picture as it needs to be read.
 * @param {HTMLImageElement} image
 * @param {number} unit
 * @param {number} ratio pixels of the picture for one of CSS
 * @returns {TextBlock}
 */
export function codeBlock(image, unit, ratio) {
  const modules = image.naturalWidth / PIXELS;
  const pixels = Math.max(2, Math.ceil(LEAST_PX * unit * ratio / modules));
  const side = modules * pixels / ratio;
  return {
    width: side, height: side,
    draw(pen, left, top) {
      const [x, y] = [left, top].map((at) => Math.round(at * ratio) / ratio);
      pen.drawImage(image, x, y, side, side);
    },
  };
}
