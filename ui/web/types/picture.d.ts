// The picture of a map (share/): what it copies from the map, and the words that it frames it with.

/** What a node covers, in px of the map. */
interface PixelBox {
  x: number;
  y: number;
  width: number;
  height: number;
}

/** What the map shows, copied before it moves on (share/mapsnapshot.js). */
interface MapSnapshot {
  width: number;
  height: number;
  base: Sheet;
  live: Sheet;
  tiles: { image: HTMLImageElement; box: PixelBox }[];
  credit: string;
}

/** The map below the rings. */
interface PictureGround {
  paper: Sheet;
  credit: string;
  note: string;
}

/** What the words of a picture are made of. */
interface PictureFacts {
  scene: Scene;
  /** What its rings mean, null while distances are on their way. */
  finding: string | null;
  palette: Palette;
  dark: boolean;
  ratio: number;
  scale: { box: PixelBox; words: string; bar: PixelBox };
  symbols: LegendRow[];
}

/** Words of one look on a picture (share/paper.js). */
interface TextRun {
  text: string;
  size: number;
  weight?: number;
  color: string;
}

/** Lines of words that know their size. */
interface TextBlock {
  width: number;
  height: number;
  draw(pen: Pen, x: number, y: number): void;
}
