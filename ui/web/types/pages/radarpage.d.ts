// The page on radars (radarpage/): one radar, the sectors that are assumed of it, and what lies inside.

/** One event of the row over THAAD (ui/scene/radarpage.py). */
interface DefenceEvent {
  id: string;
  date: string;
  /** The day by which it had happened. */
  day: string;
  actor: string;
  event: string;
  source: Source;
}

/** What the address asks for beside the view. */
interface RadarPageAsked {
  launch: string;
  target: string;
  battery: string;
  elevation: string;
}

interface RadarPageData {
  scene: Scene;
  asked: RadarPageAsked;
  problems: Problem[];
}

/** All that was fetched. */
interface RadarPageFacts {
  radars: RadarFacts;
  events: DefenceEvent[];
  places: Place[];
  sites: Site[];
}

/** A city or a launch area as the radar sees it, by distance and azimuth. */
interface SeenThing extends Way {
  id: string;
  name: string;
  /** What it is, "" where that goes without saying. */
  kind: string;
  isSite: boolean;
}

/** Which of them lie in the widest sector, and which only as near. */
interface SeenThings {
  inside: SeenThing[];
  elsewhere: SeenThing[];
  /** The nearest beyond. */
  next: SeenThing | null;
}

/** A claim, or two of one author, as the page shows them. */
interface ClaimEntry {
  id: string;
  /** Whose side it is on the page, "" for others. */
  side: string;
  claims: RadarClaim[];
}

/** What the page shows. */
interface RadarPageModel {
  facts: RadarPageFacts;
  scene: Scene;
  radar: Radar;
  /** Ranges of its sectors, the widest first. */
  kms: number[];
  azimuth: number;
  width: number;
  /** The id of the entry that was pressed, "" for none. */
  entry: string;
  elevation: number;
  things: SeenThing[];
  seen: SeenThings;
  /** Ids of the places that stand on the day. */
  standing: ReadonlySet<string>;
  asked: RadarPageAsked;
  between: Between;
}

/** Where the way from a launch site to a target passes a battery. */
interface Crossing {
  /** Along the way, km; null where it never comes so near. */
  enterKm: number | null;
  leaveKm: number | null;
  /** How near it comes, and where along the way. */
  nearestKm: number;
  nearestAtKm: number;
}

interface Between extends Crossing {
  site: Site;
  target: Place;
  battery: Place;
  /** The radius of the circle of its interceptors. */
  circleKm: number;
  km: number;
  azimuth: number;
  flight: FreeFlight;
}

/** A part of the page. */
interface RadarPagePart {
  node: HTMLElement;
  /** What rests has changed: another radar, claim, day. */
  show?(model: RadarPageModel): void;
  /** In every frame of a drag. */
  move?(model: RadarPageModel): void;
}

/** What a person does on the page. */
interface RadarPageActions {
  press(): () => void;
  turn(change: { kms?: number[]; azimuth?: number; width?: number }): void;
  rest(): void;
  claim(entry: ClaimEntry): void;
  look(id: string, azimuth: number): void;
  day(date: string | null): void;
  elevation(deg: number): void;
  ask(asked: Partial<RadarPageAsked>): void;
}
