// A leader's card of a poll: what to ask, then the bars as they grow, and when to show them to all.

import { barList, sum } from "./bars.js";
import { namesHere, pollWords, resultText, rightAnswer } from "./words.js";
import { el, setAttribute, setText } from "../base/dom.js";
import { PLACE_LAYERS, isPeopled } from "../base/layers.js";
import { getPlaces, getSite } from "../base/live.js";
import { rangeTold } from "../scene/ringwords.js";
import { limitKm, sureKm } from "../scene/edges.js";
import { reachKm, wayTo } from "../scene/turning.js";
import { plural, t } from "../base/words.js";

/** @typedef {{node: HTMLElement, fill(scene: Scene): Promise<void>, follow(scene: Scene): void, focus(): void}} AskForm */
/**
 * @typedef {object} AskingActions
 * @property {(poll: PollWish) => void} ask
 * @property {(is: boolean) => void} reveal show the bars to all, or no longer
 * @property {() => void} stop
 * @property {(text: string) => void} say
 * @property {() => Scene} scene
 * @property {() => void} changed
 */
/**
 * A poll that is on; `card` is there when its words have come.
 * @typedef {{poll: Poll, counts: number[], isShown: boolean, card?: LeaderCard}} LeaderPoll
 */
/** @typedef {{words: PollWords, bars: ReturnType<typeof barList>, answer: string, paint?(): void}} LeaderCard */

/**
 * @param {string} name
 * @param {string} words
 * @param {() => void} does
 * @param {Attributes} [more]
 * @returns {HTMLButtonElement}
 */
const button = (name, words, does, more = {}) => el("button", { type: "button", class: name, onclick: does, ...more }, words);

/**
 * The place whose answer is hardest to see: the nearest to an edge of the ring.
 * @param {Place[]} places
 * @param {Ring} ring
 * @param {Answer} answer
 * @returns {string}
 */
export function tellingPlace(places, ring, answer) {
  const gap = (/** @type {Place} */ { id }) => {
    const { km, azimuth } = wayTo(answer, id);
    return Math.min(...[sureKm(ring), limitKm(ring)].map((edge) => Math.abs(km - reachKm(ring, edge, azimuth))));
  };
  const cities = places.filter(isPeopled);
  return (cities.length ? cities : places).reduce((a, b) => (gap(b) < gap(a) ? b : a)).id;
}

/**
 * The form: {node, fill(scene), follow(scene)}; `ask(poll)` gets what was chosen.
 * @param {(poll: PollWish) => void} ask
 * @param {() => void} close
 * @returns {AskForm}
 */
function askForm(ask, close) {
  const place = el("select", { "aria-label": t("Place"), name: "poll-place" });
  const ring = el("p", { class: "rm-ask-ring" });
  const inOut = button("st-key-ask-in-out rm-first", t("Ask: In or out?"), () => ask({ kind: "in_out", place: place.value, ring: active }));
  let active = 0;

  /**
   * The ring in question is the active one, whatever it is by now.
   * @param {Scene} scene
   */
  function follow(scene) {
    active = scene.active;
    const { name } = scene.rings[active];
    setText(ring, t("{ring} from {site}", { ring: rangeTold(scene.rings[active], scene.units), site: name }));
  }

  return {
    node: el("div", { class: "rm-ask" }, el("label", {}, t("Place"), place), ring, inOut,
      button("st-key-ask-believe", t("Ask: Whose estimate do you believe?"), () => ask({ kind: "believe" })),
      button("st-key-close-poll-card", t("Not now"), close)),
    follow,
    focus: () => place.focus(),
    /** @param {Scene} scene */
    async fill(scene) {
      follow(scene);
      const from = scene.rings[active];
      const [all, answer] = await Promise.all([getPlaces(scene.date), getSite(from.site)]);
      const places = all.filter(({ layer }) => scene.show.includes(layer)).sort((a, b) => a.name.localeCompare(b.name));
      inOut.disabled = !places.length;
      place.replaceChildren(...PLACE_LAYERS.map((layer) => {
        const here = places.filter((each) => each.layer === layer.id);
        return here.length ? el("optgroup", { label: t(layer.name) }, here.map(({ id, name }) => el("option", { value: id }, name))) : "";
      }));
      if (places.length) place.value = tellingPlace(places, from, answer);
    },
  };
}

