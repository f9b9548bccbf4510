import assert from "node:assert/strict";
import test from "node:test";
import { settings, settled } from "../../src/settings.js";

test("a person's choice goes before the company's, unless the company locked it", () => {
  assert.deepEqual(settled(undefined, { locked: [] }), { language: null, theme: null });
  assert.deepEqual(settled({ language: "nl" }, { language: "en", theme: "dark", locked: [] }), {
    language: "nl",
    theme: "dark",
  });
  assert.deepEqual(settled({ language: "nl" }, { language: "en", locked: ["language"] }).language, "en");
  for (const damaged of [null, 7, { language: "fr", theme: 3 }]) {
    assert.deepEqual(settled(damaged, { locked: [] }), { language: null, theme: null });
  }
});

test("two changes at once are both kept, and one that cannot be stored does not stop the next", async () => {
  /** @type {Record<string, any>} */
  const stored = {};
  let isFull = false;
  const own = settings(
    /** @type {any} */ ({
      get: async (/** @type {string} */ key) => structuredClone({ [key]: stored[key] }),
      async set(/** @type {object} */ items) {
        if (isFull) throw new Error("full");
        Object.assign(stored, structuredClone(items));
      },
    }),
  );
  await Promise.all([own.set("language", "nl"), own.set("theme", "dark")]);
  assert.deepEqual(await own.read(), { language: "nl", theme: "dark" });
  isFull = true;
  await assert.rejects(own.set("theme", "light"));
  isFull = false;
  await own.set("language", "en");
  assert.deepEqual(await own.read(), { language: "en", theme: "dark" });
});
