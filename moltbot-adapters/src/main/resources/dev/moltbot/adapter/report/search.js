"use strict";

/** The search box: a combobox as WAI-ARIA describes it. */
const search = (() => {
  const MOST = 12;
  const box = byId("search");
  const found = byId("found");
  const known = people.map((person) =>
    plain([person.name, ...person.handles.map((h) => h[1]), ...person.tags].join("\n")));
  let active = -1;

  /** Every word must be there; who is called so comes before who has it in an address. */
  function matches(wish) {
    const wanted = plain(wish).split(/\s+/).filter(Boolean);
    if (!wanted.length) return [];
    const hits = people.filter((person) => wanted.every((word) => known[person.index].includes(word)));
    const starts = (person) => (plain(person.name).split(/\s+/).some((w) => w.startsWith(wanted[0])) ? 0 : 1);
    return hits.map((p) => [starts(p), p]).sort((a, b) => a[0] - b[0] || a[1].index - b[1].index).map((h) => h[1]);
  }

  function option(person, i) {
    return element("li", { id: `found-${i}`, role: "option", "aria-selected": "false", "data-index": person.index,
      onmousedown: (event) => { event.preventDefault(); pick(person.index); } },
    words(person.name), element("span", { class: "quiet" }, picture.channelsOf(person)));
  }

  function update() {
    const hits = matches(box.value);
    found.replaceChildren(...hits.slice(0, MOST).map(option));
    if (box.value.trim() && !hits.length) found.append(element("li", { class: "quiet" }, "Nobody is called that."));
    open(box.value.trim() !== "");
    mark(hits.length ? 0 : -1);
    if (box.value.trim()) say(count(hits.length, "person found", "people found"));
  }

  function open(yes) {
    found.hidden = !yes;
    box.setAttribute("aria-expanded", String(yes));
  }

  function mark(i) {
    active = i;
    [...found.children].forEach((child, k) => child.setAttribute("aria-selected", String(k === i)));
    if (i >= 0) box.setAttribute("aria-activedescendant", `found-${i}`);
    else box.removeAttribute("aria-activedescendant");
  }

  function pick(index) {
    open(false);
    panel.show(index, box);
  }

  const KEYS = {
    ArrowDown: () => mark(Math.min(active + 1, found.querySelectorAll("[role=option]").length - 1)),
    ArrowUp: () => mark(Math.max(active - 1, 0)),
    Enter: () => active >= 0 && !found.hidden && pick(Number(found.children[active].dataset.index)),
    Escape: () => { open(false); panel.hide(); },
  };

  box.addEventListener("input", update);
  box.addEventListener("blur", () => open(false));
  box.addEventListener("keydown", (event) => {
    if (Object.hasOwn(KEYS, event.key)) {
      event.preventDefault();
      KEYS[event.key]();
    }
  });
  return { focus: () => box.focus(), matches };
})();
