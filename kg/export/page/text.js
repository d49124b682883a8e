// Elements and text. Everything goes through createElement and textContent: nothing is parsed.

const SVG = "http://www.w3.org/2000/svg";

function el(tag, className, text) {
  const made = document.createElement(tag);
  if (className) made.className = className;
  if (text !== undefined) made.textContent = text;
  return made;
}

function button(className, text, onClick) {
  const made = el("button", className, text);
  made.type = "button";
  made.addEventListener("click", onClick);
  return made;
}

function svg(tag, attributes) {
  const made = document.createElementNS(SVG, tag);
  Object.entries(attributes).forEach(([name, value]) => made.setAttribute(name, value));
  return made;
}

// Without accents and capitals, for searching.
function folded(text) {
  return text.normalize("NFD").replace(/\p{Mn}/gu, "").toLowerCase();
}

// The words at a place. Offsets count code points; a JS string counts UTF-16 units.
function wordsAt(place) {
  return Array.from(DATA.sentences[place[0]][1]).slice(place[1], place[2]).join("");
}

// A sentence with words marked: marks are [begin, end, class], in code points.
function markedSentence(number, marks) {
  const points = Array.from(DATA.sentences[number][1]);
  const cuts = new Set([0, points.length]);
  marks.forEach(([begin, end]) => cuts.add(begin).add(end));
  const edges = [...cuts].filter((cut) => cut <= points.length).sort((a, b) => a - b);
  const quote = el("blockquote");
  edges.slice(0, -1).forEach((begin, at) => {
    const words = points.slice(begin, edges[at + 1]).join("");
    const over = marks.find((mark) => mark[0] <= begin && edges[at + 1] <= mark[1]);
    quote.append(over ? el("mark", over[2], words) : words);
  });
  return quote;
}

function source(documentNumber) {
  const row = DATA.documents[documentNumber];
  const made = el("p", "source");
  if (!row) return made;
  made.append(el("bdi", "", row.title || row.id));
  if (row.date) made.append(` · ${row.date}`);
  return made;
}

function many(count, one, more) {
  return `${count.toLocaleString("nl-NL")} ${count === 1 ? one : more}`;
}

// A decimal degree as a reader writes it: 51,81° N.
function degrees(value, positive, negative) {
  const rounded = Math.abs(value).toFixed(2).replace(".", ",");
  return `${rounded}° ${value < 0 ? negative : positive}`;
}
