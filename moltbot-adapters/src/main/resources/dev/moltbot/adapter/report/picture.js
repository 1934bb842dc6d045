"use strict";

/** The graph. Cytoscape draws dots and ties and knows what is under the pointer. */
const picture = (() => {
  const CROWD = 1500;
  const TIES_EACH = 4;
  const SPOKES = 30;
  const crowd = people.length > CROWD;
  const container = byId("picture");
  let only = null;
  let chosen = null;
  let under = null;
  let listener = () => {};

  /** Of each person the strongest; all of them would be one grey cloud. */
  function ties() {
    const drawn = new Uint16Array(people.length);
    return data.ties.filter(([one, other]) => {
      if (drawn[one] >= TIES_EACH || drawn[other] >= TIES_EACH) return false;
      drawn[one]++;
      drawn[other]++;
      return true;
    });
  }

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
    const spokes = people.filter((p) => p.talk.length).slice(0, SPOKES).map((p) =>
      ({ group: "edges", data: { source: "owner", target: `p${p.index}` }, classes: "spoke" }));
    const lines = ties().map(([one, other]) =>
      ({ group: "edges", data: { source: `p${one}`, target: `p${other}` } }));
    return [owner, ...people.map(dot), ...spokes, ...lines];
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
        "background-color": (node) => colourOf(node.data("channel")), "overlay-opacity": 0 } },
      { selector: "node.several", style: { "pie-size": "100%", ...part(0), ...part(1), ...part(2) } },
      { selector: "node.unwritten", style: {
        "background-color": take("--paper"), "border-color": take("--quiet"), "border-width": 2 } },
      { selector: "node.owner", style: {
        label: "You", "font-size": 15, "font-weight": 600, color: take("--paper"), "text-valign": "center",
        "text-halign": "center", "background-color": take("--ink"), "border-width": 0, events: "no" } },
      { selector: "edge", style: {
        width: 1, "curve-style": "haystack", "line-color": take("--tie"), opacity: 0.7, events: "no" } },
      { selector: "edge.spoke", style: { width: 1, "line-color": take("--quiet"), opacity: 0.28 } },
      { selector: "node.off", style: { opacity: 0.1 } },
      { selector: "edge.off", style: { display: "none" } },
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
    hideEdgesOnViewport: crowd,
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
    backdrop.draw(seen);
    container.dataset.names = names.draw(seen, first(), off);
  }

  cy.on("render", around);
  darkMode.addEventListener("change", () => cy.style(style()));
  cy.on("tap", "node[index]", (event) => listener(event.target.data("index")));
  cy.on("mouseover", "node[index]", (event) => hover(event.target.data("index"), event.renderedPosition));
  cy.on("mouseout", "node[index]", () => hover(null));
  cy.on("pan zoom", () => (byId("tip").hidden = true));

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
      cy.edges().toggleClass("off", channel !== null);
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
