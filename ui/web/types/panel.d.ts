// The panel (panel/): what its parts ask of it, what Python tells it; presentation mode (present/).

/** A Scenario as Python sends it: of an address, or as an echo of a commit. */
interface PanelData {
  /** Of the last commit, which it answers; 0 before the first. */
  seq: number;
  /** The query that it comes of. */
  address: [string, string][];
  scene: Scene;
  problems: Problem[];
}

/** The sentences that only Python can say, of the view of a commit. */
interface SaidByPython {
  seq: number | null;
  onRecord: string;
  people: string;
  newly: string;
  envelope: string;
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
  /** Its band moves as one. */
  shiftRing(index: number, edges: Partial<Edges>): void;
  /** The day moves, by a thumb or because it plays: what waits comes with the commit at its end. */
  moveDay(change: (scene: Scene) => void): void;
  /** A slider of a radar is pressed: returns what brings back what was assumed. */
  pressRadars(): () => void;
  /** What is assumed of radars moves, by a thumb or on the map; a change replaces `radars`. */
  moveRadars(change: (scene: Scene) => void): void;
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
  isAtRest: boolean;
  scene: Scene;
  facts: Facts;
  answers: PanelAnswers;
}

/** What the panel knows of places and sites (panel/answers.js). */
interface PanelAnswers {
  places: Place[] | null;
  /** null while they are not known, or not needed. */
  radars: RadarFacts | null;
  of(site: string): Answer | null | undefined;
  fetchFor(scene: Scene): void;
}

/** What differs between the app's panel and that of a saved page. */
interface PanelWays {
  /** Whether Python says more of a scene. */
  hasServer: boolean;
  links(): LinksPart;
  teaching?(panel: PanelControls): Teaching;
  classroom?(panel: PanelControls): { node: HTMLElement };
  writeAddress(query: string, isStep?: boolean): void;
}

/** What a ring's card asks of the panel. */
interface CardActions {
  press(index: number): () => void;
  activate(index: number): void;
  range(index: number, role: Role, km: number): void;
  /** A band moves as one. */
  shift(index: number, edges: Partial<Edges>): void;
  /** A number was typed: what is wrong with it, or "". */
  typed(index: number, role: Role, km: number): string;
  /** A key in a box steps it. */
  step(index: number, role: Role, km: number): void;
  /** A ring of a report becomes a band that can be dragged. */
  band(index: number): void;
  hide(index: number, hidden: boolean): void;
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
  rotating(index: number, wanted: boolean): void;
  remove(index: number): void;
  source(source: Source): HTMLElement;
}

/** What a card is shown with, beside its ring. */
interface CardContext {
  units: Units;
  active: boolean;
  dark: boolean;
  /** No key and no thumb moves the scene. */
  isAtRest: boolean;
  rings: Ring[];
  missiles: Missile[];
  date: string | null;
  counters(): string;
  /** What of it is of a later day than the one that is shown, "" for nothing. */
  dated(): string;
}

/** One ring in the panel (card/card.js). */
interface RingCard {
  node: HTMLElement;
  edit(fields: (HTMLElement | null)[], unfolded: boolean): void;
  update(ring: Ring, context: CardContext): void;
}

/** Where links lead: at the foot of the panel, and, of the app's, what stands elsewhere in it. */
interface LinksPart {
  node: HTMLElement;
  /** To the other languages. */
  languages?: HTMLElement[];
  /** Opens the dialog. */
  share?: HTMLElement;
  /** From an embedded page to the whole app. */
  whole?: HTMLElement;
  /** Pages for a class. */
  lessons?: HTMLElement[];
  update(scene: Scene): void;
}

/** An export as the dialog "Share" lists it: a row of ui/work/exportfiles.py, words as a message. */
interface OfferedFile {
  name: string;
  ending: string;
  kind: string;
  words: string;
  keys: string;
}

/** What a panel has for a class: stories, presentation mode. */
interface Teaching {
  player: StoryPlayer;
  picker: HTMLElement;
  present: HTMLElement;
  stage: HTMLElement;
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
