// Loads a module of ours where nothing of ours is yet: in a component of Streamlit, in the map's
// frame. A school's network loses requests; one that is lost is asked for again, then it is said.
// Classic code, put by ui/loader.py before what uses it.

function loadModule(source, root, words, use) {
  // Before the second, third and fourth try; tests have less time.
  const PAUSES_MS = window.reachmapPausesMs ?? [500, 2000, 6000];
  const loads = (window.reachmapLoads ??= new Map()); // several parts of a page need the same file
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
  const language = () => {
    const page = window.frameElement ? window.parent : window;
    const asked = new URLSearchParams(page.location.search).getAll("lang").pop();
    return asked in words ? asked : navigator.language.toLowerCase().startsWith("ko") ? "ko" : "en";
  };
  const tell = () => {
    const [text, again] = words[language()];
    const box = document.createElement("div");
    const button = document.createElement("button");
    box.setAttribute("role", "alert");
    box.className = "rm-not-loaded";
    box.style.cssText = "position: relative; z-index: 1000; padding: 16px; font: 16px/1.5 sans-serif; color: #1c2430; background: #fff;";
    button.type = "button";
    button.style.cssText = "margin: 8px 0 0; min-height: 40px; padding: 0 16px; font: inherit; color: inherit; background: #eef1f5;";
    button.textContent = again;
    button.onclick = () => {
      box.remove();
      start();
    };
    const line = document.createElement("p");
    line.style.margin = "0";
    line.textContent = text;
    box.append(line, button);
    for (const old of root.querySelectorAll(".rm-not-loaded")) old.remove();
    root.prepend(box);
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
