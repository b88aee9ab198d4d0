// Shapes that are others': Leaflet's, GeoJSON's, Streamlit's.

type Leaflet = typeof import("leaflet");
type LeafletMap = import("leaflet").Map;
type LeafletPoint = import("leaflet").Point;

type GeoJson = import("geojson").GeoJSON;

/** What Streamlit hands to a component. */
interface Component<Data> {
  parentElement: ParentNode;
  data: Data;
  setStateValue(name: string, value: unknown): void;
}
