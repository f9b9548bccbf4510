/** Timing a call, in Node and in a browser. */

/** How many batches the median is taken of, and of how many of what is slow. */
const BATCHES = 31;
const FEW = 5;
/** Milliseconds one batch lasts at least, so that the clock's steps do not show. */
const BATCH = 5;
/** Milliseconds to run before measuring: by then the better code is in place. */
const WARM_UP = 500;

/**
 * @param {number[]} numbers
 * @returns {number}
 */
export function median(numbers) {
  return numbers.toSorted((a, b) => a - b)[numbers.length >> 1] ?? Number.NaN;
}

/**
 * @param {number} rounds
 * @param {() => unknown} call
 * @returns {Promise<number>} Milliseconds.
 */
async function time(rounds, call) {
  const begin = performance.now();
  for (let round = 0; round < rounds; round++) {
    const answer = call();
    // Waiting for what is there already would be most of what is measured.
    if (answer instanceof Promise) await answer;
  }
  return performance.now() - begin;
}

/**
 * The median time of one call, in microseconds.
 *
 * @param {() => unknown} call
 */
export async function microseconds(call) {
  for (const begin = performance.now(); performance.now() - begin < WARM_UP; ) await time(1, call);
  let rounds = 1;
  let last = await time(rounds, call);
  for (; last < BATCH; last = await time(rounds, call)) rounds *= 2;
  const times = [];
  while (times.length < (last > 10 * BATCH ? FEW : BATCHES)) times.push(((await time(rounds, call)) * 1_000) / rounds);
  return median(times);
}

/** How many times a policy is loaded: the first runs code that is not optimised yet, the fastest what ships at its best. */
const LOADS = 30;

/**
 * How long each of many loads takes, in milliseconds.
 *
 * @param {() => { free(): void }} load
 */
export function loads(load) {
  return Array.from({ length: LOADS }, () => {
    const begin = performance.now();
    const engine = load();
    const took = performance.now() - begin;
    engine.free();
    return took;
  });
}

/** @param {string} draft */
export function pass(draft) {
  let count = 0;
  for (let at = 0; at < draft.length; at++) if (draft.charCodeAt(at) === 0x40) count += 1;
  return count;
}
