"use strict";

/** Everyone as a table: the picture's twin for those who do not see it, and for paper. */
const everyone = (() => {
  const PAGE = 50;
  const COLUMNS = [
    ["Name", (p) => p.name], ["Closeness", (p) => p.index], ["Channels", (p) => channels(p)],
    ["From them", (p) => sum(p, "received")], ["From you", (p) => sum(p, "sent")],
    ["In groups", (p) => sum(p, "shared")], ["First", (p) => p.first], ["Last", (p) => p.last],
  ];
  const place = byId("people-table");
  let sorted = people;
  let by = 1;
  let up = true;
  let shown = PAGE;

  function sum(person, field) {
    return person.talk.reduce((all, talk) => all + talk[field], 0);
  }

  function channels(person) {
    return person.talk.map((t) => channelName(t.channel)).join(", ") || "Address book";
  }

  function cell(person, column) {
    const value = COLUMNS[column][1](person);
    if (column === 0) return element("button", { type: "button", class: "name", "data-person": person.index }, words(value));
    if (column === 1) return numberFormat.format(value + 1);
    if (column >= 6) return dayOf(value);
    return typeof value === "number" ? numberFormat.format(value) : value;
  }

  function sort(column) {
    up = by === column ? !up : column < 3;
    by = column;
    const value = COLUMNS[column][1];
    sorted = [...sorted].sort((a, b) => {
      const [x, y] = [value(a), value(b)];
      const order = typeof x === "string" ? x.localeCompare(y) : x - y;
      return (up ? order : -order) || a.index - b.index;
    });
    draw();
  }

  function heading([title], i) {
    return element("th", { scope: "col", "aria-sort": by === i ? (up ? "ascending" : "descending") : null },
      element("button", { type: "button", class: "sort", onclick: () => { sort(i); focusOn(i); } }, title));
  }

  function focusOn(column) {
    place.querySelectorAll("thead button")[column].focus();
  }

  function draw() {
    const rows = sorted.slice(0, shown).map((person) => element("tr", {},
      ...COLUMNS.map((_, i) => element(i ? "td" : "th", i ? { class: i > 2 && i < 6 || i === 1 ? "number" : null } : { scope: "row" }, cell(person, i)))));
    const made = element("table", {}, element("caption", { class: "hidden" }, "Everyone, and what you have written to each other"),
      element("thead", {}, element("tr", {}, ...COLUMNS.map(heading))), element("tbody", {}, ...rows));
    place.replaceChildren(element("div", { class: "scroll" }, made),
      element("p", { class: "quiet" }, `${numberFormat.format(Math.min(shown, sorted.length))} of ${count(sorted.length, "person", "people")} `, more(), csv.button("people", everything)));
  }

  function more() {
    return shown < sorted.length
      ? element("button", { type: "button", class: "more", onclick: () => { shown += 200; draw(); } }, "Show more")
      : "";
  }

  function everything() {
    return [COLUMNS.map((c) => c[0]), ...sorted.map((person) => COLUMNS.map(([, value], i) =>
      i === 1 ? value(person) + 1 : i >= 6 ? isoDay(value(person)) : value(person)))];
  }

  byId("filter").addEventListener("input", (event) => {
    sorted = event.target.value.trim() ? search.matches(event.target.value) : people;
    shown = PAGE;
    by = 1;
    up = true;
    draw();
    say(count(sorted.length, "person", "people"));
  });

  return { draw };
})();
