"use strict";

/** Behind the dots: how near is near, which slice is whose, and who meets whom. */
const backdrop = (() => {
  const canvas = byId("backdrop");
  const brush = canvas.getContext("2d");

  function circle(view, radius) {
    const [x, y] = view.at({ x: 0, y: 0 });
    brush.beginPath();
    brush.arc(x, y, radius * view.zoom, 0, 2 * Math.PI);
    return [x, y];
  }

  function rings(view, style) {
    brush.strokeStyle = style.getPropertyValue("--line");
    brush.fillStyle = style.getPropertyValue("--quiet");
    brush.font = "11px system-ui, sans-serif";
    brush.textAlign = "center";
    brush.lineWidth = 1;
    data.rings.forEach(([closest, radius]) => {
      brush.setLineDash([3, 5]);
      const [x, y] = circle(view, radius);
      brush.stroke();
      brush.setLineDash([]);
      if (radius * view.zoom > 60) {
        brush.fillText(`${numberFormat.format(closest)} closest`, x, y - radius * view.zoom - 5);
      }
    });
  }

  /** A slice of people who meet each other, named after its closest two. */
  function title(slice) {
    const [one, other] = slice.people.map((index) => people[index].name.split(/\s+/)[0].slice(0, 14));
    return `\u2068${one}\u2069, \u2068${other}\u2069 + ${slice.people.length - 2}`;
  }

  function slices(view, style) {
    const [x, y] = view.at({ x: 0, y: 0 });
    const outer = (data.radius + 34) * view.zoom;
    data.slices.filter((slice) => slice.tied).forEach((slice) => {
      brush.fillStyle = style.getPropertyValue("--slice");
      brush.beginPath();
      brush.arc(x, y, outer, slice.from - 0.012, slice.to + 0.012);
      brush.arc(x, y, 46 * view.zoom, slice.to + 0.012, slice.from - 0.012, true);
      brush.fill();
      if ((slice.to - slice.from) * outer > 74) {
        name(slice, view, outer + 26, style);
      }
    });
  }

  function name(slice, view, far, style) {
    const [x, y] = view.at({ x: 0, y: 0 });
    const middle = (slice.from + slice.to) / 2;
    const side = Math.cos(middle);
    const text = title(slice);
    brush.fillStyle = style.getPropertyValue("--quiet");
    brush.font = "600 12px system-ui, sans-serif";
    brush.textBaseline = "middle";
    brush.textAlign = "left";
    const width = brush.measureText(text).width;
    const left = x + far * side - (side > 0.3 ? 0 : side < -0.3 ? width : width / 2);
    const inside = Math.min(Math.max(left, 8), view.width - width - 8);
    const top = y + far * Math.sin(middle);
    const below = Math.min(Math.max(top, 10), view.height - 10);
    brush.fillText(text, Math.abs(inside - left) < width ? inside : left, Math.abs(below - top) < 24 ? below : top);
    brush.textBaseline = "alphabetic";
  }

  function draw(view, tied) {
    fit(canvas, view);
    const style = getComputedStyle(document.documentElement);
    slices(view, style);
    if (tied) ties.draw(brush, view, style);
    rings(view, style);
  }

  return { draw };
})();
