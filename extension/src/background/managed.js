/**
 * What an administrator set for everyone: the browser hands it over as it is written in a group policy, a profile or
 * `policies.json`. A value that does not fit is refused by itself, so that a slip in one does not take the others along.
 */

/**
 * @typedef {object} Managed
 * @property {Uint8Array} [policy] a sealed policy
 * @property {string} [key] the public key that a policy must be signed with
 * @property {string[]} roles of the person, as the policy names them
 * @property {string[]} own_domains the company's own beside those of its policy, whose pages only the company can read
 * @property {string[]} hosts to be guarded on top of those that ship
 * @property {string} [language]
 * @property {string} [theme]
 * @property {string[]} locked settings that the person does not change
 *
 * @typedef {object} Refused
 * @property {string} name of the setting; of one in a list with its place, from 1, as in `hosts 2`
 * @property {string} problem a code: `unknown`, `text`, `list`, `word`, `host`, `base64`, or the engine's for a policy
 */

/** Base64 of the largest policy that the engine reads. */
const LONGEST_TEXT = 24_000_000;
const LONGEST_WORD = 253;
const LONGEST_LIST = 1_000;

const HOST = /^(\*\.)?([a-z0-9]([a-z0-9-]*[a-z0-9])?\.)*[a-z0-9]([a-z0-9-]*[a-z0-9])?$/;

/** What each may be: how a value is read, which throws the code of what is wrong with it. */
const SETTINGS = {
  policy: (/** @type {unknown} */ value) => bytesOf(text(value, LONGEST_TEXT)),
  key: (/** @type {unknown} */ value) => text(value),
  language: (/** @type {unknown} */ value) => oneOf(["en", "nl"], value),
  theme: (/** @type {unknown} */ value) => oneOf(["light", "dark"], value),
};

const LISTS = {
  roles: (/** @type {unknown} */ value) => text(value),
  own_domains: (/** @type {unknown} */ value) => host(value).replace(/^\*\./, ""),
  hosts: host,
  locked: (/** @type {unknown} */ value) => oneOf(["hosts", "language", "theme"], value),
};

/** The names of all settings, which the schema for Chrome must have too. */
export const NAMES = [...Object.keys(SETTINGS), ...Object.keys(LISTS)].sort();

/**
 * What fits of what the browser hands over, and what does not.
 * @param {Record<string, unknown>} given
 */
export function readManaged(given) {
  /** @type {Managed} */
  const managed = { roles: [], own_domains: [], hosts: [], locked: [] };
  /** @type {Refused[]} */
  const refused = [];

  function take(/** @type {string} */ name, /** @type {() => unknown} */ read) {
    try {
      return [read()];
    } catch (problem) {
      refused.push({ name, problem: String(problem) });
      return [];
    }
  }

  for (const [name, value] of Object.entries(given)) {
    if (isKeyOf(SETTINGS, name)) {
      for (const read of take(name, () => SETTINGS[name](value))) Object.assign(managed, { [name]: read });
    } else if (isKeyOf(LISTS, name)) {
      for (const list of take(name, () => listOf(value))) {
        managed[name] = /** @type {unknown[]} */ (list).flatMap(
          (one, place) => /** @type {string[]} */ (take(`${name} ${place + 1}`, () => LISTS[name](one))),
        );
      }
    } else refused.push({ name: name.slice(0, LONGEST_WORD), problem: "unknown" });
  }
  return { managed, refused };
}

/** What the administrator set. Firefox refuses to say where nothing is set. */
export async function managedNow() {
  return readManaged(await chrome.storage.managed.get(null).catch(() => ({})));
}

/**
 * @template {object} Table
 * @param {Table} table
 * @param {PropertyKey} name
 * @returns {name is keyof Table}
 */
const isKeyOf = (table, name) => Object.hasOwn(table, name);

function text(/** @type {unknown} */ value, longest = LONGEST_WORD) {
  if (typeof value !== "string" || value === "" || value.length > longest) throw "text";
  return value;
}

function oneOf(/** @type {string[]} */ words, /** @type {unknown} */ value) {
  if (!words.includes(text(value))) throw "word";
  return value;
}

function host(/** @type {unknown} */ value) {
  const name = text(value);
  if (!HOST.test(name)) throw "host";
  return name;
}

function listOf(/** @type {unknown} */ value) {
  if (!Array.isArray(value) || value.length > LONGEST_LIST) throw "list";
  return value;
}

/**
 * @param {string} base64 with or without line breaks
 * @returns {Uint8Array}
 */
export function bytesOf(base64) {
  try {
    return Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
  } catch {
    throw "base64";
  }
}

/** @param {Uint8Array} bytes */
export function base64Of(bytes) {
  const parts = [];
  for (let at = 0; at < bytes.length; at += 8_192) parts.push(String.fromCharCode(...bytes.subarray(at, at + 8_192)));
  return btoa(parts.join(""));
}
