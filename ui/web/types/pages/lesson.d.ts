// The lesson on maps (lesson/): four pictures of the Earth, and what they are drawn from.

type PictureName = "flat" | "mercator" | "azimuthal" | "globe";
/** A launch site, or coordinates. */
type LessonSite = { id: string; name: string } & LatLon;

/** A place with its distances, true and by compass, and what follows for the range. */
interface LessonCity extends Way {
  place: Place;
  /** Where it lies on the sheet, in world units. */
  paper: WorldPoint;
  flatKm: number;
  trueIn: boolean;
  flatIn: boolean;
  wrong: boolean;
}

/** Two ways to a place: the straight line of Mercator, and the shortest. */
interface BothWays {
  straight: LatLonPair[];
  straightKm: number;
  shortest: LatLonPair[];
  shortestKm: number;
  /** The northernmost point of the shortest, and how far it is from the pole. */
  top: LatLonPair;
  poleKm: number;
}

interface EarthCell extends LatLon {
  /** Against the others. */
  area: number;
}

/** A cell as seen from a launch site. */
interface SeenCell {
  area: number;
  km: number;
  flatKm: number;
}

/** All that the slider does not change. */
interface LessonFacts {
  site: LessonSite;
  scale: string;
  scaleLat: number;
  /** The largest first. */
  cities: LessonCity[];
  goal: LessonCity;
  ways: BothWays & { seenFromSite: Way[] };
  cells: SeenCell[];
}

interface LessonHues {
  ring: LineStyle;
  flat: LineStyle;
  shortest: LineStyle;
  straight: LineStyle;
  /** Colours of a ring round a city, and of its name. */
  wrong: string;
  name: string;
}

/** What the lesson shows. */
interface LessonModel extends LessonFacts {
  /** The index of the ring that the lesson shows. */
  active: number;
  km: number;
  units: Units;
  /** What of the globe faces the viewer. */
  facing: LatLon;
  dark: boolean;
  /** It is on its way to a printer. */
  isPrinted?: boolean;
  palette: Palette;
  hues: LessonHues;
  land: BaseLand;
}

/** A ball seen from far away, in px, and how it is turned. */
interface Ball extends FlatCircle {
  turn: number[];
}

/** An outline of [lon, lat]. */
type LonLatLine = number[][];

/** An area as outlines, and the same as unit vectors for the ball. */
interface LandArea {
  outlines: LonLatLine[];
  vectors: Float64Array[];
}

interface Border {
  line: LonLatLine;
  vectors: Float64Array;
}

/** Land, lakes and borders of the base map. */
interface BaseLand {
  land: LandArea[];
  lakes: LandArea[];
  borders: Border[];
}

/** What the flat circle gets wrong. */
interface Verdict {
  wrong: LessonCity[];
  missed: LessonCity[];
  added: LessonCity[];
  inside: number;
  flatInside: number;
  /** Of the Earth's surface, 0 to 1. */
  share: number;
}

interface FlatCircle extends WorldPoint {
  radius: number;
}

/** A point of a picture, in px; one behind the globe is not seen. */
interface LessonSpot extends WorldPoint {
  seen: boolean;
}

/** The size of a picture, in px. */
interface LessonBox {
  width: number;
  height: number;
  ratio: number;
}

interface LessonPicture {
  canvas: HTMLCanvasElement;
  draw(model: LessonModel): void;
}

/** How a picture is painted: what the slider does not change, and the rest. */
interface PictureParts {
  key(model: LessonModel): string;
  still(pen: Pen, box: LessonBox, model: LessonModel): void;
  live(pen: Pen, box: LessonBox, model: LessonModel): void;
  onSize(): void;
}

/** A part of the lesson's page. */
interface LessonPart {
  node: HTMLElement;
  update?(model: LessonModel): void;
}

type Swatch = (style: LineStyle) => Element;
