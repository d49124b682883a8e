// The timeline: how many events each day, month or year; a column is a button that filters.

const COLUMNS = 60;

// The dated events, counted by the finest unit that fits on the strip.
function timeBins() {
  const days = THINGS.filter((t) => t.from && !t.state).map((t) => t.from);
  for (const length of [10, 7, 4]) {
    const bins = new Map();
    days.forEach((day) => bins.set(day.slice(0, length), (bins.get(day.slice(0, length)) || 0) + 1));
    if (bins.size <= COLUMNS || length === 4) return [...bins].sort().slice(-COLUMNS);
  }
  return [];
}

const BINS = timeBins();

function showTimeline() {
  const strip = document.getElementById("timeline");
  const highest = Math.max(1, ...BINS.map((bin) => bin[1]));
  strip.hidden = BINS.length < 2;
  strip.replaceChildren(...BINS.map(([time, count]) => column(time, count, highest)));
}

function column(time, count, highest) {
  const [from, to] = [`${time}${"-01-01".slice(time.length - 4)}`, lastDay(time)];
  const pressed = state.from === from && state.to === to;
  const made = button("column", "", () => {
    Object.assign(state, pressed ? { from: "", to: "" } : { from, to });
    refresh();
  });
  const bar = el("span", "bar");
  bar.style.height = `${Math.round(6 + (count / highest) * 22)}px`;
  made.append(bar, el("span", "when", shortTime(time)));
  made.setAttribute("aria-pressed", String(pressed));
  const text = `${longTime(time)}: ${many(count, "gebeurtenis", "gebeurtenissen")}`;
  made.setAttribute("aria-label", text);
  made.title = text;
  return made;
}

const MONTHS = "januari februari maart april mei juni juli augustus september oktober november december".split(" ");

function lastDay(time) {
  if (time.length === 4) return `${time}-12-31`;
  if (time.length === 10) return time;
  const [year, month] = time.split("-").map(Number);
  return `${time}-${new Date(Date.UTC(year, month, 0)).getUTCDate()}`;
}

function longTime(time) {
  const [year, month, day] = time.split("-");
  return [day && Number(day), month && MONTHS[Number(month) - 1], year].filter(Boolean).join(" ");
}

function shortTime(time) {
  const [year, month, day] = time.split("-");
  if (!month) return year;
  const name = (MONTHS[Number(month) - 1] || "").slice(0, 3);
  return day ? `${Number(day)} ${name}` : `${name} ’${year.slice(2)}`;
}
