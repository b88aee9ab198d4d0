// What the shipped tables hold, as the server tells it: places, launch sites, missiles and claims
// (geo/records/kinds.py), with their sources.

interface Source {
  name: string;
  url: string;
}

/** A source of which only the address is known, or its name, too. */
type CitedSource = { name: string; url?: string | null };

interface Place extends LatLon {
  id: string;
  name: string;
  names: string[];
  country: string;
  layer: PlaceLayer;
  kind: string;
  kind_words: string;
  precision_km: number;
  population: number | null;
  status: string;
  deployed_from: string;
  deployed_to: string | null;
  since: string;
  until: string;
  on_dated_maps: boolean;
  /** The day on which it left and that of its return. */
  away: [string, string] | null;
  /** What happened to it, the latest first: days, each with its words. */
  events: [string, string][];
  notes: string;
  us_soil: boolean;
  /** The range of its interceptors as published, null where there is none. */
  interceptor: number | null;
  source: Source;
}

/** A launch site. */
interface Site extends LatLon {
  id: string;
  name: string;
  name_ko: string;
  /** As maps and headlines have it. */
  short: string;
  names: string[];
  precision_km: number;
  kind: string;
  kind_words: string;
  first_used: string | null;
  /** The day from which on it is known to have been used, "" where none is known. */
  known: string;
  last_used: string | null;
  tests_count: number;
  notes: string;
  source: Source;
}

interface Claim {
  id: string;
  /** The day of the flight that it is about, "" where none is named. */
  launched: string;
  low: number | null;
  high: number | null;
  label: string;
  said_by: string;
  claimed_by: string;
  date: string;
  /** The day from which on it is known to have been in print (geo/records/known.py). */
  printed: string;
  context: string;
  statement: string;
  original: string;
  record: string;
  second: { adds: string; source: Source } | null;
  source: Source;
}

interface Missile extends Edges {
  id: string;
  name: string;
  names: string[];
  missile_class: string;
  /** The day from which on its best figure is known to have been in print. */
  best_known: string;
  /** Ids of the sites that it may start from. */
  sites: string[];
  source: Source;
  claims: Claim[];
}

/** What is known of launch sites and claims. */
interface Facts {
  sites: Site[];
  missiles: Missile[];
}

interface Preset {
  id: string;
  title: string;
  about: string;
  scene: Scene;
}

/** What is said of somebody's own label, with its source. */
interface OnRecord {
  text: string;
  /** The day from which on it is known to have been in print. */
  printed: string;
  source: Source;
}
