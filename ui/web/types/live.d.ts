// What pages ask the server for while they are open (ui/live): by which path, and what is answered.

/** What live/site.json answers: from one site to all places. */
interface Answer {
  site: { site: string; name: string; short: string; center?: RingCenter | null } & LatLon;
  /** By id of a place. */
  km: Record<string, number>;
  /** By id of a place, in degrees clockwise from north. */
  azimuth: Record<string, number>;
  /** People in towns, by whole km: sums once getSite() has unpacked them. */
  people: number[];
  /** People in towns within ranges by direction: of a saved page, which has the towns; else Python says it. */
  peopleInside?(reachKm: (azimuthDeg: number) => number): number;
}

/** A result of a search. */
interface Found extends LatLon {
  name: string;
  detail: string;
  /** Of a place. */
  id?: string | null;
  /** Of a launch site. */
  site?: string | null;
}

/** A country or a state whose name the map bears (geo/catalog/regions.py). */
interface Region extends LatLon {
  id: string;
  name: string;
  /** 1 is written from afar, 3 only from near. */
  rank: number;
  /** About how far its land goes on from there, up or down and to either side. */
  half_deg: [number, number];
}

interface FindAnswer {
  results: Found[];
  message: string;
  online?: boolean;
}

/** An answer of the server that holds no facts but faults. */
interface ErrorAnswer {
  errors: Problem[];
}

/** As much of a Response as our modules ask for; a saved page answers so itself. */
interface Reply {
  ok: boolean;
  status?: number;
  json(): Promise<unknown>;
}

/** What the server answers, by path. */
interface LiveAnswers {
  "live/places.json": Place[];
  "live/sites.json": Site[];
  "live/regions.json": Region[];
  "live/timeline.json": Timeline;
  "live/missiles.json": Missile[];
  "live/flights.json": LabFlight[];
  "live/presets.json": Preset[];
  "live/stories.json": StoryEntry[];
  "live/story.json": Story;
  "live/tests.json": FlightFacts;
  "live/radars.json": RadarFacts;
  "live/defence.json": DefenceEvent[];
  "live/site.json": Answer;
  "live/onrecord.json": OnRecord[];
}

/** What a path with a query is answered; the base map is GeoJSON. */
type LiveAnswer<P extends string> = P extends `basemap/${string}` ? GeoJson
  : P extends `${infer Name extends keyof LiveAnswers}?${string}` ? LiveAnswers[Name]
  : P extends keyof LiveAnswers ? LiveAnswers[P] : unknown;
