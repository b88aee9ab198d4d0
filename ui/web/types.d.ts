// The shapes that more than one module of the browser's half knows, each declared here once: what the
// server sends, the scene, and every event of the bus with what it carries.
//
// What only one module knows stands in that module. Angles are degrees, distances kilometres; a name
// that ends in `px` is in CSS pixels. null stands where Python has None.

// ---- The scene (ui/scene/scenes.py) ----

type Units = "km" | "mi" | "nmi";
type LeafletPoint = import("leaflet").Point;
type PlaceLayer = string; // the id of a row of geo/facts/layers.py
/** Where a place stands against a ring. */
type ReachState = "in" | "band" | "out";
/** An outline of a ring. */
type Role = "low" | "best" | "high";
/** What was said of a range, by geo/records/statements.py; "" where it is a plain value. */
type Statement = "" | "value" | "floor" | "ceiling" | "about" | "flown";

interface LatLon {
  lat: number;
  lon: number;
}

/** [latitude, longitude]. */
type LatLonPair = [number, number];

/** What a camera looks at: latitude, longitude, zoom level of Web Mercator. */
type Camera = [lat: number, lon: number, zoom: number];

/** The outlines of a range, in km: one alone, or two or three that grow. */
interface Edges {
  low: number | null;
  best: number | null;
  high: number | null;
}

interface Source {
  name: string;
  url: string;
}

/** A source of which only the address is known, or its name, too. */
type CitedSource = { name: string; url?: string | null };

/** Whose words a ring's label is, and what goes with them (geo/reach/quotes.py). */
interface Quote {
  kind: "" | "claim" | "best" | "ours" | "words";
  /** The id of the claim that it quotes. */
  claim: string | null;
  /** The date of that claim. */
  claimed: string;
  source: Source | null;
  /** Who says so, in the page's language. */
  said: string;
  statement: string;
  /** The range as it was given, such as "3,500 mi". */
  original: string;
}

/** An assumption of how far something reaches. */
interface Ring extends Edges, Partial<Quote> {
  /** A launch site's id, or LAT,LON. */
  site: string;
  name: string;
  lat: number;
  lon: number;
  /** Who says so, as it stands in links. */
  label: string;
  /** The id of a missile, "" for any. */
  missile?: string;
  /** Not shown for now: keys 1 to 9 of a presentation. */
  hidden?: boolean;
  /** The label that comes back with the number it names. */
  quoted?: { label: string } | null;
}

/** A Scenario as the browser holds it. */
interface Scene {
  rings: Ring[];
  /** The layers that are shown. */
  show: string[];
  units: Units;
  /** The day that the map shows, null for all. */
  date: string | null;
  /** As links spell them. */
  radars: string[];
  at: Camera | null;
  base: string;
  lang: string;
  targets: string[];
  defaultTargets: string[];
  /** All layers there are. */
  layers: string[];
  /** The base maps there are. */
  bases: { id: string; title: string }[];
  /** The index of the active ring. */
  active: number;
  story?: string;
  step?: number;
}

/** What of a scene is its leader's, not the screen's own (LED_FIELDS). */
type LedScene = Omit<Scene, "base" | "lang" | "layers" | "bases" | "defaultTargets" | "story" | "step">;

type LinkKey = import("./base/facts.js").LinkKey;

/** What a link could not be used for. */
interface Problem {
  key: string;
  value: string;
  problem: string;
}

// ---- Facts (ui/live) ----

interface Place extends LatLon {
  id: string;
  name: string;
  names: string[];
  country: string;
  layer: PlaceLayer;
  kind: string;
  kind_words: string;
  precision_km: number;
  population: number | null;
  status: string;
  deployed_from: string;
  deployed_to: string;
  since: string;
  until: string;
  on_dated_maps: boolean;
  notes: string;
  us_soil: boolean;
  source: Source;
}

/** A launch site. */
interface Site extends LatLon {
  id: string;
  name: string;
  name_ko: string;
  names: string[];
  precision_km: number;
  kind: string;
  kind_words: string;
  first_used: string | null;
  last_used: string | null;
  tests_count: number;
  notes: string;
  source: Source;
}

