/** Tables, and charts that are tables: what a bar shows stands beside it as a number. */
import { make } from "../page.js";

/**
 * @typedef {{ id: string, name: string }} Series
 * @typedef {{ label: string, counts: number[] }} Row a count for each series
 */

/**
 * @param {string} caption @param {string[]} heads @param {string[][]} rows the last of each is a number
 */
export function table(caption, heads, rows) {
  const made = make("table", make("caption", caption), make("thead", make("tr", ...heads.map(head))));
  const cells = (/** @type {string[]} */ row) =>
    row.map((cell, at) => make(at === row.length - 1 ? "td.number" : "td", cell));
  made.append(make("tbody", ...rows.map((row) => make("tr", ...cells(row)))));
  return scrolled(made, caption);
}

/**
 * A bar a row, of a part for each series.
 * @param {string} caption @param {string} label what the rows are @param {Series[]} series @param {Row[]} rows
 */
export function bars(caption, label, series, rows) {
  const most = Math.max(...rows.map(({ counts }) => sum(counts)));
  const heads = [head(label), ...series.map(({ id, name }) => keyed(head(name), id)), unread("th")];
  const body = rows.map((row) => {
    const name = make("th", row.label);
    name.setAttribute("scope", "row");
    return make("tr", name, ...row.counts.map((count) => make("td.number", String(count))), bar(row, series, most));
  });
  const made = make(
    "table.bars",
    make("caption", caption),
    make("thead", make("tr", ...heads)),
    make("tbody", ...body),
  );
  return scrolled(made, caption);
}

const sum = (/** @type {number[]} */ numbers) => numbers.reduce((total, number) => total + number, 0);

function head(/** @type {string} */ name) {
  const made = make("th", name);
  made.setAttribute("scope", "col");
  return made;
}

/** The head of a series bears its colour. */
function keyed(/** @type {HTMLElement} */ made, /** @type {string} */ id) {
  made.classList.add("key", id);
  return made;
}

function unread(/** @type {string} */ name) {
  const made = make(name === "th" ? "td" : name);
  made.setAttribute("aria-hidden", "true");
  return made;
}

function bar(/** @type {Row} */ { counts }, /** @type {Series[]} */ series, /** @type {number} */ most) {
  const cell = unread("td");
  cell.className = "bar";
  for (const [place, { id }] of series.entries()) {
    const piece = make(`span.${id}`);
    piece.style.inlineSize = `${(100 * (counts[place] ?? 0)) / most}%`;
    cell.append(piece);
  }
  return cell;
}

/** What is wider than the page scrolls by itself, by keyboard too. */
function scrolled(/** @type {HTMLElement} */ content, /** @type {string} */ name) {
  const box = make("div.scrolled", content);
  box.tabIndex = 0;
  box.role = "region";
  box.ariaLabel = name;
  return box;
}
