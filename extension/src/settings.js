/** What a person may set for themselves, and what their company set for them. */
import { inTurn } from "./in-turn.js";

const KEY = "settings";

/** What can be chosen; nothing chosen is as the browser has it. */
export const CHOICES = /** @type {const} */ ({ language: ["en", "nl"], theme: ["light", "dark"] });

/**
 * @typedef {keyof typeof CHOICES} Setting
 * @typedef {{ language: string | null, theme: "light" | "dark" | null }} Settings
 */

/**
 * What is in force: the person's choice where they have one and may, else the company's.
 * @param {any} chosen what was stored
 * @param {Partial<Record<Setting, string>> & { locked: string[] }} managed
 * @returns {Settings}
 */
export function settled(chosen, managed) {
  const one = (/** @type {Setting} */ setting) => {
    const own = managed.locked.includes(setting) ? undefined : chosen?.[setting];
    const isKnown = /** @type {readonly string[]} */ (CHOICES[setting]).includes(own);
    return isKnown ? own : (managed[setting] ?? null);
  };
  return { language: one("language"), theme: one("theme") };
}

/** @param {Pick<typeof chrome.storage.local, "get" | "set">} storage */
export function settings(storage) {
  const change = inTurn();
  const read = async () => (await storage.get(KEY))[KEY];
  return {
    read,
    /** @param {Setting} setting @param {string | null} value */
    set: (setting, value) =>
      change(async () => storage.set({ [KEY]: { .../** @type {object} */ (await read()), [setting]: value } })),
    /** @param {Record<string, unknown>} changes of the storage */
    isIn: (changes) => KEY in changes,
  };
}
