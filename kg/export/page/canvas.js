// The canvas: vis-network draws nodes and edges, this file their labels.

const nodes = new vis.DataSet();
const edges = new vis.DataSet();
let network = null;
let order = [];
let hovered = null;
let hoveredEdge = null;

function startCanvas() {
  const box = document.getElementById("canvas");
  network = new vis.Network(box, { nodes, edges }, DATA.options);
  network.on("click", (event) => {
    if (event.nodes.length) choose(event.nodes[0]);
    else if (!event.edges.length) choose(null);
  });
  network.on("hoverNode", (event) => hover(event.node, null));
  network.on("blurNode", () => hover(null, null));
  network.on("hoverEdge", (event) => hover(null, event.edge));
  network.on("blurEdge", () => hover(null, null));
  network.on("afterDrawing", drawLabels);
  document.getElementById("closer").addEventListener("click", () => zoom(1.4));
  document.getElementById("further").addEventListener("click", () => zoom(1 / 1.4));
  document.getElementById("fit").addEventListener("click", fit);
}

function hover(node, edge) {
  hovered = node;
  hoveredEdge = edge;
  document.getElementById("canvas").classList.toggle("pointing", node !== null);
  network.redraw();
}

function calm() {
  return matchMedia("(prefers-reduced-motion: reduce)").matches;
}

function motion() {
  return calm() ? false : { duration: 300, easingFunction: "easeInOutQuad" };
}

function zoom(by) {
  network.moveTo({ scale: Math.min(4, network.getScale() * by), animation: motion() });
}

function fit() {
  network.fit({ maxZoomLevel: 1.3, animation: false });
}

// Bring the drawing in step with what is chosen and what passes.
function draw(wanted) {
  nodes.remove(nodes.getIds().filter((id) => !wanted.has(id)));
  edges.remove(edges.getIds().filter((id) => !hasEnds(DATA.edges[id], wanted)));
  order = [...wanted].sort((a, b) => a - b);
  const near = state.selected === null ? null : nearby(state.selected);
  nodes.update(order.map((number) => nodeFor(number, near)));
  const joined = [];
  DATA.edges.forEach((edge, id) => hasEnds(edge, wanted) && joined.push(edgeFor(edge, id)));
  edges.update(joined);
  if (state.selected !== null) network.selectNodes([state.selected], false);
  else network.unselectAll();
}

function hasEnds(edge, wanted) {
  return wanted.has(edge.from) && wanted.has(edge.to);
}

function nearby(number) {
  return new Set([number, ...TIES[number].map((tie) => tie.other)]);
}

function nodeFor(number, near) {
  const { id, shape, x, y, size } = DATA.nodes[number];
  const thing = THINGS[number];
  const look = lookOf(thing);
  const colours = COLOURS[thing.kind];
  const plain = { background: colours[look.fill], border: colours.line };
  const lit = { background: colours[look.fill], border: COLOURS.accent };
  const made = { id, shape, size, opacity: near && !near.has(number) ? 0.22 : 1 };
  // A node that was dragged stays where it was put.
  if (!nodes.get(id)) Object.assign(made, { x, y });
  made.color = { ...plain, highlight: lit, hover: lit };
  made.shapeProperties = { borderDashes: look.dashes };
  return made;
}

function edgeFor(edge, id) {
  const kinds = new Set(edge.ties.map((tie) => tie[1]));
  const chosen = edge.from === state.selected || edge.to === state.selected;
  const faded = state.selected !== null && !chosen;
  const plain = kinds.has("role") || kinds.has("relation") ? COLOURS.edge : COLOURS.says;
  const made = { id, from: edge.from, to: edge.to, width: chosen ? 2 : 1 };
  made.color = { color: chosen ? COLOURS["edge-strong"] : plain, opacity: faded ? 0.25 : 1 };
  made.color.hover = made.color.highlight = COLOURS["edge-strong"];
  made.dashes = kinds.has("role") || kinds.has("relation") ? false : [3, 4];
  made.arrows = kinds.has("relation") && kinds.size === 1 ? "" : "to";
  return made;
}

// Labels keep their size on the screen, the important first; one that would cover another waits
// until there is room: a closer look shows it.
function drawLabels(context) {
  const scale = network.getScale();
  const places = network.getPositions();
  const taken = [];
  const near = state.selected === null ? null : nearby(state.selected);
  const first = [hovered, state.selected].filter((n) => n !== null && places[n]);
  const others = near ? order.filter((n) => near.has(n)) : order;
  context.textAlign = "center";
  context.textBaseline = "top";
  context.lineJoin = "round";
  order.forEach((number) => strike(context, number, places[number], near));
  edgeLabels(context, places, scale, taken, first);
  [...new Set([...first, ...others])].forEach((number) => {
    nodeLabel(context, number, places[number], scale, taken, first.includes(number));
  });
}

