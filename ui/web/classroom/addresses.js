// Which address of this computer phones are sent to: the likeliest first, or the one chosen before.

import { el } from "../base/dom.js";
import { askFor, url } from "../base/live.js";
import { t } from "../base/words.js";

const KEPT = "reachmap.class.address"; // the choice of this browser

/** @typedef {{root: string, address: string, name: string}} ClassAddress */

/**
 * Where others find this server: a teacher's own localhost is no use to phones, and the server knows its addresses.
 * @returns {Promise<{all: ClassAddress[], isForOthers: boolean}>}
 */
async function findAddresses() {
  const said = await askFor("live/class.json").then((answer) => answer.json()).catch(() => null);
  const found = /** @type {{is_for_others: boolean, addresses: ClassAddress[]} | null} */ (said);
  const all = (found?.addresses ?? []).filter(({ root }) => /^https?:\/\//.test(root));
  const here = { root: `${location.origin}${url("")}`, address: "", name: "" };
  return { all: all.length ? all : [here], isForOthers: found?.is_for_others ?? !/^(localhost|127\.|\[::1\])/.test(location.host) };
}

/** @returns {string} */
function keptAddress() {
  try {
    return localStorage.getItem(KEPT) ?? "";
  } catch {
    return "";
  }
}

/** @param {string} address */
function keepAddress(address) {
  try {
    localStorage.setItem(KEPT, address);
  } catch { /* it is chosen anew next time */ }
}

/**
 * Return {node, root(), address(), begin()}: which of the computer's addresses the link has, and where there are
 * several a list of them. `changed()` is called when another is chosen.
 * @param {() => void} changed
 */
export function addressChoice(changed) {
  /** @type {ClassAddress[]} */
  let all = [{ root: `${location.origin}${url("")}`, address: "", name: "" }];
  let now = 0;
  const list = el("select", { "aria-label": t("Address of this computer"), "data-testid": "room-address",
    onchange: () => {
      now = list.selectedIndex;
      keepAddress(all[now].address);
      changed();
    } });
  const node = el("label", { class: "rm-board-address", hidden: true }, t("If phones cannot open it, try another address:"), " ", list);
  return {
    node,
    root: () => all[now].root,
    address: () => (all.length > 1 ? all[now].address : ""),
    async begin() {
      const found = await findAddresses();
      all = found.all;
      now = Math.max(0, all.findIndex(({ address }) => address === keptAddress()));
      list.replaceChildren(...all.map(({ address, name }, index) => el("option", { selected: index === now }, name ? `${address} (${name})` : address)));
      node.hidden = all.length < 2;
      return found.isForOthers;
    },
  };
}
