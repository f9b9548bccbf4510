import assert from "node:assert/strict";
import { test } from "node:test";
import { Leniency, without } from "../src/leniency.js";

/** @typedef {import("../src/types.ts").Action} Action */

const DRAFT = "Neptunus and Orion";

/** @param {Array<[rule: string, action: Action, findings: number[]]>} rules */
function verdict(...rules) {
  const finding = (/** @type {number} */ start, /** @type {number} */ end) => ({
    ...{ detector: "names", title: {}, instead: null, spans: [{ start, end }] },
    ...{ confidence: /** @type {const} */ ("high"), evidence: [] },
  });
  const reasons = rules.map(([rule, action, findings]) => ({
    ...{ rule, action, findings, clause: "", owner: null, title: {}, advice: {}, add: null },
  }));
  return /** @type {any} */ ({ action: rules[0]?.[1] ?? "allow", findings: [finding(0, 8), finding(13, 18)], reasons });
}

const rulesOf = (/** @type {import("../src/types.ts").Verdict} */ { reasons }) => reasons.map(({ rule }) => rule);

test("a verdict loses what is settled, and keeps the rest in order", () => {
  const left = without(verdict(["a", "confirm", [0]], ["b", "advise", [1]]), ({ rule }) => rule === "a");
  assert.deepEqual([left.action, rulesOf(left)], ["advise", ["b"]]);
  assert.deepEqual(
    left.findings.map(({ spans: [span] }) => span?.start),
    [13],
  );
  assert.deepEqual(left.reasons[0]?.findings, [0], "places are those of the findings that are left");
});

test("what blocks is never taken back", () => {
  const all = verdict(["a", "block", [0]]);
  assert.equal(
    without(all, () => true),
    all,
  );
});

test("a corrected word is silent, in whatever case, and others are not", async () => {
  const leniency = new Leniency((words) => words);
  await leniency.correct("names", "NEPTUNUS");
  const left = await leniency.lessen(verdict(["a", "confirm", [0]], ["b", "confirm", [0, 1]]), DRAFT, "2026-01-01");
  assert.deepEqual(rulesOf(left), ["b"], "a rule with another finding still speaks");
  await leniency.correct("others", "orion");
  assert.deepEqual(rulesOf(await leniency.lessen(verdict(["b", "confirm", [1]]), DRAFT, "2026-01-01")), ["b"]);
});

test("advice that was waved away three times is quiet for the day", async () => {
  const leniency = new Leniency((words) => words);
  const said = async (/** @type {string} */ day) =>
    rulesOf(await leniency.lessen(verdict(["a", "advise", [0]], ["b", "confirm", [1]]), DRAFT, day));
  for (const _ of [1, 2]) leniency.wave(["a", "b"], "2026-01-01");
  assert.deepEqual(await said("2026-01-01"), ["a", "b"]);
  leniency.wave(["a", "b"], "2026-01-01");
  assert.deepEqual(await said("2026-01-01"), ["b"], "what stops a post does not go quiet");
  assert.deepEqual(await said("2026-01-02"), ["a", "b"]);
  leniency.wave(["a"], "2026-01-02");
  assert.deepEqual(leniency.said.waved, { a: ["2026-01-02", 1] });
});

test("what is kept comes back, and has a limit", async () => {
  const first = new Leniency((words) => words);
  for (let number = 0; number < 501; number += 1) await first.correct("names", `word ${number}`);
  assert.equal(first.said.words.length, 500);
  await first.correct("names", "Neptunus");
  const again = new Leniency((words) => words, JSON.parse(JSON.stringify(first.said)));
  assert.deepEqual(rulesOf(await again.lessen(verdict(["a", "confirm", [0]]), DRAFT, "2026-01-01")), []);
});

test("a finding in two places is not sensitive once its words are so in both", async () => {
  const all = verdict(["a", "confirm", [0]]);
  all.findings[0].spans.push({ start: 13, end: 18 });
  const leniency = new Leniency((words) => words);
  await leniency.correct("names", "neptunus");
  assert.equal((await leniency.lessen(all, DRAFT, "day")).action, "confirm");
  await leniency.correct("names", "Orion");
  assert.equal((await leniency.lessen(all, DRAFT, "day")).action, "allow");
});
