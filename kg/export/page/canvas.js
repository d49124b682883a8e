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
  // What takes the keyboard is the box that vis-network made; arrows move the drawing.
  const frame = box.firstElementChild;
  frame.setAttribute("role", "img");
  frame.setAttribute("aria-label", "Netwerk van namen en gebeurtenissen; pijltjestoetsen schuiven het. Dezelfde inhoud staat in de lijst.");
  network.on("click", (event) => {
    if (event.nodes.length) choose(event.nodes[0]);
    else if (!event.edges.length) choose(null);
  });
  network.on("hoverNode", (event) => hover(event.node, null));
  network.on("blurNode", () => hover(null, null));
  network.on("hoverEdge", (event) => hover(null, event.edge));
  network.on("blurEdge", () => hover(null, null));
  network.on("afterDrawing", drawLabels);
  network.on("zoom", rescale);
  network.on("animationFinished", rescale);
  document.getElementById("closer").addEventListener("click", () => zoom(1.4));
  document.getElementById("further").addEventListener("click", () => zoom(1 / 1.4));
  document.getElementById("fit").addEventListener("click", () => (mapShown() ? fitMap() : fit()));
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
  if (mapShown()) {
    zoomMap(by);
    return;
  }
  network.moveTo({ scale: Math.min(4, network.getScale() * by), animation: motion() });
  if (calm()) rescale();
}

function fit() {
  network.fit({ maxZoomLevel: 1.3, animation: false });
  // Room for the labels at the rim.
  network.moveTo({ scale: network.getScale() * 0.92 });
  rescale();
}

// Seen from afar nodes and lines grow against the drawing, so that shape and colour stay visible.
let grown = 1;

function growth() {
  const exact = network.getScale() ** -0.6;
  // In steps of a fifth: not every turn of the wheel changes every node.
  return Math.min(3, Math.max(0.7, 1.2 ** Math.round(Math.log(exact) / Math.log(1.2))));
}

function rescale() {
  if (growth() === grown) return;
  grown = growth();
  nodeLooks.clear();
  edgeLooks.clear();
  nodes.update(nodes.map((node) => ({ id: node.id, size: DATA.nodes[node.id].size * grown })));
  edges.update(edges.map((edge) => ({ id: edge.id, width: edgeWidth(DATA.edges[edge.id]) })));
}

function edgeWidth(edge) {
  return (edge.from === state.selected || edge.to === state.selected ? 2 : 1.1) * grown;
}

// Bring the drawing in step with what is chosen and what passes.
function draw(wanted) {
  nodes.remove(nodes.getIds().filter((id) => !wanted.has(id)));
  edges.remove(edges.getIds().filter((id) => !hasEnds(DATA.edges[id], wanted)));
  order = [...wanted].sort((a, b) => a - b);
  const near = state.selected === null ? null : nearby(state.selected);
  nodes.update(changed(order.map((number) => nodeFor(number, near)), nodes, nodeLooks));
  const joined = [];
  DATA.edges.forEach((edge, id) => hasEnds(edge, wanted) && joined.push(edgeFor(edge, id)));
  edges.update(changed(joined, edges, edgeLooks));
  if (state.selected !== null) network.selectNodes([state.selected], false);
  else network.unselectAll();
}

// Only what is new or looks different: with thousands drawn, vis-network takes seconds for all.
const nodeLooks = new Map();
const edgeLooks = new Map();

function changed(wanted, drawnNow, looks) {
  const there = new Set(drawnNow.getIds());
  return wanted.filter((one) => {
    const look = JSON.stringify([one.opacity, one.color, one.size, one.width]);
    const same = there.has(one.id) && looks.get(one.id) === look;
    looks.set(one.id, look);
    // A node that was dragged stays where it was put.
    if (there.has(one.id)) ["x", "y"].forEach((name) => delete one[name]);
    return !same;
  });
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
  const made = { id, shape, x, y, size: size * grown };
  made.opacity = near && !near.has(number) ? 0.22 : 1;
  made.color = { ...plain, highlight: lit, hover: lit };
  made.shapeProperties = { borderDashes: look.dashes };
  return made;
}

