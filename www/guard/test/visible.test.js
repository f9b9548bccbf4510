import assert from "node:assert/strict";
import { test } from "node:test";
import { whileSeen } from "../src/panel/visible.js";
import { window } from "./page.js";

/** A panel on a page that can cover it, in a browser whose time and frames pass when the test says so. */
function opened(/** @type {import("node:test").TestContext} */ { mock }) {
  mock.timers.enable({ apis: ["setTimeout"] });
  /** @type {Map<number, () => void>} */
  const frames = new Map();
  mock.method(globalThis, "requestAnimationFrame", (/** @type {() => void} */ act) => {
    frames.set(frames.size + 1, act);
    return frames.size;
  });
  Object.assign(globalThis, { cancelAnimationFrame: (/** @type {number} */ id) => frames.delete(id) });

  const page = { isCovered: true };
  const host = window.document.body;
  const shown = {
    getRootNode: () => ({ host, elementFromPoint: () => shown }),
    matches: () => true,
    contains: () => true,
    getBoundingClientRect: () => ({ left: 0, top: 0, width: 400, height: 300 }),
  };
  Object.assign(document, { elementFromPoint: () => (page.isCovered ? null : host) });
  mock.method(document, "querySelectorAll", () => []);
  /** @type {string[]} */
  const told = [];
  const stop = whileSeen(/** @type {any} */ (shown), (sight) => told.push(sight));
  const draw = () => {
    const due = [...frames.values()];
    frames.clear();
    for (const act of due) act();
  };
  const pass = (/** @type {number} */ milliseconds) => {
    for (let left = milliseconds; left > 0; left -= 100) {
      mock.timers.tick(100);
      draw();
    }
  };
  return { page, told, stop, pass, tick: (/** @type {number} */ milliseconds) => mock.timers.tick(milliseconds) };
}

test("what is covered is told to be hidden, and to be seen when it was in view for a moment", (t) => {
  const { page, told, pass } = opened(t);
  pass(300);
  assert.deepEqual(told, []);
  pass(100);
  assert.deepEqual(told, ["hidden"]);
  page.isCovered = false;
  pass(100);
  assert.deepEqual(told, ["hidden", "unsure"]);
  pass(400);
  assert.deepEqual(told, ["hidden", "unsure", "seen"]);
  page.isCovered = true;
  pass(100);
  assert.equal(told.at(-1), "unsure");
});

test("a page that gives way and lets nothing be drawn has not shown it", (t) => {
  const { page, told, pass, tick } = opened(t);
  pass(400);
  page.isCovered = false;
  pass(100);
  tick(5_000);
  assert.deepEqual(told, ["hidden", "unsure"]);
});

test("nobody looks any more once it is closed", (t) => {
  const { told, stop, pass, tick } = opened(t);
  tick(100);
  stop();
  pass(1_000);
  assert.deepEqual(told, []);
});
