import assert from "node:assert/strict";
import { test } from "node:test";
import { marksOf } from "../src/paint/marks.js";
import { excerpts } from "../src/panel/excerpt.js";

test("an excerpt shows the words within their line of thought", () => {
  const draft =
    "We have been working for more than a year on the falcon, which nobody outside of the building may know of.";
  const start = draft.indexOf("falcon");
  const [shown] = excerpts(draft, [{ spans: [{ start, end: start + 6 }] }]);
  assert.deepEqual(shown, {
    before: "… working for more than a year on the ",
    word: "falcon",
    after: ", which nobody outside of the building …",
    times: 1,
  });
});

test("an excerpt of the whole draft has nothing cut off", () => {
  assert.deepEqual(excerpts("falcon", [{ spans: [{ start: 0, end: 6 }] }]), [
    { before: "", word: "falcon", after: "", times: 1 },
  ]);
});

test("what stands in several places is shown once, with how often", () => {
  const spans = [0, 10].map((start) => ({ start, end: start + 6 }));
  const [shown, ...others] = excerpts("falcon and falcon", [{ spans }]);
  assert.deepEqual([shown?.word, shown?.times, others], ["falcon", 2, []]);
});

test("at most three places are shown, in order, none within another", () => {
  const spans = [30, 0, 2, 10, 20].map((start) => ({ spans: [{ start, end: start + 5 }] }));
  assert.deepEqual(
    excerpts("0123456789".repeat(5), spans).map((one) => one.word),
    ["01234", "01234", "01234"],
  );
});

test("where two findings meet, the graver one is marked", () => {
  const finding = (/** @type {number} */ start, /** @type {number} */ end) => ({
    detector: "d",
    title: {},
    instead: null,
    spans: [{ start, end }],
    confidence: /** @type {const} */ ("high"),
    evidence: [],
  });
  const reason = (/** @type {import("../src/types.ts").Action} */ action, /** @type {number[]} */ findings) => ({
    ...{
      rule: "r",
      action,
      clause: "",
      owner: null,
      layers: [],
      title: {},
      advice: {},
      add: null,
      protected: null,
      findings,
    },
  });
  const verdict = {
    action: /** @type {const} */ ("block"),
    findings: [finding(0, 4), finding(2, 6), finding(8, 9)],
    reasons: [reason("block", [1]), reason("advise", [0, 2])],
  };
  assert.deepEqual(
    marksOf(verdict).map(({ action, span }) => [action, span.start]),
    [
      ["block", 2],
      ["advise", 8],
    ],
  );
});

test("every place of a finding is marked", () => {
  const spans = [0, 10].map((start) => ({ start, end: start + 6 }));
  const verdict = /** @type {any} */ ({ findings: [{ spans }], reasons: [{ action: "advise", findings: [0] }] });
  assert.deepEqual(
    marksOf(verdict),
    spans.map((span) => ({ action: "advise", span })),
  );
});
