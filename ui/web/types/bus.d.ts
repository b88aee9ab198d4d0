// The bus of a tab (base/bus.js): every event, and what it carries.

/** What a camera is sent to: a camera, or rings to fit. */
interface CameraGoal {
  at: Camera | null;
  rings: Ring[];
  /** The day that is shown: a ring of a later one is not. */
  date?: string | null;
  story?: string;
  show?: string[];
  targets?: string[];
  names?: string[];
  radars?: RadarAssumption[];
  /** Fly there, unless motion is unwelcome. */
  animate?: boolean;
}

/** Asks the map for a picture of itself; it answers at once, with a promise, if it is there. */
interface PictureRequest {
  answer(picture: Promise<MapPicture>): void;
}

interface MapPicture {
  blob: Blob;
  /** What is not as it was seen, "" if nothing. */
  note: string;
}

/** Sentences of result that the browser says itself (panel/sentences.js). */
interface Sentences {
  /** What is inside the active ring. */
  counts: string;
  /** The part of it that says who claims the ring. */
  who: string;
  /** What a ring of a report is, "" of others. */
  spread: string;
  /** The nearest US soil, "" if none is shown. */
  nearest: string;
}

/** What a view is about, and what its ranges mean, null while that is not known (scene/headline.js). */
interface Headline {
  title: string;
  finding: string | null;
  note: string;
}

interface Result {
  /** The headline of the scene as it is when it is asked. */
  headline: () => Headline;
  /** null while places or distances are on their way. */
  sentences: Sentences | null;
  /** The commit whose answer says more, null where none was sent yet. */
  seq: number | null;
  /** Whether Python says more of this scene. */
  hasMore: boolean;
}

/** Each event of the bus with what it carries; null where that is nothing. */
interface BusEvents {
  /** The scene as it is now, many times a second while a thumb moves. */
  scene: Scene;
  /** The scene came to rest, and Python is told of it. */
  settled: Scene;
  /** The browser has stepped to another address of this page, which is about to be shown. */
  returned: {
    /** Whoever hears it may say that what is shown stays, whatever the address says. */
    keep(): void;
  };
  /** The camera goes where a scene looks, or to its rings. */
  goto: Scene & { animate?: boolean };
  /** A person of this tab changes the scene. */
  mine: null;
  /** A person moves the camera. */
  panning: Camera;
  /** A person has moved the camera. */
  view: Camera;
  /** A person of this tab had the map show all rings: whatever they looked at is no view to keep. */
  fit: null;
  /** A launch site was chosen on the map. */
  pick: { site: string };
  /** A place was looked for; `show`: only to see it. */
  find: LatLon & { name: string; id?: string | null; site?: string | null; flight?: string; show?: boolean };
  /** A sector of a radar is dragged by its handles on the map; `rests` once it is let go of. */
  radar: { id: string; km?: number; azimuth?: number; width?: number; rests: boolean };
  /** The map was tapped while it says nothing itself: in a quiz. */
  tap: LatLon;
  /** The page is light or dark by now. */
  theme: { dark: boolean };
  /** The legend folds, or unfolds. */
  legend: null;
  /** What lies over the map has another size. */
  covered: null;
  /** Presentation mode begins, or ends. */
  present: boolean;
  /** A key was pressed in the map's frame. */
  key: KeyboardEvent;
  /** The mouse moves in the map's frame. */
  stir: null;
  /** The dialog "Share" asks for a picture of the map. */
  picture: PictureRequest;
  /** What came of the scene, for the active ring. */
  result: Result;
  /** A sentence for those who do not see the page. */
  heard: { text: string };
  /** The connection to the server is lost. */
  lost: null;
  /** The server knows this page again after a lost connection. */
  revived: null;
  /** A class is at this step of a story. */
  followstory: { story: string; step: number };
  /** The words of a step that a leader tells, null for none. */
  toldstep: StepWords | null;
  /** The words of the step of a teacher's own story, null for any other. */
  storystep: StepWords | null;
}

/** Takes back a listener. */
type StopListening = () => void;

/** How the parts of a tab talk. */
interface Bus {
  /** The last scene that was sent, for whoever is ready later. */
  scene: Scene | null;
  /** What came of it. */
  result: Result | null;
  /** What was fetched, for panel, table and map alike. */
  kept: Map<string, Promise<unknown>>;
  /** Set by a quiz, which owns its page: whether a question is open, "" when the quiz is gone. */
  quiz: (() => "" | "asked" | "told") | null;
  send<E extends keyof BusEvents>(type: E, detail: BusEvents[E]): void;
  on<E extends keyof BusEvents>(type: E, listener: (detail: BusEvents[E]) => void): StopListening;
}
