/** The extension's own words, in the language that the person chose, else the browser's. */
import manifestEn from "../../_locales/en/messages.json" with { type: "json" };
import manifestNl from "../../_locales/nl/messages.json" with { type: "json" };
import en from "./en.json" with { type: "json" };
import nl from "./nl.json" with { type: "json" };

/** What the manifest says stands where browsers look for it; the rest is here. */
const named = (/** @type {Record<string, { message: string }>} */ manifest) =>
  Object.fromEntries(Object.entries(manifest).map(([key, { message }]) => [key, message]));

/** @type {Record<string, Record<string, string>>} */
const LANGUAGES = { en: { ...named(manifestEn), ...en }, nl: { ...named(manifestNl), ...nl } };

/**
 * @typedef {object} Words
 * @property {"en" | "nl"} language
 * @property {(key: string, values?: string | Record<string, string>) => string} say a message with its places filled in;
 *   a single value is for the place `of`
 * @property {(key: string) => boolean} has
 * @property {(text: import("bezint/types").Text) => string} pick the policy's own sentence, in this language if it has it
 */

/**
 * @param {string | null} chosen @param {string} browser the language that the browser asks pages for, such as `nl-BE`: the panel on a
 *   page goes by it too
 * @returns {Words}
 */
export function speak(chosen, browser) {
  const wanted = chosen ?? browser.slice(0, 2).toLowerCase();
  const language = wanted === "nl" ? "nl" : "en";
  const messages = LANGUAGES[language] ?? {};
  return {
    language,
    has: (key) => Object.hasOwn(messages, key),
    say(key, values = {}) {
      const places = typeof values === "string" ? { of: values } : values;
      return (messages[key] ?? "").replace(/\{(\w+)\}/g, (_, place) => places[place] ?? "");
    },
    pick: (text) => text[language] ?? text.en ?? Object.values(text)[0] ?? "",
  };
}
