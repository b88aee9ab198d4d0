// The note in the place of a part of the page that was lost on its way, and the words of a page that
// may have nothing of ours yet. Classic code, put by ui/scripts/loader.py before what uses it.

/**
 * Return the words of the page's language: the one its address asks for, or that of the browser.
 * @template T
 * @param {Readonly<Record<string, T>>} words by language
 * @returns {T}
 */
function pageWords(words) {
  const page = document.documentElement.hasAttribute("data-held") ? window.parent : window; // frameguard.js
  const asked = new URLSearchParams(page.location.search).getAll("lang").pop() ?? "";
  const spoken = navigator.language.toLowerCase().split("-")[0];
  return words[[asked, spoken].find((each) => each in words) ?? "en"];
}

/**
 * Return a note in the page's language, with a button. `words`: by language, the sentence and the button's.
 * @param {LostWords} words
 * @param {() => void} again
 * @returns {HTMLElement}
 */
function lostNote(words, again) {
  const [note, line, button] = [document.createElement("div"), document.createElement("p"), document.createElement("button")];
  note.setAttribute("role", "alert");
  note.className = "rm-not-loaded";
  note.style.cssText = "position: relative; z-index: 1000; padding: 16px; font: 16px/1.5 sans-serif; color: #1c2430; background: #fff;";
  line.style.margin = "0";
  button.type = "button";
  button.style.cssText = "margin: 8px 0 0; min-height: 40px; padding: 0 16px; font: inherit; color: inherit; background: #eef1f5;";
  [line.textContent, button.textContent] = pageWords(words);
  button.onclick = again;
  note.append(line, button);
  return note;
}
