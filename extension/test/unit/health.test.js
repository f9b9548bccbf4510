import assert from "node:assert/strict";
import test from "node:test";
import { keepHealth, keptHealth } from "../../src/background/health.js";

/** A store that keeps what it is given. */
function store() {
  /** @type {Record<string, any>} */
  const kept = { settled: true };
  return /** @type {any} */ ({
    set: async (/** @type {object} */ items) => void Object.assign(kept, items),
    get: async () => kept,
  });
}

const PART = { part: "submit", selector: "[data-testid=tweetButton]", found: 0, works: false };
const HEALTH = { site: "x", rule: "post", parts: [PART] };

test("the last report for each way to post is kept", async () => {
  const kept = store();
  await keepHealth(kept, HEALTH);
  await keepHealth(kept, { ...HEALTH, rule: null });
  await keepHealth(kept, { ...HEALTH, parts: [{ ...PART, found: 1, works: true }] });
  assert.deepEqual(await keptHealth(kept), [
    { ...HEALTH, rule: null },
    { ...HEALTH, parts: [{ ...PART, found: 1, works: true }] },
  ]);
});

test("nothing but selectors and counts is kept", async () => {
  const kept = store();
  await keepHealth(kept, { ...HEALTH, draft: "secret", parts: [{ ...PART, text: "secret" }] });
  assert.deepEqual(await keptHealth(kept), [HEALTH]);
});

test("what does not look like a report is not kept", async () => {
  const kept = store();
  const wrong = [
    undefined,
    {},
    { ...HEALTH, site: 7 },
    { ...HEALTH, rule: undefined },
    { ...HEALTH, parts: "many" },
    { ...HEALTH, parts: Array(41).fill(PART) },
    { ...HEALTH, parts: [{ ...PART, part: "text" }] },
    { ...HEALTH, parts: [{ ...PART, selector: "x".repeat(1_001) }] },
    { ...HEALTH, parts: [{ ...PART, found: "none" }] },
  ];
  for (const health of wrong) await keepHealth(kept, health);
  assert.deepEqual(await keptHealth(kept), []);
});
