// Test flights on the map (testflights/): as the server tells them (ui/scene/flights.py), and as they are drawn.

/** What one source printed of a flight; null where it says nothing of it. */
interface FlightReport {
  apogee: number | null;
  /** All that was said of the apogee is what it was above. */
  floor: boolean;
  km: number | null;
  min: number | null;
  /** Who reported it. */
  by: string;
  notes: string;
  /** Index into `sources`. */
  source: number;
}

interface Flight {
  id: string;
  date: string;
  /** Its id, "" where none was named. */
  missile: string;
  /** The id of its launch site, "" where that is not known. */
  site: string;
  /** How it is drawn: the id of a row of FLIGHTS.looks. */
  look: string;
  /** What is known of its apogee is a floor. */
  floor: boolean;
  /** Azimuth and length of its line; null where one of them is not known. */
  way: [azimuthDeg: number, km: number] | null;
  /** As a map bears it: "Hwasong-14, 2017", "" where no type is named. */
  label: string;
  /** How high or how far it went, whichever is more: which flights a map names. */
  extent: number;
  /** How it flew, and how it ended, in words; why its type is not sure, "" where it is. */
  path: string;
  outcome: string;
  doubt: string;
  /** Reports are further apart than rounding. */
  differ: boolean;
  reports: FlightReport[];
}

/** All flights by date; names and sources stand once. */
interface FlightFacts {
  missiles: Record<string, string>;
  sources: Source[];
  flights: Flight[];
}

/** A flight as the map has it: its site, and its line in degrees and in world units, where there is one. */
interface MapFlight {
  flight: Flight;
  site: MapSite;
  line: LatLonPair[] | null;
  xs: number[];
  ys: number[];
  minX: number;
  maxX: number;
}

/** Flights without a line, which hang on a site, in pixels of the paper. */
interface FlightTag extends WorldPoint {
  flights: MapFlight[];
}

/** What of the flights lies where, in pixels of the view. */
interface FlightSpots {
  tags: FlightTag[];
  /** Each line once for every copy of the world that is in view. */
  lines: { flight: MapFlight; points: WorldPoint[] }[];
}
