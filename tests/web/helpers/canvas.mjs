// A canvas that only remembers what was filled, and tells the colour at a point of it.

const TAU = 2 * Math.PI;

export class Canvas {
  fills = []; // {color, lines}
  lines = [];

  beginPath() { this.lines = []; }

  moveTo(x, y) { this.lines.push([[x, y]]); }

  lineTo(x, y) { this.lines.at(-1).push([x, y]); }

  closePath() { this.lines.push([this.lines.at(-1)[0]]); } // what comes next starts where this did

  arc(x, y, radius, start, end, backwards = false) {
    const turn = backwards ? start - end : end - start;
    const swept = turn >= TAU ? TAU : turn - TAU * Math.floor(turn / TAU);
    const steps = Math.ceil(swept * 180);
    if (!this.lines.length) this.lines.push([]);
    for (let i = 0; i <= steps; i += 1) {
      const angle = start + ((backwards ? -swept : swept) * i) / steps;
      this.lineTo(x + radius * Math.cos(angle), y + radius * Math.sin(angle));
    }
  }

  fill() { this.fills.push({ color: this.fillStyle, lines: this.lines }); }

  stroke() {}

  clip() {}

  save() {}

  restore() {}

  colorAt(x, y) {
    return this.fills.findLast(({ lines }) => isInside(lines, x, y))?.color;
  }
}

/** Whether a point is inside of what closed lines enclose, even-odd. */
function isInside(lines, x, y) {
  let inside = false;
  for (const line of lines) {
    let from = line[line.length - 1];
    for (const to of line) {
      if ((from[1] > y) !== (to[1] > y)
        && x < from[0] + ((to[0] - from[0]) * (y - from[1])) / (to[1] - from[1])) inside = !inside;
      from = to;
    }
  }
  return inside;
}
