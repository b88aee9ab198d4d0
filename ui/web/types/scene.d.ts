// The scene (ui/scene/scenes.py) and its rings: what is shown, as the browser holds it.
//
// In all files of this folder angles are degrees and distances kilometres; a name that ends in `px`
// is in CSS pixels. null stands where Python has None. The files declare what more than one module
// knows, each shape once; what only one module knows stands in that module.

type Units = "km" | "mi" | "nmi";
type PlaceLayer = string; // the id of a row of geo/facts/layers.py
/** Where a place stands against a ring. */
type ReachState = "in" | "band" | "out";
/** An outline of a ring. */
type Role = "low" | "best" | "high";
/** What was said of a range, by geo/records/statements.py; "" where it is a plain value. */
type Statement = "" | "value" | "floor" | "ceiling" | "about" | "flown";

/** The outlines of a range, in km: one alone, or two or three that grow. */
interface Edges {
  low: number | null;
  best: number | null;
  high: number | null;
}

/** Whose words a ring's label is, and what goes with them (geo/reach/quotes.py). */
interface Quote {
  kind: "" | "claim" | "best" | "ours" | "words";
  /** The id of the claim that it quotes. */
  claim: string | null;
  /** The date of that claim. */
  claimed: string;
  /** The day from which on it is known to have been in print, "" where it quotes nothing. */
  printed: string;
  source: Source | null;
  /** Who says so, in the page's language. */
  said: string;
  statement: string;
  /** The range as it was given, such as "3,500 mi". */
  original: string;
  /** Which missile a claim is about, and the day of which flight, "" where none is named. */
  missileName: string;
  launched: string;
}

/** A report of a lofted flight, and the ranges that fit it (ui/scene/rings.py, scene/spread.js). */
interface Spread {
  /** As it stands in a link. */
  text: string;
  /** What was printed. */
  apogee: number;
  distance: number;
  minutes: number | null;
  /** How many minutes such a flight takes, where those printed do not fit. */
  unfitting: [number, number] | null;
  /** The ranges at the first of SPREAD.percents, those with a limit. */
  km: number[];
  /** How many percent of the assumptions have a limit. */
  limited: number;
}

/** The place that a ring is around: a battery, a base, a city. */
interface RingCenter {
  id: string;
  layer: PlaceLayer;
  /** What it is, in words. */
  kind: string;
  /** The published range of its interceptors, null where there are none; and where that is said. */
  interceptor: number | null;
  source: Source;
}

/** An assumption of how far something reaches. */
interface Ring extends Edges, Partial<Quote> {
  /** A launch site's id, or LAT,LON. */
  site: string;
  name: string;
  /** Its name as maps and headlines have it, "Sohae"; not there where nobody has said it yet. */
  short?: string;
  lat: number;
  lon: number;
  /** What place it is around, null or left out where it starts at a launch site or at any other point. */
  center?: RingCenter | null;
  /** Who says so, as it stands in links. */
  label: string;
  /** The id of a missile, "" for any. */
  missile?: string;
  /** Kept, but drawn and counted nowhere: the key `hide` of a link. */
  hidden?: boolean;
  /** Of a ring that stands for a report: its edges are the 5, 50 and 95 % of the ranges that fit. */
  spread?: Spread | null;
  /** Whether it is the curve of ranges by direction over a turning Earth: its edges are those without rotation. */
  rotating?: boolean;
  /** The label that comes back with the number it names. */
  quoted?: { label: string } | null;
}

/** Where a ring starts, and whether its range differs by direction. */
type RingStart = Pick<Ring, "lat" | "lon" | "rotating">;

/** A Scenario as the browser holds it. */
interface Scene {
  rings: Ring[];
  /** The layers that are shown. */
  show: string[];
  units: Units;
  /** The day that the map shows, null for all. */
  date: string | null;
  /** What is assumed of radars: each a sector. */
  radars: RadarAssumption[];
  /** The id of the radar that the panel speaks of, where somebody has chosen one; in no link. */
  radar?: string;
  at: Camera | null;
  base: string;
  lang: string;
  targets: string[];
  defaultTargets: string[];
  /** All layers there are. */
  layers: string[];
  /** The base maps there are. */
  bases: { id: string; title: string }[];
  /** The index of the active ring. */
  active: number;
  /** Somebody's own headline and sentence, "" for none. */
  title: string;
  note: string;
  /** The ids of places that are named wherever they are in view. */
  names: string[];
  /** Whether pictures and embedded maps list the rings. */
  legend: boolean;
  /** The ids of the missiles whose flights the layer of tests shows, none for all. */
  tests: string[];
  story?: string;
  step?: number;
}

/** What of a scene is its leader's, not the screen's own (LED_FIELDS). */
type LedScene = Omit<Scene, "base" | "lang" | "layers" | "bases" | "defaultTargets" | "story" | "step">;

type LinkKey = import("../base/facts.js").LinkKey;

/** What a link could not be used for. */
interface Problem {
  key: string;
  value: string;
  problem: string;
  meant?: string; // the value that was probably meant
}
