"use strict";

/** Messages over time, stacked by channel: days where there is room, else weeks or months. */
const chart = (() => {
  const SPANS = [["30 days", 30], ["90 days", 90], ["1 year", 365], ["All", 100000]];
  const DAY = 86400;
  const box = byId("days-chart");
  const channels = [...new Set(data.days.map((day) => day[1]))];
  let drawn = null;
  let span = SPANS[3];

  function second(day) {
    return Date.parse(`${day}T00:00:00Z`) / 1000;
  }

  /** The first day of the span's day, week or month. */
  function bucketOf(seconds, size) {
    const date = new Date(seconds * 1000);
    if (size === "month") return Date.UTC(date.getUTCFullYear(), date.getUTCMonth(), 1) / 1000;
    return size === "week" ? seconds - ((date.getUTCDay() + 6) % 7) * DAY : seconds;
  }

  function next(seconds, size) {
    const date = new Date(seconds * 1000);
    if (size === "month") return Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 1) / 1000;
    return seconds + (size === "week" ? 7 * DAY : DAY);
  }

  /** Every bucket of the span, empty ones too, with a count for each channel. */
  function buckets() {
    const last = second(data.days.at(-1)[0]);
    const from = Math.max(second(data.days[0][0]), last - (span[1] - 1) * DAY);
    const days = (last - from) / DAY + 1;
    const size = days <= 100 ? "day" : days <= 750 ? "week" : "month";
    const all = new Map();
    for (let at = bucketOf(from, size); at <= last; at = next(at, size)) all.set(at, channels.map(() => 0));
    data.days.filter((day) => second(day[0]) >= from).forEach(([day, channel, received, sent]) => {
      all.get(bucketOf(second(day), size))[channels.indexOf(channel)] += received + sent;
    });
    return { size, rows: [...all] };
  }

  /** Each channel's bars stand on those before it; the highest are painted first. */
  function stacked(rows) {
    const totals = channels.map((_, i) => rows.map(([, counts]) => counts.slice(0, i + 1).reduce((a, b) => a + b, 0)));
    return [rows.map(([at]) => at), ...totals.reverse()];
  }

  function options(rows, size) {
    const css = getComputedStyle(document.documentElement);
    const ink = css.getPropertyValue("--quiet");
    const grid = { stroke: css.getPropertyValue("--line"), width: 1 };
    const bars = uPlot.paths.bars({ size: [0.86, 40], radius: 0.1 });
    return {
      width: box.clientWidth, height: 240, legend: { show: false }, padding: [12, 8, 0, 0],
      tzDate: (at) => uPlot.tzDate(new Date(at * 1000), "Etc/UTC"),
      cursor: { points: { show: false }, drag: { x: false, y: false }, y: false },
      scales: { x: { time: true, range: (u, min, max) => [min - pad(size), max + pad(size)] }, y: { range: (u, min, max) => [0, Math.max(max * 1.08, 4)] } },
      axes: [{ stroke: ink, grid: { show: false }, ticks: grid, font: "12px system-ui" },
        { stroke: ink, grid, ticks: { show: false }, font: "12px system-ui", size: 46, incrs: [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000, 10000] }],
      series: [{}, ...[...channels].reverse().map((channel) => ({ label: channelName(channel), fill: colourOf(channel), stroke: colourOf(channel), width: 0, paths: bars, points: { show: false } }))],
      hooks: { setCursor: [(u) => tip(u, rows, size)] },
    };
  }

  function pad(size) {
    return { day: DAY, week: 7 * DAY, month: 31 * DAY }[size] * 0.6;
  }

  function named(at, size) {
    const day = new Date(at * 1000).toISOString().slice(0, 10);
    return size === "week" ? `Week of ${day}` : size === "month" ? day.slice(0, 7) : day;
  }

  function tip(u, rows, size) {
    const shown = box.querySelector(".tip");
    const row = u.cursor.idx === null || u.cursor.idx === undefined ? null : rows[u.cursor.idx];
    shown.hidden = !row;
    if (!row) return;
    const parts = channels.map((channel, i) => [channel, row[1][i]]).filter(([, number]) => number);
    shown.replaceChildren(element("strong", {}, named(row[0], size)),
      ...parts.map(([channel, number]) => element("span", { class: "channel" }, spot(channel), `${channelName(channel)} ${numberFormat.format(number)}`)));
    shown.style.left = `${Math.min(u.cursor.left + 64, box.clientWidth - 190)}px`;
    shown.style.top = "16px";
  }

  function draw() {
    drawn?.destroy();
    if (!data.days.length) {
      box.replaceChildren(element("p", { class: "empty" }, "No message has been read yet."));
      return;
    }
    const { size, rows } = buckets();
    box.replaceChildren(element("div", { class: "tip", hidden: "" }));
    drawn = new uPlot(options(rows, size), stacked(rows), box);
    const cells = rows.map(([at, counts]) => [named(at, size), ...counts.map((n) => numberFormat.format(n))]);
    byId("days-table").replaceChildren(element("div", { class: "scroll" },
      table("messages", "Messages over time by channel", ["When", ...channels.map(channelName)], cells)));
    csv.attach(byId("days-table"));
  }

  function choices() {
    byId("spans").replaceChildren(...SPANS.map((one) => element("button",
      { type: "button", "aria-pressed": String(one === span), onclick: () => { span = one; choices(); draw(); byId("spans").children[SPANS.indexOf(one)].focus(); } }, one[0])));
  }

  darkMode.addEventListener("change", draw);
  addEventListener("beforeprint", () => drawn?.setSize({ width: 640, height: 220 }));
  addEventListener("afterprint", () => drawn?.setSize({ width: box.clientWidth, height: 240 }));
  new ResizeObserver(() => drawn && drawn.width !== box.clientWidth && drawn.setSize({ width: box.clientWidth, height: 240 })).observe(box);
  return { draw, choices };
})();
