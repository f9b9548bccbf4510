/**
 * How well the adapters fit the pages they met: the last report for each way to post on a site, for as long as the
 * browser is open. A report is selectors and counts; what does not look like one is not kept.
 *
 * @typedef {import("bezint/types").Health} Health
 * @typedef {import("bezint/types").HealthPart} HealthPart
 * @typedef {Pick<chrome.storage.StorageArea, "get" | "set">} Store
 */

const PREFIX = "health ";
const MOST_PARTS = 40;
const LONGEST_NAME = 253;
const LONGEST_SELECTOR = 1_000;
const PARTS = ["composer", "submit", "audience"];

/** @param {Store} store @param {any} health whatever a frame sent */
export async function keepHealth(store, health) {
  if (!isHealth(health)) return;
  const { site, rule, parts } = health;
  const kept = parts.map(({ part, selector, found, works }) => ({ part, selector, found, works }));
  await store.set({ [`${PREFIX}${site} ${rule ?? ""}`]: { site, rule, parts: kept } });
}

/**
 * Every report that is kept, by site and rule. Those with a part that does not work are of adapters that do not fit.
 * @param {Store} store
 * @returns {Promise<Health[]>}
 */
export async function keptHealth(store) {
  const all = await store.get(null);
  const keys = Object.keys(all).filter((key) => key.startsWith(PREFIX));
  return keys.sort().map((key) => /** @type {Health} */ (all[key]));
}

/** @param {any} health @returns {health is Health} */
function isHealth(health) {
  return (
    isShort(health?.site, LONGEST_NAME) &&
    (health.rule === null || isShort(health.rule, LONGEST_NAME)) &&
    Array.isArray(health.parts) &&
    health.parts.length <= MOST_PARTS &&
    health.parts.every(isPart)
  );
}

/** @param {any} part @returns {part is HealthPart} */
function isPart(part) {
  return (
    PARTS.includes(part?.part) &&
    isShort(part.selector, LONGEST_SELECTOR) &&
    Number.isInteger(part.found) &&
    typeof part.works === "boolean"
  );
}

/** @param {unknown} text @param {number} longest */
function isShort(text, longest) {
  return typeof text === "string" && text.length <= longest;
}