/** What live/site.json answers: from one site to all places. */
interface Answer {
  site: { site: string; name: string } & LatLon;
  /** By id of a place. */
  km: Record<string, number>;
  /** By id of a place, in degrees clockwise from north. */
  azimuth: Record<string, number>;
  /** People in towns, by whole km: sums once getSite() has unpacked them. */
  people: number[];
}

interface Claim {
  id: string;
  low: number | null;
  high: number | null;
  label: string;
  said_by: string;
  claimed_by: string;
  date: string;
  context: string;
  statement: string;
  original: string;
  record: string;
  second: { adds: string; source: Source } | null;
  source: Source;
}

interface Missile extends Edges {
  id: string;
  name: string;
  names: string[];
  missile_class: string;
  /** Ids of the sites that it may start from. */
  sites: string[];
  source: Source;
  claims: Claim[];
}

interface Preset {
  id: string;
  title: string;
  about: string;
  scene: Scene;
}

/** What is said of somebody's own label, with its source. */
interface OnRecord {
  text: string;
  source: Source;
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
  "live/missiles.json": Missile[];
  "live/presets.json": Preset[];
  "live/stories.json": StoryEntry[];
  "live/story.json": Story;
  "live/site.json": Answer;
  "live/onrecord.json": OnRecord[];
}

/** What a path with a query is answered; the base map is GeoJSON. */
type LiveAnswer<P extends string> = P extends `basemap/${string}` ? GeoJson
  : P extends `${infer Name extends keyof LiveAnswers}?${string}` ? LiveAnswers[Name]
  : P extends keyof LiveAnswers ? LiveAnswers[P] : unknown;

type GeoJson = import("geojson").GeoJSON;

// ---- Stories and the quiz ----

/** The words of a step. */
interface StepWords {
  title: string;
  text: string;
  question: string;
}

interface StoryStep extends StepWords {
  query: string;
  scene: Scene;
}

interface Story {
  id: string;
  title: string;
  about: string;
  steps: StoryStep[];
  /** Written by the teacher, and kept in this browser alone. */
  isOwn?: boolean;
}

/** A story of the list: without texts. */
interface StoryEntry {
  id: string;
  title: string;
  about: string;
  steps: { title: string }[];
}

interface QuizPlace extends LatLon {
  id: string;
  name: string;
  country: string;
  layer: PlaceLayer;
}

interface QuizClaim {
  id: string;
  label: string;
  said: string;
  range_km: number;
  statement: string;
  original: string;
  date: string;
  source: Source;
}

interface QuestionFacts {
  site: { id: string; name: string } & LatLon;
  place: QuizPlace;
  distance_km: number;
  azimuth_deg: number;
  northmost_deg: number;
  alike: (QuizPlace & { distance_km: number }) | null;
}

/** "In or out?": is a place inside a claimed range. */
interface ReachQuestion extends QuestionFacts {
  kind: "reach";
  claim: QuizClaim;
  answer: "in" | "out";
}

/** "How far?" */
interface DistanceQuestion extends QuestionFacts {
  kind: "distance";
  claim: null;
  answer: null;
}

type Question = ReachQuestion | DistanceQuestion;
/** "in" or "out", or a guess in km. */
type QuizAnswer = string | number;

// ---- A class (ui/rooms) ----

/** A ring as a poll names it: it is not drawn, so it needs no coordinates. */
type PollRing = Edges & { site: string; label: string };

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

/** What comes from a class, by the key that tells what it is (classroom/classroom.js). */
type RawMessage = Record<string, unknown>;

/** A ring as a class is told of it. */
type ToldRing = Edges & LatLon & { site: string; label: string };

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

// ---- The bus (base/bus.js) ----

/** What a camera is sent to: a camera, or rings to fit. */
interface CameraGoal {
  at: Camera | null;
  rings: Ring[];
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
  /** The nearest US soil, "" if none is shown. */
  nearest: string;
}

