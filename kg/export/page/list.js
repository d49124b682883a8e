// The list beside the canvas: the same things as real buttons.

const PAGE = 100;
let listed = PAGE;
let inOrder = "rank";

const SORTS = {
  rank: (a, b) => a - b,
  name: (a, b) => THINGS[a].label.localeCompare(THINGS[b].label, "nl") || a - b,
  date: (a, b) => dateOf(a).localeCompare(dateOf(b)) || a - b,
};

// What has no date stands last.
function dateOf(number) {
  return THINGS[number].from || "~";
}

function startList() {
  document.getElementById("order").addEventListener("change", (event) => {
    inOrder = event.target.value;
    listed = PAGE;
    showList(passing());
  });
  document.getElementById("list").addEventListener("keydown", walk);
  document.getElementById("longer").addEventListener("click", () => {
    listed += 5 * PAGE;
    showList(passing());
  });
}

function showList(all) {
  const sorted = [...all].sort(SORTS[inOrder]);
  const list = document.getElementById("list");
  list.replaceChildren(...sorted.slice(0, listed).map(listItem));
  const stop = list.querySelector("[aria-current]") || list.querySelector("button");
  if (stop) stopAt(stop);
  document.getElementById("longer").hidden = sorted.length <= listed;
  document.getElementById("count").textContent = all.length.toLocaleString("nl-NL");
}

// The list is one stop of the Tab key; arrows walk through it.
function walk(event) {
  const items = [...document.querySelectorAll("#list button")];
  const at = items.indexOf(document.activeElement);
  const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: items.length - 1 }[event.key];
  if (to === undefined || !items[to]) return;
  event.preventDefault();
  stopAt(items[to]);
  items[to].focus();
}

function stopAt(item) {
  document.querySelectorAll('#list [tabindex="0"]').forEach((one) => (one.tabIndex = -1));
  item.tabIndex = 0;
}

function listItem(number) {
  const thing = THINGS[number];
  const item = el("li");
  const made = button("item", "", (event) => {
    // A click by keyboard has no detail: the reader's place moves to the panel.
    choose(number, { show: true, read: event.detail === 0 });
  });
  made.dataset.number = String(number);
  made.tabIndex = -1;
  made.append(thingIcon(thing), itemText(thing));
  if (number === state.selected) made.setAttribute("aria-current", "true");
  item.append(made);
  return item;
}

function itemText(thing) {
  const text = el("span", "item-text");
  text.append(el("bdi", "item-label", thing.label));
  const notes = [kindWords(thing)];
  if (thing.kind === "Event") {
    if (thing.status && thing.status !== "Asserted") notes.push(word(thing.status));
    if (thing.when) notes.push(thing.when[0]);
  } else if (thing.in) {
    notes.push(many(thing.in.length, "keer", "keer"));
  }
  text.append(el("span", "quiet", notes.join(" · ")));
  return text;
}

function markListed() {
  document.querySelectorAll("#list [aria-current]").forEach((one) => one.removeAttribute("aria-current"));
  const one = document.querySelector(`#list [data-number="${Number(state.selected)}"]`);
  if (state.selected === null || !one) return;
  one.setAttribute("aria-current", "true");
  stopAt(one);
  one.scrollIntoView({ block: "nearest" });
}
