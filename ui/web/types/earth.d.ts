// Points, ways and outlines on the Earth, and how they lie on a canvas over the map (earth/).

interface LatLon {
  lat: number;
  lon: number;
}

/** [latitude, longitude]. */
type LatLonPair = [number, number];

/** What a camera looks at: latitude, longitude, zoom level of Web Mercator. */
type Camera = [lat: number, lon: number, zoom: number];

/** A range in km, or one for each direction. */
type RangeKm = number | ((azimuthDeg: number) => number);

/** A solution of the inverse problem. */
interface Way {
  km: number;
  /** Degrees clockwise from north. */
  azimuth: number;
}

/** A point in world units. */
interface WorldPoint {
  x: number;
  y: number;
}

/** An outline in world units (earth/ringshapes.js). */
interface RingShape {
  /** At even azimuths, clockwise from north. */
  vertices: LatLonPair[];
  xs: number[];
  ys: number[];
  /** From the site, in degrees, at each point of the line. */
  azimuths: number[];
  poles: { north: boolean; south: boolean };
  minX: number;
  maxX: number;
}

/** Where a canvas over the map lies; world units are those of earth/canvaslayer.js. */
interface CanvasView {
  width: number;
  height: number;
  /** Device pixels of one unit of the canvas. */
  ratio: number;
  zoom: number;
  /** Units of the canvas for one world. */
  scale: number;
  x0: number;
  y0: number;
  larger?: number;
  pad?: { x: number; y: number };
}

/** The same, of a layer that knows how far it goes beyond the view. */
type PaperView = CanvasView & { larger: number; pad: { x: number; y: number } };

/** A canvas over the map that a function draws. */
type CanvasLayer = import("leaflet").Layer & {
  redraw(): void;
  touch(paint: (ctx: Pen, view: PaperView) => void): void;
  canvas(): HTMLCanvasElement;
  shift(): { x: number; y: number };
};

interface Box {
  x0: number;
  y0: number;
  x1: number;
  y1: number;
}

/** Where words may stand. */
interface LabelSpot {
  x: number;
  y: number;
  align?: "left" | "center" | "right";
}

interface LabelStyle {
  size?: number;
  weight?: number;
  color: string;
  halo: string;
}

/** Puts words where there is room (earth/labels.js). */
interface Labeller {
  block(x: number, y: number, r: number): void;
  place(text: string, spots: Iterable<LabelSpot>, style: LabelStyle): boolean;
}