interface Result {
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
  /** A launch site was chosen on the map. */
  pick: { site: string };
  /** A place was looked for; `show`: only to see it. */
  find: LatLon & { name: string; id?: string | null; site?: string | null; show?: boolean };
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

// ---- Elements (base/dom.js) ----

type Child = Node | string | null | undefined;
type Children = Child | Child[];
/** An event of a field: its target is the field. */
type FieldEvent = Event & { target: HTMLInputElement };

/** Attributes, `on...` listeners, or properties with a leading dot. */
interface Attributes {
  onblur?: (event: FocusEvent) => void;
  onchange?: (event: FieldEvent) => void;
  onclick?: (event: MouseEvent) => void;
  onclose?: (event: Event) => void;
  onerror?: (event: Event) => void;
  oninput?: (event: FieldEvent) => void;
  onkeydown?: (event: KeyboardEvent) => void;
  onload?: (event: Event) => void;
  onpointerdown?: (event: PointerEvent) => void;
  onsubmit?: (event: SubmitEvent) => void;
  ontoggle?: (event: Event) => void;
  [name: string]: string | number | boolean | null | undefined | ((event: never) => void);
}

/** A part of a page that shows a scene. */
interface ScenePart {
  node: HTMLElement;
  update(scene: Scene): void;
}

/** A canvas whose context is 2D: null is only for one that had another context before. */
type Sheet = {
  getContext(kind: "2d", options?: CanvasRenderingContext2DSettings): CanvasRenderingContext2D;
  transferToImageBitmap?(): ImageBitmap;
} & HTMLCanvasElement;

/** What draws on a canvas. */
type Pen = CanvasRenderingContext2D;

// ---- Style (base/style.js) ----

/** The colours of a theme. */
interface Palette {
  sea: string;
  land: string;
  coast: string;
  border: string;
  focus: string;
  ink: string;
  faint: string;
  halo: string;
  paper: string;
}

/** The colour of a line, and its dashes in px. */
interface LineStyle {
  color: string;
  dash: number[];
}

// ---- The map (earth/, map/) ----

type Leaflet = typeof import("leaflet");
type LeafletMap = import("leaflet").Map;

/** Where a canvas over the map lies; world units are those of earth/canvaslayer.js. */
interface CanvasView {
  width: number;
  height: number;
  /** Device pixels of one unit of the canvas. */
  ratio: number;
  zoom: number;
  /** Units of the canvas for one world. */
  scale: number;
  x0: number;
  y0: number;
  larger?: number;
  pad?: { x: number; y: number };
}

/** A canvas over the map that a function draws. */
type CanvasLayer = import("leaflet").Layer & { redraw(): void };

/** A server of tiles that may be asked (geo/link). */
interface TileProvider {
  id: string;
  title: string;
  url: string;
  attribution: string;
  max_zoom: number;
}

/** A row of the legend: what a symbol means; without a symbol it has no picture. */
interface LegendRow {
  picture: HTMLCanvasElement | null;
  words: string;
}

/** The elements of the scale bar. */
interface ScaleParts {
  node: HTMLElement;
  text: HTMLElement;
  bar: HTMLElement;
}

/** A line of notice over the map. */
interface Notice {
  node: HTMLElement;
  control: import("leaflet").Control;
  show(words: string): void;
  hide(): void;
}

interface Box {
  x0: number;
  y0: number;
  x1: number;
  y1: number;
}

/** Where words may stand. */
interface LabelSpot {
  x: number;
  y: number;
  align?: "left" | "center" | "right";
}

interface LabelStyle {
  size?: number;
  weight?: number;
  color: string;
  halo: string;
}

/** Puts words where there is room (earth/labels.js). */
interface Labeller {
  block(x: number, y: number, r: number): void;
  place(text: string, spots: Iterable<LabelSpot>, style: LabelStyle): boolean;
}

/** An outline in world units (earth/ringshapes.js). */
interface RingShape {
  /** At even azimuths, clockwise from north. */
  vertices: LatLonPair[];
  xs: number[];
  ys: number[];
  poles: { north: boolean; south: boolean };
  minX: number;
  maxX: number;
}

/** A solution of the inverse problem. */
interface Way {
  km: number;
  /** Degrees clockwise from north. */
  azimuth: number;
}

/** A point in world units. */
interface WorldPoint {
  x: number;
  y: number;
}

type MapPlace = Place & WorldPoint & { rank: number };
type MapSite = Site & WorldPoint & { typed?: undefined };
/** Coordinates where a ring starts. */
type TypedSite = { id: string; name: string; typed: true } & LatLon;

/** What lies where on the canvas. */
interface Hit extends WorldPoint {
  r: number;
  place?: MapPlace;
  site?: MapSite | TypedSite;
}

/** The shortest way to a target. */
interface Arc {
  place: MapPlace;
  xs: number[];
  ys: number[];
  minX: number;
  maxX: number;
  labelled?: boolean;
}

/** What is on the map (map/model.js). */
interface MapModel {
  scene: Scene | null;
  dark: boolean;
  /** How many times larger than usual all is drawn. */
  larger: number;
  presenting: boolean;
  palette: Palette;
  sites: MapSite[];
  places: MapPlace[];
  /** The places of the layers that are shown. */
  shown: MapPlace[];
  placeById: Map<string, MapPlace>;
  states: Map<string, { state: ReachState; ring: number }>;
  /** By index of a ring. */
  answers: (Answer | undefined)[];
  answersBySite: Map<string, Answer>;
  hits: Hit[];
  placesKey: string;
  arcs: Arc[];
  arcsKey: string;
  distance(ring: number, id: string): number;
  way(ring: number, id: string): Way;
  reserved(): Box[];
  knownSites(): MapSite[];
  restate(): void;
}

/** A model that has its scene. */
type ReadyModel = MapModel & { scene: Scene };

// ---- Parts that know one another only by what they ask for ----

/** What Streamlit hands to a component. */
interface Component<Data> {
  parentElement: ParentNode;
  data: Data;
  setStateValue(name: string, value: unknown): void;
}

interface Slider {
  input: HTMLInputElement;
  show(km: number): void;
  release(): void;
}

/** What a slider tells (scene/rangeinput.js). */
interface SliderActions {
  /** Pressed: returns what brings all back, if the press was a swipe over the page. */
  press?(): () => void;
  /** It moves. */
  input(km: number): void;
  /** It was let go of. */
  change(): void;
  /** A key moved it. */
  settle?(): void;
}

interface SliderShape {
  min?: number;
  max?: number;
  step?: number | string;
}

// ---- Words on a picture (share/paper.js) ----

interface TextRun {
  text: string;
  size: number;
  weight?: number;
  color: string;
}

interface TextBlock {
  width: number;
  height: number;
  draw(pen: Pen, x: number, y: number): void;
}

// ---- The composer of stories (story/) ----

/** A text, or the same in both languages. */
type DraftText = string | Record<string, string>;

interface DraftStep {
  title: DraftText;
  text: DraftText;
  question: DraftText;
  view: string;
}

interface DraftStory {
  title: DraftText;
  about: DraftText;
  author: DraftText;
  steps: DraftStep[];
}

/** What a button of a step does. */
type StepAct = "add" | "duplicate" | "remove" | "up" | "down";

/** A fault of a story's file, and in which field of which step it lies. */
interface StoryFault extends Problem {
  step: number | null;
  field: string;
}

// ---- The quiz's page (quiz/) ----

/** What stands on the stage. */
interface QuizView {
  nodes: Child[];
  focus(): void;
  /** Show another guess. */
  follow?(km: number): void;
  /** In words, for those who do not see it. */
  said?: string;
}

/** The questions of a seed; the answers, where a link holds a result. */
interface QuizQuestions {
  seed: string;
  questions: Question[];
  answers: QuizAnswer[] | null;
}

/** What is known of launch sites and claims. */
interface Facts {
  sites: Site[];
  missiles: Missile[];
}

/** What the panel's own parts, a story and a class may see and do (panel/panel.js). */
interface PanelControls {
  readonly tab: Bus;
  readonly scene: Scene;
  readonly facts: Facts;
  say(text: string): void;
  edit(change: (scene: Scene) => void): void;
  /** A slider is pressed: returns what brings the ring back as it was. */
  press(index: number): () => void;
  /** The thumb of a ring moves. */
  moveRing(index: number, role: Role, km: number): void;
  settle(delayMs: number): void;
  usePreset(preset: Preset): void;
  play(scene: Scene): void;
  show(scene: ClassScene, forms?: boolean): void;
  hide(index: number, hidden: boolean): void;
  /** Whether the form of the active ring is open. */
  unfold(open: boolean): void;
  /** On phones: the whole panel, or only the sliders. */
  unroll(open: boolean): void;
}

/** What the panel's view draws. */
interface SeenPanel extends Pick<Result, "seq" | "hasMore"> {
  scene: Scene;
  facts: Facts;
  answers: PanelAnswers;
}

/** What the keys of a presentation do. */
interface KeyActions {
  /** To the step or ring so many further on. */
  step(by: number): void;
  range(by: number): void;
  /** Show or hide a ring. */
  toggle(index: number): void;
  units(): void;
  legend(): void;
}

/** Presentation mode (present/present.js). */
interface Presentation {
  button: HTMLButtonElement;
  isOn(): boolean;
  show(on: boolean): void;
}

/** The player of stories (story/player.js). */
interface StoryPlayer {
  node: HTMLElement;
  isOn(): boolean;
  open(id: string, step?: number): Promise<void>;
  visit(id: string | undefined, step: number | undefined): void;
  sceneOf(scene: Scene): Scene | null;
  go(by: number): void;
  forget(): void;
}

// ---- A class on the page (classroom/) ----

/** What is shown of a class. */
interface RoomState {
  code: string;
  note: string;
  followers: number;
  hasLeader: boolean;
  mayLead: boolean;
  shown: "leader" | "follower" | "note" | "";
  isJoining: boolean;
  isConnected: boolean;
  isBoard: boolean;
  isPolling: boolean;
  /** Does not look around alone. */
  isWith: boolean;
  hasView: boolean;
}

interface RoomPart {
  node: HTMLElement;
  update(room: RoomState): void;
}

/** What the server says of a class and of our place in it; nothing of it is sure. */
interface RoomFinding {
  state?: unknown;
  role?: unknown;
  view?: unknown;
  refused?: unknown;
  may_lead?: unknown;
  wait_s?: unknown;
}

/** A choice of a poll; one that is a ring has its line. */
interface PollChoice {
  name: string;
  isRing: boolean;
}

interface PollWords {
  question: string;
  choices: PollChoice[];
}

/** Names in the page's language; ids where nothing is known. */
interface PollNames {
  place(id: string): string;
  site(id: string): string;
  /** Whose estimate a ring is. */
  who(ring: PollRing): string;
}

/** The number of one choice, and its bar. */
interface PollBar {
  nodes: HTMLElement[];
  update(count: number, all: number): void;
}

/** A card with a poll: a leader's, or a follower's. */
interface PollCard {
  node: HTMLElement;
  ask(poll: Poll | null): Promise<void>;
  show(counts: number[], isShown?: boolean): void;
  poll(): Poll | null;
}

interface AskingCard extends PollCard {
  isShown(): boolean;
  isOpen(): boolean;
  follow(scene: Scene): void;
  toggle(): void;
}

/** What polls need of their class. */
interface PollActions {
  isLeader(): boolean;
  scene(): Scene;
  send(message: RoomMessage): boolean;
  ask(poll: PollWish): void;
  /** What a browser without a ticket votes by. */
  voter(): string;
  say(text: string): void;
  changed(): void;
}

/** The polls of a class. */
interface ClassPolls {
  nodes: { leader: HTMLElement; follower: HTMLElement };
  toggle(): void;
  isOpen(): boolean;
  follow(scene: Scene): void;
  hearPoll(raw: ToldPoll | null): void;
  hearBars(raw: ToldBars): void;
  connected(): void;
  clear(): void;
}

/** A view that is being sent. */
interface LeaderView {
  sendAll(): void;
  close(): void;
}

/** A view that is followed (classroom/follower.js). */
interface FollowedView {
  latest: ClassView | null;
  isWith: boolean;
  canStray: boolean;
  hear(message: ToldView): void;
  stray(): void;
  rejoin(): void;
  close(): void;
}

/** What a leader shows. */
interface ClassView {
  scene: ClassScene;
  /** Of the leader's map. */
  size: MapSize | null;
  isWhole: boolean;
  /** The leader's map was just fitted to the rings. */
  fit: boolean;
  words: StepWords | null;
}

/** What a connection asks and tells (classroom/socket.js). */
interface SocketActions {
  /** The first message, or null. */
  hello(): RoomMessage | null;
  heard(message: RawMessage): void;
  /** After how many ms to try again; null for soon. */
  lost(): number | null;
}

interface RoomSocket {
  send(message: RoomMessage): boolean;
  /** Connect anew. */
  renew(): void;
  close(): void;
}

// ---- The lesson (lesson/) ----

type PictureName = "flat" | "mercator" | "azimuthal" | "globe";
/** A launch site, or coordinates. */
type LessonSite = { id: string; name: string } & LatLon;

/** A place with its distances, true and by compass, and what follows for the range. */
interface LessonCity extends Way {
  place: Place;
  /** Where it lies on the sheet, in world units. */
  paper: WorldPoint;
  flatKm: number;
  trueIn: boolean;
  flatIn: boolean;
  wrong: boolean;
}

/** Two ways to a place: the straight line of Mercator, and the shortest. */
interface BothWays {
  straight: LatLonPair[];
  straightKm: number;
  shortest: LatLonPair[];
  shortestKm: number;
  /** The northernmost point of the shortest, and how far it is from the pole. */
  top: LatLonPair;
  poleKm: number;
}

interface EarthCell extends LatLon {
  /** Against the others. */
  area: number;
}

/** A cell as seen from a launch site. */
interface SeenCell {
  area: number;
  km: number;
  flatKm: number;
}

/** All that the slider does not change. */
interface LessonFacts {
  site: LessonSite;
  scale: string;
  scaleLat: number;
  /** The largest first. */
  cities: LessonCity[];
  goal: LessonCity;
  ways: BothWays & { seenFromSite: Way[] };
  cells: SeenCell[];
}

interface LessonHues {
  ring: LineStyle;
  flat: LineStyle;
  shortest: LineStyle;
  straight: LineStyle;
  /** Colours of a ring round a city, and of its name. */
  wrong: string;
  name: string;
}

/** What the lesson shows. */
interface LessonModel extends LessonFacts {
  /** The index of the ring that the lesson shows. */
  active: number;
  km: number;
  units: Units;
  /** What of the globe faces the viewer. */
  facing: LatLon;
  dark: boolean;
  palette: Palette;
  hues: LessonHues;
  land: BaseLand;
}

/** A ball seen from far away, in px, and how it is turned. */
interface Ball extends FlatCircle {
  turn: number[];
}

/** An outline of [lon, lat]. */
type LonLatLine = number[][];

/** An area as outlines, and the same as unit vectors for the ball. */
interface LandArea {
  outlines: LonLatLine[];
  vectors: Float64Array[];
}

interface Border {
  line: LonLatLine;
  vectors: Float64Array;
}

/** Land, lakes and borders of the base map. */
interface BaseLand {
  land: LandArea[];
  lakes: LandArea[];
  borders: Border[];
}

/** What the flat circle gets wrong. */
interface Verdict {
  wrong: LessonCity[];
  missed: LessonCity[];
  added: LessonCity[];
  inside: number;
  flatInside: number;
  /** Of the Earth's surface, 0 to 1. */
  share: number;
}

interface FlatCircle extends WorldPoint {
  radius: number;
}

/** A point of a picture, in px; one behind the globe is not seen. */
interface LessonSpot extends WorldPoint {
  seen: boolean;
}

/** The size of a picture, in px. */
interface LessonBox {
  width: number;
  height: number;
  ratio: number;
}

interface LessonPicture {
  canvas: HTMLCanvasElement;
  draw(model: LessonModel): void;
}

/** How a picture is painted: what the slider does not change, and the rest. */
interface PictureParts {
  key(model: LessonModel): string;
  still(pen: Pen, box: LessonBox, model: LessonModel): void;
  live(pen: Pen, box: LessonBox, model: LessonModel): void;
  onSize(): void;
}

/** A part of the lesson's page. */
interface LessonPart {
  node: HTMLElement;
  update?(model: LessonModel): void;
}

type Swatch = (style: LineStyle) => Element;

// ---- A saved page (saved/) ----

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
  /** By a ring as links spell it, without its range. */
  "live/onrecord.json": Record<string, OnRecord[] | undefined>;
  /** [lat, lon, people, lat, ...] in 1e-5 degrees, each lat less the one before. */
  towns: number[];
  /** Stands for every name that begins so, such as basemap/land_110m.geojson. */
  basemap: PackedJson;
  saved: { scene: Scene; link: string; view: import("leaflet").MapOptions; options: MapOptions };
}

