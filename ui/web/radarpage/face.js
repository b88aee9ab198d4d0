// The parts of the page on radars, and the words around them.

import { addressIn } from "../base/address.js";
import { el, setAttribute, setText } from "../base/dom.js";
import { pageUrl } from "../base/live.js";
import { OTHERS, t } from "../base/words.js";
import { queryBeside } from "./address.js";
import { betweenPart } from "./betweenpart.js";
import { claimList } from "./claims.js";
import { curve } from "./curve.js";
import { directions } from "./directions.js";
import { lists } from "./lists.js";
import { SEONGJU } from "./model.js";
import { mapLink } from "./mapscene.js";
import { sliders } from "./sliders.js";
import { timeline } from "./timeline.js";

export class Face {
  /** @param {HTMLElement} root */
  constructor(root) {
    this.root = root;
    this.heard = el("p", { class: "rm-heard", role: "status", "aria-live": "polite" });
    this.message = el("div", { class: "rm-message", role: "alert" });
    this.back = el("a", {}, t("Back to the map"));
    this.others = OTHERS.map(({ lang, name }) => el("a", { lang, hreflang: lang }, name));
    this.open = el("a", { class: "rm-radarpage-show", "data-testid": "radar-open" }, t("Open on the map"));
    this.title = el("h2");
    this.about = el("p");
    /** @type {RadarPagePart[]} */
    this.parts = [];
    this.root.replaceChildren(
      el("nav", { "aria-label": t("Pages") }, this.back, this.others),
      el("h1", {}, el("small", {}, t("Radar")), t("Missile defence: what can it see, what can it reach?")), this.message, this.heard);
    this.follow();
  }

  /** @param {RadarPageFacts} facts @param {RadarPageActions} on */
  build(facts, on) {
    const row = [sliders(on), lists(), claimList(on), timeline(facts.events, on), directions(on), curve(on)];
    const between = betweenPart(facts, on);
    this.parts = [...row, between];
    const [bars, inside, ...more] = row.map(({ node }) => node);
    this.root.append(
      el("section", { class: "rm-radarpage-row" }, this.title,
        this.about,
        bars, inside, this.open, ...more),
      between.node);
  }

  /** Links to other pages and languages follow the address. */
  follow() {
    this.back.href = `${pageUrl("")}${queryBeside()}`;
    for (const link of this.others) link.href = addressIn(link.lang);
  }

  /** @param {HTMLElement[]} paragraphs */
  tell(paragraphs) {
    this.message.replaceChildren(...paragraphs);
  }

  /** @param {RadarPageModel} model */
  show(model) {
    setText(this.title, model.radar.id === SEONGJU ? t("Seongju: how far does a radar see?") : t("{radar}: how far does it see?", { radar: model.radar.short }));
    setText(this.about, model.radar.id === SEONGJU
      ? t("A radar in South Korea that is meant for North Korean missiles: how far into China does it look? Governments and analysts name different figures, and no direction is published. Move the sliders: the map and the lists follow.")
      : t("A radar of the same type in Japan, which looks far ahead: figures differ here, too, and no direction is published. Move the sliders: the map and the lists follow."));
    for (const part of this.parts) part.show?.(model);
    setAttribute(this.open, "href", mapLink(model.scene));
    this.move(model);
  }

  /** @param {RadarPageModel} model */
  move(model) {
    for (const part of this.parts) part.move?.(model);
  }

  /** @param {string} sentence */
  say(sentence) {
    setText(this.heard, sentence);
  }
}
