import assert from "node:assert/strict";
import { test } from "node:test";
import { Pass } from "../src/gate/pass.js";

const composer = /** @type {HTMLElement} */ (/** @type {unknown} */ ({ isConnected: true }));
const draft = { composer, text: "falcon", audience: "public" };

test("admits the drafts it is for, and a part of them", () => {
  const title = { ...draft, composer: /** @type {HTMLElement} */ ({ ...composer }), text: "title" };
  const pass = new Pass([title, draft], 0);
  assert.ok(pass.admits([title, draft], 1));
  assert.ok(pass.admits([draft], 1));
});

test("admits no other text, audience or composer", () => {
  const pass = new Pass([draft], 0);
  assert.ok(!pass.admits([{ ...draft, text: "falcons" }], 1));
  assert.ok(!pass.admits([{ ...draft, audience: "group" }], 1));
  assert.ok(!pass.admits([{ ...draft, composer: /** @type {HTMLElement} */ ({ ...composer }) }], 1));
  assert.ok(!pass.admits([draft, { ...draft, text: "more" }], 1));
});

test("admits the same draft in the composer that a site put in the place of the old one", () => {
  const gone = /** @type {HTMLElement} */ ({ ...composer, isConnected: false });
  assert.ok(new Pass([{ ...draft, composer: gone }], 0).admits([draft], 1));
});

test("lives half a minute", () => {
  const pass = new Pass([draft], 1_000);
  assert.ok(pass.admits([draft], 30_999));
  assert.ok(!pass.admits([draft], 31_000));
});

test("is over when its composer holds something else", () => {
  const pass = new Pass([draft], 0);
  assert.ok(!pass.isOverBy(draft));
  assert.ok(pass.isOverBy({ ...draft, text: "" }));
  assert.ok(!pass.isOverBy({ ...draft, composer: /** @type {HTMLElement} */ ({ ...composer }), text: "" }));
});
