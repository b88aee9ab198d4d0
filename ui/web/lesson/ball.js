// A ball seen from far away (orthographic): points, lines, and areas cut off at its edge.
//
// Latitudes and longitudes are put on a ball as they are. An area that goes round the edge is drawn
// by moving its hidden outline straight out to the edge: then a point in front is inside the outline
// exactly when it was, unless the area holds the point opposite to the viewer; then it is the other
// way round, and one more circle (even-odd) turns it back.

/** @typedef {[right: number, up: number, near: number]} Vector Towards the viewer where `near` is positive. */

const RAD = Math.PI / 180;
const TAU = 2 * Math.PI;

/**
 * Return points [lat, lon] as unit vectors, three numbers each.
 * @param {LatLonPair[]} points
 * @returns {Float64Array}
 */
export function vectors(points) {
  const out = new Float64Array(points.length * 3);
  points.forEach(([lat, lon], i) => {
    const cos = Math.cos(lat * RAD);
    out[3 * i] = cos * Math.cos(lon * RAD);
    out[3 * i + 1] = cos * Math.sin(lon * RAD);
    out[3 * i + 2] = Math.sin(lat * RAD);
  });
  return out;
}

/**
 * Return a ball {x, y, radius, turn} in pixels, turned so that `lat`, `lon` faces the viewer.
 * @param {number} x
 * @param {number} y
 * @param {number} radius
 * @param {LatLon} latLon
 * @returns {Ball}
 */
export function ball(x, y, radius, { lat, lon }) {
  const [sinLat, cosLat] = [Math.sin(lat * RAD), Math.cos(lat * RAD)];
  const [sinLon, cosLon] = [Math.sin(lon * RAD), Math.cos(lon * RAD)];
  return {
    x, y, radius, turn: [-sinLon, cosLon, -sinLat * cosLon, -sinLat * sinLon, cosLat, cosLat * cosLon, cosLat * sinLon, sinLat],
  };
}

/**
 * Return [right, up, towards the viewer] of the unit vector at `i`.
 * @param {Ball} ball
 * @param {Float64Array} v
 * @param {number} i
 * @returns {Vector}
 */
function turned({ turn: m }, v, i) {
  const [a, b, c] = [v[i], v[i + 1], v[i + 2]];
  return [m[0] * a + m[1] * b, m[2] * a + m[3] * b + m[4] * c, m[5] * a + m[6] * b + m[7] * c];
}

/**
 * Return where a point is: {x, y, seen}.
 * @param {Ball} globe
 * @param {number} lat
 * @param {number} lon
 * @returns {LessonSpot}
 */
export function spot(globe, lat, lon) {
  const [right, up, near] = turned(globe, vectors([[lat, lon]]), 0);
  return { x: globe.x + right * globe.radius, y: globe.y - up * globe.radius, seen: near > 0 };
}

/**
 * Add the seen parts of a line of unit vectors to the current path.
 * @param {Pen} ctx
 * @param {Ball} globe
 * @param {Float64Array} v
 */
export function traceLine(ctx, globe, v) {
  let down = false;
  for (let i = 0; i < v.length; i += 3) {
    const [right, up, near] = turned(globe, v, i);
    const [x, y] = [globe.x + right * globe.radius, globe.y - up * globe.radius];
    if (near < 0 || Number.isNaN(right)) down = false;
    else if (down) ctx.lineTo(x, y);
    else {
      ctx.moveTo(x, y);
      down = true;
    }
  }
}

/**
 * Add an area to the current path, to be filled even-odd: its closed outlines of unit vectors, and
 * whether it holds the point opposite to the viewer.
 * @param {Pen} ctx
 * @param {Ball} globe
 * @param {Float64Array[]} outlines
 * @param {boolean} holdsBehind
 */
export function traceArea(ctx, globe, outlines, holdsBehind) {
  outlines.forEach((outline) => traceOutline(ctx, globe, outline));
  if (holdsBehind) circle(ctx, globe);
}

/**
 * Add a closed outline, its hidden part along the edge.
 * @param {Pen} ctx
 * @param {Ball} globe
 * @param {Float64Array} v
 */
function traceOutline(ctx, globe, v) {
  const count = v.length / 3;
  const points = Array.from({ length: count }, (_, i) => turned(globe, v, 3 * i));
  const first = points.findIndex((point) => point[2] >= 0);
  if (first < 0) {
    const whole = sweep(points.concat([points[0]]));
    if (Math.abs(whole) > Math.PI) circle(ctx, globe);
    return;
  }
  /** @type {Vector[]} */
  let hidden = []; // since the outline went over the edge
  for (let k = 0; k <= count; k += 1) {
    const point = points[(first + k) % count];
    const last = points[(first + k + count - 1) % count];
    if (point[2] < 0) {
      if (!hidden.length) hidden.push(crossing(last, point));
      hidden.push(point);
      continue;
    }
    if (hidden.length) {
      hidden.push(crossing(point, last));
      alongEdge(ctx, globe, hidden);
      hidden = [];
    }
    const [x, y] = [globe.x + point[0] * globe.radius, globe.y - point[1] * globe.radius];
    if (k === 0) ctx.moveTo(x, y);
    else ctx.lineTo(x, y);
  }
  ctx.closePath();
}

/**
 * Return where the edge lies between a point in front and one behind.
 * @param {Vector} front
 * @param {Vector} behind
 * @returns {Vector}
 */
function crossing(front, behind) {
  const part = front[2] / (front[2] - behind[2] || 1);
  return [front[0] + part * (behind[0] - front[0]), front[1] + part * (behind[1] - front[1]), 0];
}

/**
 * Return the angle that a hidden line sweeps around the viewer's axis.
 * @param {Vector[]} points
 * @returns {number}
 */
function sweep(points) {
  let sum = 0;
  for (let i = 1; i < points.length; i += 1) {
    const step = Math.atan2(points[i][1], points[i][0]) - Math.atan2(points[i - 1][1], points[i - 1][0]);
    sum += step - TAU * Math.round(step / TAU);
  }
  return sum;
}

/** @param {Pen} ctx @param {Ball} globe @param {Vector[]} hidden */
function alongEdge(ctx, globe, hidden) {
  const start = -Math.atan2(hidden[0][1], hidden[0][0]); // the screen's y points down
  const swept = -sweep(hidden);
  ctx.arc(globe.x, globe.y, globe.radius, start, start + swept, swept < 0);
}

/**
 * Add the whole edge to the current path.
 * @param {Pen} ctx
 * @param {FlatCircle} flatCircle
 */
export function circle(ctx, { x, y, radius }) {
  ctx.moveTo(x + radius, y);
  ctx.arc(x, y, radius, 0, TAU);
  ctx.closePath();
}

/**
 * Return the point [lat, lon] opposite to the viewer.
 * @param {LatLon} latLon
 * @returns {LatLonPair}
 */
export const behind = ({ lat, lon }) => [-lat, lon > 0 ? lon - 180 : lon + 180];
