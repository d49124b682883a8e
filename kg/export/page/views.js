// The drawing: the network, the map where places have coordinates, or what is said side by side.

function startViews() {
  document.querySelectorAll("#views button").forEach((one) => {
    one.addEventListener("click", () => showDrawn(one.dataset.draw));
    if (one.dataset.draw === "map") one.hidden = !mapped();
  });
}

function showDrawn(name) {
  document.body.classList.toggle("mapping", name === "map");
  document.body.classList.toggle("voicing", name === "voices");
  document.querySelectorAll("#views button").forEach((one) =>
    one.setAttribute("aria-pressed", String(one.dataset.draw === name)));
  if (name === "map") fitMap();
  else if (name === "voices") showVoices();
  else network.redraw();
}

function mapShown() {
  return document.body.classList.contains("mapping");
}

function voicesShown() {
  return document.body.classList.contains("voicing");
}
