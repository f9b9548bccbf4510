/** What the benchmark's page measures. Everything here is bundled with the engine's glue and runs in the browser. */

import { Engine, initSync } from "../../target/wasm/bezint/bezint.js";

/** How many batches the median is taken of. */
const BATCHES = 31;
/** Milliseconds one batch lasts at least, so that the clock's steps do not show. */
const BATCH = 5;
/** Milliseconds to run before measuring: by then the browser has put its better code in place. */
const WARM_UP = 500;

/** @type {import("../../target/wasm/bezint/bezint.js").Context} */
const CONTEXT = { audience: "public", site: "x", roles: [], time: 0 };

/** @param {string} path */
async function bytesOf(path) {
  return new Uint8Array(await (await fetch(path)).arrayBuffer());
}

/**
 * @param {number[]} numbers
 * @returns {number}
 */
function median(numbers) {
  return numbers.toSorted((a, b) => a - b)[numbers.length >> 1] ?? Number.NaN;
}

/**
 * @param {number} rounds
 * @param {() => unknown} call
 * @returns {number} Milliseconds.
 */
function time(rounds, call) {
  const begin = performance.now();
  for (let round = 0; round < rounds; round++) call();
  return performance.now() - begin;
}

/**
 * The median time of one call, in microseconds.
 *
 * @param {() => unknown} call
 */
function microseconds(call) {
  for (const begin = performance.now(); performance.now() - begin < WARM_UP; ) call();
  let rounds = 1;
  while (time(rounds, call) < BATCH) rounds *= 2;
  return median(Array.from({ length: BATCHES }, () => (time(rounds, call) * 1_000) / rounds));
}

/**
 * From the module's bytes to the first verdict, in milliseconds: true once in a page.
 *
 * @param {string} draft
 */
async function coldStart(draft) {
  const [module, sealed] = await Promise.all([bytesOf("/engine.wasm"), bytesOf("/policy.sealed")]);
  const begin = performance.now();
  initSync({ module });
  const engine = new Engine(sealed);
  engine.evaluate(draft, CONTEXT);
  const cold = performance.now() - begin;
  engine.free();
  return cold;
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
    verdict: microseconds(() => engine.evaluate(draft, CONTEXT)),
    pass: microseconds(() => pass(draft)),
  };
  engine.free();
  return times;
}

/** @param {string} draft */
function pass(draft) {
  let count = 0;
  for (let at = 0; at < draft.length; at++) if (draft.charCodeAt(at) === 0x40) count += 1;
  return count;
}

Object.assign(globalThis, { bench: { coldStart, verdict } });
