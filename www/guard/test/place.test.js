import assert from "node:assert/strict";
import test from "node:test";
import { placeFor } from "../src/panel/place.js";

const LETTER = 16;
const DESK = { width: 1366, height: 768 };
const PANEL = { width: 544, height: 460 };

/** Where a panel ends up, and that it is in the window and not over the composer. */
function placed(
  /** @type {import("../src/panel/place.js").Box} */ composer,
  /** @type {import("../src/panel/place.js").Size} */ view,
  /** @type {import("../src/panel/place.js").Size} */ panel,
) {
  const styles = placeFor(composer, view, panel, LETTER);
  if (styles === null) return null;
  const of = (/** @type {string} */ name) => (styles[name] === "auto" ? null : Number.parseFloat(styles[name] ?? ""));
  const [left, top, bottom, width, most] = ["left", "top", "bottom", "width", "max-height"].map(of);
  assert(left !== null && left !== undefined && width && most);
  const height = Math.min((panel.height * panel.width) / width, most);
  const start = top ?? view.height - (bottom ?? 0) - height;
  assert(left >= 0 && left + width <= view.width && start >= 0 && start + height <= view.height, "it is in the window");
  const isClear =
    left >= composer.right ||
    left + width <= composer.left ||
    start >= composer.bottom ||
    start + height <= composer.top;
  assert(isClear, "it is not over the composer");
  return { left, top: start, width, height };
}

test("below the composer where all of it fits, in the middle of that", () => {
  const composer = { left: 300, top: 80, right: 900, bottom: 200 };
  assert.deepEqual(placed(composer, DESK, PANEL), { left: 328, top: 216, width: 544, height: 460 });
});

test("above one at the foot of the window", () => {
  const composer = { left: 1000, top: 600, right: 1360, bottom: 740 };
  assert.deepEqual(placed(composer, DESK, PANEL), { left: 822, top: 124, width: 544, height: 460 });
});

test("beside one that takes the height of the window, narrower if it must be", () => {
  const tall = { left: 407, top: 40, right: 959, bottom: 720 };
  assert.deepEqual(placed(tall, DESK, PANEL), { left: 975, top: 40, width: 375, height: (460 * 544) / 375 });
  const low = { left: 404, top: 291, right: 595, bottom: 430 };
  assert.equal(placed(low, { width: 1000, height: 800 }, { width: 544, height: 520 })?.left, 16);
  const shifted = { ...tall, left: 700, right: 1300 };
  assert.deepEqual(placed(shifted, DESK, PANEL), { left: 140, top: 40, width: 544, height: 460 });
});

test("where it fits nowhere, on the side with the most room, to be scrolled", () => {
  const composer = { left: 30, top: 150, right: 970, bottom: 300 };
  assert.deepEqual(placed(composer, { width: 1000, height: 700 }, PANEL), {
    left: 228,
    top: 316,
    width: 544,
    height: 368,
  });
});

test("as wide as the window, at its lower edge", () => {
  const composer = { left: 20, top: 60, right: 300, bottom: 140 };
  const sheet = { width: 320, height: 420 };
  assert.deepEqual(placed(composer, { width: 320, height: 640 }, sheet), {
    left: 0,
    top: 220,
    width: 320,
    height: 420,
  });
});

test("over the composer only where there is no room to read it elsewhere", () => {
  assert.equal(placed({ left: 0, top: 0, right: 800, bottom: 600 }, { width: 800, height: 600 }, PANEL), null);
});
