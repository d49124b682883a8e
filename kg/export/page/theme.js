// Colours from the style sheet, and how each kind and status looks: on the canvas and in icons.

const PATHS = {
  Person: "M8 1.5a6.5 6.5 0 1 0 .01 0z",
  Organisation: "M2.5 2.5h11v11h-11z",
  Group: "M8 1l6 3.5v7L8 15l-6-3.5v-7z",
  Place: "M1 2.5h14L8 14.5z",
  Product: "M8 .8l2.1 4.9 5.3.5-4 3.5 1.2 5.2L8 12.1l-4.6 2.8 1.2-5.2-4-3.5 5.3-.5z",
  Thing: "M8 1.5l7 12H1z",
  Event: "M8 .5L15.5 8 8 15.5.5 8z",
};

// How an event's border and fill show its status; the legend draws the same.
const LOOKS = {
  Asserted: { fill: "full", dashes: false },
  Claimed: { fill: "pale", dashes: [5, 3] },
  Hearsay: { fill: "pale", dashes: [2, 3] },
  Planned: { fill: "hollow", dashes: [5, 3] },
  Demanded: { fill: "hollow", dashes: [8, 2] },
  Conditional: { fill: "hollow", dashes: [2, 3] },
  Negated: { fill: "hollow", dashes: false, struck: true },
};

let COLOURS = {};

function readColours() {
  const style = getComputedStyle(document.documentElement);
  const read = (name) => style.getPropertyValue(`--${name}`).trim();
  COLOURS = { ground: read("ground"), ink: read("ink"), quiet: read("quiet") };
  ["edge", "edge-strong", "says", "accent", "land", "sea"].forEach((name) => (COLOURS[name] = read(name)));
  KINDS.forEach((kind) => {
    const name = kind.toLowerCase();
    COLOURS[kind] = { full: read(name), line: read(`${name}-line`), pale: read(`${name}-pale`) };
    COLOURS[kind].hollow = COLOURS.ground;
  });
}

function lookOf(thing) {
  return (thing.kind === "Event" && LOOKS[thing.status]) || LOOKS.Asserted;
}

// A small drawing of a node: its shape, colour and border.
function icon(kind, status) {
  const look = (status && LOOKS[status]) || LOOKS.Asserted;
  const drawn = svg("svg", { viewBox: "-1 -1 18 18", width: 18, height: 18, "aria-hidden": "true" });
  drawn.classList.add("icon", `kind-${kind.toLowerCase()}`, `fill-${look.fill}`);
  const path = svg("path", { d: PATHS[kind] });
  if (look.dashes) path.setAttribute("stroke-dasharray", look.dashes.map((d) => d * 0.6).join(" "));
  drawn.append(path);
  if (look.struck) drawn.append(svg("path", { d: "M1.5 14.5L14.5 1.5" }));
  return drawn;
}

function thingIcon(thing) {
  return icon(thing.kind, thing.kind === "Event" ? thing.status : "");
}
