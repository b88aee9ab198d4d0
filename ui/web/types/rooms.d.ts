// What a class and its browsers tell each other (ui/rooms): polls, views and messages.

/** A ring as a poll names it: it is not drawn, so it needs no coordinates. */
type PollRing = Edges & Pick<Ring, "spread" | "rotating"> & { site: string; label: string };

/** Is a place in or out? */
interface InOutPoll {
  id: string | number;
  kind: "in_out";
  /** The id of a place. */
  place: string;
  ring: PollRing;
  rings: PollRing[];
}

/** Which ring is believed? */
interface BelievePoll {
  id: string | number;
  kind: "believe";
  place: "";
  ring: null;
  rings: PollRing[];
}

type Poll = InOutPoll | BelievePoll;

/** What a leader asks for: a ring goes by its index. */
type PollWish = { kind: "believe" } | { kind: "in_out"; place: string; ring: number };

/** Width and height of a map, in px. */
type MapSize = [width: number, height: number];

/** What a browser says to its class (ui/rooms/messages.py). */
type RoomMessage =
  | { lead: string | true; page: string; take: boolean }
  | { scene: { query: string; map?: MapSize } }
  | { query: string; map?: MapSize; fit?: true; words?: StepWords }
  | { poll: PollWish | null }
  | { reveal: boolean }
  | { end: true }
  | { answer: { poll: string | number; choice: number }; voter: string };

/** What comes from a class, by the key that tells what it is (classroom/seat.js). */
type RawMessage = Record<string, unknown>;

/** A ring as a class is told of it. */
type ToldRing = Edges & LatLon & Pick<Ring, "spread" | "rotating" | "center"> & { site: string; label: string; hidden?: boolean };

/** A scene as a class is told of it: one that is dragged is in no story. */
type ToldScene = Omit<LedScene, "rings"> & { rings: ToldRing[]; story?: string; step?: number; map?: MapSize };

/** A leader's view: whole, with its link, or only the scene while it is dragged. */
interface ToldView {
  query?: string;
  scene: ToldScene;
  map?: MapSize;
  fit?: boolean;
  words?: StepWords | null;
}

type ToldPoll =
  | { id: string; kind: "in_out"; place: string; ring: ToldRing }
  | { id: string; kind: "believe"; choices: ToldRing[] };

interface ToldBars {
  poll: string;
  counts: number[];
  open?: boolean;
}

/** Of a scene what a class sees. */
type ClassScene = LedScene & { story: string; step: number };

/** What the server says of a class and of our place in it; nothing of it is sure. */
interface RoomFinding {
  state?: unknown;
  role?: unknown;
  view?: unknown;
  refused?: unknown;
  may_lead?: unknown;
  wait_s?: unknown;
}
