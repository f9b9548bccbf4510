/**
 * Which policy is in force: the one that the administrator set; while that cannot be accepted, the last one that could;
 * where there is none, the one that the person picked; else the one inside the extension. What was kept in the browser's
 * storage is verified like any other each time it is opened.
 */
import { base64Of, bytesOf } from "./managed.js";

/** The code of what has none: an engine that failed rather than refused. */
export const BROKEN = "engine";

/** Where policies are kept. */
const LAST_GOOD = "last-good-policy";
const PICKED = "picked-policy";

/**
 * @typedef {import("./managed.js").Managed} Managed
 * @typedef {import("./managed.js").Refused} Refused
 * @typedef {"managed" | "last-good" | "picked" | "inside"} Source
 */

/**
 * @template Engine
 * @typedef {object} Way How policies are opened and kept.
 * @property {(sealed: Uint8Array, acceptance: { publicKey?: string, notOlderThan?: { id: string, version: number } }) => Engine} open
 *   throws an error with a `code` where the policy cannot be accepted
 * @property {() => Promise<Uint8Array>} inside the policy that came with the extension
 * @property {Pick<typeof chrome.storage.local, "get" | "set" | "remove">} storage
 */

/**
 * @template {{ card(): { id: string, version: number } }} Engine
 * @param {Pick<Managed, "policy" | "key">} managed
 * @param {Way<Engine>} way
 * @returns {Promise<{ engine: Engine, sealed: Uint8Array, source: Source, refused: Refused[] }>}
 * @throws When even the policy inside cannot be opened.
 */
export async function inForce({ policy, key }, way) {
  const { open, inside, storage } = way;
  const publicKey = key === undefined ? {} : { publicKey: key };
  /** @type {Refused[]} */
  const refused = [];

  /** The engine of a policy, or nothing and the reason among those that are told. */
  function tried(/** @type {string} */ name, /** @type {() => Engine} */ opening) {
    try {
      return opening();
    } catch (why) {
      refused.push({ name, problem: codeOf(why) });
      return undefined;
    }
  }

  if (policy) {
    const last = await lastGood(storage);
    const known = last && { notOlderThan: { id: last.id, version: last.version } };
    const engine = tried("policy", () => open(policy, { ...publicKey, ...known }));
    if (engine) {
      await keepLast(storage, policy, engine.card());
      return { engine, sealed: policy, source: "managed", refused };
    }
    const sealed = last?.sealed;
    const before = sealed && tried(LAST_GOOD, () => open(sealed, publicKey));
    if (before) return { engine: before, sealed, source: "last-good", refused };
  } else {
    const picked = await kept(storage, PICKED);
    const engine = picked && tried(PICKED, () => open(picked.sealed, publicKey));
    if (engine) return { engine, sealed: picked.sealed, source: "picked", refused };
  }
  const sealed = await inside();
  return { engine: open(sealed, {}), sealed, source: "inside", refused };
}

/**
 * Takes a policy that a person picked, if it can be accepted: no earlier version of the one that is in force.
 * @template Engine
 * @param {string} base64
 * @param {Pick<Managed, "key">} managed
 * @param {{ id: string, version: number }} inForce the card of the policy that is
 * @param {Way<Engine>} way
 * @throws With a `code`, as the engine does; `full` where the browser has no room to keep it.
 */
export async function pick(base64, { key }, { id, version }, { open, storage }) {
  open(bytesOf(base64), { ...(key === undefined ? {} : { publicKey: key }), notOlderThan: { id, version } });
  await storage.set({ [PICKED]: { sealed: base64 } }).catch(() => {
    throw "full";
  });
}

/** @param {Pick<typeof chrome.storage.local, "remove">} storage */
export function unpick(storage) {
  return storage.remove(PICKED);
}

/** @param {unknown} why */
export function codeOf(why) {
  if (typeof why === "string") return why;
  return String(/** @type {{ code?: string } | undefined} */ (why)?.code ?? BROKEN);
}

/** What was kept under a name; storage can hold anything. */
async function kept(/** @type {Way<unknown>["storage"]} */ storage, /** @type {string} */ name) {
  try {
    const { [name]: stored } = /** @type {Record<string, any>} */ (await storage.get(name));
    return { ...stored, sealed: bytesOf(stored.sealed) };
  } catch {
    return undefined;
  }
}

async function lastGood(/** @type {Way<unknown>["storage"]} */ storage) {
  const last = await kept(storage, LAST_GOOD);
  return typeof last?.id === "string" && Number.isSafeInteger(last.version) ? last : undefined;
}

/** Without room for it the policy is in force all the same. */
async function keepLast(
  /** @type {Way<unknown>["storage"]} */ storage,
  /** @type {Uint8Array} */ policy,
  /** @type {{ id: string, version: number }} */ { id, version },
) {
  try {
    await storage.set({ [LAST_GOOD]: { id, version, sealed: base64Of(policy) } });
  } catch {
    await storage.remove(LAST_GOOD);
  }
}
