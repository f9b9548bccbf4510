import assert from "node:assert/strict";
import test from "node:test";

/** Each import with a query of its own is the script of another extension process: a world of its own in the page. */
const world = async (/** @type {string} */ name) => {
  Reflect.deleteProperty(globalThis, "guarded");
  return /** @type {typeof import("../../src/content/succession.js")} */ (
    await import(`../../src/content/succession.js?${name}`)
  ).succeed;
};

/** Starts a guard that says whether it runs. */
function guarding(/** @type {Function} */ succeed, /** @type {EventTarget} */ air) {
  const guard = { runs: 0, isCutOff: false, stop: () => undefined };
  guard.stop = succeed(
    () => {
      guard.runs += 1;
      return { stop: () => (guard.runs -= 1) };
    },
    () => guard.isCutOff,
    air,
  );
  return guard;
}

test("a second script in the same world leaves the first alone", async () => {
  const [succeed, air] = [await world("same"), new EventTarget()];
  const [first, second] = [guarding(succeed, air), guarding(succeed, air)];
  assert.equal(first.runs, 1);
  assert.equal(second.runs, 0);
  assert.equal(second.stop, undefined);
});

test("one that was stopped makes room for the next", async () => {
  const [succeed, air] = [await world("again"), new EventTarget()];
  guarding(succeed, air).stop();
  assert.equal(guarding(succeed, air).runs, 1);
});

test("a script that is cut off stands down for its successor", async () => {
  const air = new EventTarget();
  const old = guarding(await world("old"), air);
  old.isCutOff = true;
  const successor = guarding(await world("new"), air);
  assert.equal(old.runs, 0);
  assert.equal(successor.runs, 1);
});

test("a page that calls like a successor is not heard", async () => {
  const air = new EventTarget();
  const guard = guarding(await world("page"), air);
  air.dispatchEvent(new Event("successor"));
  assert.equal(guard.runs, 1);
});
