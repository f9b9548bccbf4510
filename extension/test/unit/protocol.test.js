import assert from "node:assert/strict";
import test from "node:test";
import { answer, isOurs, LONGEST_DRAFT } from "../../src/background/protocol.js";

const CONTEXT = { audience: "public", site: "x" };
const VERDICT = /** @type {any} */ ({ action: "advise", findings: [], reasons: [] });
const CARD = /** @type {any} */ ({ id: "acme", corrections: true });

/** @type {any[]} */
let asked = [];
const engine = async () => ({
  card: () => CARD,
  evaluate: (/** @type {any[]} */ ...question) => {
    asked.push(question);
    return VERDICT;
  },
});

/** A desk behind which everything is as a test has it, and nothing happens otherwise. */
const desk = (/** @type {Partial<import("../../src/background/protocol.js").Desk>} */ own = {}) => ({
  engine,
  poster: async () => ({ roles: ["works-council"], domains: ["acme.example"] }),
  onState: () => {},
  onDecided: () => {},
  onHealth: () => {},
  onBroken: () => {},
  ...own,
});

test.beforeEach(() => {
  asked = [];
});

test("a draft is judged with the roles, the domains and the time that the background adds", async () => {
  const message = {
    id: 1,
    type: "evaluate",
    draft: "hello",
    context: { ...CONTEXT, time: 0, roles: ["spokesperson"], domains: [] },
  };
  assert.deepEqual(await answer(message, desk({ now: () => 1_795_500_000_999 })), { id: 1, verdict: VERDICT });
  const poster = { roles: ["works-council"], domains: ["acme.example"] };
  assert.deepEqual(asked, [["hello", { ...CONTEXT, ...poster, time: 1_795_500_000 }]]);
});

test("the policy's face is told", async () => {
  const told = async (/** @type {object} */ own) => (await answer({ id: 2, type: "card" }, desk(own)))?.card;
  assert.deepEqual(await told({ correct: async () => {} }), CARD);
  assert.deepEqual(await told({}), { ...CARD, corrections: false }, "where nothing is kept, nothing can be corrected");
});

test("a correction is kept where it may be, and what is settled is left out of verdicts", async () => {
  /** @type {string[][]} */
  const kept = [];
  const own = {
    correct: async (/** @type {string[]} */ ...words) => void kept.push(words),
    lessen: async () => /** @type {any} */ ({ action: "allow", findings: [], reasons: [] }),
  };
  const correction = { id: 5, type: "correct", detector: "names", words: "neptunus" };
  assert.deepEqual(await answer(correction, desk(own)), { id: 5, answer: undefined });
  assert.deepEqual(kept, [["names", "neptunus"]]);
  assert.deepEqual(await answer({ ...correction, words: "" }, desk(own)), { id: 5, error: "message" });
  assert.deepEqual(await answer(correction, desk()), { id: 5, error: "message" });
  const { verdict } = (await answer({ id: 6, type: "evaluate", draft: "x", context: CONTEXT }, desk(own))) ?? {};
  assert.equal(verdict?.action, "allow");
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
    assert.deepEqual(await answer({ id: 3, ...message }, desk()), { id: 3, error: "message" });
  assert.deepEqual(asked, []);
});

test("what cannot be answered to is not answered", async () => {
  for (const message of [null, undefined, "evaluate", 3, { type: "card" }, { id: "1", type: "card" }]) {
    assert.equal(await answer(message, desk()), undefined);
  }
});

test("a draft of any length that a composer holds is judged, and a longer one refused", async () => {
  const longest = { id: 4, type: "evaluate", draft: "x".repeat(LONGEST_DRAFT), context: CONTEXT };
  assert.deepEqual(await answer(longest, desk()), { id: 4, verdict: VERDICT });
  const tooLong = { ...longest, draft: `${longest.draft}x` };
  assert.deepEqual(await answer(tooLong, desk()), { id: 4, error: "too-long" });
});

test("an engine that cannot be had is an error with its code, and without its sentence", async () => {
  const broken = () => Promise.reject(Object.assign(new Error("this is not a sealed policy"), { code: "policy" }));
  assert.deepEqual(await answer({ id: 5, type: "card" }, desk({ engine: broken })), { id: 5, error: "policy" });
  const stopped = async () => ({ card: () => CARD, evaluate: () => assert.fail("unreachable") });
  const message = { id: 6, type: "evaluate", draft: "hello", context: CONTEXT };
  assert.equal(typeof (/** @type {any} */ (await answer(message, desk({ engine: stopped }))).error), "string");
});

test("a state is passed on when it is one, and never answered", async () => {
  /** @type {any[]} */
  const told = [];
  const onState = (/** @type {any[]} */ ...what) => told.push(what);
  for (const state of ["guarding", "asleep", null]) {
    assert.equal(await answer({ type: "state", state, remarks: 1 }, desk({ onState })), undefined);
  }
  await answer({ type: "state", state: "guarding", remarks: "many" }, desk({ onState }));
  assert.deepEqual(told, [["guarding", 1]]);
});

test("of decisions only what the journal has a place for is passed on, and nothing else with it", async () => {
  const decision = { rule: "names", action: "confirm", decision: "posted", audience: "public", site: "x" };
  /** @type {any[]} */
  const told = [];
  const onDecided = (/** @type {any[]} */ decisions) => told.push(...decisions);
  const decisions = [decision, { ...decision, action: "allow" }, { ...decision, rule: "" }, null, "posted"];
  assert.equal(await answer({ type: "decided", decisions }, desk({ onDecided })), undefined);
  await answer({ type: "decided", decisions: "all" }, desk({ onDecided }));
  assert.deepEqual(told, [decision]);
});

test("only this extension's own frames and pages may connect", () => {
  assert.equal(isOurs(/** @type {any} */ ({ id: "us", url: "https://x.com" }), "us"), true);
  assert.equal(isOurs(/** @type {any} */ ({ id: "others" }), "us"), false);
  assert.equal(isOurs(/** @type {any} */ ({ url: "https://x.com" }), "us"), false);
  assert.equal(isOurs(undefined, "us"), false);
});

test("how well an adapter fits is handed on, unanswered, to whoever looks at it", async () => {
  /** @type {unknown[]} */
  const told = [];
  const onHealth = (/** @type {unknown} */ health) => told.push(health);
  assert.equal(await answer({ type: "health", health: { site: "x" } }, desk({ onHealth })), undefined);
  assert.deepEqual(told, [{ site: "x" }]);
});

test("an engine that fails is dropped, one that refuses is kept", async () => {
  let dropped = 0;
  const question = { id: 9, type: "evaluate", draft: "hello", context: CONTEXT };
  const failing = (/** @type {unknown} */ why) =>
    desk({
      engine: async () => {
        throw why;
      },
      onBroken: () => {
        dropped += 1;
      },
    });
  assert.deepEqual(await answer(question, failing(Object.assign(new Error(), { code: "expired" }))), {
    id: 9,
    error: "expired",
  });
  assert.equal(dropped, 0);
  assert.deepEqual(await answer(question, failing(new WebAssembly.RuntimeError("unreachable"))), {
    id: 9,
    error: "engine",
  });
  assert.equal(dropped, 1);
});
