// Search: names, other spellings in the texts, and what events are called.

const HITS = 12;
let index = null;
let hits = [];
let lit = -1;

// Folded words of every thing, made when the first letter is typed.
function searchIndex() {
  index ??= THINGS.map((thing) => {
    const names = (thing.in || []).filter((p) => p[3] === "Name" || p[3] === "Adjective");
    return [folded(thing.label), ...new Set(names.map((place) => folded(wordsAt(place))))];
  });
  return index;
}

// How well a text fits: 0 its start, 1 the start of a word, 2 inside, Infinity not.
function fits(text, query) {
  const at = text.indexOf(query);
  if (at < 0) return Infinity;
  if (at === 0) return 0;
  return /[\p{L}\p{N}]/u.test(text[at - 1]) ? 2 : 1;
}

function find(query) {
  const wanted = folded(query.trim());
  if (!wanted) return [];
  const found = [];
  searchIndex().forEach((texts, number) => {
    const best = Math.min(...texts.map((text) => fits(text, wanted)));
    if (best < Infinity) found.push([best, number]);
  });
  return found.sort((a, b) => a[0] - b[0] || a[1] - b[1]).map((pair) => pair[1]);
}

function startSearch() {
  const query = document.getElementById("query");
  query.addEventListener("input", () => showHits(find(query.value)));
  query.addEventListener("keydown", searchKey);
  query.addEventListener("blur", () => setTimeout(() => showHits([]), 150));
  query.addEventListener("focus", () => showHits(find(query.value)));
  document.addEventListener("keydown", (event) => {
    const typing = /^(INPUT|SELECT|TEXTAREA)$/.test(document.activeElement.tagName);
    if (event.key !== "/" || typing) return;
    event.preventDefault();
    query.focus();
  });
}

function showHits(found) {
  const list = document.getElementById("hits");
  const query = document.getElementById("query");
  hits = found.slice(0, HITS);
  lit = hits.length ? 0 : -1;
  list.replaceChildren(...hits.map(hit));
  if (query.value.trim() && !hits.length && document.activeElement === query) {
    list.append(el("li", "none", "Niets gevonden"));
  }
  list.hidden = !list.childElementCount;
  query.setAttribute("aria-expanded", String(!list.hidden));
  light(lit);
}

function hit(number, at) {
  const made = el("li");
  made.id = `hit-${at}`;
  made.setAttribute("role", "option");
  made.append(thingIcon(THINGS[number]), itemText(THINGS[number]));
  made.addEventListener("pointerdown", (event) => event.preventDefault());
  made.addEventListener("click", () => take(at));
  return made;
}

function light(at) {
  lit = at;
  const query = document.getElementById("query");
  [...document.getElementById("hits").children].forEach((one, number) => {
    one.setAttribute("aria-selected", String(number === at));
    if (number === at) one.scrollIntoView({ block: "nearest" });
  });
  if (at < 0) query.removeAttribute("aria-activedescendant");
  else query.setAttribute("aria-activedescendant", `hit-${at}`);
}

function searchKey(event) {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (step && hits.length) {
    event.preventDefault();
    light((lit + step + hits.length) % hits.length);
  } else if (event.key === "Enter" && lit >= 0) {
    event.preventDefault();
    take(lit, true);
  } else if (event.key === "Escape") {
    event.stopPropagation();
    event.target.value = "";
    showHits([]);
  }
}

function take(at, read = false) {
  const number = hits[at];
  const query = document.getElementById("query");
  query.value = "";
  showHits([]);
  choose(number, { show: true, read });
}
