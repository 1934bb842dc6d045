"use strict";

/** Each table as a file for a spreadsheet (RFC 4180). */
const csv = (() => {
  /** A cell that a spreadsheet would reckon is made a text by an apostrophe: names come from others. */
  function cell(value) {
    const text = typeof value === "string" && /^[=+\-@\t\r]/.test(value) ? `'${value}` : String(value);
    return /[",\n\r]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
  }

  function text(rows) {
    return `\ufeff${rows.map((row) => row.map(cell).join(",")).join("\r\n")}\r\n`;
  }

  function save(name, rows) {
    const url = URL.createObjectURL(new Blob([text(rows)], { type: "text/csv" }));
    element("a", { href: url, download: `${name}.csv` }).click();
    setTimeout(() => URL.revokeObjectURL(url), 10000);
  }

  function button(name, rows) {
    return element("button", { type: "button", class: "save", onclick: () => save(name, rows()) }, "Save as CSV");
  }

  /** Thousands are told apart by commas for people only. */
  function value(shown) {
    return /^\d{1,3}(,\d{3})+$/.test(shown) ? shown.replaceAll(",", "") : shown;
  }

  function rowsOf(table) {
    return [...table.rows].map((row) => [...row.cells].map((one) => value(one.textContent)));
  }

  /** Puts a button under every table that asks for one. */
  function attach(within) {
    within.querySelectorAll("table[data-csv]").forEach((one) =>
      one.parentElement.after(button(one.dataset.csv, () => rowsOf(one))));
  }

  return { attach, button, text };
})();
