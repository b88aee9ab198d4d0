// When a view would be lost that is set on a map: while Leaflet animates a zoom, and between the moment a hand
// lets go of the map and the next frame, in which it begins to glide on from wherever it then is.

/**
 * Return whether the map is busy, as asked then; `freed` is called when it no longer is.
 * @param {LeafletMap} map
 * @param {() => void} freed
 * @returns {() => boolean}
 */
export function busyWith(map, freed) {
  let isLetGo = false;
  // Not by the events: of two zooms to the same view, the second is ended before all have heard that it begins.
  const isZooming = () => map.getPane("mapPane")?.classList.contains("leaflet-zoom-anim") ?? false;
  const isBusy = () => isZooming() || isLetGo;
  const end = () => isBusy() || freed();
  map.on("zoomend", end);
  map.on("dragend", () => {
    isLetGo = true;
    // Behind Leaflet, which asks for the glide's first frame once all have heard of the drag's end.
    queueMicrotask(() => requestAnimationFrame(() => {
      isLetGo = false;
      end();
    }));
  });
  return isBusy;
}
