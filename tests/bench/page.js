/** What the benchmark's page measures. Everything here is bundled with the engine's glue and runs in the browser. */

import { Engine, initSync } from "../../target/wasm/bezint/bezint.js";
import { loads, microseconds, pass } from "./measure.js";

/** @type {import("../../target/wasm/bezint/bezint.js").Context} */
const CONTEXT = { audience: "public", site: "x", roles: [], time: 0 };

/** @param {string} path */
async function bytesOf(path) {
  return new Uint8Array(await (await fetch(path)).arrayBuffer());
}

/**
 * From the module's bytes to the first verdict, and of that to load the policy, in milliseconds: true once in a page.
 *
 * @param {string} draft
 */
async function coldStart(draft) {
  const [module, sealed] = await Promise.all([bytesOf("/engine.wasm"), bytesOf("/policy.sealed")]);
  const begin = performance.now();
  initSync({ module });
  const instantiated = performance.now();
  const engine = new Engine(sealed);
  const load = performance.now() - instantiated;
  engine.evaluate(draft, CONTEXT);
  const cold = performance.now() - begin;
  engine.free();
  return { cold, load };
}

/**
 * The times of a verdict and of one plain pass over the same text, in microseconds.
 *
 * @param {string} draft
 */
async function verdict(draft) {
  const [module, sealed] = await Promise.all([bytesOf("/engine.wasm"), bytesOf("/policy.sealed")]);
  initSync({ module });
  const engine = new Engine(sealed);
  const times = {
    verdict: await microseconds(() => engine.evaluate(draft, CONTEXT)),
    pass: await microseconds(() => pass(draft)),
  };
  engine.free();
  return times;
}

/** How long the policy takes to load at best, in milliseconds. */
async function load() {
  const [module, sealed] = await Promise.all([bytesOf("/engine.wasm"), bytesOf("/policy.sealed")]);
  initSync({ module });
  return Math.min(...loads(() => new Engine(sealed)));
}

Object.assign(globalThis, { bench: { coldStart, load, verdict } });
