// What passes: kinds, statuses, dates, document, class of event. Nothing is kept outside the page.

const state = {
  kinds: new Set(KINDS),
  statuses: new Set(STATUSES),
  states: false,
  from: "",
  to: "",
  document: "",
  class: "",
  limit: DATA.first,
  expanded: new Set(),
  selected: null,
};

function eventPasses(thing, number) {
  if (thing.state && !state.states) return false;
  if (STATUSES.includes(thing.status) && !state.statuses.has(thing.status)) return false;
  if (state.class && !thing.classes.includes(state.class)) return false;
  if ((state.from || state.to) && !thing.from) return false;
  if (state.from && (thing.to || thing.from) < state.from) return false;
  if (state.to && thing.from > state.to) return false;
  return inDocument(number);
}

function inDocument(number) {
  return state.document === "" || DOCUMENTS[number].has(Number(state.document));
}

// Whether a filter on events is set: then a name passes only beside an event that passes.
function eventsFiltered() {
  return Boolean(
    state.from || state.to || state.class || STATUSES.some((status) => !state.statuses.has(status)),
  );
}

// The numbers of all things that pass, the most important first.
function passing() {
  const events = THINGS.map((t, n) => t.kind === "Event" && eventPasses(t, n));
  const through = eventsFiltered();
  const found = [];
  THINGS.forEach((thing, number) => {
    if (!state.kinds.has(thing.kind)) return;
    if (thing.kind === "Event") {
      if (events[number]) found.push(number);
    } else if (inDocument(number)) {
      if (!through || TIES[number].some((tie) => events[tie.other])) found.push(number);
    }
  });
  return found;
}

// Of those, what the canvas draws: the first that hang together, and what was asked for.
function drawn(all) {
  const passes = new Set(all);
  const tied = all.filter((n) => TIES[n].some((tie) => passes.has(tie.other)));
  const first = new Set((tied.length ? tied : all).slice(0, state.limit));
  const kept = tied.length ? [...first].filter((n) => TIES[n].some((t) => first.has(t.other))) : first;
  const chosen = new Set(kept);
  state.expanded.forEach((number) => passes.has(number) && chosen.add(number));
  if (state.selected !== null) chosen.add(state.selected);
  return chosen;
}

function filtersSet() {
  return (
    eventsFiltered() || state.document !== "" || state.states || state.kinds.size < KINDS.length
  );
}

function clearFilters() {
  state.kinds = new Set(KINDS);
  state.statuses = new Set(STATUSES);
  Object.assign(state, { states: false, from: "", to: "", document: "", class: "" });
}

// A legend entry that can be switched off.
function chip(mark, text, count, set, name, hint) {
  const made = button("chip", "", () => {
    if (set.has(name)) set.delete(name);
    else set.add(name);
    refresh();
  });
  made.append(mark, el("span", "", text), el("span", "quiet", String(count)));
  made.setAttribute("aria-pressed", String(set.has(name)));
  if (hint) made.title = hint;
  return made;
}

function drawLegend() {
  const count = (test) => THINGS.filter((t) => (state.states || !t.state) && test(t)).length;
  const kinds = KINDS.filter((kind) => THINGS.some((thing) => thing.kind === kind));
  document.getElementById("kinds").replaceChildren(
    ...kinds.map((kind) =>
      chip(icon(kind), word(kind), count((t) => t.kind === kind), state.kinds, kind)),
  );
  const seen = new Set(THINGS.filter((t) => state.states || !t.state).map((t) => t.status));
  const statuses = STATUSES.filter((status) => seen.has(status));
  const chips = statuses.map((status) =>
    chip(icon("Event", status), word(status), count((t) => t.status === status), state.statuses,
      status, word(`${status}?`)));
  const held = THINGS.filter((thing) => thing.state).length;
  if (held) chips.push(stateChip(held));
  document.getElementById("statuses").replaceChildren(...chips);
}

function stateChip(held) {
  const made = button("chip", "", () => {
    state.states = !state.states;
    refresh();
  });
  made.id = "states";
  made.append(el("span", "", "toestanden"), el("span", "quiet", String(held)));
  made.setAttribute("aria-pressed", String(state.states));
  made.title = "Toestanden en koppelwerkwoorden (“is”, “blijft”): meestal verborgen";
  return made;
}

function fillFields() {
  const documents = document.getElementById("document");
  DATA.documents.forEach((_, number) => {
    const option = el("option", "", documentTitle(number));
    option.value = String(number);
    documents.append(option);
  });
  const classes = new Set(THINGS.filter((t) => t.kind === "Event").flatMap((t) => t.classes));
  classes.delete("Event");
  const field = document.getElementById("class");
  [...classes].sort((a, b) => word(a).localeCompare(word(b), "nl")).forEach((name) => {
    const option = el("option", "", word(name));
    option.value = name;
    field.append(option);
  });
  ["from", "to", "document", "class"].forEach((name) =>
    document.getElementById(name).addEventListener("change", (event) => {
      state[name] = event.target.value;
      refresh();
    }));
  document.getElementById("reset").addEventListener("click", () => {
    clearFilters();
    refresh();
  });
  const unfold = document.getElementById("unfold");
  unfold.addEventListener("click", () => {
    const open = document.getElementById("filters").classList.toggle("unfolded");
    unfold.setAttribute("aria-expanded", String(open));
  });
}

function showFields() {
  ["from", "to", "document", "class"].forEach((name) => {
    document.getElementById(name).value = state[name];
  });
  document.getElementById("reset").hidden = !filtersSet();
}
