// Offscreen canvases: painted once, then shown or stamped as they are.

/** How many pixels of a printer stand for one of a screen. */
export const PRINTER_RATIO = 2;

/**
 * Whether stamps are worth a sheet each: in a worker every new one waits for the page's own thread to say
 * how canvases are made (measured in Chromium: 250 of them, two seconds of a busy page).
 */
export const areSheetsCheap = typeof document !== "undefined";

/**
 * Return a canvas apart from the page: one of the page brings all styles up to date first.
 * @param {number} width
 * @param {number} height
 * @returns {Sheet}
 */
export function sheet(width, height) {
  const made = globalThis.OffscreenCanvas && new OffscreenCanvas(width, height);
  if (made) return /** @type {Sheet} */ (/** @type {unknown} */ (made)); // it draws like one of the page
  const canvas = /** @type {Sheet} */ (document.createElement("canvas")); // browsers of before 2023
  [canvas.width, canvas.height] = [width, height];
  return canvas;
}

/**
 * Show a sheet in a canvas of the page. Its picture is handed over once; what is painted on a canvas
 * of the page itself is copied in every frame in which anything at all changes.
 * @param {HTMLCanvasElement} canvas
 * @param {Sheet} painted
 * @param {boolean} alpha
 */
export function showSheet(canvas, painted, alpha) {
  if (!painted.width || !painted.height) return; // of a map that is folded away
  if (painted.transferToImageBitmap) {
    const renderer = /** @type {ImageBitmapRenderingContext} */ (canvas.getContext("bitmaprenderer", { alpha }));
    renderer.transferFromImageBitmap(painted.transferToImageBitmap());
  } else /** @type {Sheet} */ (canvas).getContext("2d", { alpha }).drawImage(painted, 0, 0);
}
