// What ui/scripts/bundle.py and ui/scripts/loader.py make, and no file holds. A made module is
// imported as files are, from whatever folder, so that the end of the path names it.

declare module "*/languages.js" {
  /** How a language is called, how it writes (geo/words/languages.py), and its messages by English. */
  type Language = Readonly<{
    name: string;
    locale: string;
    hasLongDates: boolean;
    roundsHalfUp: boolean;
    screenFonts: string[];
    /** From how many on, in which unit, as which pattern of CLDR, in which text. */
    people: [number, number, string, string][];
    messages: Record<string, string | string[]>;
    /** Which of the forms a number takes. */
    plural: (n: number) => number;
  }>;
  export const LANGUAGES: Readonly<Record<string, Language>>;
}

declare module "*/facts.js" {
  type Vertices = readonly (readonly [number, number])[];

  /** A row of geo/facts/layers.py; what stands after `is_place` only layers of places have. */
  export interface Layer {
    readonly id: string;
    readonly name: string;
    readonly menu: string;
    readonly title: string;
    readonly is_default: boolean;
    readonly is_place: boolean;
    readonly legend: string;
    readonly symbol: string;
    readonly radius_px: number;
    readonly rank: number;
    /** Words for one place and for other numbers, or none. */
    readonly count: [string, string] | null;
    readonly is_peopled: boolean;
    readonly has_sectors: boolean;
    readonly has_interceptors: boolean;
  }
  export const LAYERS: readonly Layer[];
  export const DEFAULT_LAYERS: readonly string[];

  /** A row of geo/facts/states.py. */
  export interface State {
    readonly id: "in" | "band" | "out";
    readonly word: string;
    readonly title: string;
    readonly short: string;
    readonly short_title: string;
  }
  export const STATES: readonly State[];

  /** Of geo/facts/prominence.py: a symbol's radius, and the importance of a name. */
  export const SYMBOL_SIZE: Readonly<Record<"least_px" | "most_px" | "base_px" | "root_million_px", number>>;
  export const NAME_RANK: Readonly<Record<"capital" | "us_soil" | "us_soil_least" | "blocks", number>>;
  /** Of geo/facts/names.py: what is written wherever in view; the first of `ids` whose layer is shown. */
  export const MUST_NAMES: readonly { readonly ids: readonly string[]; readonly name: string | null }[];
  /** The ladder of a headline (geo/facts/wellknown.py); where `name` is null a place's own name is said. */
  export const OUTSIDE_ALL: readonly string[];
  export const WELL_KNOWN: readonly { readonly id: string; readonly name: string | null; readonly is_step: boolean }[];
  export const HOME_ID: string;
  export const CAPITAL: string;
  export const SYMBOLS: Readonly<Record<string, Vertices>>;

  export interface RingStyle {
    readonly color: string;
    readonly bright: string;
    readonly dash: number[];
  }
  export const RING_STYLES: readonly RingStyle[];
  /** Marks of a floor and a ceiling: pixels from one to the next, outwards, and of their lines. */
  export const MARKS: { readonly every: number; readonly lengths: Readonly<Record<string, number>>; readonly width: number };

  /** Of geo/facts/spread.py: at which percents ranges are told, and how many disks make a shade. */
  export const SPREAD: {
    readonly percents: readonly number[];
    readonly edges: readonly number[];
    readonly no_limit_km: number;
    readonly steps: number;
    readonly wash: number;
  };
  /** A row of geo/facts/flights.py. */
  export interface FlightLook {
    readonly id: string;
    readonly legend: string;
    readonly symbol: string;
    readonly dash: readonly number[];
    readonly is_turned: boolean;
  }
  export const SECTOR_LOOK: {
    readonly line_px: number; readonly dash: readonly [number, number]; readonly fill_alpha: number; readonly filled_km: number; readonly seen_px: number;
  };
  /** How test flights are drawn; lengths in pixels of a screen. */
  export const FLIGHTS: {
    readonly looks: readonly FlightLook[];
    readonly line_alpha: number;
    readonly line_px: number;
    readonly mark_px: number;
    /** How long its height or distance is on the screen from where on a flight is named. */
    readonly named_px: number;
    readonly tag: string;
    readonly tag_px: number;
    readonly apart_px: number;
    readonly tag_legend: string;
    readonly floor_legend: string;
  };

  export interface Palette {
    readonly sea: string;
    readonly land: string;
    readonly coast: string;
    readonly border: string;
    readonly focus: string;
    readonly ink: string;
    readonly faint: string;
    readonly halo: string;
    readonly paper: string;
    readonly radar: string;
  }
  export const LIGHT: Palette;
  export const DARK: Palette;

  export const KM_PER_UNIT: Readonly<Record<string, number>>;
  export const SITES_LANG: string;
  /** The Earth of the trajectories: km3/s2, km, rad/s. */
  export const EARTH: { readonly mu: number; readonly radius_km: number; readonly rotation: number; readonly egg_step_deg: number };
  /** By how many minutes a reported flight lasts longer than its arc (geo/flight/report.py). */
  export const FITTING_MIN: readonly [number, number];
  /** Heights that everybody has heard of (geo/facts/heights.py). */
  export const HEIGHT_MARKS: readonly {
    readonly id: string; readonly name: string; readonly height_km: number; readonly source_name: string; readonly source_url: string;
  }[];
  export const LIMITS: {
    readonly km: readonly [number, number];
    readonly rings: number;
    readonly label: number;
    readonly title: number;
    readonly note: number;
    readonly names: number;
    readonly own_label: string;
    readonly best_label_end: string;
    readonly interceptors_label: string;
    readonly story_steps: number;
    readonly story_bytes: number;
    readonly class_words: Readonly<Record<string, number>>;
    readonly room: string;
    readonly misread: Readonly<Record<string, string>>;
    readonly controls: string;
    readonly zoom_step: number;
    readonly radar_km: number;
    readonly radars: number;
    /** The first and the last day of the timeline. */
    readonly days: readonly [string, string];
  };
  /** The pages beside the map: address and message. */
  export const PAGES: Readonly<Record<string, string>>;
  export const CLASS_PAGES: readonly string[];

  /** A row of geo/link/keys.py: whose it is, its field of a scene, the default of a plain text. */
  export interface LinkKey {
    readonly name: string;
    readonly owner: "view" | "reader" | "format" | "step" | "visit";
    readonly field: string;
    readonly plain: string;
  }
  /** In the order in which links are written. */
  export const LINK_KEYS: readonly LinkKey[];
  export const LINK_VERSION: string;
  /** The fields of a scene that a class sees as its leader has them. */
  export const LED_FIELDS: readonly string[];
}

/** Stands before ui/web/boot/lostparts.js. */
declare const LOST_WORDS: LostWords;
/** Stands before ui/web/boot/lostserver.js: by language, what is said on the map, and on other pages. */
declare const SERVER_WORDS: Readonly<Record<string, [string, string]>>;
/** Stands before ui/web/boot/blocked.js: that connections are blocked, the link to the map; that there is no server, the button. */
declare const BLOCKED_WORDS: Readonly<Record<string, [string, string, string, string]>>;
/** Stands before ui/web/boot/plainstart.js: what says that a script is lost. */
declare const LOADER_WORDS: LostWords;
