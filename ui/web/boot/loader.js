// A loader of modules where nothing of ours is yet: in a component of Streamlit, in the map's
// frame. A school's network loses requests; one that is lost is asked for again, then it is said.
// Classic code, put by ui/scripts/loader.py before what uses it.

/**
 * @param {string} source
 * @param {Element} root
 * @param {LostWords} words
 * @param {(modules: Record<string, unknown>) => void} use
 */
function loadModule(source, root, words, use) {
  // Before the second, third and fourth try; tests have less time.
  const PAUSES_MS = window.reachmapPausesMs ?? [500, 2000, 6000];
  const loads = (window.reachmapLoads ??= new Map()); // several parts of a page need the same file
  /** @param {number} ms @returns {Promise<void>} */
  const wait = (ms) => new Promise((go) => setTimeout(go, ms));
  const load = async () => {
    for (let tries = 0; ; tries += 1) {
      try {
        // Some browsers remember that an address failed, so it is another one.
        return await import(tries ? `${source}?again=${Date.now()}` : source);
      } catch (error) {
        if (tries === PAUSES_MS.length) throw error;
        await wait(PAUSES_MS[tries]);
      }
    }
  };
  const tell = () => {
    const note = lostNote(words, () => {
      note.remove();
      start();
    });
    for (const old of root.querySelectorAll(".rm-not-loaded")) old.remove();
    root.prepend(note);
  };
  const start = async () => {
    if (!loads.has(source)) loads.set(source, load());
    let modules = null;
    try {
      ({ modules } = await loads.get(source));
    } catch {
      loads.delete(source);
      tell();
      return;
    }
    use(modules);
  };
  start();
}
