// Side by side: who says what of one event, which numbers, in which words.

// So many rows of an overview before the reader asks for more.
const ROWS = 12;

function showVoices() {
  if (!voicesShown()) return;
  const box = document.getElementById("voices");
  const made = state.selected === null ? overview() : comparison(state.selected);
  box.replaceChildren(...made.filter(Boolean));
  box.scrollTop = 0;
}

// ---- one thing

function comparison(number) {
  const thing = THINGS[number];
  return [
    compareHead(thing),
    ...(thing.kind === "Event" ? eventVoices(thing, number) : [speech(number)]),
    ...wordsOf(thing, number).map((frame) => frameColumns(frame)),
  ];
}

function compareHead(thing) {
  const made = el("header");
  const line = el("p", "kind");
  line.append(thingIcon(thing), el("span", "", [kindWords(thing), ...(thing.when || [])].join(" · ")));
  const title = el("h2", "", thing.label);
  title.id = "voices-title";
  title.tabIndex = -1;
  const back = button("more", "← Overzicht", () => choose(null, { back: true }));
  made.append(back, line, title);
  return made;
}

function eventVoices(thing, number) {
  const voices = voicesOf(thing);
  const columns = el("div", "columns");
  columns.append(...voices.map(voiceColumn));
  const remark = el("p", "remark", voicesInWords(thing, voices));
  remark.classList.toggle("against", contradicted(thing));
  const parts = [...(thing.whole || []), ...(thing.parts || [])];
  return [
    remark,
    columns,
    ...DATA.tolls.filter((toll) => toll.rows.some((row) => row[0] === number)).map(tollColumns),
    part("Hoort bij, of bestaat uit", parts.map(eventRow), ROWS),
  ];
}

function voicesInWords(thing, voices) {
  if (contradicted(thing)) return "Deze stemmen spreken elkaar tegen: volgens de een gebeurde het, volgens de ander niet.";
  if (voices.length > 1) return `${voices.length} stemmen over één gebeurtenis.`;
  return voices.length && voices[0].who !== PAPER
    ? "Alleen deze partij zegt dit; de krant laat het in het midden."
    : "Alleen de krant vertelt dit.";
}

function voiceColumn({ who, said }) {
  const column = el("section", "voice");
  const top = el("h3");
  top.append(voiceHead(who));
  column.append(top);
  const words = [...new Set(said.filter(({ claim }) => claim.at).map(({ claim }) => wordsAt(claim.at)))];
  if (words.length) column.append(el("p", "signs", `in woorden: ${words.map((w) => `‘${w}’`).join(", ")}`));
  column.append(...said.map(saidCard));
  return column;
}

function saidCard({ claim, inner }) {
  const card = el("article", "claim");
  card.append(signs(claim));
  (claim.to || []).forEach((to) => card.append(toLine("aan ", to)));
  (claim.against || []).forEach((to) => card.append(toLine("tegen ", to)));
  if (inner) card.append(el("p", "signs", "over wat een ander zei:"));
  const place = claimPlace(claim);
  if (place) card.append(claimSentence(claim, place), source(DATA.sentences[place[0]][0]));
  if (claim.quoted === "Direct") card.append(el("p", "signs", "letterlijk aangehaald"));
  return card;
}

// Denied, planned, how sure: what the column's heading does not say already.
function signs(claim) {
  const denied = claim.pol === "Negative";
  const status = ["Asserted", "Claimed", "Negated"].includes(claim.status) ? "" : claim.status;
  const rest = [status, claim.cert].filter(Boolean).map(word);
  const line = el("p", "signs");
  line.append(el("strong", denied ? "against" : "", word(claim.ill || "")));
  if (denied && claim.ill !== "Denial") rest.unshift(word("Negative"));
  if (rest.length) line.append(` · ${rest.join(" · ")}`);
  return line;
}

function toLine(how, number) {
  const line = el("p", "signs", how);
  line.append(thingButton(number));
  return line;
}

// What somebody says, event by event.
function speech(number) {
  const said = spokenBy(number).map(([event, one]) => {
    const card = saidCard(one);
    const line = el("p");
    line.append(thingButton(event));
    card.prepend(line);
    return card;
  });
  const made = part(`Wat ${THINGS[number].label} zegt (${said.length} keer)`, said, ROWS);
  if (made) made.classList.add("columns");
  return made || el("p", "remark", "Wordt in deze artikelen niet aangehaald.");
}

// ---- numbers and words

function tollColumns(toll) {
  const made = el("section", "toll");
  made.append(el("h3", "", `Getallen naast elkaar: ${tollName(toll)}`), columnsOf(toll.rows.map(tollCard)));
  return made;
}

function tollName(toll) {
  const about = toll.node === undefined
    ? `${word(toll.class)}, ${THINGS[toll.place].label}` : THINGS[toll.node].label;
  return [toll.unit || "aantal", about].join(" · ");
}

function tollCard([event, who, value, how, place]) {
  const card = el("article", "claim");
  card.append(el("p", "number", numberInWords(value, how)));
  const line = el("p", "speaker");
  line.append(voiceHead(who));
  const when = THINGS[event].when;
  if (when) line.append(el("span", "quiet", when[0]));
  card.append(line, markedSentence(place[0], [[place[1], place[2], "said"]]), source(DATA.sentences[place[0]][0]));
  return card;
}

function numberInWords(value, how) {
  const number = value.toLocaleString("nl-NL");
  return how === "Exactly" || !how ? number : `${word(how)} ${number}`;
}

