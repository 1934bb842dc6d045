"use strict";

/** Makes an element. Children are elements or texts; a text is never read as markup. */
function element(tag, attributes = {}, ...children) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (name.startsWith("on")) made.addEventListener(name.slice(2), value);
    else if (value !== null) made.setAttribute(name, value);
  }
  made.append(...children);
  return made;
}

/** Words of others: whatever way they run, what stands beside them stays in place. */
function words(text) {
  return element("bdi", {}, text);
}

function byId(id) {
  return document.getElementById(id);
}

function say(text) {
  byId("spoken").textContent = text;
}

/** A table of texts and elements; the first cell of a row is its heading. */
function table(name, caption, heads, rows) {
  const body = rows.map((row) => element("tr", {}, ...row.map((cell, i) =>
    element(i ? "td" : "th", i ? {} : { scope: "row" }, cell))));
  return element("table", name ? { "data-csv": name } : {},
    element("caption", { class: "hidden" }, caption),
    element("thead", {}, element("tr", {}, ...heads.map((h) => element("th", { scope: "col" }, h)))),
    element("tbody", {}, ...body));
}

/** A spot of a channel's colour; the channel's name stands beside it. */
function spot(channel) {
  const canvas = element("canvas", { class: "spot", width: 20, height: 20, "aria-hidden": "true" });
  const brush = canvas.getContext("2d");
  brush.fillStyle = colourOf(channel);
  brush.beginPath();
  brush.arc(10, 10, 9, 0, 7);
  brush.fill();
  return canvas;
}
