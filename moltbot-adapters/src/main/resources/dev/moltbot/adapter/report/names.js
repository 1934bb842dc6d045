"use strict";

/**
 * Names over the picture: the closest first, and none over another, so that a crowded picture shows
 * few and a near one many. Drawn by hand, since only what is in sight has to be looked at.
 */
const names = (() => {
  /** A crowd's dots are the picture; under more names nobody sees them. */
  const MOST = people.length > 1500 ? 60 : 140;
  const HEIGHT = 16;
  const LONGEST = 22;
  const FIRST = 30;
  const canvas = element("canvas", { class: "names", "aria-hidden": "true" });
  const brush = canvas.getContext("2d");
  const shortened = new Map();

  function label(person) {
    if (!shortened.has(person.index)) {
      const letters = [...person.name];
      const text = letters.length > LONGEST ? letters.slice(0, LONGEST - 1).join("") + "\u2026" : person.name;
      brush.font = font(false);
      shortened.set(person.index, { text, width: brush.measureText(text).width });
    }
    return shortened.get(person.index);
  }

  function font(strong) {
    return `${strong ? "600 13px" : "12px"} system-ui, sans-serif`;
  }

  /** Boxes in squares of the screen, so that each is compared with its neighbours alone. */
  function boxes() {
    const squares = new Map();
    const square = 64;
    const keys = (box) => {
      const all = [];
      for (let x = Math.floor(box.left / square); x <= Math.floor(box.right / square); x++) {
        for (let y = Math.floor(box.top / square); y <= Math.floor(box.bottom / square); y++) {
          all.push(x * 4096 + y);
        }
      }
      return all;
    };
    const meets = (a, b) =>
      a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
    return {
      free: (box) =>
        !keys(box).some((key) => (squares.get(key) ?? []).some((other) => meets(box, other))),
      take: (box) => keys(box).forEach((key) => squares.set(key, [...(squares.get(key) ?? []), box])),
    };
  }

  function colours() {
    const style = getComputedStyle(document.documentElement);
    return { ink: style.getPropertyValue("--ink"), paper: style.getPropertyValue("--paper") };
  }

  function write(text, x, y, strong, colour) {
    brush.font = font(strong);
    brush.strokeStyle = colour.paper;
    brush.strokeText(text, x, y);
    brush.fillStyle = colour.ink;
    brush.fillText(text, x, y);
  }

  /** A circle around the person, and lines to those they meet. */
  function mark(person, view, colour) {
    brush.lineWidth = 1.5;
    brush.strokeStyle = colour.ink;
    brush.globalAlpha = 0.55;
    person.near.slice(0, 40).forEach(([other]) => {
      brush.beginPath();
      brush.moveTo(...view.at(person));
      brush.lineTo(...view.at(people[other]));
      brush.stroke();
    });
    brush.globalAlpha = 1;
    brush.lineWidth = 2.5;
    brush.beginPath();
    const [x, y] = view.at(person);
    brush.arc(x, y, Math.max(5, (person.width / 2) * view.zoom) + 3.5, 0, 7);
    brush.stroke();
  }

  /** Below the dot, else above it, else beside it: where there is room first. */
  function* places(at, width, radius) {
    const half = width / 2 + 3;
    yield [at[0] - half, at[1] + radius + 1];
    yield [at[0] - half, at[1] - radius - HEIGHT];
    yield [at[0] + radius + 2, at[1] - HEIGHT / 2];
    yield [at[0] - radius - 2 - 2 * half, at[1] - HEIGHT / 2];
  }

  function inSight(at, view) {
    return at[0] > 0 && at[1] > 0 && at[0] < view.width && at[1] < view.height;
  }

  /** What no name may cover: the owner, and what the rings are called. */
  function titles(view) {
    const taken = boxes();
    const [x, y] = view.at({ x: 0, y: 0 });
    taken.take({ left: x - 24, right: x + 24, top: y - 12, bottom: y + 12 });
    data.rings.forEach(([, radius]) => {
      const top = y - radius * view.zoom - 17;
      taken.take({ left: x - 34, right: x + 34, top, bottom: top + 15 });
    });
    return taken;
  }

  /** Dots large enough to see; only a name that matters more may cover one. */
  function dots(view, hidden) {
    const taken = boxes();
    for (const person of people) {
      const radius = (person.width / 2) * view.zoom;
      const [x, y] = view.at(person);
      if (radius > 4 && inSight([x, y], view) && !hidden(person)) {
        taken.take({ left: x - radius, right: x + radius, top: y - radius, bottom: y + radius });
      }
    }
    return taken;
  }

  /** Whose name is wanted most: the marked, those they meet, then by closeness. */
  function* wanted(first) {
    yield* first;
    for (const person of first) yield* person.near.slice(0, 12).map(([other]) => people[other]);
    yield* people;
  }

  function name(person, view, room, strong, colour) {
    const at = view.at(person);
    const { text, width } = label(person);
    const all = [...places(at, width, (person.width / 2) * view.zoom)].map(([left, top]) =>
      ({ left, right: left + width + 6, top, bottom: top + HEIGHT }));
    const free = all.filter((box) => room.names.free(box));
    const box = free.find((one) => room.dots.free(one))
      ?? (strong || person.index < FIRST ? free[0] ?? (strong ? all[0] : undefined) : undefined);
    if (!box) return false;
    room.names.take(box);
    write(text, box.left + width / 2 + 3, box.top, strong, colour);
    return true;
  }

  /** Draws all; those in {@code first} are named before anyone else. Returns how many were. */
  function draw(view, first, hidden) {
    fit(canvas, view);
    const colour = colours();
    brush.lineJoin = "round";
    brush.textAlign = "center";
    brush.textBaseline = "top";
    first.forEach((person) => mark(person, view, colour));
    brush.lineWidth = 3.5;
    const room = { names: titles(view), dots: dots(view, hidden) };
    const done = new Set();
    let shown = 0;
    for (const person of wanted(first)) {
      if (shown >= MOST) break;
      if (done.has(person.index) || hidden(person) || !inSight(view.at(person), view)) continue;
      done.add(person.index);
      if (name(person, view, room, first.includes(person), colour)) shown++;
    }
    return shown;
  }

  return { canvas, draw };
})();

/** Makes a canvas as large as the view, and clears it. */
function fit(canvas, view) {
  const ratio = view.ratio;
  const width = Math.round(view.width * ratio);
  const height = Math.round(view.height * ratio);
  if (canvas.width !== width || canvas.height !== height) {
    canvas.width = width;
    canvas.height = height;
  }
  const brush = canvas.getContext("2d");
  brush.setTransform(ratio, 0, 0, ratio, 0, 0);
  brush.clearRect(0, 0, view.width, view.height);
}
