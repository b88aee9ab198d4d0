// Canvases apart from the page: painted once, then shown or stamped as they are.

/** Return a canvas apart from the page: one of the page brings all styles up to date first. */
export function sheet(width, height) {
  if (window.OffscreenCanvas) return new OffscreenCanvas(width, height);
  const canvas = document.createElement("canvas"); // browsers of before 2023
  [canvas.width, canvas.height] = [width, height];
  return canvas;
}

/**
 * Show a sheet in a canvas of the page. Its picture is handed over once; what is painted on a canvas
 * of the page itself is copied in every frame in which anything at all changes.
 */
export function showSheet(canvas, painted, alpha) {
  if (!painted.width || !painted.height) return; // of a map that is folded away
  if (painted.transferToImageBitmap) {
    canvas.getContext("bitmaprenderer", { alpha })
      .transferFromImageBitmap(painted.transferToImageBitmap());
  } else canvas.getContext("2d", { alpha }).drawImage(painted, 0, 0);
}
