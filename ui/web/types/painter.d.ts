// A drag painted by a worker (painter/): what the map hands over, and what changes from frame to frame.

/** What painting needs to know of a model. */
type PaintModel = Pick<ReadyModel, "scene" | "dark" | "bold" | "palette" | "states" | "selected" | "knownSites">;

/** What lies on the paper of symbols and words. */
interface Plate {
  view: CanvasView;
  spots: Spots;
  labels: MapLabel[];
}

/** A place's symbol, by its index among the spots, and what it says now. */
type Turned = [index: number, state: ReachState];

/** What a ring that moved has changed on the plate. */
interface PlateChange {
  patches: Box[];
  turned: Turned[];
}

/** All that a painter needs to begin: the map as it is. */
interface Board extends Plate {
  width: number;
  height: number;
  model: Omit<PaintModel, "knownSites"> & { sites: MapSite[] };
}

/** What has changed since. */
interface BoardChange extends PlateChange {
  ring: Ring;
  /** Which labels of the board are left out now, by index. */
  out: number[];
  /** The numbers of the ring that moves. */
  numbers: MapLabel[];
}

/** What is said to a painter. */
type ToPainter =
  | { canvases: [ring: OffscreenCanvas, plate: OffscreenCanvas] }
  | { board: Board }
  | { change: BoardChange }
  | { clear: true };

/** A worker as it sees itself. */
interface PainterPort {
  postMessage(said: FromPainter): void;
  onmessage: ((event: { data: ToPainter }) => void) | null;
}

/** What a painter says: it has painted. `isNew`: a board, and it has been seen. */
interface FromPainter {
  isNew: boolean;
}
