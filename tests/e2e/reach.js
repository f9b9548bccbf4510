/** On a host that is not guarded no script of the extension runs. */

import assert from "node:assert/strict";
import { pageOf } from "../pages/catalogue.js";
import { onPage } from "./case.js";
import { closedRoots } from "./dom.js";
import { codename } from "./drafts.js";
import { insists } from "./ways.js";

/** @typedef {import("./visit.js").Visit} Visit */

const editor = pageOf("contenteditable");

/** A host of this machine that the lab's build does not name. */
const ELSEWHERE = "unguarded.localhost";

/** The worlds of the page's frame that belong to an extension, by their addresses: each content script runs in one. */
async function worldsOf(/** @type {Visit} */ { lab }) {
  const session = await lab.page.createCDPSession();
  /** @type {string[]} */
  const origins = [];
  session.on("Runtime.executionContextCreated", ({ context }) => origins.push(context.origin));
  // It tells of every world there is before it answers.
  await session.send("Runtime.enable");
  await session.detach();
  return origins.filter((origin) => origin.startsWith("chrome-extension://"));
}

async function onlyWhereGuarded(/** @type {Visit} */ visit) {
  assert.equal((await worldsOf(visit)).length, 1, "where there is a guard, its world is seen");
}

async function nowhereElse(/** @type {Visit} */ visit) {
  await visit.write(codename(1));
  assert.deepEqual(await worldsOf(visit), [], "no world of an extension");
}

async function doesNothing(/** @type {Visit} */ visit) {
  await visit.write(codename(1));
  await visit.hands.painted();
  assert.deepEqual(await closedRoots(visit.hands.frame), [], "nothing is drawn");
  await visit.post("click");
  await visit.arrives(codename(1));
}

/** The same steps where there is a guard do show: what is drawn, and what is held. */
async function doesSomething(/** @type {Visit} */ visit) {
  await visit.write(codename(1));
  await visit.until(async () => (await closedRoots(visit.hands.frame)).length === 1, "nothing is drawn");
  await visit.post("click");
  await insists(visit, "click", await visit.isHeld(codename(1)), codename(1));
}

const NO_WORLDS = { firefox: "WebDriver BiDi does not tell the worlds of content scripts" };
const elsewhere = { host: ELSEWHERE };

export const reach = [
  { ...onPage("a guarded host has the guard's world", editor, {}, onlyWhereGuarded), skip: NO_WORLDS },
  { ...onPage("another host has none", editor, elsewhere, nowhereElse), skip: NO_WORLDS },
  onPage("a guarded host is guarded", editor, {}, doesSomething),
  onPage("another host is left alone", editor, elsewhere, doesNothing),
].map((one) => ({ ...one, part: "sites" }));