/** The app's parts that a saved page shows, by module. */
interface SavedParts {
  "panel/panel": { mount(component: Component<PanelData>, files: OfferedFile[], ways: PanelWays): void };
  "panel/summary": { mount(component: Component<SaidByPython>): void };
  "panel/table": { mount(component: Component<unknown>): void };
}

/** What map/map.js is told beside the map. */
interface MapOptions {
  providers: TileProvider[];
  attribution: string;
}

// ---- The panel (panel/) ----

/** What a ring's card asks of the panel. */
interface CardActions {
  press(index: number): () => void;
  activate(index: number): void;
  range(index: number, role: Role, km: number): void;
  settle(): void;
  settleSoon(): void;
  unfold(open: boolean): void;
}

/** What the form of a ring asks of the panel. */
interface EditorActions {
  site(index: number, site: string): void;
  missile(index: number, id: string): void;
  claim(index: number, id: string): void;
  label(index: number, text: string): void;
  band(index: number, wanted: boolean): void;
  exact(index: number, role: Role, input: HTMLInputElement): void;
  remove(index: number): void;
  source(source: Source): HTMLElement;
}

/** One ring in the panel (panel/ringcard.js). */
interface RingCard {
  node: HTMLElement;
  edit(fields: (HTMLElement | null)[], unfolded: boolean): void;
  update(ring: Ring, context: { units: Units; active: boolean; dark: boolean; counters: string }): void;
}

