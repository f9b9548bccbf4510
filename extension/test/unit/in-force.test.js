import assert from "node:assert/strict";
import test from "node:test";
import { isOther, ownSite } from "../../src/content/in-force.js";

const PLAIN = { language: null, theme: null, ownDomains: [], policy: "one" };
const site = (/** @type {object} */ more = {}) => ({ id: "h", name: "h", hosts: ["h"], composers: [], ...more });

test("a guard begins anew when what is in force is another, and not because it is told of it", () => {
  assert.equal(isOther(undefined, PLAIN), false);
  assert.equal(isOther(PLAIN, { ...PLAIN }), false);
  assert.equal(isOther(undefined, { ...PLAIN, language: "nl" }), true);
  assert.equal(isOther(PLAIN, { ...PLAIN, policy: "two" }), true);
  assert.equal(isOther(PLAIN, { ...PLAIN, theme: "dark" }), true);
  assert.equal(isOther(PLAIN, { ...PLAIN, ownDomains: ["acme.example"] }), true);
});

test("pages of the company's own are read by the company, unless an adapter knows better", () => {
  const own = { ...PLAIN, ownDomains: ["acme.example"] };
  assert.equal(ownSite(site(), "wiki.acme.example", own).audience, "company");
  assert.equal(ownSite(site(), "acme.example", own).audience, "company");
  assert.equal(ownSite(site(), "notacme.example", own).audience, undefined);
  assert.equal(ownSite(site(), "acme.example", undefined).audience, undefined);
  assert.equal(ownSite(site({ audience: "public" }), "acme.example", own).audience, "public");
  const adapted = site({ composers: [{ id: "post", composer: "textarea" }] });
  assert.equal(ownSite(adapted, "acme.example", own).audience, undefined);
});
