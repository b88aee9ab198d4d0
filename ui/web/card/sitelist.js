// Launch sites as one chooses among them: where the ring's missile flew from, the busiest, the rest by kind.

import { el } from "../base/dom.js";
import { LANGUAGE, t } from "../base/words.js";

const BUSIEST = 8;

/** @type {(group: [string, Site[]]) => [string, Site[]]} */
const titled = ([kind, members]) => [kind[0].toUpperCase() + kind.slice(1), members];

/**
 * Return the groups of a list of sites, each [title, sites]; every site stands in one.
 * @param {Site[]} sites
 * @param {Missile | undefined} missile
 * @returns {[string, Site[]][]}
 */
function siteGroups(sites, missile) {
  const flown = sites.filter(({ id }) => missile?.sites.includes(id));
  const others = sites.filter((site) => !flown.includes(site));
  const busiest = others.filter(({ tests_count: tests }) => tests > 1)
    .sort((a, b) => b.tests_count - a.tests_count).slice(0, BUSIEST);
  /** @type {Map<string, Site[]>} */
  const byKind = new Map();
  for (const site of others.filter((each) => !busiest.includes(each))) {
    byKind.set(site.kind_words, [...(byKind.get(site.kind_words) ?? []), site]);
  }
  /** @type {[string, Site[]][]} */
  const groups = [[missile ? t("{missile} was launched from", { missile: missile.name }) : "", flown],
    [t("Most launches on record"), busiest], ...[...byKind].map(titled)];
  return groups.filter(([, members]) => members.length);
}

/**
 * Return the options of a list of sites, sorted by name in each group.
 * @param {Site[]} sites
 * @param {string} chosen
 * @param {Missile | undefined} missile
 * @returns {HTMLElement[]}
 */
export function siteOptions(sites, chosen, missile) {
  const { compare } = new Intl.Collator(LANGUAGE.locale, { numeric: true });
  return siteGroups(sites, missile).map(([label, members]) => el("optgroup", { label },
    [...members].sort((a, b) => compare(a.short, b.short))
      .map(({ id, name, short }) => el("option", { value: id, selected: id === chosen, title: name }, short))));
}
