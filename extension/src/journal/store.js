/** Where the journal is kept: in the browser's storage for this extension, out of reach of content scripts. */
import { inTurn } from "../in-turn.js";
import { counted, dayOf, entriesIn } from "./entries.js";

const KEY = "journal";

/**
 * @typedef {import("./entries.js").Entry} Entry
 * @param {Pick<typeof chrome.storage.local, "get" | "set" | "remove">} storage
 */
export function journal(storage) {
  const next = inTurn();
  const change = (/** @type {(entries: Entry[]) => Entry[]} */ how) => next(async () => keep(how(await read())));

  async function read() {
    return entriesIn((await storage.get(KEY))[KEY]);
  }

  /** A full storage takes what is left of the journal without its older half. */
  async function keep(/** @type {Entry[]} */ entries) {
    for (let rest = entries; rest.length > 0; rest = rest.slice(Math.ceil(rest.length / 2))) {
      try {
        return await storage.set({ [KEY]: rest });
      } catch {
        // Tried again with less.
      }
    }
    return storage.remove(KEY);
  }

  return {
    read,
    /** @param {Entry[]} entries counted in */
    add: (entries) => change((known) => counted(known, entries)),
    /**
     * @param {import("bezint/types").Decision[]} decisions
     * @param {Date} now
     */
    record: (decisions, now = new Date()) =>
      change((known) =>
        counted(
          known,
          decisions.map((one) => ({ ...one, day: dayOf(now), count: 1 })),
        ),
      ),
    /** @returns {Promise<void>} */
    erase: () => change(() => []),
  };
}
