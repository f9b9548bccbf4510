/**
 * The journal: what Bezint said to a person and what they decided, kept on their machine for them alone. An entry is a
 * count, so that it says on which day and never at what moment; it has no place for a text.
 */

/**
 * @typedef {import("bezint/types").Decision} Decision
 * @typedef {Decision & { day: string, count: number }} Entry `day` is the person's own, such as `2026-11-24`
 */

/** Entries that are kept; the oldest go first. At a hundred bytes or so each, it stays far below any browser's quota. */
export const MOST_ENTRIES = 4_000;

const LONGEST_NAME = 253;
const WORDS = {
  action: ["advise", "confirm", "justify", "block"],
  decision: ["posted", "reconsidered", "corrected"],
  audience: ["self", "named", "group", "company", "followers", "public"],
};

/**
 * Whether something that arrived, or was stored, is a decision and nothing more than that.
 * @param {any} it
 * @returns {it is Decision}
 */
export function isDecision(it) {
  return (
    [it?.rule, it?.site].every((name) => typeof name === "string" && name !== "" && name.length <= LONGEST_NAME) &&
    Object.entries(WORDS).every(([key, words]) => words.includes(it[key]))
  );
}

/**
 * The entries in what was stored; what is damaged is left out.
 * @param {any} stored
 * @returns {Entry[]}
 */
export function entriesIn(stored) {
  if (!Array.isArray(stored)) return [];
  return stored.filter((it) => isDecision(it) && isDay(it) && isCount(it)).map(entryOf);
}

const isDay = (/** @type {any} */ { day }) => typeof day === "string" && /^\d{4}-\d\d-\d\d$/.test(day);
const isCount = (/** @type {any} */ { count }) => Number.isInteger(count) && count > 0;

const entryOf = (/** @type {Entry} */ { day, rule, action, decision, audience, site, count }) => ({
  day,
  rule,
  action,
  decision,
  audience,
  site,
  count,
});

const nameOf = (/** @type {Entry} */ { count, ...rest }) => JSON.stringify(rest);

/**
 * The entries with others counted in, oldest first, and no more than are kept.
 * @param {Entry[]} entries
 * @param {Entry[]} others
 * @returns {Entry[]}
 */
export function counted(entries, others) {
  /** @type {Map<string, Entry>} */
  const all = new Map();
  for (const one of [...entries, ...others].map(entryOf)) {
    const known = all.get(nameOf(one));
    if (known) known.count += one.count;
    else all.set(nameOf(one), one);
  }
  return [...all.values()].sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0)).slice(-MOST_ENTRIES);
}

/**
 * The day it is where the person is.
 * @param {Date} now
 */
export function dayOf(now) {
  const two = (/** @type {number} */ number) => String(number).padStart(2, "0");
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}

/**
 * The week of a day, as ISO 8601 counts: a week belongs to the year that its Thursday is in.
 * @param {string} day such as `2026-11-24`
 * @returns {string} such as `2026-W48`
 */
export function weekOf(day) {
  const thursday = new Date(`${day}T12:00:00Z`);
  thursday.setUTCDate(thursday.getUTCDate() + 4 - (thursday.getUTCDay() || 7));
  const year = thursday.getUTCFullYear();
  const days = Math.floor((thursday.getTime() - Date.UTC(year, 0, 1)) / 86_400_000);
  return `${year}-W${String(Math.floor(days / 7) + 1).padStart(2, "0")}`;
}
