/** What the studio says, in the chosen language. */
import en from "./messages/en.json" with { type: "json" };
import nl from "./messages/nl.json" with { type: "json" };

/** @typedef {keyof typeof en} Key */

/** @type {Record<string, Record<Key, string>>} */
const MESSAGES = { en, nl };

/** The person's own language, as far as the studio speaks it. */
export function preferred() {
  return navigator.languages.map((one) => one.slice(0, 2)).find((one) => one in MESSAGES) ?? "en";
}

/** @param {string} language */
export function speak(language) {
  const messages = MESSAGES[language] ?? en;
  return {
    language,
    /** @param {string} key @param {Record<string, string | number>} [values] */
    say: (key, values = {}) =>
      messages[/** @type {Key} */ (key)].replace(/\{(\w+)\}/g, (_, name) => String(values[name] ?? "")),
    /** A sentence of the policy. @param {import("bezint/types").Text} text */
    pick: (text) => text[language] ?? text.en ?? Object.values(text)[0] ?? "",
  };
}

/** @typedef {ReturnType<typeof speak>} Words */
