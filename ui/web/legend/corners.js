// Which corner of the map is the emptiest: numbers in, a box out.

/** @typedef {"bottomleft" | "bottomright" | "topleft" | "topright"} Corner */
/** @typedef {{corner: Corner, box: Box}} CornerBox */
/** @typedef {{x: number, y: number, weight: number}} Mark What should be seen, at a point. */
/** @typedef {{xs: number[], ys: number[], weight: number}} Line An outline; `weight` of each pixel. */

const EDGE_PX = 10; // from the edge of the map, and from what else stands there
const CLEAR_PX = 8; // around a box there should be nothing of weight
// What a corner costs by itself: the first is where legends are looked for.
const DISLIKED = { bottomleft: 0, bottomright: 60, topleft: 90, topright: 120 };
const MOVING = 150; // what there must be to gain, or a legend would jump about

/** @param {Box} a @param {Box} b @returns {boolean} */
const touch = (a, b) => a.x0 < b.x1 && a.x1 > b.x0 && a.y0 < b.y1 && a.y1 > b.y0;

/**
 * Where something of this size can stand: in each corner, or beside what stands there already.
 * @param {{x: number, y: number}} map its size
 * @param {{x: number, y: number}} size
 * @param {Box[]} others
 * @returns {CornerBox[]}
 */
export function cornerBoxes(map, size, others) {
  /** @type {CornerBox[]} */
  const found = [];
  for (const corner of /** @type {Corner[]} */ (Object.keys(DISLIKED))) {
    const box = freeBox(corner, map, size, others);
    if (box.x0 >= 0 && box.y0 >= 0 && box.x1 <= map.x && box.y1 <= map.y) found.push({ corner, box });
  }
  return found;
}

/** @param {Corner} corner @param {{x: number, y: number}} map @param {{x: number, y: number}} size @param {Box[]} others @returns {Box} */
function freeBox(corner, map, size, others) {
  const isTop = corner.startsWith("top");
  let x = corner.endsWith("left") ? EDGE_PX : map.x - EDGE_PX - size.x;
  let y = isTop ? EDGE_PX : map.y - EDGE_PX - size.y;
  const box = () => ({ x0: x, y0: y, x1: x + size.x, y1: y + size.y });
  for (let tries = 0; tries <= others.length; tries += 1) {
    const other = others.find((each) => touch(each, box()));
    if (!other) break;
    if (corner === "topright") x = other.x0 - EDGE_PX - size.x; // beside the buttons, not below them all
    else y = isTop ? other.y1 + EDGE_PX : other.y0 - EDGE_PX / 2 - size.y;
  }
  return box();
}

/**
 * How many pixels of a line from (x, y) to (x + dx, y + dy) lie in a box (Liang and Barsky 1984).
 * @param {Box} box
 * @param {number} x
 * @param {number} y
 * @param {number} dx
 * @param {number} dy
 * @returns {number}
 */
export function lengthIn({ x0, y0, x1, y1 }, x, y, dx, dy) {
  let [from, to] = [0, 1];
  for (const [step, room] of [[-dx, x - x0], [dx, x1 - x], [-dy, y - y0], [dy, y1 - y]]) {
    if (step === 0 && room < 0) return 0;
    if (step < 0) from = Math.max(from, room / step);
    if (step > 0) to = Math.min(to, room / step);
  }
  return Math.max(0, to - from) * Math.hypot(dx, dy);
}

/**
 * How much of what should be seen a box would cover.
 * @param {Box} box
 * @param {Mark[]} marks
 * @param {Line[]} lines
 * @returns {number}
 */
export function covering({ x0, y0, x1, y1 }, marks, lines) {
  const wide = { x0: x0 - CLEAR_PX, y0: y0 - CLEAR_PX, x1: x1 + CLEAR_PX, y1: y1 + CLEAR_PX };
  let sum = 0;
  for (const { x, y, weight } of marks) {
    if (x > wide.x0 && x < wide.x1 && y > wide.y0 && y < wide.y1) sum += weight;
  }
  for (const { xs, ys, weight } of lines) {
    for (let i = 1; i < xs.length; i += 1) {
      sum += weight * lengthIn(wide, xs[i - 1], ys[i - 1], xs[i] - xs[i - 1], ys[i] - ys[i - 1]);
    }
  }
  return sum;
}

/**
 * The corner in which the least is covered; the present one unless another is much better.
 * @param {CornerBox[]} corners
 * @param {Mark[]} marks
 * @param {Line[]} lines
 * @param {Corner | null} now
 * @returns {CornerBox | undefined}
 */
export function emptiest(corners, marks, lines, now) {
  const priced = corners.map((each) => (
    { each, price: covering(each.box, marks, lines) + DISLIKED[each.corner] + (now && each.corner !== now ? MOVING : 0) }));
  return priced.sort((a, b) => a.price - b.price)[0]?.each;
}
