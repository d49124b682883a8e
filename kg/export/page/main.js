// Everything together: choosing, filtering, the address, the keyboard.

// How many neighbours a chosen thing brings onto the canvas.
const BROUGHT = 40;
let cameFrom = null;

// Choose a thing, or null for none.
// how: show (bring it into view), read (move the reader's place to the panel), back (return it).
function choose(number, how = {}) {
  if (how.read) cameFrom = document.activeElement;
  state.selected = number;
  if (number !== null) {
    TIES[number].map((tie) => tie.other).sort((a, b) => a - b).slice(0, BROUGHT)
      .forEach((other) => state.expanded.add(other));
    state.expanded.add(number);
  }
  const all = passing();
  showDrawing(all);
  showPanel();
  showVoices();
  markListed();
  announce(number);
  setAddress(number);
  if (number !== null && how.show) showOnCanvas(number);
  if (number !== null && how.read) document.getElementById(voicesShown() ? "voices-title" : "panel-title").focus();
  if (how.back && cameFrom && cameFrom.isConnected) cameFrom.focus();
}

// Draw again after a filter changed.
function refresh() {
  const focused = focusedChip();
  const all = passing();
  drawLegend();
  showFields();
  showTimeline();
  showDrawing(all);
  showVoices();
  showList(all);
  if (focused) focused();
}

// Chips and columns are made anew: keep the keyboard where it was.
function focusedChip() {
  const group = document.activeElement && document.activeElement.parentElement;
  if (!group || !["kinds", "statuses", "timeline"].includes(group.id)) return null;
  const at = [...group.children].indexOf(document.activeElement);
  return () => group.children[at] && group.children[at].focus();
}

function showDrawing(all) {
  const wanted = drawn(all);
  draw(wanted);
  updateMap(all);
  const tied = all.filter((number) => TIES[number].length).length;
  const text = document.getElementById("shown-text");
  text.textContent = `${wanted.size.toLocaleString("nl-NL")} van ${many(all.length, "knoop", "knopen")} getekend`;
  document.getElementById("more").hidden = tied <= state.limit;
  document.getElementById("less").hidden = !state.expanded.size && state.limit === DATA.first;
  document.getElementById("shown").hidden = wanted.size === all.length;
  document.getElementById("nothing").hidden = wanted.size > 0;
}

function showOnCanvas(number) {
  if (mapShown()) {
    showOnMap(number);
    return;
  }
  const near = TIES[number].map((tie) => tie.other).filter((other) => nodes.get(other));
  if (!near.length) {
    network.focus(number, { scale: Math.max(1, network.getScale()), animation: motion() });
  } else {
    const shown = [number, ...near.slice(0, 20)];
    network.fit({ nodes: shown, maxZoomLevel: 1.1, animation: motion() });
  }
  if (calm()) rescale();
}

function announce(number) {
  const thing = THINGS[number];
  document.getElementById("live").textContent = thing
    ? `Gekozen: ${thing.label}, ${kindWords(thing)}, ${many(TIES[number].length, "verband", "verbanden")}`
    : "Niets gekozen";
}

function setAddress(number) {
  const wanted = number === null ? "" : `#${THINGS[number].key}`;
  if (location.hash === wanted || numberOf(location.hash.slice(1)) === number) return;
  history.pushState(null, "", wanted || location.pathname + location.search);
}

function followAddress() {
  const number = numberOf(location.hash.slice(1));
  if (number !== undefined) choose(number, { show: true });
  else if (!location.hash) choose(null);
}

function startTabs() {
  const tabs = [...document.querySelectorAll(".tabs button")];
  tabs.forEach((tab) => tab.addEventListener("click", () => showView(tab.dataset.show)));
  document.getElementById("skip").addEventListener("click", () => {
    showView("list");
    const first = document.querySelector('#list [tabindex="0"]');
    if (first) first.focus();
  });
}

function showView(name) {
  document.body.dataset.view = name;
  document.querySelectorAll(".tabs button").forEach((tab) =>
    tab.setAttribute("aria-pressed", String(tab.dataset.show === name)));
  if (name === "network") network.redraw();
}

function startButtons() {
  document.getElementById("more").addEventListener("click", () => {
    state.limit += DATA.first;
    showDrawing(passing());
    fit();
  });
  document.getElementById("less").addEventListener("click", () => {
    state.limit = DATA.first;
    state.expanded.clear();
    choose(null);
    fit();
  });
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && state.selected !== null) choose(null, { back: true });
  });
}

function summary() {
  const events = THINGS.filter((thing) => thing.kind === "Event").length;
  document.getElementById("summary").textContent = [
    many(DATA.documents.length, "artikel", "artikelen"),
    many(THINGS.length - events, "naam", "namen"),
    many(events, "gebeurtenis", "gebeurtenissen"),
  ].join(" · ");
}

function repaint() {
  readColours();
  refresh();
  showPanel();
}

function start() {
  summary();
  if (!THINGS.length) {
    document.body.classList.add("without");
    document.getElementById("empty").hidden = false;
    return;
  }
  readColours();
  fillFields();
  startCanvas();
  startMap();
  startViews();
  startList();
  startSearch();
  startTabs();
  startButtons();
  refresh();
  showPanel();
  fit();
  followAddress();
  window.addEventListener("hashchange", followAddress);
  window.addEventListener("popstate", followAddress);
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", repaint);
  network.once("afterDrawing", () => performance.mark("drawn"));
}

start();
