// The lab (lab/): what was reported of a flight, what follows from it, and the parts of the page.

/** What somebody reported of a flight (ui/scene/labflights.py). */
interface LabReport {
  id: string;
  apogee: number | null;
  /** As it was printed: its last digit says how it is rounded. */
  apogee_text: string;
  is_floor: boolean;
  distance: number | null;
  minutes: number | null;
  said_by: string;
  /** Why no range is computed from it, "" where one can be. */
  no_range: string;
  no_range_words: string;
  notes: string;
  source: Source;
}

interface LabFlight {
  id: string;
  date: string;
  missile: string;
  missile_name: string;
  site: string;
  site_name: string;
  lat: number | null;
  reports: LabReport[];
}

/** What the address asks for, as it was typed; "" for what it does not say (ui/scene/lab.py). */
interface LabAsked {
  test: string;
  report: string;
  apogee_km: string;
  ground_range_km: string;
  flight_time_min: string;
  angle: string;
  apogee_error_km: string;
  burnout_altitude_km: string;
  speed_credit_km_s: string;
  turning: string;
}

interface LabSite {
  id: string;
  name: string;
  lat: number;
}

interface LabData {
  asked: LabAsked;
  units: Units;
  /** The site of the view's active ring, for numbers of one's own and flights from nobody knows where. */
  site: LabSite;
  problems: Problem[];
}

/** What a range follows from. */
interface LabGiven {
  apogeeKm: number;
  /** As it was printed or typed. */
  apogeeText: string;
  distanceKm: number;
  minutes: number | null;
  isFloor: boolean;
}

/** What is assumed beside it, "" for what is usual; as range.json has it. */
type LabAssumed = Pick<LabAsked, "apogee_error_km" | "burnout_altitude_km" | "speed_credit_km_s">;

/** What the lab shows. */
interface LabModel {
  /** null where somebody typed the numbers. */
  flight: LabFlight | null;
  report: LabReport | null;
  given: LabGiven;
  assumed: LabAssumed;
  site: LabSite;
  units: Units;
  /** As flown, let go of at the ground. */
  flown: FreeFlight;
  /** The same speed at the best angle; without a limit, an orbit. */
  best: FreeFlight;
  farthestKm: number;
  straightUpKm: number;
  /** The same speed at the angle of the slider. */
  moved: FreeFlight;
  /** The other angle that leads to the same place. */
  other: FreeFlight | null;
}

/** How a picture lies on the screen: the middle of the Earth in px, px a km, the site's place on its edge. */
interface LabFrame {
  x: number;
  y: number;
  scale: number;
  /** Of the site, clockwise from the top of the picture, radians. */
  turn: number;
  width: number;
  height: number;
}

/** A part of the lab's page. */
interface LabPart {
  node: HTMLElement;
  /** Another flight, other units. */
  show(model: LabModel): void;
  /** Another angle, in every frame of a drag. */
  move?(model: LabModel): void;
}

/** What export/range.json answers; null is no limit. */
interface RangeSpread {
  p05_km: number | null;
  p25_km: number | null;
  p50_km: number | null;
  p75_km: number | null;
  p95_km: number | null;
  unlimited_share: number;
  draws: number;
}

/** A bar on the axis of ranges: who says so, what, and what it would take. */
interface LabBar {
  /** Of a published claim, else "". */
  id: string;
  said: string;
  /** When it was said, "" for what is computed. */
  date: string;
  source: Source | null;
  note: string;
  words: string;
  /** null is open. */
  low: number | null;
  best: number | null;
  high: number | null;
  kind: string;
  takes: string;
}
