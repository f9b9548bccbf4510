import assert from "node:assert/strict";
import { test } from "node:test";
import { page } from "./page.js";

const { Adapter } = await import("../src/site.js");
const { Watch, within } = await import("../src/composer/watch.js");

/** An engine that answers when it is told to. */
function engine() {
  /** @type {Array<{ draft: string, answer: () => void, fail: () => void }>} */
  const asked = [];
  return {
    asked,
    card: async () => assert.fail("nobody asks for it here"),
    evaluate: (/** @type {string} */ draft) =>
      new Promise((resolve, reject) => {
        const verdict = { action: draft.includes("falcon") ? "confirm" : "allow", findings: [], reasons: [] };
        asked.push({ draft, answer: () => resolve(verdict), fail: () => reject(new Error("gone")) });
      }),
  };
}

/** A watch on a page with one composer, and what it was told. */
function watched() {
  const composer = /** @type {HTMLTextAreaElement} */ (page("<textarea></textarea>")("textarea"));
  const oracle = engine();
  /** @type {Array<[string | undefined, string | null]>} */
  const told = [];
  const watch = new Watch(/** @type {any} */ (oracle), new Adapter(undefined, "localhost"), (_, judged, trouble) => {
    told.push([judged?.draft.text, trouble]);
  });
  return { composer, asked: oracle.asked, told, watch };
}

const frame = () => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
const turn = () => new Promise((resolve) => setTimeout(resolve));

test("many events in one frame are one evaluation of the last text", async () => {
  const { composer, asked, told, watch } = watched();
  for (const text of ["f", "fa", "fal"]) {
    composer.value = text;
    watch.look(composer);
  }
  await frame();
  assert.deepEqual(
    asked.map((one) => one.draft),
    ["fal"],
  );
  asked[0]?.answer();
  await turn();
  assert.deepEqual(told, [["fal", null]]);
});

test("while one evaluation is under way no other begins, and then the latest text is next", async () => {
  const { composer, asked, told, watch } = watched();
  for (const text of ["one", "two", "three"]) {
    composer.value = text;
    watch.look(composer);
    await frame();
  }
  assert.deepEqual(
    asked.map((one) => one.draft),
    ["one"],
  );
  asked[0]?.answer();
  await turn();
  assert.deepEqual(
    asked.map((one) => one.draft),
    ["one", "three"],
  );
  asked[1]?.answer();
  await turn();
  assert.deepEqual(told, [["three", null]]);
});

test("a text that has not changed is not evaluated again, and nothing is never evaluated", async () => {
  const { composer, asked, watch } = watched();
  watch.look(composer);
  await frame();
  assert.equal(asked.length, 0);
  composer.value = "falcon";
  watch.look(composer);
  await frame();
  asked[0]?.answer();
  await turn();
  watch.look(composer);
  await frame();
  assert.equal(asked.length, 1);
});

test("the verdict is known for exactly the text it is on", async () => {
  const { composer, asked, watch } = watched();
  composer.value = "falcon";
  const settled = watch.settle([composer]);
  asked[0]?.answer();
  assert.equal((await settled)[0]?.verdict.action, "confirm");
  assert.equal(watch.verdictOn(watch.draftOf(composer))?.verdict.action, "confirm");
  composer.value = "falcon ";
  assert.equal(watch.verdictOn(watch.draftOf(composer)), null);
});

test("what settles is the text that is there in the end", async () => {
  const { composer, asked, watch } = watched();
  composer.value = "hello";
  const settled = watch.settle([composer]);
  composer.value = "falcon";
  asked[0]?.answer();
  await turn();
  asked[1]?.answer();
  const [judged] = await settled;
  assert.equal(judged?.draft.text, "falcon");
  assert.equal(judged?.verdict.action, "confirm");
});

test("an engine that does not answer is told, and asked again the next time", async () => {
  const { composer, asked, told, watch } = watched();
  composer.value = "falcon";
  watch.look(composer);
  await frame();
  asked[0]?.fail();
  await turn();
  assert.deepEqual(told, [[undefined, "unanswered"]]);
  const settled = watch.settle([composer]);
  asked[1]?.fail();
  await assert.rejects(settled);
});

test("an answer that comes too late is none", async () => {
  await assert.rejects(within(1, new Promise(() => {})));
  assert.equal(await within(1_000, Promise.resolve(7)), 7);
});

/** A watch on an engine that has something to say of every falcon. */
function deciding() {
  const composer = /** @type {HTMLTextAreaElement} */ (page("<textarea></textarea>")("textarea"));
  const evaluate = async (/** @type {string} */ draft) => {
    const start = draft.search(/falcon/iu);
    if (start < 0) return { action: "allow", findings: [], reasons: [] };
    const finding = {
      detector: "names",
      title: {},
      spans: [{ start, end: start + 6 }],
      confidence: "high",
      evidence: [],
    };
    const reason = { rule: "names", action: "confirm", findings: [0] };
    return { action: "confirm", findings: [finding], reasons: [reason] };
  };
  const watch = new Watch(/** @type {any} */ ({ evaluate }), new Adapter(undefined, "localhost"), () => {});
  return {
    watch,
    composer,
    async asks(/** @type {string} */ text) {
      composer.value = text;
      const [judged] = await watch.settle([composer]);
      return /** @type {import("../src/composer/watch.js").Judged} */ (judged);
    },
  };
}

test("what was decided on is not asked again while it stands in the composer", async () => {
  const { watch, asks } = deciding();
  const judged = await asks("the falcon flies");
  watch.decide(judged, judged.verdict.reasons);
  assert.equal(watch.verdictOn(judged.draft)?.verdict.action, "allow", "at once");
  assert.equal((await asks("The Falcon flies tomorrow")).verdict.action, "allow", "and with other words around it");
});

test("what was decided on is asked again once it has gone, though it comes back at one stroke", async () => {
  const { watch, composer, asks } = deciding();
  const judged = await asks("the falcon flies");
  watch.decide(judged, judged.verdict.reasons);
  composer.value = "";
  watch.reconsider(composer);
  assert.equal((await asks("the falcon flies")).verdict.action, "confirm");
});
