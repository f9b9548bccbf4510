import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import test from "node:test";
import { speak } from "../../src/messages/messages.js";

const SOURCE = new URL("../../src/", import.meta.url);
const read = (/** @type {string} */ path) => JSON.parse(readFileSync(new URL(path, SOURCE), "utf8"));
const placesIn = (/** @type {string} */ message) => [...message.matchAll(/\{\w+\}/g)].map(String).sort();

for (const path of ["messages/LANGUAGE.json", "../_locales/LANGUAGE/messages.json"]) {
  test(`${path} has every message in both languages, with the same places to fill in`, () => {
    const [en, nl] = [read(path.replace("LANGUAGE", "en")), read(path.replace("LANGUAGE", "nl"))];
    assert.deepEqual(Object.keys(en), Object.keys(nl));
    for (const key of Object.keys(en)) {
      const [one, other] = [en[key].message ?? en[key], nl[key].message ?? nl[key]];
      assert.ok(one && other, key);
      assert.deepEqual(placesIn(one), placesIn(other), key);
    }
  });
}

test("every message that a page names is there", () => {
  const { has } = speak("en", "en");
  const pages = readdirSync(new URL("pages/", SOURCE)).filter((file) => file.endsWith(".html"));
  assert.ok(pages.length > 0);
  for (const page of pages) {
    const html = readFileSync(new URL(`pages/${page}`, SOURCE), "utf8");
    for (const [, key = ""] of html.matchAll(/data-message="([^"]+)"/g)) assert.ok(has(key), `${page}: ${key}`);
  }
});

test("the person's choice goes before the browser's language, and English stands in for others", () => {
  assert.equal(speak("nl", "en-US").language, "nl");
  assert.equal(speak(null, "nl-BE").language, "nl");
  assert.equal(speak(null, "fr").language, "en");
  assert.equal(speak("en", "nl").say("today", "3"), "Noted in your journal today: 3");
  assert.equal(speak("en", "nl").say("refused_one", { name: "$&", problem: "x" }), "$&: x");
});

test("every permission of the manifest is explained", () => {
  const { has } = speak("en", "en");
  for (const name of read("../manifest/base.json").permissions) assert.ok(has(`permission_${name}`), name);
});
