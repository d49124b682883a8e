// The page's data: things (entities and events), ties between them, sentences, documents.

const DATA = JSON.parse(document.getElementById("data").textContent);
const THINGS = DATA.things;
const KINDS = ["Person", "Organisation", "Group", "Place", "Product", "Thing", "Event"];
const STATUSES = ["Asserted", "Claimed", "Hearsay", "Planned", "Demanded", "Conditional", "Negated"];

// The Dutch word for a term of the ontology.
function word(name) {
  return Object.hasOwn(DATA.words, name) ? DATA.words[name] : name;
}

// For each thing its ties: {other, edge, entries}, an entry being {kind, name, out}.
const TIES = THINGS.map(() => []);
DATA.edges.forEach((edge, number) => {
  const entries = edge.ties.map(([turned, kind, name]) => ({ kind, name, out: !turned }));
  const back = entries.map((entry) => ({ ...entry, out: !entry.out }));
  TIES[edge.from].push({ other: edge.to, edge: number, entries });
  TIES[edge.to].push({ other: edge.from, edge: number, entries: back });
});

// The documents in which each thing is mentioned.
const DOCUMENTS = THINGS.map((thing) => {
  const found = new Set((thing.in || []).map((place) => DATA.sentences[place[0]][0]));
  (thing.claims || []).forEach((claim) => claim.doc !== undefined && found.add(claim.doc));
  return found;
});

const NUMBERS = new Map(Object.entries(DATA.aliases));
THINGS.forEach((thing, number) => NUMBERS.set(thing.key, number));

// The thing that a #fragment names, or undefined.
function numberOf(fragment) {
  if (NUMBERS.has(fragment)) return NUMBERS.get(fragment);
  try {
    return NUMBERS.get(decodeURIComponent(fragment));
  } catch {
    return undefined;
  }
}

function kindWords(thing) {
  return (thing.classes || []).map(word).join(" · ");
}

function documentTitle(number) {
  const row = DATA.documents[number];
  return row ? row.title || row.id : "";
}
