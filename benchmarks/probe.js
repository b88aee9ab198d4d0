/**
 * Watches the map and the thumb from the app's own page, once per animation frame.
 *
 * Reachmap tells what it draws through `reachmap.state()` in the map's frame; of a stock map the
 * drawn paths are compared. A frame that cannot be read, or has no ring, counts as blank.
 */
(() => {
  if (window !== window.top) return;

  const FRAME = [
    'iframe[data-testid="map"]',
    '[data-testid="map"] iframe',
    'iframe[title*="streamlit_folium"]',
  ].join();
  const THUMB = '[data-testid="range-0"], [data-testid="stSlider"] input';
  const GIVE_UP_MS = 15000;

  const mapWindow = () => document.querySelector(FRAME)?.contentWindow ?? null;

  /** The middle of that part of the map that is on the first screen. */
  function middle() {
    const box = document.querySelector(FRAME).getBoundingClientRect();
    const bottom = Math.min(box.bottom, window.innerHeight);
    return [box.x + box.width / 2, (box.y + bottom) / 2];
  }

  /** The first element of a selector, also in open shadow roots. */
  function deep(selector, root = document) {
    const found = root.querySelector(selector);
    if (found) return found;
    for (const host of root.querySelectorAll("*")) {
      const inside = host.shadowRoot && deep(selector, host.shadowRoot);
      if (inside) return inside;
    }
    return null;
  }

  let thumb = null;
  function value() {
    if (!thumb?.isConnected) thumb = deep(THUMB);
    return thumb?.value ?? null;
  }

  /** The thumb's centre and its track: [x, y, left, width]. */
  function track() {
    value();
    const stock = thumb.closest('[data-testid="stSlider"] [role="group"]');
    const box = (stock ?? thumb).getBoundingClientRect();
    const line = (stock ? thumb.parentElement.parentElement : thumb).getBoundingClientRect();
    const knob = stock ? 0 : box.height; // of a native input, the thumb stays inside the track
    const [at, low, high] = [thumb.value, thumb.min, thumb.max].map(Number);
    const x = box.x + knob / 2 + ((box.width - knob) * (at - low)) / (high - low);
    return [x, line.y + line.height / 2, box.x, box.width];
  }

  function ours(view) {
    const { draws, rings } = view.reachmap.state();
    return rings.length ? { ring: String(rings[0].range_km), draws } : null;
  }

  let frames = 0;
  function stock(view) {
    view.benchmarkNumber ??= frames += 1; // a remounted map shows another ring, even if alike
    const paths = view.document.querySelectorAll(".leaflet-overlay-pane path");
    const shapes = [...paths].map((path) => path.getAttribute("d")).filter((d) => d?.length > 9);
    return shapes.length ? { ring: [view.benchmarkNumber, ...shapes].join(), draws: null } : null;
  }

  /** What the map shows now: {ring, draws}, or null where it shows none. */
  function look() {
    const view = mapWindow();
    if (!view?.document?.body) return null;
    return view.reachmap ? ours(view) : stock(view);
  }

  /** Where the map looks, as Leaflet keeps it in the style of its proxy element. */
  const place = () => mapWindow()?.document.querySelector(".leaflet-proxy")?.style.transform;

  const probe = { firstMs: null, key: null, look, place, track, middle };

  (function first() {
    if (look()) probe.firstMs = performance.now();
    else requestAnimationFrame(first);
  })();

  /** Leave a mark in the map's frame; a remounted map has lost it. */
  probe.mark = () => {
    mapWindow().benchmarkMark = true;
  };
  probe.marked = () => mapWindow()?.benchmarkMark === true;

  /** Time the next key press: until the frame in which the ring is another one. */
  probe.arm = () => {
    const before = look()?.ring;
    probe.key = null;
    const wait = (begun) => {
      const ring = look()?.ring;
      const taken = performance.now() - begun;
      if (ring && ring !== before) probe.key = taken;
      else if (taken > GIVE_UP_MS) probe.key = Infinity;
      else requestAnimationFrame(() => wait(begun));
    };
    const pressed = (event) => wait(event.timeStamp);
    window.addEventListener("keydown", pressed, { capture: true, once: true });
  };

  /** Count frames, values and redraws until `stop()`. */
  probe.start = () => {
    const count = { frames: 0, values: 0, rings: 0, draws: 0, blank: 0 };
    let [going, held, seen] = [true, value(), look()];
    const begun = performance.now();
    const first = seen?.draws;
    const step = () => {
      const [held2, seen2] = [value(), look()];
      count.frames += 1;
      count.values += held2 !== held;
      count.rings += Boolean(seen2) && seen2.ring !== seen?.ring;
      count.blank += !seen2;
      [held, seen] = [held2, seen2 ?? seen];
      if (going) requestAnimationFrame(step);
    };
    requestAnimationFrame(step);
    probe.stop = () => {
      going = false;
      count.draws = first === null ? count.rings : (look()?.draws ?? NaN) - first;
      return { ...count, seconds: (performance.now() - begun) / 1000 };
    };
  };

  window.probe = probe;
})();
