/**
 * What the guard says, in the person's language.
 *
 * @typedef {keyof typeof en} Key
 * @typedef {object} Voice
 * @property {string} language `nl` or `en`
 * @property {(key: Key, values?: Record<string, string | number>) => string} say
 * @property {(key: "more" | "chip", count: number) => string} count
 * @property {(text: import("../types.ts").Text) => string} pick The policy's own sentence, in this language if it has it.
 */

import en from "./en.json" with { type: "json" };
import nl from "./nl.json" with { type: "json" };

/** @type {Record<string, Record<Key, string>>} */
const MESSAGES = { en, nl };

/**
 * @param {string | undefined} wanted A language, such as `nl` or `nl-BE`.
 * @returns {Voice}
 */
export function voice(wanted) {
  const asked = wanted ? [wanted] : navigator.languages;
  const language = asked.map((one) => one.slice(0, 2).toLowerCase()).find((one) => one in MESSAGES) ?? "en";
  const messages = MESSAGES[language] ?? en;
  const say = (/** @type {Key} */ key, /** @type {Record<string, string | number>} */ values = {}) =>
    messages[key].replace(/\{(\w+)\}/gu, (_, name) => String(values[name] ?? ""));
  return {
    language,
    say,
    count: (key, count) => say(`${key}.${count === 1 ? "one" : "other"}`, { count }),
    pick: (text) => text[language] ?? text.en ?? Object.values(text)[0] ?? "",
  };
}
