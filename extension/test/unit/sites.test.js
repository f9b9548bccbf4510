import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import test from "node:test";
import { JSDOM } from "jsdom";
import { problemsWith } from "../../../scripts/build/schema.mjs";
import { hostnameOf, siteOf } from "../../src/content/site.js";
import { addedTo, hostIn, isHost, patternFor } from "../../src/hosts.js";

const FOLDER = new URL("../../sites/", import.meta.url);
const sites = readdirSync(FOLDER).map((file) => ({
  file,
  site: JSON.parse(readFileSync(new URL(file, FOLDER), "utf8")),
}));
const adapters = sites.map(({ site }) => site);
const { document } = new JSDOM("").window;
const looksLikeSelector = (/** @type {string} */ selector) => void document.querySelector(selector);
const nowhere = { querySelector: () => null };

for (const { file, site } of sites) {
  test(`${file} says nothing that is not understood`, () => {
    assert.deepEqual(problemsWith(site, file), []);
    assert.equal(`${site.id}.json`, file);
    assert.ok(site.source, "it says what it knows the site by");
    if (site.detect) looksLikeSelector(site.detect);
    for (const selector of [site, ...site.composers].flatMap(selectorsIn)) looksLikeSelector(selector);
    for (const rule of site.composers) assert.ok(rule.kind, `${rule.id} says what it makes`);
  });
}

/** @param {any} part of an adapter @returns {string[]} */
function selectorsIn({ composer, submit = [], newline, mirrors, audience, identity }) {
  return [composer, ...submit, newline, mirrors, audience?.from, identity?.from].filter(Boolean);
}

test("what the guard would not understand is refused, with its place", () => {
  const rule = { id: "post", kind: "post", composer: "#post" };
  const site = { id: "acme", name: "Acme", hosts: ["acme.example"], composers: [rule] };
  const refused = (/** @type {object} */ wrong) => problemsWith({ ...site, ...wrong }, "acme.json");
  const refusedRule = (/** @type {object} */ wrong) => refused({ composers: [{ ...rule, ...wrong }] });
  assert.deepEqual(refused({}), []);
  assert.deepEqual(refused({ host: "acme.example" }), ["acme.json has an unknown key “host”"]);
  assert.deepEqual(refused({ hosts: ["https://acme.example"] }), [
    "acme.json.hosts[0] must be a host, such as x.com or *.reddit.com",
  ]);
  assert.match(String(refused({ audience: "everyone" })), /audience must be one of self, named/);
  assert.deepEqual(refusedRule({ audience: { from: "i", words: { group: ["Team"] } } }), [
    "acme.json.composers[0].audience.words.group[0] must be a word in lower case, as it is compared",
  ]);
  assert.deepEqual(refusedRule({ newline: ".send" }), [
    "acme.json, post: newline means nothing without the key “enter?”",
  ]);
  assert.deepEqual(refused({ composers: [rule, rule] }), ["acme.json.composers must have ids of their own"]);
  assert.deepEqual(refused({ composers: [] }), ["acme.json.composers must be a list"]);
});

test("no two sites claim the same host", () => {
  const hosts = adapters.flatMap((site) => site.hosts);
  assert.equal(new Set(hosts).size, hosts.length);
});

test("a host finds its adapter, whatever stands before it where the adapter says so", () => {
  const idOf = (/** @type {string} */ hostname) => siteOf(hostname, nowhere, adapters).id;
  assert.equal(idOf("x.com"), "x");
  assert.equal(idOf("nl.linkedin.com"), "linkedin");
  assert.equal(idOf("linkedin.com"), "linkedin");
  assert.equal(idOf("notlinkedin.com"), "notlinkedin.com");
  assert.equal(idOf("x.com.example.org"), "x.com.example.org");
});

test("software that anyone can run is known by its page", () => {
  const mastodon = { querySelector: (/** @type {string} */ selector) => (selector.includes("#mastodon") ? {} : null) };
  assert.equal(siteOf("social.acme.example", mastodon, adapters).id, "mastodon");
  assert.equal(siteOf("x.com", mastodon, adapters).id, "x");
});

test("a host without an adapter bears its own name and is guarded the generic way", () => {
  const site = siteOf("intranet.acme.example", nowhere, adapters);
  assert.deepEqual(site, {
    id: "intranet.acme.example",
    name: "intranet.acme.example",
    hosts: ["intranet.acme.example"],
    composers: [],
  });
});

test("a frame without an address belongs to the page that made it", () => {
  const frame = (/** @type {string} */ hostname, /** @type {string} */ origin, /** @type {string[]} */ ...above) =>
    hostnameOf(/** @type {any} */ ({ location: { hostname, ancestorOrigins: above }, origin }));
  assert.equal(frame("x.com", "https://x.com"), "x.com");
  assert.equal(frame("", "https://x.com", "https://x.com"), "x.com");
  assert.equal(frame("", "null", "https://x.com"), "x.com");
  assert.equal(frame("", "null"), "");
});

test("match patterns and hosts translate into each other", () => {
  assert.equal(hostIn("https://*.reddit.com/*"), "*.reddit.com");
  assert.equal(hostIn("http://localhost:8000/*"), "localhost");
  assert.equal(hostIn(patternFor("example.org")), "example.org");
  assert.equal(isHost(hostIn("*://*/*"), "example.org"), true);
  assert.deepEqual(addedTo(["https://x.com/*"], ["https://x.com/*", "*://b.example/*", "*://a.example/*"]), [
    "*://a.example/*",
    "*://b.example/*",
  ]);
});
