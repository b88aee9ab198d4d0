// Words on the map: what is wanted, the room there is, and where each stands (labels/). Pixels are
// those of the map's paper; y runs downwards.

type LabelKind = "ring" | "place" | "region" | "site" | "arc" | "flight" | "sector" | "interceptor";

/** The width of a text, in pixels. */
type Measure = (text: string, style: WordStyle) => number;

interface WordStyle {
  size: number;
  weight: number;
}

/** What of a view words need. */
type LabelView = Pick<CanvasView, "width" | "height" | "scale" | "x0" | "y0" | "zoom">;

/** A symbol on the map, as words see it. */
interface Dot extends WorldPoint {
  r: number;
  rank: number;
  /** A value of WEIGHT (labels/room.js): how much words keep off it. */
  weight: number;
  isNamed?: boolean;
}

/** A thin line from a dot to its word: x and y of both ends. */
type Leader = [x0: number, y0: number, x1: number, y1: number];

interface NameSpot {
  box: Box;
  leader: Leader | null;
}

interface WantedName {
  dot: Dot;
  text: string;
  kind: "place" | "site" | "arc" | "flight";
  id: string;
  /** A value of TIER (labels/names.js). */
  tier: number;
  style: WordStyle;
}

interface WantedRegion extends WorldPoint {
  id: string;
  text: string;
  style: WordStyle;
  /** Pixels between letters. */
  spacing: number;
  /** How far a step aside leads. */
  stepX: number;
  stepY: number;
}

/** A stretch of an outline on the screen. */
interface Stretch {
  xs: number[];
  ys: number[];
  /** Pixels from its start, at each vertex. */
  along: number[];
  /** As seen from the site of the ring, at each vertex. */
  azimuths: number[];
}

/** A point of an outline where a word's middle may be. */
interface Middle extends WorldPoint {
  stretch: Stretch;
  px: number;
  azimuth: number;
  /** Degrees from the bearing wanted. */
  off: number;
}

/** An outline along which words may run. */
interface WordLine {
  style: WordStyle;
  stretches: Stretch[];
}

/** An outline of a ring and its words, the longest first. */
interface RingEdge extends WordLine {
  ring: number;
  role: Role;
  full: string | null;
  number: string;
  bare: string;
}

interface SetLetter extends WorldPoint {
  letter: string;
  angle: number;
}

interface LabelSet {
  letters: SetLetter[] | null;
  boxes: Box[];
}

/** Words as they stand on the map. */
interface MapLabel extends LabelSet {
  text: string;
  kind: LabelKind;
  id: string | null;
  ring: number | null;
  style: WordStyle;
  own: Dot | null;
  leader: Leader | null;
  azimuth?: number;
  edge?: RingEdge;
  /** What it covers, and a picture of it, once they were asked for. */
  extent?: Box;
  picture?: Sheet;
  /** Whether it may be missing. */
  isLesser?: boolean;
}

type Room = import("../labels/room.js").Room;

interface LayoutFacts {
  area: Box;
  covered: Box[];
  dots: Dot[];
  /** What other words have taken already. */
  taken: Box[];
  edges: RingEdge[];
  wanted: WantedName[];
  regions: WantedRegion[];
  measure: Measure;
}

interface Layout {
  room: Room;
  bearing: number;
  labels: MapLabel[];
}
