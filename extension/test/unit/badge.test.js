import assert from "node:assert/strict";
import test from "node:test";
import { badges, gravest } from "../../src/background/badge.js";

const TAB = 7;

/** A toolbar that remembers what it shows. */
function toolbar() {
  /** @type {Record<string, string>} */
  const shown = {};
  /** @type {number[]} */
  const asked = [];
  const show = (/** @type {object} */ part) => Object.assign(shown, part);
  const action = {
    setBadgeText: async (/** @type {any} */ { text }) => show({ text }),
    setBadgeBackgroundColor: async (/** @type {any} */ { color }) => show({ color }),
    setTitle: async (/** @type {any} */ { title }) => show({ title }),
  };
  const message = (/** @type {string} */ key, /** @type {string} */ of = "") => (of ? `${key}(${of})` : key);
  const shows = badges(
    /** @type {any} */ (action),
    async () => message,
    (tab) => asked.push(tab),
  );
  return { shown, asked, shows };
}

test("a tab shows the gravest of its frames, with all their remarks", () => {
  const guarding = /** @type {const} */ ({ state: "guarding", remarks: 2 });
  assert.deepEqual(gravest([]), { state: "idle", remarks: 0 });
  assert.deepEqual(gravest([{ state: "idle", remarks: 0 }, guarding]), guarding);
  assert.deepEqual(gravest([guarding, { state: "unreadable", remarks: 1 }]), { state: "unreadable", remarks: 3 });
  assert.deepEqual(
    gravest([
      { state: "unanswered", remarks: 0 },
      { state: "unreadable", remarks: 0 },
    ]),
    {
      state: "unanswered",
      remarks: 0,
    },
  );
});

test("each state has a sign, a colour and a sentence of its own", async () => {
  const { shown, shows } = toolbar();
  const frame = { tab: TAB };
  const looks = [];
  for (const state of /** @type {const} */ (["idle", "guarding", "unreadable", "unanswered", "hidden"])) {
    await shows.set(frame, state, 0);
    looks.push({ ...shown });
  }
  await shows.set(frame, "guarding", 3);
  assert.equal(shown.text, "3");
  assert.equal(shown.title, "name: badge_found(3)");
  looks.push({ ...shown });
  for (const part of ["text", "color", "title"])
    assert.equal(new Set(looks.map((look) => look[part])).size, looks.length);
});

test("a frame that goes takes its state with it", async () => {
  const { shown, shows } = toolbar();
  const [top, child] = [{ tab: TAB }, { tab: TAB }];
  await shows.set(top, "guarding", 0);
  await shows.set(child, "unanswered", 0);
  assert.equal(shown.text, "!");
  await shows.drop(child);
  assert.equal(shown.text, "✓");
  await shows.drop(top);
  assert.equal(shown.text, "");
});

test("of a tab that is not known all frames are asked, once", async () => {
  const { asked, shows } = toolbar();
  await shows.set({ tab: TAB }, "guarding", 0);
  await shows.set({ tab: TAB }, "idle", 0);
  assert.deepEqual(asked, [TAB]);
});
