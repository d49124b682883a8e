// The panel: what is known of one thing, each word of it with the sentence that says so.

const SHORT = 5;
// A link leaves the page only to these, and only when the reader follows it.
const SAFE = /^https?:\/\/(www\.wikidata\.org\/(entity|wiki)\/Q\d+|(sws|www)\.geonames\.org\/\d+\/?)$/;

function showPanel() {
  const panel = document.getElementById("panel");
  panel.replaceChildren(...(state.selected === null ? guide() : story(state.selected)));
  panel.scrollTop = 0;
  document.body.classList.toggle("chosen", state.selected !== null);
}

// What stands there before anything is chosen.
function guide() {
  const made = [el("h2", "", "Zo leest u dit netwerk")];
  const tell = (text) => made.push(el("p", "", text));
  tell("Namen en gebeurtenissen uit de artikelen, en wie er wat in doet. Klik op een knoop, of kies in de lijst: dan staat hier welke zin het zegt, en wie dat beweert.");
  const rows = el("ul", "guide");
  const row = (mark, text) => {
    const item = el("li");
    item.append(mark, el("span", "", text));
    rows.append(item);
  };
  row(icon("Event", "Asserted"), "Vol: de krant zelf stelt dat het gebeurde.");
  row(icon("Event", "Claimed"), "Licht, gestreepte rand: iemand zegt het; de krant laat het in het midden.");
  row(icon("Event", "Planned"), "Hol, gestreepte rand: gepland, geëist of onder voorwaarde.");
  row(icon("Event", "Negated"), "Doorgestreept: het gebeurde niet.");
  row(lineSample(false), "Lijn: iemand of iets speelt een rol in een gebeurtenis.");
  row(lineSample(true), "Stippellijn: iemand zegt iets over een gebeurtenis.");
  made.push(rows);
  tell("Onder “Naast elkaar” staat wie wat over één gebeurtenis zegt, met welke getallen en in welke woorden.");
  tell("Klik op de legenda boven het netwerk om soorten te verbergen. Sleep om te schuiven, scroll of knijp om te zoomen. De link in de adresbalk wijst naar wat u gekozen hebt.");
  return made;
}

function lineSample(dotted) {
  const drawn = svg("svg", { viewBox: "0 0 18 18", width: 18, height: 18, "aria-hidden": "true" });
  drawn.classList.add("icon", dotted ? "line-says" : "line-role");
  drawn.append(svg("path", { d: "M1 14L17 4" }));
  return drawn;
}

function story(number) {
  const thing = THINGS[number];
  const parts = [head(thing), facts(thing, number)];
  if (thing.kind === "Event") parts.push(claimsPart(thing));
  parts.push(mentionsPart(thing), factsPart(thing), tiesPart(number), whyPart(thing), foot(thing));
  return parts.filter(Boolean);
}

function head(thing) {
  const made = el("header");
  const line = el("p", "kind");
  line.append(thingIcon(thing), el("span", "", kindWords(thing)));
  const title = el("h2", "", thing.label);
  title.id = "panel-title";
  title.tabIndex = -1;
  const close = button("close", "×", () => choose(null, { back: true }));
  close.setAttribute("aria-label", "Sluiten");
  made.append(close, line, title);
  if (thing.status) made.append(statusBadge(thing.status));
  return made;
}

function statusBadge(status) {
  const made = el("p", "badge");
  made.append(el("strong", "", word(status)), ` ${word(`${status}?`)}`);
  return made;
}

// Term and definition, where there is one.
function facts(thing, number) {
  const list = el("dl");
  const tell = (term, ...values) => {
    const told = values.filter(Boolean);
    if (told.length) list.append(el("dt", "", term), ...told.map((value) => definition(value)));
  };
  const guessed = thing.guessed ? " (afgeleid)" : "";
  tell("wanneer", ...(thing.when || []).map((words) => words + guessed));
  if (thing.unstated) tell("handelende", "niet genoemd in de tekst");
  roles(number).forEach((others, name) => tell(word(name), ...others.map(thingButton)));
  tell("hoeveel", ...(thing.amounts || []));
  if (thing.lat !== undefined) {
    tell("ligging", `${degrees(thing.lat, "N", "Z")} ${degrees(thing.long, "O", "W")}`);
  }
  tell("identiteit", ...(thing.same || []).map(identity));
  tell("mogelijk", ...(thing.close || []).map(identity));
  return list.childElementCount ? list : null;
}

function definition(value) {
  const made = el("dd");
  made.append(value);
  return made;
}

// An event's own roles: name -> numbers.
function roles(number) {
  const found = new Map();
  if (THINGS[number].kind !== "Event") return found;
  TIES[number].forEach((tie) => tie.entries.forEach((entry) => {
    if (entry.kind !== "role" || entry.out === (entry.name === "agent")) return;
    found.set(entry.name, [...(found.get(entry.name) || []), tie.other]);
  }));
  return found;
}

function thingButton(number) {
  const thing = THINGS[number];
  const made = button("thing", "", () => choose(number, { show: true }));
  made.append(thingIcon(thing), el("bdi", "", thing.label));
  return made;
}

function identity(iri) {
  const name = iri.replace(/^https?:\/\/(www\.|sws\.)?/, "").replace(/\/$/, "");
  if (!SAFE.test(iri)) return el("span", "iri", iri);
  const link = el("a", "", name.replace("wikidata.org/entity/", "Wikidata ").replace("geonames.org/", "GeoNames "));
  link.href = iri;
  link.rel = "noopener noreferrer";
  link.target = "_blank";
  return link;
}

