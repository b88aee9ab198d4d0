// What is said in which language. English stands in the code and is its own key; Korean comes from
// data/words/ko (korean.js is made of it by ui/assetfiles.py).

import { appWindow } from "./bus.js";
import { KOREAN } from "./korean.js";

const TABLES = { en: {}, ko: KOREAN };

/** The language of the page: what its link says, else the browser's. The rule of ui/address.py. */
function pageLanguage() {
  const { document: page, location, navigator } = appWindow();
  if (page.documentElement.hasAttribute("data-saved")) return page.documentElement.lang; // ui/standalone.py
  const asked = new URLSearchParams(location.search).getAll("lang").pop();
  if (asked in TABLES) return asked;
  return navigator.language.toLowerCase().startsWith("ko") ? "ko" : "en";
}

export const LANG = pageLanguage();
const table = TABLES[LANG] ?? TABLES.en;

/** Say a message in the page's language; `{names}` in it are replaced by values. */
export function t(message, values = {}) {
  return (table[message] ?? message).replace(/\{(\w+)\}/g, (whole, name) => values[name] ?? whole);
}
