// The map as one file: the app's own map, panel, summary and table, without a server.

import { bus } from "../base/bus.js";
import { el, setText } from "../base/dom.js";
import { answerInstead, pagesFrom } from "../base/live.js";
import { followTheme, inlined, part, showMap } from "./alone.js";
import { savedAnswers } from "./answers.js";
import { openLinksBeside } from "../page/wayout.js";
import { toQuery } from "../scene/link.js";
import { titleOf } from "../scene/titles.js";
import { copyButton } from "../share/copying.js";
import { t } from "../base/words.js";

/**
 * Put the app's parts, each with a mount(), into the page that ui/map/standalone.py wrote.
 * @param {SavedParts} savedParts
 */
export function start({ "panel/panel": panel, "panel/summary": summary, "table/table": table }) {
  const { scene, link, view, options } = inlined("saved");
  answerInstead(savedAnswers());
  pagesFrom(new URL(link));
  followTheme();
  showMap(view, options);
  summary.mount(part({ seq: null, onRecord: "", people: "", newly: "", envelope: "" }));
  table.mount(part({}));
  /** @param {Scene} shown */
  const entitle = (shown) => { document.title = `${titleOf(shown)} | Reachmap`; };
  bus().on("settled", entitle);
  panel.mount(part({ seq: 0, address: [], scene, problems: [] }), [], {
    links: () => savedLink(new URL(link)),
    hasServer: false,
    writeAddress: () => {}, // the address is that of a file
  });
  entitle(scene);
  openLinksBeside();
}

/**
 * The links of a saved page: the present view, in the app that the page came from.
 * @param {URL} home
 * @returns {ScenePart}
 */
function savedLink(home) {
  const share = el("a", { "data-testid": "share-link", class: "rm-share", rel: "noopener noreferrer" });
  const copy = copyButton(t("Copy link"), share, () => share.href);
  return {
    node: el("section", { class: "rm-links" }, el("h2", {}, t("This view in the app, online")), share,
      el("div", { class: "rm-actions" }, copy)),
    update(scene) {
      share.href = `${home.origin}${home.pathname}?${toQuery(scene, home.search)}`;
      setText(share, share.href);
    },
  };
}
