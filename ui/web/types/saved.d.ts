// Pages without Streamlit (saved/): a file, and what it holds in place of a server; the map without a socket.

/** GeoJSON as a saved page holds it: each line as steps on a grid, x and y by turns. */
type PackedPart = number[] | PackedPart[];
interface PackedJson {
  /** Steps of the grid in a degree; without it the JSON is as it was. */
  per_degree?: number;
  geometries: { type: string; coordinates: PackedPart }[];
}

/** What stands in the file of a saved page, by id (ui/map/standalone.py). */
interface SavedFacts {
  "live/places.json": Place[];
  "live/sites.json": Site[];
  "live/regions.json": Region[];
  "live/timeline.json": Timeline;
  /** By a ring as links spell it, without its range. */
  "live/onrecord.json": Record<string, OnRecord[] | undefined>;
  /** [lat, lon, people, lat, ...] in 1e-5 degrees, each lat less the one before. */
  towns: number[];
  /** Stands for every name that begins so, such as basemap/land_110m.geojson. */
  basemap: PackedJson;
  saved: { scene: Scene; link: string; view: import("leaflet").MapOptions; options: MapOptions };
  plain: OpenedMap & { files: OfferedFile[]; view: import("leaflet").MapOptions; options: MapOptions };
}

/** What the map's page is told of an address or of a commit (ui/scene/opened.py). */
interface OpenedMap {
  panel: PanelData;
  summary: SaidByPython;
}

/** What a panel hands over when a thumb rests: its number, and the view as a query. */
interface Commit {
  seq: number;
  query: string;
}

/** The scripts of a page without Streamlit. */
interface SavedModules extends SavedParts {
  "saved/plain": { start(parts: SavedParts): void };
}

/** The app's parts that a saved page shows, by module. */
interface SavedParts {
  "panel/panel": { mount(component: Component<PanelData>, files: OfferedFile[], ways?: PanelWays): void };
  "panel/summary": { mount(component: Component<SaidByPython>): void };
  "table/table": { mount(component: Component<unknown>): void };
}
