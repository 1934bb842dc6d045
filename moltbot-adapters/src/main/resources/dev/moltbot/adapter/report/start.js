"use strict";

/** Puts the parts together, and answers the keyboard. */
(() => {
  const stage = byId("picture");
  let walked = -1;

  function legend() {
    const channels = [...new Set(people.flatMap((p) => p.talk.map((t) => t.channel)))];
    let only = null;
    const draw = () => byId("legend").replaceChildren(...channels.map((channel) => element("li", {},
      element("button", { type: "button", "aria-pressed": String(only === channel), onclick: () => {
        only = only === channel ? null : channel;
        picture.filter(only);
        draw();
        byId("legend").querySelectorAll("button")[channels.indexOf(channel)].focus();
      } }, spot(channel), channelName(channel)))));
    draw();
    darkMode.addEventListener("change", draw);
  }

  /** To the next person in a direction, or the closest of all from nowhere. */
  function walk(right, down) {
    if (!people.length) return;
    const from = walked < 0 ? { x: 0, y: 0 } : people[walked];
    let best = -1;
    let least = Infinity;
    people.forEach((person) => {
      const [x, y] = [person.x - from.x, person.y - from.y];
      const ahead = x * right + y * down;
      const cost = Math.hypot(x, y) * (1 + 2 * (1 - ahead / (Math.hypot(x, y) || 1)));
      if (person.index !== walked && ahead > 0 && cost < least) {
        least = cost;
        best = person.index;
      }
    });
    if (best >= 0) {
      walked = best;
      picture.choose(best);
      say(`${people[best].name}. ${picture.channelsOf(people[best])}`);
    }
  }

  const KEYS = {
    ArrowRight: () => walk(1, 0), ArrowLeft: () => walk(-1, 0),
    ArrowDown: () => walk(0, 1), ArrowUp: () => walk(0, -1),
    Enter: () => { if (walked >= 0) { panel.show(walked, stage); panel.focus(); } },
    Escape: () => panel.hide(),
    "+": () => picture.zoomBy(1.3), "-": () => picture.zoomBy(1 / 1.3), 0: () => picture.all(),
  };

  stage.addEventListener("keydown", (event) => {
    if (Object.hasOwn(KEYS, event.key) && !event.ctrlKey && !event.metaKey) {
      event.preventDefault();
      KEYS[event.key]();
    }
  });

  document.addEventListener("keydown", (event) => {
    if (event.key === "/" && !(event.target instanceof HTMLInputElement)) {
      event.preventDefault();
      search.focus();
    }
  });

  document.addEventListener("click", (event) => {
    const name = event.target.closest("button[data-person]");
    if (name) {
      panel.show(Number(name.dataset.person), name);
      panel.focus();
      byId("picture-part").scrollIntoView({ behavior: calm.matches ? "auto" : "smooth" });
    }
  });

  picture.whenChosen((index) => {
    walked = index;
    panel.show(index, stage);
  });
  byId("zoom-in").addEventListener("click", () => picture.zoomBy(1.3));
  byId("zoom-out").addEventListener("click", () => picture.zoomBy(1 / 1.3));
  byId("zoom-all").addEventListener("click", picture.all);
  byId("nobody").hidden = people.length > 0;
  legend();
  csv.attach(document);
  chart.choices();
  chart.draw();
  everyone.draw();
  document.documentElement.dataset.ready = "yes";
})();
