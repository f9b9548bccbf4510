/** What a person can take out of the journal: all of it for themselves, or counts for the company. */
import { weekOf } from "./entries.js";

/** @typedef {import("./entries.js").Entry} Entry */

const COLUMNS = /** @type {const} */ (["day", "rule", "action", "decision", "audience", "site", "count"]);

/** The format's name in a file for the company; `bezint report` reads it. */
const FORMAT = "bezint-counts/1";

/** @param {Entry[]} entries */
export function json(entries) {
  return `${JSON.stringify(entries, null, 2)}\n`;
}

/**
 * As RFC 4180 has it. A spreadsheet takes what begins with a sign for a formula; an apostrophe before it says that it is
 * text.
 * @param {Entry[]} entries
 */
export function csv(entries) {
  const cell = (/** @type {string | number} */ value) => {
    const text = /^[=+\-@\t\r]/.test(String(value)) ? `'${value}` : String(value);
    return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
  };
  const lines = entries.map((entry) => COLUMNS.map((column) => cell(entry[column])).join(","));
  return [COLUMNS.join(","), ...lines, ""].join("\r\n");
}

/**
 * Counts by week, for the company. Sites and audiences are counted apart from the rules, so that nothing says which rule
 * spoke where; a site that Bezint knows only because the person added it is counted as `other`.
 * @param {Entry[]} entries
 * @param {{ id: string, version: number }} policy
 * @param {string[]} roles
 * @param {string[]} known ids of the sites that can be named
 */
export function counts(entries, policy, roles, known) {
  const weeks = [...new Set(entries.map(({ day }) => weekOf(day)))].sort().map((week) => {
    const those = entries.filter(({ day }) => weekOf(day) === week);
    return {
      week,
      rules: sums(those, ({ rule, action, decision }) => ({ rule, action, decision })),
      sites: sums(those, ({ site }) => ({ site: known.includes(site) ? site : "other" })),
      audiences: sums(those, ({ audience }) => ({ audience })),
    };
  });
  return `${JSON.stringify({ format: FORMAT, policy: { id: policy.id, version: policy.version }, roles, weeks }, null, 2)}\n`;
}

/**
 * How often each of something occurs, in the order of their names.
 * @template {object} Part
 * @param {Entry[]} entries
 * @param {(entry: Entry) => Part} part
 * @returns {(Part & { count: number })[]}
 */
export function sums(entries, part) {
  /** @type {Map<string, Part & { count: number }>} */
  const found = new Map();
  for (const entry of entries) {
    const one = part(entry);
    const name = JSON.stringify(one);
    const known = found.get(name) ?? { ...one, count: 0 };
    found.set(name, { ...known, count: known.count + entry.count });
  }
  return [...found].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, sum]) => sum);
}
