"use strict";

/**
 * Who meets whom, and to whom the owner is closest: lines behind the dots. All of a kind are one
 * stroke. As things that the picture knows one by one they took four fifths of its time, and had
 * to be hidden while a large picture moved.
 */
const ties = (() => {
  const EACH = 4;
  const SPOKES = 30;
  const OWNER = { x: 0, y: 0 };

  /** Of each person the strongest; all of them would be one grey cloud. */
  function strongest() {
    const drawn = new Uint16Array(people.length);
    return data.ties.filter(([one, other]) => {
      if (drawn[one] >= EACH || drawn[other] >= EACH) return false;
      drawn[one]++;
      drawn[other]++;
      return true;
    });
  }

  const lines = strongest().map(([one, other]) => [people[one], people[other]]);
  const spokes = people.filter((p) => p.talk.length).slice(0, SPOKES).map((p) => [OWNER, p]);

  function stroke(brush, view, all, colour, alpha) {
    brush.strokeStyle = colour;
    brush.globalAlpha = alpha;
    brush.lineWidth = view.zoom;
    brush.beginPath();
    for (const [from, to] of all) {
      brush.moveTo(...view.at(from));
      brush.lineTo(...view.at(to));
    }
    brush.stroke();
    brush.globalAlpha = 1;
  }

  function draw(brush, view, style) {
    stroke(brush, view, spokes, style.getPropertyValue("--quiet"), 0.28);
    stroke(brush, view, lines, style.getPropertyValue("--tie"), 0.7);
  }

  return { draw };
})();
