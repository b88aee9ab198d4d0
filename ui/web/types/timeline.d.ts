// The timeline (timeline/): what changed on which day, and the arsenal's reach (geo/reach/timeline.py).

/** A name, and its date, as precise as that is known. */
interface Dated {
  name: string;
  date: string;
}

/** A day, and what was known from it on. */
interface Moment {
  day: string;
  /** Missiles that flew for the first time. */
  flown: Dated[];
  /** The ids of claims that were printed. */
  printed: string[];
  /** Batteries that came, and that went. */
  come: Dated[];
  gone: Dated[];
}

/** How far the arsenal reached from a day on. */
interface ReachStep {
  day: string;
  missile: string;
  /** The id of the claim that says so, "" where today's figure stands in. */
  claim: string;
  ring: Ring;
}

interface Timeline {
  moments: Moment[];
  reach: ReachStep[];
}
