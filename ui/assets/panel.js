// The control panel. It owns the scene of its tab: the map and the table follow it over the bus
// while a thumb moves, and Python learns of it when the thumb rests.

import { bus } from "./bus.js";
import { el, setText, sourceLink } from "./dom.js";
import { addRing, changeRange, chooseBand, chooseClaim, chooseMissile, cleanLabel, readKm, recognise,
  removeRing } from "./edits.js";
import { findBox } from "./find.js";
import { getJson, getPlaces, getSite, url } from "./live.js";
import { ringCard, ringEditor } from "./ringcard.js";
import { MAX_RINGS, classify, people, sureKm, toQuery } from "./scene.js";
import { settings } from "./settings.js";
import { isDark } from "./style.js";

const SETTLE_MS = 350; // after the last key press or step of a drag's end

/** Words such as "96 of 133 cities, 61 of 84 bases, 1.4 bn people in towns over 15,000". */
function countersText(ring, answer, places, show) {
  if (!answer || !places) return "";
  const parts = [["cities", "cities"], ["bases", "bases"]].filter(([layer]) => show.includes(layer))
    .map(([layer, words]) => {
      const all = places.filter((place) => place.layer === layer);
      const inside = all.filter((place) => classify(answer.km[place.id], ring) === "in").length;
      return `${inside} of ${all.length} ${words}`;
    });
  parts.push(`${people(answer.people[Math.floor(sureKm(ring))])} people in towns over 15,000`);
  return parts.join(", ");
}

class Panel {
  constructor(root) {
    this.tab = bus();
    this.root = root;
    this.seq = 0;
    this.facts = { sites: [], missiles: [], presets: [] };
    this.answers = new Map();
    this.cards = [];
    this.timer = 0;
    this.navigated = false;
    this.unfolded = false; // the form of the active ring
    this.build();
    window.addEventListener("popstate", () => { this.navigated = true; });
    this.tab.on("pick", ({ site }) => this.setSite(this.scene.active, site));
    this.tab.on("find", ({ id, show }) => !show && this.addTarget(id));
    this.tab.on("view", (at) => this.keepView(at));
    this.tab.on("theme", () => this.scene && this.refresh());
  }

  build() {
    this.list = el("div", { class: "rm-cards" });
    this.message = el("div", { class: "rm-message", role: "alert" });
    this.add = el("button", { type: "button", class: "st-key-add-ring", onclick: () => this.edit(addRing) }, "+ Add a ring");
    this.share = el("a", { "data-testid": "share-link", class: "rm-share" });
    this.copied = el("button", { type: "button", onclick: () => this.copy() }, "Copy link");
    this.preset = el("select", { "aria-label": "Start from", onchange: (event) => this.usePreset(event.target.value) });
    this.settings = settings((change) => this.edit(change));
    this.fold = el("button", { type: "button", class: "rm-fold", "aria-expanded": "false", onclick: () => {
      const open = this.root.classList.toggle("rm-open");
      this.fold.setAttribute("aria-expanded", String(open));
      setText(this.fold, open ? "Less" : "More");
    } }, "More");
    this.root.replaceChildren(
      el("header", { class: "rm-brand" }, el("h1", {}, "Reachmap"), el("nav", { "aria-label": "Pages" },
        ["sources", "methods"].map((page) => el("a", { "data-page": page, href: url(page) },
          page[0].toUpperCase() + page.slice(1))))),
      this.fold,
      el("div", { class: "rm-start" }, this.preset, el("button", { type: "button", onclick: () => this.reset() }, "Reset")),
      findBox(this.tab), this.message, this.list, el("div", { class: "rm-add" }, this.add),
      this.settings.node,
      el("section", { class: "rm-links" }, el("h2", {}, "This view as a link"), this.share,
        el("div", { class: "rm-actions" }, this.copied,
          el("a", { "data-export": "rings.geojson" }, "GeoJSON"), el("a", { "data-export": "reach.csv" }, "CSV"))));
  }

