import assert from "node:assert/strict";
import test from "node:test";
import { Decisions } from "../src/decisions.js";

/** A draft that these rules had something to say about. */
const judged = (/** @type {string[]} */ ...rules) =>
  /** @type {any} */ ({
    draft: { text: "a secret", audience: "public" },
    verdict: { action: "confirm", findings: [], reasons: rules.map((rule) => ({ rule, action: "confirm" })) },
  });

test("a decision is told rule by rule, without the text", () => {
  /** @type {any[]} */
  const told = [];
  new Decisions("x", (decisions) => told.push(...decisions)).made([judged("names", "numbers")], "posted");
  const common = { action: "confirm", decision: "posted", audience: "public", site: "x" };
  assert.deepEqual(told, [
    { rule: "names", ...common },
    { rule: "numbers", ...common },
  ]);
});

test("the events of one gesture are one decision, and another decision on the same draft is another", () => {
  /** @type {string[]} */
  const told = [];
  const decisions = new Decisions("x", (all) => told.push(...all.map(({ decision }) => decision)));
  const draft = judged("names");
  for (const decision of /** @type {const} */ (["reconsidered", "reconsidered", "posted", "posted"])) {
    decisions.made([draft], decision);
  }
  decisions.made([judged("names")], "posted");
  assert.deepEqual(told, ["reconsidered", "posted", "posted"]);
});

test("where no rule had anything to say nothing is told", () => {
  new Decisions("x", () => assert.fail("nothing to tell")).made([judged()], "posted");
});