/**
 * Return {node, ask(poll), show(counts, isShown), toggle(), ...}. `on` = {ask(poll), reveal(is), stop(),
 * say(text), scene(), changed()}.
 * @param {AskingActions} on
 * @returns {AskingCard}
 */
export function askingCard(on) {
  const node = el("section", { class: "rm-poll rm-poll-leader", "aria-label": t("Poll"), "data-testid": "poll", "data-over-map": "", hidden: true,
    onkeydown: ({ key }) => key === "Escape" && open(false) });
  const form = askForm(on.ask, () => open(false));
  const total = el("p", { class: "rm-poll-total", role: "status", "data-testid": "poll-total" });
  const right = el("p", { class: "rm-poll-right", "data-testid": "poll-right" });
  /** @type {LeaderPoll | null} */
  let now = null;

  /** @param {boolean} is */
  function open(is) {
    node.hidden = !is;
    on.changed();
  }

  /** @param {Poll | null} poll */
  async function ask(poll) {
    if (poll && poll.id === now?.poll.id) return;
    /** @type {LeaderPoll | null} */
    const began = poll && { poll, counts: [], isShown: false };
    now = began;
    if (!poll || !began) {
      node.replaceChildren(form.node);
      open(false);
      return;
    }
    const names = await namesHere();
    if (now !== began) return;
    const { units } = on.scene();
    const words = pollWords(poll, names, units);
    const answer = await rightAnswer(poll, names, units).catch(() => "");
    if (now !== began) return;
    build(began, { words, bars: barList(words.choices), answer });
    open(true);
  }

  /** @param {LeaderPoll} state @param {LeaderCard} card */
  function build(state, card) {
    const { words, bars, answer } = card;
    const reveal = button("st-key-show-bars rm-first", "", () => {
      state.isShown = !state.isShown;
      on.reveal(state.isShown);
      paint();
      if (state.isShown) on.say(`${resultText(words.choices, state.counts)} ${answer}`);
    });
    const paint = () => {
      setAttribute(reveal, "aria-pressed", String(state.isShown));
      setText(reveal, state.isShown ? t("Hide the bars from all") : t("Show the bars to all"));
      setText(right, state.isShown ? answer : "");
    };
    state.card = { ...card, paint };
    node.replaceChildren(el("p", { class: "rm-poll-question" }, words.question), bars.node, total, right,
      el("div", { class: "rm-poll-buttons" }, reveal, button("st-key-close-poll", t("Close the poll"), on.stop)));
    paint();
    show(state.counts.length ? state.counts : words.choices.map(() => 0));
    reveal.focus();
  }

  /** @param {number[]} counts @param {boolean} [isShown] */
  function show(counts, isShown) {
    if (!now || !counts.length) return;
    now.counts = counts;
    const { card } = now;
    if (!card) return; // shown when the words are there
    card.bars.update(counts);
    const answers = sum(counts);
    setText(total, plural("1 answer", "{n} answers", answers));
    if (isShown !== undefined && isShown !== now.isShown) {
      now.isShown = isShown;
      card.paint?.();
    }
  }

  return {
    node, ask, show,
    poll: () => now?.poll ?? null,
    isShown: () => Boolean(now?.isShown),
    isOpen: () => !node.hidden,
    follow: (scene) => { if (!node.hidden) form.follow(scene); },
    toggle() {
      if (!now && node.hidden) {
        node.replaceChildren(form.node);
        form.fill(on.scene()).catch(() => {}).then(() => form.focus());
      }
      open(Boolean(node.hidden));
    },
  };
}
