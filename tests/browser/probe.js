// Watches a slider and the map from the app's own page, once per animation frame.
(() => {
  if (window !== window.top) return;

  const mapWindow = () => document.querySelector("iframe[data-testid=map]")?.contentWindow;
  const small = document.createElement("canvas");
  [small.width, small.height] = [64, 48];
  const pen = small.getContext("2d", { willReadFrequently: true });

  /** How many colours a canvas of the map shows when looked at from afar; 0 or 1 is blank. */
  function colours(pane) {
    const canvas = mapWindow()?.document.querySelector(`.leaflet-${pane}-pane canvas`);
    if (!canvas) return 0;
    pen.clearRect(0, 0, small.width, small.height);
    pen.drawImage(canvas, 0, 0, small.width, small.height);
    return new Set(new Uint32Array(pen.getImageData(0, 0, small.width, small.height).data.buffer)).size;
  }

  const isBlank = () => colours("rmBase") < 2 || colours("rmScene") < 2;
  const place = () => {
    const { map } = mapWindow().reachmap;
    const { lat, lng } = map.getCenter();
    return [lat, lng, map.getZoom()];
  };

  let watch = null;

  /** Count frames, frames with a new value, redraws, blank frames and moves until `stop()`. */
  function start(testId) {
    const input = document.querySelector(`[data-testid="${testId}"]`);
    const words = document.querySelector(`[data-testid="${testId.replace("range", "counters")}"]`);
    const state = () => mapWindow().reachmap.state();
    const first = { draws: state().draws, place: String(place()) };
    const count = { frames: 0, changed: 0, lagging: 0, blank: 0, moved: 0, counters: [], values: [] };
    let held = input.value;
    watch = { going: true, count, first, state };
    const step = () => {
      if (!watch.going) return;
      count.frames += 1;
      if (input.value !== held) {
        count.changed += 1;
        count.values.push(Number(input.value));
        count.lagging += !state().rings.some((ring) => Math.abs(ring.range_km - input.value) < 1e-6);
      }
      held = input.value;
      if (words && count.counters.at(-1) !== words.textContent) count.counters.push(words.textContent);
      count.blank += isBlank();
      count.moved += String(place()) !== first.place;
      requestAnimationFrame(step);
    };
    requestAnimationFrame(step);
  }

  function stop() {
    watch.going = false;
    return { ...watch.count, draws: watch.state().draws - watch.first.draws };
  }

  /** Leave a mark in the map's frame; a remounted map has lost it. */
  function mark() {
    mapWindow().__mark = true;
  }

  window.probe = { colours, start, stop, mark, marked: () => mapWindow()?.__mark === true };
})();
