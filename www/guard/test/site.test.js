import assert from "node:assert/strict";
import { test } from "node:test";
import { page } from "./page.js";

const { Adapter } = await import("../src/site.js");
const { HealthCheck } = await import("../src/health.js");

/** @typedef {import("../src/types.ts").Site} Site */

const SITE = /** @type {Site} */ ({
  id: "forum",
  name: "Forum",
  hosts: ["forum.example"],
  composers: [
    { id: "chat", kind: "message", composer: "#chat", keys: ["enter?"], newline: ".send", audience: "named" },
    {
      id: "post",
      kind: "post",
      composer: "#post",
      submit: [".publish", ".publish-old"],
      audience: { from: ".readers", words: { group: ["team"], public: ["everyone"] } },
      identity: { from: ".me", by: "text", words: { work: ["works"], personal: ["@home.example"] } },
    },
  ],
});

/** @param {string} html @param {Site} [site] */
function on(html, site = SITE) {
  const find = page(html);
  return { find, adapter: new Adapter(site, "localhost") };
}

test("Enter may post where it is a setting, unless the page shows that it does not", () => {
  const shown = on("<div><textarea id=chat></textarea></div>");
  assert.equal(shown.adapter.enterIn(shown.find("#chat")), "may-post");
  const hidden = on("<div><textarea id=chat></textarea><button class=send></button></div>");
  assert.equal(hidden.adapter.enterIn(hidden.find("#chat")), "breaks");
});

test("a field can say itself that Enter sends", () => {
  const { find } = on("<textarea id=a enterkeyhint=send></textarea><textarea id=b></textarea>");
  const nobody = new Adapter(undefined, "localhost");
  assert.equal(nobody.enterIn(find("#a")), "posts");
  assert.equal(nobody.enterIn(find("#b")), "breaks");
});

test("where no rule finds anything, what may be the chat is gated as one", () => {
  const { find, adapter } = on("<textarea id=renamed></textarea>");
  assert.equal(adapter.enterIn(find("#renamed")), "may-post");
  const beside = on("<textarea id=bio></textarea><textarea id=chat></textarea>");
  assert.equal(beside.adapter.enterIn(beside.find("#bio")), "breaks");
});

test("the account is told as far as the page tells it", () => {
  const told = (/** @type {string} */ html) => {
    const { find, adapter } = on(`${html}<textarea id=post></textarea>`);
    return adapter.identityOf(find("#post"));
  };
  assert.deepEqual(told("<b class=me>\n Bezint Works\n Post to everyone</b>"), {
    name: "Bezint Works",
    account: "work",
  });
  assert.deepEqual(told("<b class=me title='sanne@home.example'>Sanne</b>"), { name: "Sanne", account: "personal" });
  assert.deepEqual(told(`<b class=me>${"x".repeat(81)}</b>`), { name: "", account: null });
  assert.deepEqual(told(""), { name: "", account: null });
});

test("an account is told by a label, by an address, or for the whole site", () => {
  const reads = (/** @type {Site["identity"]} */ identity) => {
    const html = "<a id=me href='/people/sanne?tab=1' aria-label='Account: Sanne'></a><textarea id=post></textarea>";
    const { find, adapter } = on(html, { ...SITE, identity, composers: [] });
    return adapter.identityOf(find("#post"));
  };
  assert.deepEqual(reads({ from: "#me", by: "href" }), { name: "sanne", account: null });
  assert.deepEqual(reads({ from: "#me", by: "label" }), { name: "Account: Sanne", account: null });
  assert.deepEqual(reads("work"), { name: "", account: "work" });
});

/** What is reported when something is posted. @param {string} html @param {string} composer */
function checked(html, composer) {
  const { find, adapter } = on(html);
  /** @type {import("../src/types.ts").Health[]} */
  const told = [];
  const health = new HealthCheck(adapter, (one) => told.push(one));
  health.check(find(composer));
  health.check(find(composer));
  assert.equal(told.length, 1, "told once for the same page");
  return { health, parts: told[0]?.parts ?? [], rule: told[0]?.rule };
}

test("an adapter that fits is reported as one, whichever of its selectors finds the button", () => {
  const { health, parts, rule } = checked(
    "<textarea id=post></textarea><i class=readers>Team</i><button class=publish-old>",
    "#post",
  );
  assert.equal(rule, "post");
  assert.equal(health.isDrifted, false);
  assert.deepEqual(
    parts.map(({ part, found, works }) => [part, found, works]),
    [
      ["composer", 1, true],
      ["submit", 0, true],
      ["submit", 1, true],
      ["audience", 1, true],
    ],
  );
});

test("a button or an audience that is not found any more, or not understood, is drift", () => {
  const noButton = checked("<textarea id=post></textarea><i class=readers>Team</i>", "#post");
  assert.equal(noButton.health.isDrifted, true);
  assert.deepEqual(
    noButton.parts.map(({ works }) => works),
    [true, false, false, true],
  );
  const noWord = checked("<textarea id=post></textarea><i class=readers>Folk</i><button class=publish>", "#post");
  assert.equal(noWord.health.isDrifted, true);
  assert.deepEqual(noWord.parts.at(-1), { part: "audience", selector: ".readers", found: 1, works: false });
});

test("an unknown composer is drift only where none of the rules finds anything", () => {
  const alone = checked("<textarea id=renamed></textarea>", "#renamed");
  assert.equal(alone.rule, null);
  assert.equal(alone.health.isDrifted, true);
  assert.equal(checked("<textarea id=bio></textarea><textarea id=post></textarea>", "#bio").health.isDrifted, false);
});
