/**
 * Keeps what the person said about earlier remarks, across pages. Words are kept as digests, salted with what only this
 * installation knows, so that the storage does not tell which words they were.
 */
import { Leniency } from "bezint/leniency";
import { inTurn } from "../in-turn.js";

const KEY = "leniency";
const SALT_BYTES = 32;

/** @typedef {import("bezint/types").Verdict} Verdict */

/** @param {Pick<typeof chrome.storage.local, "get" | "set">} storage */
export function leniency(storage) {
  /** @type {Promise<{ salt: string, kept: Leniency }> | undefined} */
  let loading;
  const next = inTurn();

  async function load() {
    const stored = /** @type {any} */ ((await storage.get(KEY))[KEY]);
    const salt = isText(stored?.salt) ? stored.salt : hex(crypto.getRandomValues(new Uint8Array(SALT_BYTES)));
    const digest = async (/** @type {string} */ words) => {
      const bytes = new TextEncoder().encode(`${salt}\n${words}`);
      return hex(new Uint8Array(await crypto.subtle.digest("SHA-256", bytes)));
    };
    return { salt, kept: new Leniency(digest, { words: wordsIn(stored), waved: wavedIn(stored) }) };
  }

  const loaded = () => {
    loading ??= load();
    return loading;
  };

  /** What cannot be stored is forgotten when the background stops, and nothing is worse than before. */
  const store = () =>
    next(async () => {
      const { salt, kept } = await loaded();
      await storage.set({ [KEY]: { salt, ...kept.said } }).catch(() => {});
    });

  return {
    /** @param {Verdict} verdict @param {string} draft @param {string} day */
    lessen: async (verdict, draft, day) => (await loaded()).kept.lessen(verdict, draft, day),
    /** @param {string} detector @param {string} words */
    async correct(detector, words) {
      await (await loaded()).kept.correct(detector, words);
      await store();
    },
    /** @param {string[]} rules @param {string} day */
    async wave(rules, day) {
      if (rules.length === 0) return;
      (await loaded()).kept.wave(rules, day);
      await store();
    },
    /**
     * How many words the person said are not sensitive, and how many rules have gone quiet for the day.
     * @param {string} day
     */
    async count(day) {
      const { kept } = await loaded();
      const { words, waved } = kept.said;
      return { words: words.length, quiet: Object.keys(waved).filter((rule) => kept.isQuiet(rule, day)).length };
    },
    /** Every remark is made again. */
    async forget() {
      await next(() => storage.set({ [KEY]: {} }));
      loading = undefined;
    },
  };
}

const isText = (/** @type {unknown} */ it) => typeof it === "string" && it !== "";

const wordsIn = (/** @type {any} */ stored) => (Array.isArray(stored?.words) ? stored.words.filter(isText) : []);

const wavedIn = (/** @type {any} */ stored) =>
  Object.fromEntries(
    Object.entries(stored?.waved ?? {}).filter(
      ([, it]) => Array.isArray(it) && isText(it[0]) && Number.isInteger(it[1]),
    ),
  );

const hex = (/** @type {Uint8Array} */ bytes) => [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");
