// Small repairs of Streamlit's page: test hooks and a name for the map's frame, light or dark.

import { bus } from "./bus.js";
import { isDark } from "./style.js";

/** Name the map's frame and give it its hook. */
function nameMapFrame() {
  const frame = document.querySelector(".st-key-map iframe:not([data-testid=map])");
  if (!frame) return;
  frame.setAttribute("data-testid", "map");
  frame.setAttribute("title", "Map of range rings; the table below says the same in words");
  frame.setAttribute("allowfullscreen", "");
}

function markTheme() {
  const theme = isDark() ? "dark" : "light";
  if (document.documentElement.dataset.theme === theme) return;
  document.documentElement.dataset.theme = theme;
  bus().send("theme", { dark: theme === "dark" });
}

let watching = false;

/** Mount on any page, once. */
export function mount() {
  nameMapFrame();
  markTheme();
  if (watching) return;
  watching = true;
  // Streamlit mounts the frame after us and repaints when the system's theme changes.
  new MutationObserver(nameMapFrame).observe(document.body, { childList: true, subtree: true });
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => {
    setTimeout(markTheme, 300); // after Streamlit's own listener has painted
  });
}