function part(title, children, short = SHORT) {
  if (!children.length) return null;
  const made = el("section");
  made.append(el("h3", "", title), ...children.slice(0, short));
  if (children.length > short) {
    const more = button("more", `Toon alle ${children.length}`, () => {
      more.replaceWith(...children.slice(short));
    });
    made.append(more);
  }
  return made;
}

function claimsPart(thing) {
  const made = part("Wie zegt dit?", (thing.claims || []).map((claim) => claimCard(claim)));
  if (made && voicesOf(thing).length > 1) {
    made.firstChild.after(button("more", "Zet naast elkaar", () => showDrawn("voices")));
  }
  return made;
}

function claimCard(claim) {
  const card = el("article", "claim");
  card.append(speakerLine(claim));
  const signs = [word(claim.status || ""), word(claim.cert || "")];
  if (claim.pol === "Negative") signs.push(word("Negative"));
  card.append(el("p", "signs", signs.filter(Boolean).join(" · ")));
  const place = claimPlace(claim);
  if (place) card.append(claimSentence(claim, place), source(DATA.sentences[place[0]][0]));
  if (claim.cues) {
    const cues = claim.cues.map((cue) => `“${wordsAt(cue)}”`).join(", ");
    card.append(el("p", "signs", `te zien aan: ${cues}`));
  }
  (claim.outer || []).forEach((outer) => {
    card.append(el("p", "signs", "Dat dit zo gezegd is, volgens:"), claimCard(outer));
  });
  return card;
}

function claimPlace(claim) {
  return claim.at || claim.words || (claim.cues || [])[0];
}

function speakerLine(claim) {
  const line = el("p", "speaker");
  if (claim.who) line.append(...claim.who.map(thingButton));
  else line.append(el("strong", "", "de krant zelf"));
  if (claim.ill) line.append(el("span", "quiet", ` ${word(claim.ill)}`));
  (claim.to || []).forEach((number) => line.append(el("span", "quiet", " aan "), thingButton(number)));
  (claim.against || []).forEach((n) => line.append(el("span", "quiet", " tegen "), thingButton(n)));
  return line;
}

function claimSentence(claim, place) {
  const marks = claim.at ? [[...claim.at.slice(1), "said"]] : [];
  (claim.cues || []).forEach((cue) => cue[0] === place[0] && marks.push([cue[1], cue[2], "cue"]));
  return markedSentence(place[0], marks);
}

// Each sentence once, with all the words of this thing marked in it; what a claim shows already
// is not shown again.
function mentionsPart(thing) {
  const sentences = new Map();
  const seen = new Set((thing.claims || []).map((claim) => String(claim.at)));
  (thing.in || []).forEach(([sentence, begin, end, kind]) => {
    if (seen.has(String([sentence, begin, end]))) return;
    sentences.set(sentence, [...(sentences.get(sentence) || []), [begin, end, "said", kind]]);
  });
  const cards = [...sentences].map(([sentence, marks]) => {
    const card = el("article", "mention");
    card.append(markedSentence(sentence, marks), source(DATA.sentences[sentence][0]));
    return card;
  });
  const title = thing.kind === "Event" ? "Ook genoemd in" : `In de tekst (${thing.in?.length || 0} keer)`;
  return part(title, cards);
}

// Standing relations: what the text tells of this entity, and on whose word.
function factsPart(thing) {
  const cards = (thing.facts || []).map((fact) => {
    const card = el("article", "claim");
    const line = el("p", "speaker", `${word(fact.name)}: `);
    line.append(fact.node === undefined ? el("bdi", "", fact.text || "") : thingButton(fact.node));
    card.append(line);
    (fact.at || []).forEach((at) => card.append(markedSentence(at[0], [[at[1], at[2], "said"]])));
    (fact.claims || []).forEach((claim) => claim.who && card.append(speakerLine(claim)));
    return card;
  });
  return part("Volgens de tekst", cards);
}

// What else this thing has to do with, each with its part in it.
function tiesPart(number) {
  const event = THINGS[number].kind === "Event";
  const shown = new Set([...roles(number).values()].flat());
  // Who says it stands with the claims.
  const told = (tie) => event && tie.entries.every((entry) => entry.kind === "says");
  const items = TIES[number]
    .filter((tie) => !shown.has(tie.other) && !told(tie))
    .sort((a, b) => a.other - b.other)
    .map((tie) => {
      const line = el("p", "tie");
      const how = [...new Set(tie.entries.map((entry) => tieWord(entry.kind, entry.name)))];
      const thing = THINGS[tie.other];
      line.append(thingButton(tie.other), el("span", "quiet", ` ${how.join(", ")}`));
      if (thing.when) line.append(el("span", "quiet", ` · ${thing.when[0]}`));
      return line;
    });
  return part(event ? "Verbonden met" : "Betrokken bij", items, 12);
}

function whyPart(thing) {
  return part("Samengevoegd omdat", (thing.why || []).map((why) => el("p", "", why)));
}

function foot(thing) {
  const made = el("p", "iri", thing.iri || DATA.base + thing.key);
  made.title = "De naam van deze knoop in de graaf";
  return made;
}