function nodeLabel(context, number, place, scale, taken, always) {
  const thing = THINGS[number];
  const size = (thing.kind === "Event" ? 12 : 13) * Math.min(1.25, Math.max(1, scale));
  const weight = always || thing.kind !== "Event" ? 600 : 400;
  const top = place.y + DATA.nodes[number].size + 3 / scale;
  const colour = thing.kind === "Event" ? COLOURS.quiet : COLOURS.ink;
  label(context, linesOf(number), place.x, top, { size, weight, scale, taken, always, colour });
}

// Draw lines of text below a point, unless they would cover what stands there.
function label(context, lines, x, y, how) {
  const { scale, taken } = how;
  context.font = `${how.weight} ${how.size / scale}px system-ui, sans-serif`;
  const wide = Math.max(...lines.map((line) => context.measureText(line).width)) * scale;
  const high = lines.length * how.size * 1.2;
  const box = [x * scale - wide / 2 - 3, y * scale, x * scale + wide / 2 + 3, y * scale + high];
  const covered = taken.some(
    (other) => box[0] < other[2] && other[0] < box[2] && box[1] < other[3] && other[1] < box[3],
  );
  if (covered && !how.always) return;
  taken.push(box);
  context.lineWidth = 3.5 / scale;
  context.strokeStyle = COLOURS.ground;
  context.fillStyle = how.colour;
  lines.forEach((line, row) => {
    const at = y + (row * how.size * 1.2) / scale;
    context.strokeText(line, x, at);
    context.fillText(line, x, at);
  });
}

function edgeLabels(context, places, scale, taken, first) {
  const chosen = state.selected;
  DATA.edges.forEach((edge, id) => {
    if (!places[edge.from] || !places[edge.to]) return;
    if (id !== hoveredEdge && (chosen === null || (edge.from !== chosen && edge.to !== chosen))) return;
    // Nearer to the far end: around a busy node the middles lie close together.
    const far = edge.from === chosen ? 0.6 : edge.to === chosen ? 0.4 : 0.5;
    const x = places[edge.from].x + (places[edge.to].x - places[edge.from].x) * far;
    const y = places[edge.from].y + (places[edge.to].y - places[edge.from].y) * far - 6 / scale;
    const how = { size: 11, weight: 400, scale, taken, always: id === hoveredEdge };
    label(context, [tieWords(edge.ties)], x, y, { ...how, colour: COLOURS["edge-strong"] });
  });
}

function tieWords(ties) {
  return [...new Set(ties.map(([, kind, name]) => tieWord(kind, name)))].join(", ");
}

function tieWord(kind, name) {
  return kind === "says" ? `zegt: ${word(name)}` : word(name);
}

// A line through an event that did not happen.
function strike(context, number, place, near) {
  if (!lookOf(THINGS[number]).struck) return;
  const reach = DATA.nodes[number].size * 0.9;
  context.globalAlpha = near && !near.has(number) ? 0.22 : 1;
  context.strokeStyle = COLOURS.Event.line;
  context.lineWidth = 2;
  context.beginPath();
  context.moveTo(place.x - reach, place.y + reach);
  context.lineTo(place.x + reach, place.y - reach);
  context.stroke();
  context.globalAlpha = 1;
}

const LINES = new Map();
const WIDE = 22;

// A label in at most two lines of some 22 characters.
function linesOf(number) {
  if (!LINES.has(number)) LINES.set(number, wrapped(THINGS[number].label));
  return LINES.get(number);
}

function wrapped(text) {
  const lines = [""];
  text.split(/\s+/u).forEach((part) => {
    const line = lines[lines.length - 1];
    if (!line || line.length + part.length < WIDE) lines[lines.length - 1] = `${line} ${part}`.trim();
    else lines.push(part);
  });
  const kept = lines.slice(0, 2).map((line) => cut(line, WIDE + 4));
  if (lines.length > 2) kept[1] = `${cut(kept[1], WIDE - 1).replace(/…$/u, "")}…`;
  return kept;
}

function cut(line, length) {
  const points = Array.from(line);
  return points.length > length ? `${points.slice(0, length - 1).join("")}…` : line;
}
