// Small repairs of Streamlit's page: test hooks on the map, a name for its frame.

/** Name the map's frame and give it its hook; it may be mounted after us. */
export function adoptMapFrame() {
  const mark = () => {
    const frame = document.querySelector(".st-key-map iframe");
    if (!frame) return false;
    frame.setAttribute("data-testid", "map");
    frame.setAttribute("title", "Map of range rings; the table below says the same in words");
    frame.setAttribute("allowfullscreen", "");
    return true;
  };
  mark();
  new MutationObserver(mark).observe(document.body, { childList: true, subtree: true });
}
