/** What a person may set for themselves, and what their company set for them. */

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

/**
 * What is in force for a frame: these, the domains whose pages only the company can read, and which policy it is. The
 * head of a sealed policy tells it from another: it has its checksum.
 * @param {any} chosen what was stored
 * @param {Pick<import("./background/managed.js").Managed, "language" | "theme" | "locked" | "own_domains">} managed
 * @param {{ sealed: Uint8Array, domains: string[] } | null} policy none where it cannot be loaded
 * @returns {import("./content/in-force.js").InForce}
 */
export function forFrame(chosen, managed, policy) {
  const ownDomains = [...managed.own_domains, ...(policy?.domains ?? [])];
  return { ...settled(chosen, managed), ownDomains, policy: policy?.sealed.subarray(0, 64).join(" ") ?? null };
}

/** @param {Pick<typeof chrome.storage.local, "get" | "set">} storage */
export function settings(storage) {
  let last = Promise.resolve();
  const read = async () => (await storage.get(KEY))[KEY];
  return {
    read,
    /**
     * One change after another: each keeps what the one before has set.
     * @param {Setting} setting @param {string | null} value
     */
    set(setting, value) {
      last = last
        .catch(() => {})
        .then(async () => storage.set({ [KEY]: { .../** @type {object} */ (await read()), [setting]: value } }));
      return last;
    },
    /** @param {Record<string, unknown>} changes of the storage */
    isIn: (changes) => KEY in changes,
  };
}