// The frames that are about a thing, or about the words in which it stands.
function wordsOf(thing, number) {
  const own = new Set((thing.in || []).map((place) => String(place.slice(0, 3))));
  return DATA.frames.filter((frame) => frame.node === number
    || (frame.kind && frame.words.some((use) => use[4].some((place) => own.has(String(place))))));
}

function frameColumns(frame) {
  const made = el("section", "frame");
  made.append(el("h3", "", `Woorden naast elkaar: ${frameName(frame)}`), columnsOf(frameVoices(frame).map(frameCard)));
  return made;
}

function frameName(frame) {
  return frame.kind ? `${frame.kind} · ${documentTitle(frame.doc)}` : THINGS[frame.node].label;
}

function frameVoices(frame) {
  const found = new Map();
  frame.words.forEach((use) => found.set(use[0], [...(found.get(use[0]) || []), use]));
  return [...found];
}

function frameCard([who, uses]) {
  const card = el("article", "claim");
  const line = el("p", "speaker");
  line.append(voiceHead(who));
  card.append(line);
  uses.forEach(([, name, often, literal, places]) => {
    const how = who === PAPER ? "" : literal ? "letterlijk" : "weergegeven door de krant";
    const times = often > 1 ? `${often} keer` : "";
    const told = el("p", "word");
    told.append(el("strong", "", `‘${name}’`), el("span", "quiet", ` ${[how, times].filter(Boolean).join(" · ")}`));
    card.append(told);
    places.forEach((at) => card.append(markedSentence(at[0], [[at[1], at[2], "said"]]), source(DATA.sentences[at[0]][0])));
  });
  return card;
}

function columnsOf(cards) {
  const made = el("div", "columns");
  made.append(...cards);
  return made;
}

// ---- nothing chosen: where to look

function overview() {
  const passes = passing().filter((number) => THINGS[number].kind === "Event");
  const several = passes.map((number) => [number, weight(THINGS[number])])
    .filter(([, [, , all]]) => all > 1)
    .sort(([a, one], [b, other]) =>
      other[0] - one[0] || other[1] - one[1] || other[2] - one[2] || a - b)
    .map(([number]) => number);
  const inside = (row) => state.document === "" || row.doc === undefined || row.doc === Number(state.document);
  const shown = new Set(passing());
  const tolls = DATA.tolls.filter((toll) => toll.rows.some((row) => shown.has(row[0])));
  const frames = DATA.frames.filter((frame) => inside(frame) && (frame.kind || shown.has(frame.node)));
  const title = el("h2", "", "Wie zegt wat, naast elkaar");
  title.id = "voices-title";
  title.tabIndex = -1;
  return [
    title,
    el("p", "quiet", "Kies een gebeurtenis om alle beweringen erover naast elkaar te zien, of een naam om te zien wat die zegt."),
    part("Meer dan één stem", several.map(eventRow), ROWS),
    part("Andere woorden voor hetzelfde", frames.map((frame) => opening(frameLine(frame), () => columnsOf(frameVoices(frame).map(frameCard)))), ROWS),
    part("Getallen die verschillen", tolls.map((toll) => opening(tollLine(toll), () => columnsOf(toll.rows.map(tollCard)))), ROWS),
    part("Wie aan het woord komt", speakers(shown).map(speakerRow), ROWS),
  ];
}

// How much there is to compare: a contradiction, voices of their own, voices on a voice too.
function weight(thing) {
  const voices = voicesOf(thing);
  const direct = voices.filter(({ said }) => said.some((one) => !one.inner));
  return [Number(contradicted(thing)), direct.length, voices.length];
}

// Those who are heard, the most often first.
function speakers(shown) {
  const heard = [...shown].filter((number) => spokenBy(number).length);
  return heard.sort((a, b) => spokenBy(b).length - spokenBy(a).length || a - b);
}

function speakerRow(number) {
  const acts = new Map();
  spokenBy(number).forEach(([, { claim }]) => acts.set(claim.ill, (acts.get(claim.ill) || 0) + 1));
  const told = [...acts].sort((a, b) => b[1] - a[1]).map(([name, often]) => `${word(name || "")} ${often}`);
  const line = el("p", "tie");
  line.append(thingButton(number), el("span", "quiet", ` ${told.join(" · ")}`));
  return line;
}

function eventRow(number) {
  const thing = THINGS[number];
  const voices = voicesOf(thing);
  const line = el("p", "tie");
  line.append(thingButton(number));
  line.append(el("span", "quiet", ` ${voices.map((voice) => voiceName(voice.who)).join(" · ")}`));
  if (contradicted(thing)) line.append(el("strong", "against", " spreken elkaar tegen"));
  return line;
}

function frameLine(frame) {
  const said = frameVoices(frame).map(([who, uses]) =>
    `${voiceName(who)}: ${uses.map((use) => `‘${use[1]}’`).join(", ")}`);
  return [frameName(frame), said.join(" · ")];
}

function tollLine(toll) {
  const told = [...new Set(toll.rows.map((row) => numberInWords(row[2], row[3])))];
  return [tollName(toll), told.join(" · ")];
}

// A line that opens: what is inside is made when the reader asks for it.
function opening([title, line], inside) {
  const made = el("details");
  const top = el("summary");
  top.append(el("span", "", title), el("span", "quiet", ` ${line}`));
  made.append(top);
  made.addEventListener("toggle", () => made.childElementCount > 1 || made.append(inside()), { once: true });
  return made;
}
