// The map (map/): what is on it, what lies over it, what can be pointed at.

/** What map/map.js is told beside the map. */
interface MapOptions {
  providers: TileProvider[];
  attribution: string;
  /** Address of the script of painter/painter.js; none in a saved page. */
  painter?: string;
}

/** A server of tiles that may be asked (geo/link). */
interface TileProvider {
  id: string;
  title: string;
  url: string;
  attribution: string;
  max_zoom: number;
}

/** How a symbol looks (base/symbols.js): an outline of SYMBOLS, its size in px, its paint. */
interface Sign {
  symbol: string;
  r: number;
  fill: string;
  /** Paint of the left half, in the band. */
  half: string | null;
  line: string;
  width: number;
}

/** A row of the legend: what a sign means, or words alone. */
interface LegendRow {
  sign: Sign | null;
  words: string;
  /** A shape, a fill, against which ring, or what else is to say. */
  about: "kind" | "state" | "which" | "shade" | "note";
}

/** The elements of the scale bar. */
interface ScaleParts {
  node: HTMLElement;
  text: HTMLElement;
  bar: HTMLElement;
}

/** A line of notice over the map. */
interface Notice {
  node: HTMLElement;
  control: import("leaflet").Control;
  show(words: string): void;
  hide(): void;
}

type MapPlace = Place & WorldPoint & { rank: number };
type MapSite = Site & WorldPoint & { typed?: undefined };
/** Coordinates where a ring starts, with the layer of the place that is there. */
type TypedSite = { id: string; name: string; typed: true; layer?: PlaceLayer } & LatLon;

/** What lies where on the canvas. */
interface Hit extends WorldPoint {
  r: number;
  place?: MapPlace;
  site?: MapSite | TypedSite;
  /** Test flights, the nearest first. */
  flights?: MapFlight[];
}

/** The shortest way to a target. */
interface Arc {
  place: MapPlace;
  xs: number[];
  ys: number[];
  minX: number;
  maxX: number;
}

/** A place on the paper: where, and how it was painted. */
interface DrawnPlace {
  place: MapPlace;
  dot: Dot;
  state: ReachState;
}

/** A launch site on the paper, or the place that a ring is around; a star has the index of its ring. */
interface DrawnSite {
  place?: MapPlace;
  site: MapSite | TypedSite;
  name: string;
  dot: Dot;
  star: number | null;
  isShown: boolean;
}

interface Spots {
  places: DrawnPlace[];
  sites: DrawnSite[];
}

/** What follows the scene on the map (map/overlay.js). */
interface Overlay {
  count: { draws: number };
  labels(): object[];
  addTo(map: LeafletMap): void;
  redraw(): void;
  /** Draw all anew, as it is. */
  repaint(): void;
  /** Paint a drag to its end at once. */
  rest(): void;
}

/** What is on the map (map/model.js). */
interface MapModel {
  scene: Scene | null;
  dark: boolean;
  /** How many times wider than usual lines are, for who asks for contrast. */
  bold: number;
  /** How many times larger than usual all is drawn. */
  larger: number;
  presenting: boolean;
  palette: Palette;
  sites: MapSite[];
  places: MapPlace[];
  /** The places of the layers that are shown. */
  shown: MapPlace[];
  /** Places of other layers that were asked for. */
  added: MapPlace[];
  regions: Region[];
  placeById: Map<string, MapPlace>;
  /** Against the ring that the view speaks of. */
  states: Map<string, ReachState>;
  /** By index of a ring. */
  answers: (Answer | undefined)[];
  answersBySite: Map<string, Answer>;
  hits: Hit[];
  /** The day of the places, and which there are. */
  placesDate: string | null;
  placesKey: string;
  arcs: Arc[];
  arcsKey: string;
  /** The id of the place or site whose popup is open, "" for none. */
  selected: string;
  /** All test flights, null until they were needed; those that are shown, and where they lie on the screen. */
  flightFacts: FlightFacts | null;
  flights: MapFlight[];
  flightsKey: string;
  /** The id of the flight that the pointer is on, "" for none. */
  pointed: string;
  flightSpots: FlightSpots;
  /** All radars and the claims about them, null until they were needed; the sectors shown, and what they hang on. */
  radarFacts: RadarFacts | null;
  sectors: ShownSector[];
  sectorsKey: string;
  /** Whether a sector moves, and where their words stood when they last came to rest: names of places keep off these. */
  sectorsMove: boolean;
  sectorsAtRest: string;
  /** How often the letters of words have changed. */
  words: number;
  distance(ring: number, id: string): number;
  way(ring: number, id: string): Way;
  reserved(): Box[];
  /** What words of sectors take of a view. */
  taken(view: CanvasView & { larger: number }): Box[];
  knownSites(): MapSite[];
  restate(): void;
}

/** A model that has its scene. */
type ReadyModel = MapModel & { scene: Scene };
