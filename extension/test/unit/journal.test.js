import assert from "node:assert/strict";
import test from "node:test";
import { counted, dayOf, entriesIn, MOST_ENTRIES, weekOf } from "../../src/journal/entries.js";
import { counts, csv } from "../../src/journal/export.js";
import { journal } from "../../src/journal/store.js";

/** @type {import("bezint/types").Decision} */
const DECISION = { rule: "names", action: "confirm", decision: "posted", audience: "public", site: "x" };
const NOW = new Date(2026, 10, 24, 23, 59);

/** A browser's storage that holds so much and no more, and is as slow as any. */
function storage(/** @type {any} */ held = {}, room = Number.POSITIVE_INFINITY) {
  return {
    held,
    get: async (/** @type {string} */ key) => structuredClone({ [key]: held[key] }),
    async set(/** @type {object} */ items) {
      if (JSON.stringify(items).length > room) throw new Error("QUOTA_BYTES quota exceeded");
      Object.assign(held, structuredClone(items));
    },
    async remove(/** @type {string} */ key) {
      delete held[key];
    },
  };
}

const kept = (/** @type {ReturnType<typeof storage>} */ where) => journal(/** @type {any} */ (where));

test("decisions are counted by day, also when they come faster than they can be written", async () => {
  const book = kept(storage());
  await Promise.all([1, 2, 3].map(() => book.record([DECISION, { ...DECISION, rule: "numbers" }], NOW)));
  const common = { ...DECISION, day: "2026-11-24", count: 3 };
  assert.deepEqual(await book.read(), [common, { ...common, rule: "numbers" }]);
});

test("whatever comes with a decision, the journal has no place for it", async () => {
  const where = storage();
  await kept(where).record([/** @type {any} */ ({ ...DECISION, draft: "a secret", reason: "because" })], NOW);
  assert.doesNotMatch(JSON.stringify(where.held), /secret|because/);
});

test("what is damaged is left out, and the rest is kept", async () => {
  const entry = { ...DECISION, day: "2026-11-23", count: 2 };
  for (const damaged of [null, 7, "x", {}, [null, 7, {}, { ...entry, count: -1 }, { ...entry, day: "yesterday" }]]) {
    const book = kept(storage({ journal: damaged }));
    assert.deepEqual(await book.read(), []);
    await book.record([DECISION], NOW);
    assert.equal((await book.read()).length, 1);
  }
  assert.deepEqual(entriesIn([{ ...entry, action: "shout" }, entry, { ...entry, site: 3 }]), [entry]);
});

test("it is bounded, and the oldest go first", () => {
  const days = Array.from({ length: MOST_ENTRIES + 10 }, (_, day) => ({
    ...DECISION,
    count: 1,
    day: dayOf(new Date(2010, 0, 1 + day)),
  }));
  const all = counted(days, []);
  assert.equal(all.length, MOST_ENTRIES);
  assert.equal(all[0]?.day, "2010-01-11");
  assert.equal(all.at(-1)?.day, days.at(-1)?.day);
});

test("a full storage keeps what is newest, and no room at all does no harm", async () => {
  const roomy = storage({}, 400);
  const book = kept(roomy);
  for (let day = 1; day <= 9; day += 1) await book.record([DECISION], new Date(2026, 0, day));
  const left = await book.read();
  assert.ok(left.length > 0 && left.length < 9);
  assert.equal(left.at(-1)?.day, "2026-01-09");
  const full = kept(storage({}, 0));
  await full.record([DECISION], NOW);
  assert.deepEqual(await full.read(), []);
});

test("what was erased can be put back, with what came since", async () => {
  const book = kept(storage());
  await book.record([DECISION], NOW);
  const erased = await book.read();
  await book.erase();
  assert.deepEqual(await book.read(), []);
  await book.record([DECISION], NOW);
  await book.add(erased);
  assert.equal((await book.read())[0]?.count, 2);
});

test("weeks are those of the calendar, around New Year too", () => {
  const weeks = {
    "2026-11-24": "2026-W48",
    "2026-11-29": "2026-W48",
    "2026-11-30": "2026-W49",
    "2026-12-31": "2026-W53",
    "2027-01-03": "2026-W53",
    "2027-01-04": "2027-W01",
    "2024-12-30": "2025-W01",
    "2021-01-03": "2020-W53",
  };
  for (const [day, week] of Object.entries(weeks)) assert.equal(weekOf(day), week, day);
});

test("in a table for a spreadsheet nothing is a formula, and nothing breaks out of its cell", () => {
  const [head, line] = csv([
    { ...DECISION, rule: '=HYPERLINK("x"),1', site: "a\nb", day: "2026-11-24", count: 1 },
  ]).split("\r\n");
  assert.equal(head, "day,rule,action,decision,audience,site,count");
  assert.equal(line, `2026-11-24,"'=HYPERLINK(""x""),1",confirm,posted,public,"a\nb",1`);
});

test("the company gets counts by week: no day, no site of the person's own, no rule with its site", () => {
  const entries = [
    { ...DECISION, day: "2026-11-23", count: 1 },
    { ...DECISION, day: "2026-11-24", count: 2, site: "forum.of.my.own.example" },
    { ...DECISION, day: "2026-11-30", count: 4, audience: /** @type {const} */ ("group") },
  ];
  const written = counts(entries, { id: "acme", version: 3 }, ["sales"], ["x"]);
  assert.deepEqual(JSON.parse(written), {
    format: "bezint-counts/1",
    policy: { id: "acme", version: 3 },
    roles: ["sales"],
    weeks: [
      {
        week: "2026-W48",
        rules: [{ rule: "names", action: "confirm", decision: "posted", count: 3 }],
        sites: [
          { site: "other", count: 2 },
          { site: "x", count: 1 },
        ],
        audiences: [{ audience: "public", count: 3 }],
      },
      {
        week: "2026-W49",
        rules: [{ rule: "names", action: "confirm", decision: "posted", count: 4 }],
        sites: [{ site: "x", count: 4 }],
        audiences: [{ audience: "group", count: 4 }],
      },
    ],
  });
  assert.doesNotMatch(written, /2026-11|forum/);
});
