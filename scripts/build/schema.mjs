/**
 * What an adapter may say. Every key is one that the guard or the build knows: a misspelt one would be silently without
 * effect, and a company's own adapters are read by the same eyes as those that ship.
 *
 * @typedef {(value: any, where: string) => string[]} Check The problems with a value, each beginning with its place.
 */

/** @type {(is: (value: any) => boolean, what: string) => Check} */
const must = (is, what) => (value, where) => (is(value) ? [] : [`${where} must be ${what}`]);

/** @type {(choices: readonly unknown[]) => Check} */
const oneOf = (choices) => must((value) => choices.includes(value), `one of ${choices.join(", ")}`);

/** @type {(pattern: RegExp, what: string) => Check} */
const like = (pattern, what) => must((value) => typeof value === "string" && pattern.test(value), what);

/** @type {(check: Check) => Check} */
const maybe = (check) => (value, where) => (value === undefined ? [] : check(value, where));

/** @type {(check: Check, least?: number) => Check} */
const listOf =
  (check, least = 1) =>
  (value, where) =>
    Array.isArray(value) && value.length >= least
      ? value.flatMap((item, place) => check(item, `${where}[${place}]`))
      : [`${where} must be a list`];

/** @type {(keys: Record<string, Check>) => Check} */
const object = (keys) => (value, where) => {
  if (typeof value !== "object" || value === null) return [`${where} must be an object`];
  const strange = Object.keys(value).filter((key) => !Object.hasOwn(keys, key));
  return [
    ...strange.map((key) => `${where} has an unknown key “${key}”`),
    ...Object.entries(keys).flatMap(([key, check]) => check(value[key], `${where}.${key}`)),
  ];
};

/** @type {(plain: Check, reader: Check) => Check} */
const plainOr = (plain, reader) => (value, where) => (typeof value === "object" ? reader : plain)(value, where);

const AUDIENCES = ["self", "named", "group", "company", "followers", "public"];
const ACCOUNTS = ["work", "personal"];

const text = like(/\S/, "a text");
const selector = like(/\S/, "a selector");
const host = like(/^(\*\.)?([a-z0-9-]+\.)*[a-z0-9-]+$/, "a host, such as x.com or *.reddit.com");
const word = like(/^[^A-Z]+$/, "a word in lower case, as it is compared");

/** @type {(keys: string[]) => Check} */
const wordsFor = (keys) => object(Object.fromEntries(keys.map((key) => [key, maybe(listOf(word))])));

const audience = plainOr(oneOf(AUDIENCES), object({ from: selector, words: wordsFor(AUDIENCES) }));
const identity = plainOr(
  oneOf(ACCOUNTS),
  object({ from: selector, by: maybe(oneOf(["text", "label", "href"])), words: maybe(wordsFor(ACCOUNTS)) }),
);

const rule = object({
  id: text,
  kind: maybe(oneOf(["post", "reply", "comment", "message"])),
  composer: selector,
  submit: maybe(listOf(selector)),
  keys: maybe(listOf(oneOf(["enter", "enter?", "mod+enter"]))),
  newline: maybe(selector),
  audience: maybe(audience),
  identity: maybe(identity),
});

const source = object({
  since: like(/^20\d\d-(0[1-9]|1[0-2])$/, "a month, such as 2026-11"),
  surety: oneOf(["high", "medium", "low"]),
  notes: text,
});

const site = object({
  id: like(/^[a-z0-9-]+$/, "a short name of small letters, digits and hyphens"),
  name: text,
  source: maybe(source),
  hosts: listOf(host, 0),
  optional: maybe(oneOf([true])),
  detect: maybe(selector),
  audience: maybe(audience),
  identity: maybe(identity),
  mirrors: maybe(selector),
  composers: listOf(rule),
});

/**
 * What is wrong with an adapter.
 * @param {any} adapter
 * @param {string} where its file
 * @returns {string[]}
 */
export function problemsWith(adapter, where) {
  const problems = site(adapter, where);
  if (problems.length > 0) return problems;
  const ids = adapter.composers.map((/** @type {{ id: string }} */ { id }) => id);
  const idle = adapter.composers.filter((/** @type {any} */ one) => one.newline && !one.keys?.includes("enter?"));
  return [
    ...(new Set(ids).size === ids.length ? [] : [`${where}.composers must have ids of their own`]),
    ...idle.map(
      (/** @type {{ id: string }} */ { id }) => `${where}, ${id}: newline means nothing without the key “enter?”`,
    ),
  ];
}
