// What every page is made of: elements (base/dom.js), canvases, colours (base/style.js), sliders; and
// what stands on its window.

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
  radar: string;
}

/** The colour of a line, and its dashes in px. */
interface LineStyle {
  color: string;
  dash: number[];
}

/** By language: the sentence of a part that was lost on its way, and its button's. */
type LostWords = Readonly<Record<string, [string, string]>>;

interface Window {
  reachmapBus?: Bus;
  reachmap?: { state(): unknown; map: LeafletMap; ready: Promise<void>; larger(): number; legendPx(): number };
  reachmapQuiz?: { state(): unknown };
  reachmapLab?: { state(): unknown };
  reachmapRadar?: { state(): unknown };
  reachmapLesson?: { state(): unknown };
  /** Tests have less patience. */
  reachmapLateMs?: number;
  reachmapPausesMs?: number[];
  reachmapLoads?: Map<string, Promise<{ modules: Record<string, unknown> }>>;
  __streamlit?: Record<string, unknown>;
  L: Leaflet;
}
