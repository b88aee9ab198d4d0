// Radars and their sectors (radar/): as the server tells them (ui/scene/radars.py), and as they are drawn.

/** What a link assumes of a radar: a sector, its azimuth that of the boresight. */
interface RadarAssumption {
  /** The id of a radar. */
  id: string;
  /** Its name as maps have it, as far as that is known here. */
  name?: string;
  km: number;
  azimuth: number;
  width: number;
}

/** Who said how far a radar sees; null where no end was named. */
interface RadarClaim {
  id: string;
  /** As maps bear it, and the whole name. */
  said: string;
  by: string;
  date: string;
  /** The day from which on it is known to have been in print. */
  printed: string;
  mode: string;
  mode_words: string;
  low: number | null;
  high: number | null;
  statement: "value" | "span" | "floor" | "ceiling" | "none";
  /** Whether the map draws it by itself. */
  drawn: boolean;
  azimuth: number | null;
  width: number | null;
  detail: string;
  source: Source;
}

/** Where it comes from which way a sector looks (geo/reach/sectors.py). */
type RadarDirection = "link" | "ours" | "list" | "none";

interface Radar extends LatLon {
  id: string;
  name: string;
  short: string;
  /** Which way its sectors look unless a link says otherwise, and how wide they are. */
  azimuth: number;
  width: number;
  direction: RadarDirection;
  /** Its mode in words, "" where it has none. */
  mode: string;
  /** Whether it moves about, and so has no sector of its own. */
  moves: boolean;
  /** Indices of the claims about it. */
  claims: number[];
}

interface RadarFacts {
  claims: RadarClaim[];
  radars: Radar[];
}

/** A sector on the Earth. */
interface Sector extends LatLon {
  km: number;
  azimuth: number;
  width: number;
}

/** A sector that a scene shows; `claims` name its range, none where somebody assumes it. */
interface RadarSector extends Sector {
  radar: Radar;
  claims: RadarClaim[];
  direction: RadarDirection;
}

/** A sector on the map, with the ids of the places that it sees, of which `among` says which they are. */
type ShownSector = RadarSector & { sees: Set<string>; among: string };
