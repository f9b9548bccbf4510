/** The engine of the WebAssembly module inside the extension, with the policy that is in force. */
import company from "bezint-company";
import { Engine, initSync } from "../../../target/wasm/bezint/bezint.js";
import { managedNow } from "./managed.js";
import { inForce, pick, unpick } from "./policy.js";

/** @typedef {Pick<Engine, "card" | "evaluate">} Judge */

/**
 * @typedef {object} Force What is in force.
 * @property {Engine} engine
 * @property {import("./policy.js").Source} source of the policy
 * @property {Uint8Array} sealed the policy
 * @property {import("./managed.js").Managed} managed
 * @property {import("./managed.js").Refused[]} refused of what was managed or kept
 */

/** @type {Promise<void> | undefined} */
let module;
/** @type {Promise<Force> | undefined} */
let loading;

const inside = () =>
  fetch(chrome.runtime.getURL("policy.sealed")).then(async (file) => new Uint8Array(await file.arrayBuffer()));

const way = {
  open: (/** @type {Uint8Array} */ sealed, /** @type {object} */ acceptance) => new Engine(sealed, acceptance),
  inside,
  storage: chrome.storage.local,
};

/**
 * The same for every caller. When it cannot be had the promise rejects, and the next caller tries afresh.
 * @returns {Promise<Force>}
 */
export function force() {
  loading ??= load().catch((why) => {
    loading = undefined;
    throw why;
  });
  return loading;
}

/** Has the next caller look afresh at what is in force. */
export function reload() {
  loading = undefined;
}

/** Takes a sealed policy from the person, in base64. @param {string} base64 */
export async function take(base64) {
  const { managed, engine } = await force();
  await pick(base64, accepted(managed), engine.card(), way);
  reload();
}

/** Gives up the policy that the person picked. */
export async function giveUp() {
  await unpick(chrome.storage.local);
  reload();
}

async function load() {
  module ??= compile().catch((why) => {
    module = undefined;
    throw why;
  });
  const [{ managed, refused }] = await Promise.all([managedNow(), module]);
  const policy = await inForce(accepted(managed), way);
  return { ...policy, managed, refused: [...refused, ...policy.refused] };
}

/** A company's build knows the key of its company; what is managed goes before it. */
const accepted = (/** @type {import("./managed.js").Managed} */ managed) => ({
  ...(company.key === null ? {} : { key: company.key }),
  ...managed,
});

async function compile() {
  initSync({ module: await WebAssembly.compileStreaming(fetch(chrome.runtime.getURL("engine.wasm"))) });
}
