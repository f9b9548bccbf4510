import assert from "node:assert/strict";
import { test } from "node:test";
import { leniency } from "../../src/background/leniency.js";

/** @param {any} [stored] */
function storage(stored) {
  /** @type {Record<string, any>} */
  const all = stored === undefined ? {} : { leniency: stored };
  return {
    all,
    get: async (/** @type {string} */ key) => structuredClone({ [key]: all[key] }),
    set: async (/** @type {object} */ items) => void Object.assign(all, structuredClone(items)),
  };
}

const finding = { detector: "names", spans: [{ start: 4, end: 12 }] };
const verdict = /** @type {any} */ ({
  ...{ action: "confirm", findings: [finding] },
  reasons: [{ rule: "names", action: "confirm", findings: [0] }],
});

const asks = async (/** @type {ReturnType<typeof leniency>} */ kept) =>
  (await kept.lessen(verdict, "The Neptunus", "2026-01-01")).action;

test("what was said outlives the background, and no word of it is stored", async () => {
  const store = storage();
  const kept = leniency(/** @type {any} */ (store));
  assert.equal(await asks(kept), "confirm");
  await kept.correct("names", "neptunus");
  assert.equal(await asks(kept), "allow");
  assert.equal(await asks(leniency(/** @type {any} */ (store))), "allow");
  assert.doesNotMatch(JSON.stringify(store.all), /neptunus/i);
  await kept.forget();
  assert.equal(await asks(kept), "confirm");
});

test("what was said is counted, and gone when the person says so", async () => {
  const store = storage();
  const kept = leniency(/** @type {any} */ (store));
  const today = "2026-01-02";
  await kept.correct("names", "neptunus");
  for (const day of ["2026-01-01", today, today]) await kept.wave(["tone"], day);
  assert.deepEqual(await kept.count(today), { words: 1, quiet: 0 });
  await kept.wave(["tone"], today);
  assert.deepEqual(await kept.count(today), { words: 1, quiet: 1 });
  assert.deepEqual(await kept.count("2026-01-03"), { words: 1, quiet: 0 }, "only for the day");
  await kept.forget();
  assert.deepEqual(await kept.count(today), { words: 0, quiet: 0 });
  assert.deepEqual(store.all, { leniency: {} });
});

test("two installations keep the same word as different digests", async () => {
  const [one, other] = [storage(), storage()];
  for (const store of [one, other]) await leniency(/** @type {any} */ (store)).correct("names", "neptunus");
  assert.notEqual(one.all.leniency.words[0], other.all.leniency.words[0]);
});

test("a damaged or full storage says nothing and breaks nothing", async () => {
  for (const damage of [null, 7, "x", { salt: 1, words: [1, null], waved: { a: 1, b: ["", 2], c: null } }]) {
    const kept = leniency(/** @type {any} */ (storage(damage)));
    assert.equal(await asks(kept), "confirm");
  }
  const full = { ...storage(), set: () => Promise.reject(new Error("full")) };
  const kept = leniency(/** @type {any} */ (full));
  await kept.correct("names", "neptunus");
  assert.equal(await asks(kept), "allow", "as long as the background lives");
});
