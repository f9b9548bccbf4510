import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import test from "node:test";
import { JSDOM } from "jsdom";
import { hostnameOf, siteOf } from "../../src/content/site.js";
import { addedTo, hostIn, isHost, patternFor } from "../../src/hosts.js";

const FOLDER = new URL("../../sites/", import.meta.url);
const AUDIENCES = ["self", "named", "group", "company", "followers", "public"];
const KEYS = ["enter", "enter?", "mod+enter"];
const KINDS = ["post", "reply", "comment", "message"];
const ACCOUNTS = ["work", "personal"];
const sites = readdirSync(FOLDER).map((file) => ({
  file,
  site: JSON.parse(readFileSync(new URL(file, FOLDER), "utf8")),
}));
const adapters = sites.map(({ site }) => site);
const { document } = new JSDOM("").window;
const looksLikeSelector = (/** @type {string} */ selector) => void document.querySelector(selector);
const nowhere = { querySelector: () => null };

/** Every key is one that the guard knows: a misspelt one would be silently without effect. */
function hasOnly(/** @type {object} */ object, /** @type {string[]} */ keys, /** @type {string} */ where) {
  for (const key of Object.keys(object)) assert.ok(keys.includes(key), `${where}: unknown key “${key}”`);
}

for (const { file, site } of sites) {
  test(`${file} says nothing that is not understood`, () => {
    const optional = ["optional", "detect", "audience", "identity"];
    hasOnly(site, ["id", "name", "source", "hosts", ...optional, "composers"], file);
    assert.equal(`${site.id}.json`, file);
    hasOnly(site.source, ["since", "surety", "notes"], file);
    assert.match(site.source.since, /^20\d\d-(0[1-9]|1[0-2])$/);
    assert.ok(["high", "medium", "low"].includes(site.source.surety));
    assert.ok(site.source.notes);
    assert.ok([undefined, true].includes(site.optional));
    assert.ok(site.name);
    for (const host of site.hosts) assert.match(host, /^(\*\.)?([a-z0-9-]+\.)+[a-z]+$/, host);
    if (site.audience) assert.ok(AUDIENCES.includes(site.audience));
    checkIdentity(site.identity, file);
    if (site.detect) looksLikeSelector(site.detect);
    assert.ok(site.composers.length > 0);
    assert.equal(new Set(site.composers.map((/** @type {any} */ { id }) => id)).size, site.composers.length);

    for (const rule of site.composers) {
      const where = `${file}, ${rule.id}`;
      hasOnly(rule, ["id", "kind", "composer", "submit", "keys", "newline", "audience", "identity"], where);
      assert.ok(KINDS.includes(rule.kind), where);
      for (const selector of [rule.composer, ...(rule.submit ?? [])]) looksLikeSelector(selector);
      for (const key of rule.keys ?? []) assert.ok(KEYS.includes(key), where);
      if (rule.newline) looksLikeSelector(rule.newline);
      assert.ok(!rule.newline || rule.keys.includes("enter?"), where);
      checkIdentity(rule.identity, where);
      if (typeof rule.audience === "string") assert.ok(AUDIENCES.includes(rule.audience), where);
      if (typeof rule.audience !== "object") continue;
      hasOnly(rule.audience, ["from", "words"], where);
      looksLikeSelector(rule.audience.from);
      hasOnly(rule.audience.words, AUDIENCES, where);
      for (const word of Object.values(rule.audience.words).flat()) assert.equal(word, word.toLowerCase(), where);
    }
  });
}

/** @param {any} identity @param {string} where */
function checkIdentity(identity, where) {
  if (typeof identity !== "object") return void assert.ok([undefined, ...ACCOUNTS].includes(identity), where);
  hasOnly(identity, ["from", "by", "words"], where);
  looksLikeSelector(identity.from);
  assert.ok([undefined, "text", "label", "href"].includes(identity.by), where);
  hasOnly(identity.words ?? {}, ACCOUNTS, where);
  for (const word of Object.values(identity.words ?? {}).flat()) assert.equal(word, word.toLowerCase(), where);
}

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
