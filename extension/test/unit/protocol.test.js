import assert from "node:assert/strict";
import test from "node:test";
import { answer, isOurs, LONGEST_DRAFT } from "../../src/background/protocol.js";

const CONTEXT = { audience: "public", site: "x" };
const VERDICT = /** @type {any} */ ({ action: "advise", findings: [], reasons: [] });
const CARD = /** @type {any} */ ({ id: "acme" });

/** @type {any[]} */
let asked = [];
const engine = async () => ({
  card: () => CARD,
  evaluate: (/** @type {any[]} */ ...question) => {
    asked.push(question);
    return VERDICT;
  },
});
const nothing = () => {};

test.beforeEach(() => {
  asked = [];
});

test("a draft is judged with the roles and the time that the background adds", async () => {
  const message = {
    id: 1,
    type: "evaluate",
    draft: "hello",
    context: { ...CONTEXT, time: 0, roles: ["spokesperson"] },
  };
  assert.deepEqual(await answer(message, engine, nothing, () => 1_795_500_000_999), { id: 1, verdict: VERDICT });
  assert.deepEqual(asked, [["hello", { ...CONTEXT, roles: [], time: 1_795_500_000 }]]);
});

test("the policy's face is told", async () => {
  assert.deepEqual(await answer({ id: 2, type: "card" }, engine, nothing), { id: 2, card: CARD });
});

test("what is not a question is refused by a code, and the engine is not asked", async () => {
  const wrong = [
    { type: "evaluate" },
    { type: "evaluate", draft: 7, context: CONTEXT },
    { type: "evaluate", draft: "hello" },
    { type: "evaluate", draft: "hello", context: { audience: "public" } },
    { type: "evaluate", draft: "hello", context: { audience: null, site: "x" } },
    { type: "evaluate", draft: "hello", context: { audience: "public", site: "x".repeat(300) } },
    { type: "seal" },
    {},
  ];
  for (const message of wrong)
    assert.deepEqual(await answer({ id: 3, ...message }, engine, nothing), { id: 3, error: "message" });
  assert.deepEqual(asked, []);
});

test("what cannot be answered to is not answered", async () => {
  for (const message of [null, undefined, "evaluate", 3, { type: "card" }, { id: "1", type: "card" }]) {
    assert.equal(await answer(message, engine, nothing), undefined);
  }
});

test("a draft of any length that a composer holds is judged, and a longer one refused", async () => {
  const longest = { id: 4, type: "evaluate", draft: "x".repeat(LONGEST_DRAFT), context: CONTEXT };
  assert.deepEqual(await answer(longest, engine, nothing), { id: 4, verdict: VERDICT });
  const tooLong = { ...longest, draft: `${longest.draft}x` };
  assert.deepEqual(await answer(tooLong, engine, nothing), { id: 4, error: "too-long" });
});

test("an engine that cannot be had is an error with its code, and without its sentence", async () => {
  const broken = () => Promise.reject(Object.assign(new Error("this is not a sealed policy"), { code: "policy" }));
  assert.deepEqual(await answer({ id: 5, type: "card" }, broken, nothing), { id: 5, error: "policy" });
  const stopped = async () => ({ card: () => CARD, evaluate: () => assert.fail("unreachable") });
  const message = { id: 6, type: "evaluate", draft: "hello", context: CONTEXT };
  assert.equal(typeof (/** @type {any} */ (await answer(message, stopped, nothing)).error), "string");
});

test("a state is passed on when it is one, and never answered", async () => {
  /** @type {any[]} */
  const told = [];
  const tell = (/** @type {any[]} */ ...what) => told.push(what);
  for (const state of ["guarding", "asleep", null]) {
    assert.equal(await answer({ type: "state", state, findings: 1 }, engine, tell), undefined);
  }
  await answer({ type: "state", state: "guarding", findings: "many" }, engine, tell);
  assert.deepEqual(told, [["guarding", 1]]);
});

test("only this extension's own frames and pages may connect", () => {
  assert.equal(isOurs(/** @type {any} */ ({ id: "us", url: "https://x.com" }), "us"), true);
  assert.equal(isOurs(/** @type {any} */ ({ id: "others" }), "us"), false);
  assert.equal(isOurs(/** @type {any} */ ({ url: "https://x.com" }), "us"), false);
  assert.equal(isOurs(undefined, "us"), false);
});
