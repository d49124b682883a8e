// Labels on a canvas: they keep their size on the screen, and none covers another.

const CELL = 80;
const LEFT = { left: 0, center: 0.5, right: 1 };

// Boxes on the screen, found again by the squares that they touch.
class Boxes {
  constructor() {
    this.squares = new Map();
  }

  static keys(box) {
    const keys = [];
    for (let x = Math.floor(box[0] / CELL); x <= Math.floor(box[2] / CELL); x += 1) {
      for (let y = Math.floor(box[1] / CELL); y <= Math.floor(box[3] / CELL); y += 1) {
        keys.push(`${x},${y}`);
      }
    }
    return keys;
  }

  add(box) {
    Boxes.keys(box).forEach((key) => {
      if (this.squares.has(key)) this.squares.get(key).push(box);
      else this.squares.set(key, [box]);
    });
  }

  meet(box) {
    return Boxes.keys(box).some((key) => (this.squares.get(key) || []).some(
      (other) => box[0] < other[2] && other[0] < box[2] && box[1] < other[3] && other[1] < box[3],
    ));
  }
}

// What one drawing of a canvas has put where. view: what is to be seen, in screen measures.
function labelling(context, scale, view) {
  context.textBaseline = "top";
  context.lineJoin = "round";
  return { context, scale, view, taken: new Boxes(), words: new Boxes() };
}

function inView(view, box) {
  return box[0] >= view[0] && box[1] >= view[1] && box[2] <= view[2] && box[3] <= view[3];
}

// Draw lines of text at the first of some spots ([x, y, side]) where they cover nothing.
// how: size, weight, colour; leading (may cover marks, not words); always (may cover anything).
function label({ context, scale, view, taken, words }, lines, spots, how) {
  context.font = `${how.weight} ${how.size / scale}px system-ui, sans-serif`;
  const wide = Math.max(...lines.map((line) => context.measureText(line).width)) * scale + 6;
  const high = lines.length * how.size * 1.2;
  const boxAt = ([x, y, side]) => {
    const left = x * scale - wide * LEFT[side] + (2 * LEFT[side] - 1) * 3;
    return [left, y * scale, left + wide, y * scale + high];
  };
  const fits = (boxes) => (spot) => inView(view, boxAt(spot)) && !boxes.meet(boxAt(spot));
  const free = spots.find(fits(taken)) || (how.leading && spots.find(fits(words)))
    || (how.always && spots[0]);
  if (!free) return;
  taken.add(boxAt(free));
  words.add(boxAt(free));
  write(context, lines, free, how, scale);
}

function write(context, lines, [x, y, side], how, scale) {
  context.textAlign = side;
  context.lineWidth = 3.5 / scale;
  context.strokeStyle = COLOURS.ground;
  context.fillStyle = how.colour;
  lines.forEach((line, row) => {
    const at = y + (row * how.size * 1.2) / scale;
    context.strokeText(line, x, at);
    context.fillText(line, x, at);
  });
}

// The label of a thing beside its mark. away: the mark's radius.
function thingLabel(drawing, number, place, away, { always, leading }) {
  const { scale } = drawing;
  const event = THINGS[number].kind === "Event";
  const size = (event ? 12 : 13) * Math.min(1.15, Math.max(1, scale));
  const how = { size, weight: always || !event ? 600 : 400, always, leading };
  how.colour = event && !always ? COLOURS.quiet : COLOURS.ink;
  const lines = linesOf(number, always);
  const high = (lines.length * size * 1.2) / scale;
  const gap = away + 3 / scale;
  label(drawing, lines, [
    [place.x, place.y + gap, "center"],
    [place.x, place.y - gap - high, "center"],
    [place.x + gap, place.y - high / 2, "left"],
    [place.x - gap, place.y - high / 2, "right"],
  ], how);
}

const LINES = new Map();
const WIDE = 22;

// A label in at most two lines of some 22 characters; in five where it is looked at.
function linesOf(number, whole) {
  const key = whole ? -1 - number : number;
  if (!LINES.has(key)) LINES.set(key, wrapped(THINGS[number].label, whole ? 5 : 2));
  return LINES.get(key);
}

function wrapped(text, most) {
  const lines = [""];
  text.split(/\s+/u).forEach((part) => {
    const line = lines[lines.length - 1];
    if (!line || line.length + part.length < WIDE) lines[lines.length - 1] = `${line} ${part}`.trim();
    else lines.push(part);
  });
  const kept = lines.slice(0, most).map((line) => cut(line, WIDE + 4));
  if (lines.length > most) kept[most - 1] = `${cut(kept[most - 1], WIDE - 1).replace(/…$/u, "")}…`;
  return kept;
}

function cut(line, length) {
  const points = Array.from(line);
  return points.length > length ? `${points.slice(0, length - 1).join("")}…` : line;
}