/** What the panel knows of places and sites (panel/answers.js). */
interface PanelAnswers {
  places: Place[] | null;
  of(site: string): Answer | null | undefined;
  fetchFor(scene: Scene): void;
}

/** The links section: of the app, or of a saved page, which has fewer parts. */
interface LinksPart {
  node: HTMLElement;
  pages: HTMLElement | null;
  languages?: HTMLElement[];
  top?: HTMLElement[];
  update(scene: Scene): void;
}

/** An export as the dialog "Share" lists it: a row of ui/work/exportfiles.py, words as a message. */
interface OfferedFile {
  name: string;
  ending: string;
  kind: string;
  words: string;
}

/** What a panel has for a class: stories, presentation mode. */
interface Teaching {
  player: StoryPlayer;
  picker: HTMLElement;
  present: HTMLElement;
  stage: HTMLElement;
}

/** What differs between the app's panel and that of a saved page. */
interface PanelWays {
  /** Whether Python says more of a scene. */
  hasServer: boolean;
  links(): LinksPart;
  teaching?(panel: PanelControls): Teaching;
  classroom?(panel: PanelControls): { node: HTMLElement };
  isBareLink(): boolean;
  writeAddress(query: string, isStep?: boolean): void;
}

/** The sentences that only Python can say, of the view of a commit. */
interface SaidByPython {
  seq: number | null;
  onRecord: string;
  newly: string;
  envelope: string;
}

/** A Scenario as Python sends it: of an address, or as an echo of a commit. */
interface PanelData {
  /** Of the last commit, which it answers; 0 before the first. */
  seq: number;
  /** The query that it comes of. */
  address: [string, string][];
  scene: Scene;
  problems: Problem[];
}

/** By language: the sentence of a part that was lost on its way, and its button's. */
type LostWords = Readonly<Record<string, [string, string]>>;

interface Window {
  reachmapBus?: Bus;
  reachmap?: { state(): unknown; map: LeafletMap; ready: Promise<void>; larger(): number; legendPx(): number };
  reachmapQuiz?: { state(): unknown };
  reachmapLesson?: { state(): unknown };
  /** Tests have less patience. */
  reachmapLateMs?: number;
  reachmapPausesMs?: number[];
  reachmapLoads?: Map<string, Promise<{ modules: Record<string, unknown> }>>;
  __streamlit?: Record<string, unknown>;
  L: Leaflet;
}
