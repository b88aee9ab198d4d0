/**
 * Times the frames of a page while something is dragged: `gaps.start()`, then `gaps.stop()`.
 *
 * A frame is one that the browser calls animation frames for; the page and the map in its frame share
 * them, and what they drew in it is what is seen. It is timed by the frame's own stamp.
 */
(() => {
  if (window !== window.top) return;

  /** After the frame has been drawn: a message sent from an animation frame is heard then. */
  const after = new MessageChannel();
  let run = null;

  function start() {
    const mine = { frames: [], delays: [], longest: 0, moved: null, sent: false };
    const step = (at) => {
      if (run !== mine) return;
      mine.frames.push(at);
      if (mine.moved !== null && !mine.sent) {
        mine.sent = true;
        after.port2.postMessage(null);
      }
      requestAnimationFrame(step);
    };
    after.port1.onmessage = () => {
      mine.delays.push(performance.now() - mine.moved);
      [mine.moved, mine.sent] = [null, false];
    };
    mine.watch = new PerformanceObserver((list) => note(list.getEntries()));
    mine.watch.observe({ type: "longtask" });
    run = mine;
    requestAnimationFrame(step);
  }

  function note(tasks) {
    run.longest = Math.max(run.longest, ...tasks.map(({ duration }) => duration));
  }

  /** From the moment the mouse moved, as the browser stamped it. */
  window.addEventListener("pointermove", ({ timeStamp }) => {
    if (run) run.moved ??= timeStamp;
  }, true);

  function stop() {
    note(run.watch.takeRecords());
    run.watch.disconnect();
    const { frames, delays, longest } = run;
    run = null;
    const gaps = frames.slice(1).map((at, i) => at - frames[i]);
    return { gaps, delays, longest };
  }

  const map = () => document.querySelector("[data-testid=map]")?.contentWindow;
  window.gaps = { start, stop, draws: () => map()?.reachmap.state().draws ?? 0 };
})();
