import { bus } from "./bus.js";

/** Mount the component. */
export function mount({ parentElement }) {
  parentElement.querySelector(".rm-quiz").textContent = bus() ? "" : "";
}
