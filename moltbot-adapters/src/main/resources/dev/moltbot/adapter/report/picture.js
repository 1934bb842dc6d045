"use strict";

/**
 * The graph. Cytoscape draws the dots and moves the view. It does not look for what is under the
 * pointer: it measures every dot with its label anew for that, which is a pause at each grab.
 */
const picture = (() => {
  const CROWD = 1500;
  /** How far beside a dot still means it, in pixels. */
  const NEAR = 4;
  const crowd = people.length > CROWD;
  const container = byId("picture");
  let only = null;
  let chosen = null;
  let under = null;
  let listener = () => {};

  function pie(person) {
    const most = person.talk.slice(0, 3);
    const all = most.reduce((sum, t) => sum + t.received + t.sent + t.shared, 0) || 1;
    const fields = {};
    [0, 1, 2].forEach((i) => {
      const talk = most[i];
      fields[`c${i}`] = talk ? talk.channel : "";
      fields[`p${i}`] = talk ? (100 * (talk.received + talk.sent + talk.shared)) / all : 0;
    });
    return fields;
  }

  function dot(person) {
    const several = person.talk.length > 1;
    return {
      group: "nodes",
      data: {
        id: `p${person.index}`,
        index: person.index,
        width: person.width,
        channel: person.talk.length ? person.talk[0].channel : "",
        ...(several ? pie(person) : {}),
      },
      position: { x: person.x, y: person.y },
      classes: several ? "several" : person.talk.length ? "" : "unwritten",
    };
  }

  function elements() {
    const owner = { group: "nodes", data: { id: "owner", width: 44 }, position: { x: 0, y: 0 }, classes: "owner" };
    return [owner, ...people.map(dot)];
  }

  function style() {
    const css = getComputedStyle(document.documentElement);
    const take = (name) => css.getPropertyValue(name).trim();
    const part = (i) => ({
      [`pie-${i + 1}-background-color`]: (node) => colourOf(node.data(`c${i}`)),
      [`pie-${i + 1}-background-size`]: (node) => node.data(`p${i}`),
    });
    return [
      { selector: "node", style: {
        width: "data(width)", height: "data(width)", "border-width": 1.5, "border-color": take("--paper"),
        "background-color": (node) => colourOf(node.data("channel")), "overlay-opacity": 0, events: "no" } },
      { selector: "node.several", style: { "pie-size": "100%", ...part(0), ...part(1), ...part(2) } },
      { selector: "node.unwritten", style: {
        "background-color": take("--paper"), "border-color": take("--quiet"), "border-width": 2 } },
      { selector: "node.owner", style: {
        label: "You", "font-size": 15, "font-weight": 600, color: take("--paper"), "text-valign": "center",
        "text-halign": "center", "background-color": take("--ink"), "border-width": 0 } },
      { selector: "node.off", style: { opacity: 0.1 } },
    ];
  }

  const cy = cytoscape({
    container,
    elements: elements(),
    style: style(),
    layout: { name: "preset" },
    minZoom: 0.05,
    maxZoom: 4,
    autoungrabify: true,
    autounselectify: true,
    boxSelectionEnabled: false,
    textureOnViewport: crowd,
    pixelRatio: crowd ? 1 : "auto",
  });
  container.after(names.canvas);

  function view() {
    const pan = cy.pan();
    const zoom = cy.zoom();
    return {
      zoom, width: container.clientWidth, height: container.clientHeight,
      ratio: crowd ? 1 : devicePixelRatio || 1,
      at: (point) => [point.x * zoom + pan.x, point.y * zoom + pan.y],
    };
  }

  function first() {
    return [...new Set([chosen, under])].filter((index) => index !== null).map((index) => people[index]);
  }

  function off(person) {
    return only !== null && !person.talk.some((talk) => talk.channel === only);
  }

  function around() {
    const seen = view();
    backdrop.draw(seen, only === null);
    container.dataset.names = names.draw(seen, first(), off);
  }

  cy.on("render", around);
  darkMode.addEventListener("change", () => cy.style(style()));
  cy.on("tap", (event) => {
    const found = nearest(event.position);
    if (found !== null) listener(found);
  });
  cy.on("mousemove", (event) => {
    if (event.originalEvent.buttons) return;
    const found = nearest(event.position);
    if (found !== under) hover(found, event.renderedPosition);
  });
  container.addEventListener("mouseleave", () => under !== null && hover(null));
  cy.on("pan zoom", () => (byId("tip").hidden = true));

  /** Whose dot is here, or next to here; null for nobody's. */
  function nearest(point) {
    let found = null;
    let gap = NEAR / cy.zoom();
    for (const person of people) {
      const away = Math.hypot(point.x - person.x, point.y - person.y) - person.width / 2;
      if (away < gap) [found, gap] = [person.index, away];
    }
    return found;
  }

  function hover(index, at) {
    under = index;
    const tip = byId("tip");
    tip.hidden = index === null;
    if (index !== null) {
      tip.replaceChildren(element("strong", {}, words(people[index].name)), element("span", {}, channelsOf(people[index])));
      tip.style.left = `${Math.min(at.x + 14, container.clientWidth - 230)}px`;
      tip.style.top = `${at.y + 14}px`;
    }
    around();
  }

  function channelsOf(person) {
    return person.talk.length
      ? person.talk.map((t) => `${channelName(t.channel)} ${numberFormat.format(t.received + t.sent + t.shared)}`).join(" \u00b7 ")
      : "Only in the address book";
  }

  /** Everyone in sight; where there are few, not so near that the dots look like balloons. */
  function all() {
    const size = 2 * (data.radius + 70);
    const zoom = Math.min(container.clientWidth / (size + 130), container.clientHeight / size, 1.15);
    cy.viewport({ zoom, pan: { x: container.clientWidth / 2, y: container.clientHeight / 2 } });
  }

  function zoomBy(factor) {
    cy.zoom({ level: cy.zoom() * factor, renderedPosition: { x: container.clientWidth / 2, y: container.clientHeight / 2 } });
  }

  /** Marks a person, and brings them into sight if they are not. */
  function choose(index) {
    chosen = index;
    if (index !== null) {
      const { at, width, height } = view();
      const [x, y] = at(people[index]);
      if (x < 40 || y < 40 || x > width - 40 || y > height - 40) {
        const centre = { center: { eles: cy.getElementById(`p${index}`) } };
        if (calm.matches) cy.center(centre.center.eles);
        else cy.animate(centre, { duration: 250 });
      }
    }
    around();
  }

  /** Shows only who is on a channel; null for everyone. */
  function filter(channel) {
    only = channel;
    cy.batch(() => {
      cy.nodes("[index]").forEach((node) => node.toggleClass("off", off(people[node.data("index")])));
    });
    around();
  }

  /** The middle stays in the middle when a panel takes part of the room. */
  let room = [container.clientWidth, container.clientHeight];
  new ResizeObserver(() => {
    const [width, height] = [container.clientWidth, container.clientHeight];
    cy.resize();
    cy.panBy({ x: (width - room[0]) / 2, y: (height - room[1]) / 2 });
    room = [width, height];
  }).observe(container);
  all();

  return { cy, all, zoomBy, choose, filter, around, channelsOf, whenChosen: (then) => (listener = then) };
})();
