// Whose voice is heard: the claims about a thing by who makes them.

// The paper's own voice, where others have the number of a thing.
const PAPER = -1;
// What of itself says that something did or did not happen.
const TOLD = new Set(["Asserted", "Claimed", "Negated"]);

// Every claim about a thing, and the claims about those: {claim, who, inner}.
function allClaims(claims, inner = null) {
  return (claims || []).flatMap((claim) => [
    ...(claim.who || [PAPER]).map((who) => ({ claim, who, inner })),
    ...allClaims(claim.outer, inner || claim),
  ]);
}

// The parties to an event, the paper first, each with its claims in the order of their dates.
function voicesOf(thing) {
  const found = new Map();
  allClaims(thing.claims).forEach((one) => {
    if (!found.has(one.who)) found.set(one.who, []);
    found.get(one.who).push(one);
  });
  const voices = [...found].map(([who, said]) => ({ who, said: said.sort(byDay) }));
  return voices.sort((a, b) => (b.who === PAPER) - (a.who === PAPER) || byDay(a.said[0], b.said[0]));
}

function byDay(one, other) {
  const [a, b] = [dayOf(one.claim), dayOf(other.claim)];
  return a < b ? -1 : Number(a > b);
}

function dayOf(claim) {
  const row = DATA.documents[claim.doc];
  return (row && row.day) || "";
}

// Whether one voice says that it happened and another that it did not, or denies what is said.
function contradicted(thing) {
  const all = allClaims(thing.claims);
  const denied = all.some(({ claim, inner }) => inner && claim.ill === "Denial"
    && claim.pol === "Negative" && inner.pol === "Positive" && TOLD.has(inner.status));
  if (denied) return true;
  const signs = all.filter(({ claim, inner }) =>
    !inner && TOLD.has(claim.status) && claim.cert !== "Underspecified");
  return signs.some((one) => signs.some((other) =>
    one.who !== other.who && one.claim.pol === "Positive" && other.claim.pol === "Negative"));
}

function voiceName(who) {
  return who === PAPER ? "de krant zelf" : THINGS[who].label;
}

function voiceHead(who) {
  return who === PAPER ? el("strong", "", voiceName(who)) : thingButton(who);
}

// What each speaker says: [event, {claim, …}] by the speaker's number, made when first asked for.
let spoken = null;

function spokenBy(who) {
  if (spoken === null) {
    spoken = new Map();
    THINGS.forEach((thing, number) => allClaims(thing.claims).forEach((one) => {
      if (one.who === PAPER || thing.state) return;
      if (!spoken.has(one.who)) spoken.set(one.who, []);
      spoken.get(one.who).push([number, one]);
    }));
  }
  return spoken.get(who) || [];
}
