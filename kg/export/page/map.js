// The map: places with known coordinates on the outlines of the land, drawn without the network.

// North up, degrees as they are, narrowed as the middle of the places asks.
const DRAG = 4;
const map = { scale: 1, x: 0, y: 0, narrow: 1, land: null, spots: [] };

function mapped() {
  return THINGS.some((thing) => thing.lat !== undefined);
}

function startMap() {
  const box = document.getElementById("map");
  if (!mapped()) return;
  map.land = new Path2D(DATA.land);
  new ResizeObserver(drawMap).observe(box);
  box.addEventListener("wheel", (event) => {
    event.preventDefault();
    zoomMap(Math.exp(-event.deltaY / 400), event.offsetX, event.offsetY);
  }, { passive: false });
  dragMap(box);
}

// The places that pass, each with how often events that pass happen there.
function placesOf(all) {
  const passes = new Set(all);
  return all.filter((number) => THINGS[number].lat !== undefined).map((number) => {
    const here = TIES[number].filter((tie) =>
      passes.has(tie.other) && THINGS[tie.other].kind === "Event").length;
    return { number, here, x: THINGS[number].long, y: -THINGS[number].lat };
  });
}

function updateMap(all) {
  map.spots = placesOf(all);
  if (mapShown()) drawMap();
}

// The middle of a land or a sea says little about where things happen.
const WIDE_PLACES = new Set(["Country", "Region", "Sea", "River"]);

function spotsToFit() {
  const exact = map.spots.filter(({ number }) =>
    !THINGS[number].classes.some((name) => WIDE_PLACES.has(name)));
  if (exact.length > 1) return exact;
  return map.spots.length ? map.spots : [{ x: -160, y: -70 }, { x: 170, y: 55 }];
}

function fitMap() {
  const spots = spotsToFit();
  const box = document.getElementById("map");
  const [xs, ys] = [spots.map((s) => s.x), spots.map((s) => s.y)];
  const middle = (values) => (Math.min(...values) + Math.max(...values)) / 2;
  const range = (values) => Math.max(...values) - Math.min(...values);
  [map.x, map.y] = [middle(xs), middle(ys)];
  map.narrow = Math.max(0.3, Math.cos((map.y * Math.PI) / 180));
  const [wide, high] = [Math.max(6, range(xs) * map.narrow), Math.max(6, range(ys))];
  map.scale = 0.68 * Math.min(box.clientWidth / wide, box.clientHeight / high);
  drawMap();
}

// Where a place stands on the screen.
function onScreen(spot) {
  const box = document.getElementById("map");
  return {
    x: box.clientWidth / 2 + (spot.x - map.x) * map.narrow * map.scale,
    y: box.clientHeight / 2 + (spot.y - map.y) * map.scale,
  };
}

function drawMap() {
  const box = document.getElementById("map");
  if (!box.clientWidth || !map.land) return;
  const sharp = window.devicePixelRatio || 1;
  [box.width, box.height] = [box.clientWidth * sharp, box.clientHeight * sharp];
  const context = box.getContext("2d");
  context.scale(sharp, sharp);
  drawLand(context, box);
  const drawing = labelling(context, 1, [0, 0, box.clientWidth, box.clientHeight]);
  const places = map.spots.map((spot) => ({ ...spot, at: onScreen(spot), size: pinSize(spot) }));
  // The chosen place last, so that nothing covers it.
  places.sort((a, b) => (a.number === state.selected) - (b.number === state.selected));
  places.forEach((place) => drawPin(context, place));
  places.forEach(({ at, size }) =>
    drawing.taken.add([at.x - size, at.y - 2 * size, at.x + size, at.y]));
  places.reverse().sort((a, b) => (b.number === state.selected) - (a.number === state.selected)
    || b.here - a.here || a.number - b.number);
  places.forEach((place, rank) => {
    const how = { always: place.number === state.selected, leading: rank < LEADING };
    thingLabel(drawing, place.number, { x: place.at.x, y: place.at.y - place.size }, place.size, how);
  });
}

function drawLand(context, box) {
  context.save();
  context.fillStyle = COLOURS.sea;
  context.fillRect(0, 0, box.clientWidth, box.clientHeight);
  const corner = onScreen({ x: 0, y: 0 });
  context.translate(corner.x, corner.y);
  // The outlines count hundredths of degrees.
  context.scale((map.scale * map.narrow) / 100, map.scale / 100);
  context.fillStyle = COLOURS.land;
  context.fill(map.land, "evenodd");
  context.restore();
}

function pinSize(spot) {
  return Math.min(13, 6 + 1.5 * Math.sqrt(spot.here));
}

// A triangle that stands on its place, as the legend draws places.
function drawPin(context, { number, at, size }) {
  const chosen = number === state.selected;
  context.beginPath();
  context.moveTo(at.x, at.y);
  context.lineTo(at.x - size, at.y - 1.7 * size);
  context.lineTo(at.x + size, at.y - 1.7 * size);
  context.closePath();
  context.fillStyle = COLOURS.Place.full;
  context.strokeStyle = chosen ? COLOURS.accent : COLOURS.Place.line;
  context.lineWidth = chosen ? 3 : 1.5;
  context.fill();
  context.stroke();
}

function zoomMap(by, x, y) {
  const box = document.getElementById("map");
  const scale = Math.min(400, Math.max(1.2, map.scale * by));
  // What lies under the pointer stays there.
  const [dx, dy] = [(x ?? box.clientWidth / 2) - box.clientWidth / 2, (y ?? box.clientHeight / 2) - box.clientHeight / 2];
  map.x += (dx / map.scale - dx / scale) / map.narrow;
  map.y += dy / map.scale - dy / scale;
  map.scale = scale;
  drawMap();
}

// One finger or the mouse moves the map, two fingers zoom; a press without moving chooses.
function dragMap(box) {
  const held = new Map();
  let moved = 0;
  box.addEventListener("pointerdown", (event) => {
    held.set(event.pointerId, [event.offsetX, event.offsetY]);
    moved = held.size > 1 ? DRAG : 0;
    box.setPointerCapture(event.pointerId);
  });
  box.addEventListener("pointermove", (event) => {
    const before = held.get(event.pointerId);
    if (!before) return;
    const now = [event.offsetX, event.offsetY];
    const other = [...held].find(([id]) => id !== event.pointerId);
    if (other) zoomMap(apart(now, other[1]) / Math.max(1, apart(before, other[1])));
    else {
      map.x -= (now[0] - before[0]) / map.scale / map.narrow;
      map.y -= (now[1] - before[1]) / map.scale;
      drawMap();
    }
    moved += apart(now, before);
    held.set(event.pointerId, now);
  });
  box.addEventListener("pointerup", (event) => {
    held.delete(event.pointerId);
    if (moved < DRAG) choose(pinAt(event.offsetX, event.offsetY));
  });
  box.addEventListener("pointercancel", (event) => held.delete(event.pointerId));
}

function apart(one, other) {
  return Math.hypot(one[0] - other[0], one[1] - other[1]);
}

// The thing whose pin stands at a point, or null.
function pinAt(x, y) {
  let [best, nearest] = [null, 18];
  map.spots.forEach((spot) => {
    const at = onScreen(spot);
    const away = apart([x, y], [at.x, at.y - pinSize(spot)]);
    if (away < nearest) [best, nearest] = [spot.number, away];
  });
  return best;
}

// Bring a chosen place into the middle; what has no coordinates leaves the map as it is.
function showOnMap(number) {
  const thing = THINGS[number];
  if (thing.lat === undefined) return;
  [map.x, map.y] = [thing.long, -thing.lat];
  drawMap();
}
