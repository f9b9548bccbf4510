import assert from "node:assert/strict";
import { test } from "node:test";
import en from "../src/messages/en.json" with { type: "json" };
import { voice } from "../src/messages/messages.js";
import nl from "../src/messages/nl.json" with { type: "json" };

test("both languages say the same things, with the same values", () => {
  assert.deepEqual(Object.keys(nl), Object.keys(en));
  const values = (/** @type {string} */ text) => [...text.matchAll(/\{\w+\}/gu)].map(String).sort();
  for (const [key, text] of Object.entries(en))
    assert.deepEqual(values(/** @type {any} */ (nl)[key]), values(text), key);
});

test("the language is the one asked for, else the first that is there, else English", () => {
  assert.equal(voice("nl-BE").language, "nl");
  assert.equal(voice("fy").language, "en");
});

test("says one and many", () => {
  assert.equal(voice("en").count("more", 1), en["more.one"]);
  assert.equal(voice("en").count("more", 3), "3 more remarks");
});

test("the policy's own sentence is picked by language", () => {
  assert.equal(voice("nl").pick({ en: "a", nl: "b" }), "b");
  assert.equal(voice("nl").pick({ en: "a" }), "a");
  assert.equal(voice("nl").pick({ fy: "c" }), "c");
  assert.equal(voice("nl").pick({}), "");
});