  /** What Python says: at the start, after the back button, and as an echo of each commit. */
  receive(data) {
    this.defaultPresets = data.first_preset;
    if (this.scene && !(this.navigated && data.kind === "url")) return;
    this.navigated = false;
    const again = Boolean(this.scene);
    this.adopt(data.scene);
    if (again) this.tab.send("goto", this.scene);
    this.showProblems(data.problems);
    if (!this.loaded) this.load();
  }

  adopt(scene) {
    this.scene = { ...scene, active: Math.min(scene.active || 0, scene.rings.length - 1) };
    this.scene.rings.forEach((ring) => recognise(ring, this.facts.missiles));
    this.refresh(true);
  }

  async load() {
    this.loaded = true;
    try {
      const [sites, missiles, presets] = await Promise.all(
        ["live/sites.json", "live/missiles.json", "live/presets.json"].map(getJson));
      this.facts = { sites, missiles, presets };
      this.preset.replaceChildren(el("option", { value: "" }, "Start from\u2026"),
        ...presets.map((preset) => el("option", { value: preset.id, title: preset.about }, preset.title)));
      this.scene.rings.forEach((ring) => recognise(ring, missiles));
      this.refresh(true);
    } catch {
      this.say("Launch sites and claims could not be loaded. Check the connection and reload the page.");
    }
  }

  showProblems(problems) {
    this.message.replaceChildren(...problems.map((problem) => el("p", {},
      el("b", {}, `${problem.key}=${problem.value}`), ` was not used: ${problem.problem}.`)));
  }

  say(text) {
    this.message.replaceChildren(...(text ? [el("p", {}, text)] : []));
  }

  /** Redraw what depends on the scene. `forms` also rebuilds the editor of the active ring. */
  refresh(forms = false) {
    const { scene } = this;
    this.fetchAnswers();
    while (this.cards.length > scene.rings.length) this.cards.pop().node.remove();
    while (this.cards.length < scene.rings.length) {
      const card = ringCard(this.cards.length, this.cardEvents());
      this.cards.push(card);
      this.list.append(card.node);
    }
    const dark = isDark();
    this.cards.forEach((card, index) => {
      const ring = scene.rings[index];
      const active = index === scene.active;
      card.update(ring, { units: scene.units, active, dark,
        counters: countersText(ring, this.answers.get(ring.site), this.places, scene.show) });
      if (forms) card.edit(active ? this.editorOf(index) : [], active && this.unfolded);
    });
    if (forms) {
      this.add.disabled = scene.rings.length >= MAX_RINGS;
      this.settings.update(scene, (id) => this.places?.find((place) => place.id === id)?.name ?? id);
      this.updateLinks();
    }
    this.tab.send("scene", scene);
    this.tab.send("counters", { text: this.cards[scene.active].node.querySelector(".rm-counters").textContent });
  }

  editorOf(index) {
    return ringEditor(index, this.scene.rings[index], {
      ...this.facts, units: this.scene.units, removable: this.scene.rings.length > 1,
    }, this.editorEvents());
  }

  cardEvents() {
    return {
      activate: (index) => this.edit((scene) => { scene.active = index; }),
      range: (index, role, km) => {
        const entering = this.scene.active !== index;
        this.scene.active = index;
        changeRange(this.scene.rings[index], role, km, this.facts.missiles);
        this.refresh(entering);
        clearTimeout(this.timer);
      },
      settle: () => this.settle(0),
      settleSoon: () => this.settle(SETTLE_MS),
      unfold: (open) => { this.unfolded = open; },
    };
  }

  editorEvents() {
    const { missiles } = this.facts;
    const ringEdit = (change) => (index, value) => this.edit((scene) => change(scene.rings[index], value));
    return {
      site: (index, site) => this.setSite(index, site),
      missile: ringEdit((ring, id) => chooseMissile(ring, missiles.find((each) => each.id === id))),
      claim: ringEdit((ring, id) => chooseClaim(ring,
        missiles.flatMap((each) => each.claims).find((each) => each.id === id))),
      label: ringEdit((ring, text) => {
        ring.label = cleanLabel(text);
        ring.quoted = null;
        recognise(ring, missiles);
      }),
      band: ringEdit((ring, wanted) => chooseBand(ring, wanted, missiles)),
      exact: (index, role, input) => {
        const { km, problem } = readKm(input.value, this.scene.rings[index], role);
        if (problem) {
          this.say(problem);
          input.value = this.scene.rings[index][role];
        } else this.edit((scene) => changeRange(scene.rings[index], role, km, missiles));
      },
      remove: (index) => this.edit((scene) => removeRing(scene, index)),
      source: sourceLink,
    };
  }