function edgeFor(edge, id) {
  const kinds = new Set(edge.ties.map((tie) => tie[1]));
  const chosen = edge.from === state.selected || edge.to === state.selected;
  const faded = state.selected !== null && !chosen;
  const plain = kinds.has("role") || kinds.has("relation") ? COLOURS.edge : COLOURS.says;
  const made = { id, from: edge.from, to: edge.to, width: edgeWidth(edge) };
  made.color = { color: chosen ? COLOURS["edge-strong"] : plain, opacity: faded ? 0.25 : 1 };
  made.color.hover = made.color.highlight = COLOURS["edge-strong"];
  made.dashes = kinds.has("role") || kinds.has("relation") ? false : [3, 4];
  made.arrows = kinds.has("relation") && kinds.size === 1 ? "" : "to";
  return made;
}

// How many names are shown even where they cover nodes.
const LEADING = 12;

// The important first; a label that would cover another waits until there is room: a closer
// look shows it.
function drawLabels(context) {
  const scale = network.getScale();
  const places = network.getPositions();
  const drawing = labelling(context, scale, viewOf(scale));
  const near = state.selected === null ? null : nearby(state.selected);
  const first = [hovered, state.selected].filter((n) => n !== null && places[n]);
  // While nodes are taken away vis-network draws already: not all of them have a place.
  const there = order.filter((number) => places[number]);
  const others = near ? there.filter((n) => near.has(n)) : there;
  const leading = new Set(there.filter((n) => THINGS[n].kind !== "Event").slice(0, LEADING));
  there.forEach((number) => {
    strike(context, number, places[number], near);
    const reach = DATA.nodes[number].size * grown * scale * 0.8;
    const [x, y] = [places[number].x * scale, places[number].y * scale];
    drawing.taken.add([x - reach, y - reach, x + reach, y + reach]);
  });
  [...new Set([...first, ...others])].forEach((number) => {
    const how = { always: first.includes(number), leading: leading.has(number) };
    thingLabel(drawing, number, places[number], DATA.nodes[number].size * grown, how);
  });
  edgeLabels(drawing, places);
}

// What the window shows of the drawing: left, top, right, bottom, in screen measures.
function viewOf(scale) {
  const middle = network.getViewPosition();
  const box = document.getElementById("canvas");
  const [x, y] = [middle.x * scale, middle.y * scale];
  const [w, h] = [box.clientWidth / 2, box.clientHeight / 2];
  return [x - w, y - h, x + w, y + h];
}

function edgeLabels(drawing, places) {
  const chosen = state.selected;
  DATA.edges.forEach((edge, id) => {
    if (!places[edge.from] || !places[edge.to]) return;
    if (id !== hoveredEdge && (chosen === null || (edge.from !== chosen && edge.to !== chosen))) return;
    // Nearer to the far end: around a busy node the middles lie close together.
    const far = edge.from === chosen ? 0.6 : edge.to === chosen ? 0.4 : 0.5;
    const x = places[edge.from].x + (places[edge.to].x - places[edge.from].x) * far;
    const y = places[edge.from].y + (places[edge.to].y - places[edge.from].y) * far - 7 / drawing.scale;
    const how = { size: 11, weight: 400, always: id === hoveredEdge, colour: COLOURS["edge-strong"] };
    label(drawing, [tieWords(edge.ties)], [[x, y, "center"]], how);
  });
}

function tieWords(ties) {
  return [...new Set(ties.map(([, kind, name]) => tieWord(kind, name)))].join(", ");
}

function tieWord(kind, name) {
  if (kind !== "says") return word(name);
  return name && name !== "Assertion" ? `zegt: ${word(name)}` : "zegt";
}

// A line through an event that did not happen.
function strike(context, number, place, near) {
  if (!lookOf(THINGS[number]).struck) return;
  const reach = DATA.nodes[number].size * grown * 0.9;
  context.globalAlpha = near && !near.has(number) ? 0.22 : 1;
  context.strokeStyle = COLOURS.Event.line;
  context.lineWidth = 1.5 * grown;
  context.beginPath();
  context.moveTo(place.x - reach, place.y + reach);
  context.lineTo(place.x + reach, place.y - reach);
  context.stroke();
  context.globalAlpha = 1;
}
