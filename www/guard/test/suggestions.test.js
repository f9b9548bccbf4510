import assert from "node:assert/strict";
import { test } from "node:test";
import { edited, undoing } from "../src/composer/write.js";
import { suggestionsFor } from "../src/panel/suggestions.js";

/**
 * @param {string} draft
 * @param {string[]} words Those that were found, in order.
 * @param {{ instead?: string, add?: string }} say
 */
function suggested(draft, words, { instead, add } = {}) {
  let from = 0;
  const findings = words.map((word) => {
    const start = draft.indexOf(word, from);
    from = start + word.length;
    const title = {};
    return {
      detector: "d",
      title,
      instead: instead ? { en: instead } : null,
      spans: [{ start, end: from }],
      evidence: [],
    };
  });
  const reason = { rule: "r", action: "confirm", clause: "", owner: null, title: {}, advice: {}, findings: [] };
  const all = suggestionsFor(
    draft,
    /** @type {any} */ ({ ...reason, add: add ? { en: add } : null }),
    /** @type {any} */ (findings),
    (text) => text.en ?? "",
  );
  for (const { edits } of all) {
    assert(
      edits.every(({ span, text }) => text !== "" && span.end > span.start),
      "an edit takes something and gives something",
    );
    assert.equal(edited(edited(draft, edits), undoing(draft, edits)), draft, "what was changed can be brought back");
  }
  return Object.fromEntries(all.map(({ kind, edits }) => [kind, edited(draft, edits)]));
}

test("a name is told in other words, or left out with the space beside it", () => {
  assert.deepEqual(
    suggested("We met Philips, and Philips liked it", ["Philips", "Philips"], { instead: "a customer" }),
    {
      generalise: "We met a customer, and a customer liked it",
      remove: "We met, and liked it",
    },
  );
});

test("a number keeps its shape when it is masked", () => {
  assert.deepEqual(suggested("Mijn BSN is 274.519.380!", ["274.519.380"]), {
    mask: "Mijn BSN is •••.•••.•••!",
    remove: "Mijn BSN is!",
  });
});

test("words without a number are not masked: their shape tells them", () => {
  assert.deepEqual(suggested("Neptunus ships", ["Neptunus"]), { remove: "ships" });
});

test("numbers side by side go together", () => {
  assert.deepEqual(suggested("a 11 22 b", ["11", "22"]), { mask: "a •• •• b", remove: "a b" });
});

test("a sentence is added at the end of what is written", () => {
  assert.deepEqual(suggested("Onze tent is de beste!\n", [], { add: "(Ik werk er.)" }), {
    add: "Onze tent is de beste! (Ik werk er.)\n",
  });
  assert.deepEqual(suggested("De beste 🏕️", [], { add: "#ad" }), { add: "De beste 🏕️ #ad" });
});

test("nothing is left out where nothing would be left", () => {
  assert.deepEqual(suggested("Neptunus", ["Neptunus"]), {});
  assert.deepEqual(suggested("😀\nNeptunus\n😀", ["Neptunus"]), {});
});

test("what stands in two places is changed in both", () => {
  const draft = "274519380, so BSN 274 519 380";
  const spans = [
    { start: 0, end: 9 },
    { start: 18, end: 29 },
  ];
  const finding = { detector: "nl.bsn", title: {}, instead: null, spans, evidence: [] };
  const [mask] = suggestionsFor(draft, /** @type {any} */ ({ add: null }), /** @type {any} */ ([finding]), () => "");
  assert.equal(mask && edited(draft, mask.edits), "•••••••••, so BSN ••• ••• •••");
});