  edit(change) {
    change(this.scene);
    this.say("");
    this.refresh(true);
    this.settle(0);
  }

  /** A site id, or LAT,LON as typed; Python says whether it is a point and what it is called. */
  async setSite(index, text) {
    if (!text) return;
    try {
      const answer = await getSite(text);
      this.edit((scene) => Object.assign(scene.rings[index], answer.site));
    } catch {
      const answer = await fetch(url(`live/site.json?site=${encodeURIComponent(text)}`))
        .then((reply) => reply.json()).catch(() => null);
      this.say(answer?.errors ? `${text}: ${answer.errors[0].problem}.` : "The server cannot be reached.");
    }
  }

  /** A place that was looked for gets a distance line, when lines are shown. */
  addTarget(id) {
    if (!id || !this.scene.show.includes("arcs") || this.scene.targets.includes(id)) return;
    this.edit((scene) => scene.targets.push(id));
  }

  usePreset(id) {
    const preset = this.facts.presets.find((each) => each.id === id);
    this.preset.value = "";
    if (!preset) return;
    const { units, lang, base } = this.scene;
    this.adopt({ ...structuredClone(preset.scene), units, lang, base });
    this.tab.send("goto", this.scene);
    this.settle(0);
  }

  reset() {
    if (this.facts.presets.length) this.usePreset(this.facts.presets[0].id);
  }

  fetchAnswers() {
    for (const { site } of this.scene.rings) {
      if (this.answers.has(site)) continue;
      this.answers.set(site, null);
      getSite(site).then((answer) => {
        this.answers.set(site, answer);
        this.refresh();
      }).catch(() => this.answers.delete(site));
    }
    const date = this.scene.date || "";
    if (this.placesDate === date) return;
    this.placesDate = date;
    getPlaces(date).then((places) => {
      if (this.placesDate !== date) return;
      this.places = places;
      this.refresh(true);
    }).catch(() => { this.placesDate = undefined; });
  }

  settle(delay) {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.commit(), delay);
  }

  commit() {
    this.seq += 1;
    this.refresh(!this.root.contains(document.activeElement) || document.activeElement.type !== "range");
    this.updateLinks();
    this.tab.send("settled", this.scene);
    this.setStateValue("commit", {
      seq: this.seq, active: this.scene.active, query: toQuery(this.scene, location.search),
    });
  }

  /** Panning is no change of the Scenario's numbers: the address keeps it, Python need not know. */
  keepView(at) {
    this.scene.at = at;
    history.replaceState(history.state, "", `${location.pathname}?${toQuery(this.scene, location.search)}`);
    this.updateLinks();
  }

  updateLinks() {
    const query = toQuery(this.scene);
    const link = `${location.origin}${url("")}?${query}`;
    this.share.href = link;
    setText(this.share, link);
    this.root.querySelectorAll("[data-page]").forEach((a) => { a.href = `${url(a.dataset.page)}?${query}`; });
    this.root.querySelectorAll("[data-export]").forEach((a) => { a.href = `${url(`export/${a.dataset.export}`)}?${query}`; });
  }

  async copy() {
    try {
      await navigator.clipboard.writeText(this.share.href);
      setText(this.copied, "Copied");
    } catch {
      const range = document.createRange();
      range.selectNodeContents(this.share);
      getSelection().removeAllRanges();
      getSelection().addRange(range);
      setText(this.copied, "Press Ctrl+C");
    }
    setTimeout(() => setText(this.copied, "Copy link"), 2500);
  }
}

const panels = new WeakMap();

/** Mount or update the panel of a Streamlit component. */
export function mount({ parentElement, data, setStateValue }) {
  const root = parentElement.querySelector(".rm-panel");
  if (!panels.has(root)) panels.set(root, new Panel(root));
  const panel = panels.get(root);
  panel.setStateValue = setStateValue;
  panel.receive(data);
}

