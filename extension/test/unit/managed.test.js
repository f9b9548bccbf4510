import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import test from "node:test";
import { base64Of, bytesOf, NAMES, readManaged } from "../../src/background/managed.js";

const NOTHING = { roles: [], own_domains: [], hosts: [], locked: [] };

test("what an administrator may set is what Chrome's schema says", () => {
  const file = new URL("../../manifest/managed-schema.json", import.meta.url);
  const { properties } = JSON.parse(readFileSync(file, "utf8"));
  assert.deepEqual(Object.keys(properties).sort(), NAMES);
});

test("what fits is taken", () => {
  const given = {
    policy: base64Of(new Uint8Array([66, 0, 255])),
    key: "a key",
    roles: ["spokesperson"],
    own_domains: ["acme.example"],
    hosts: ["forum.acme.example", "*.acme.example", "intranet"],
    language: "nl",
    theme: "dark",
    locked: ["hosts", "theme"],
  };
  const { managed, refused } = readManaged(given);
  assert.deepEqual(refused, []);
  assert.deepEqual(managed, { ...given, policy: new Uint8Array([66, 0, 255]) });
  assert.deepEqual(readManaged({}), { managed: NOTHING, refused: [] });
});

test("what does not fit is refused by itself, and the rest is taken", () => {
  const { managed, refused } = readManaged({
    policy: "not base64!",
    key: 7,
    roles: "spokesperson",
    own_domains: ["*.acme.example", "https://acme.example/", "", "*"],
    hosts: ["Forum.Example", "a..b", "forum.example"],
    language: "fr",
    theme: "",
    locked: ["theme", "everything"],
    colour: "red",
  });
  assert.deepEqual(managed, { ...NOTHING, own_domains: ["acme.example"], hosts: ["forum.example"], locked: ["theme"] });
  assert.deepEqual(refused, [
    { name: "policy", problem: "base64" },
    { name: "key", problem: "text" },
    { name: "roles", problem: "list" },
    { name: "own_domains 2", problem: "host" },
    { name: "own_domains 3", problem: "text" },
    { name: "own_domains 4", problem: "host" },
    { name: "hosts 1", problem: "host" },
    { name: "hosts 2", problem: "host" },
    { name: "language", problem: "word" },
    { name: "theme", problem: "text" },
    { name: "locked 2", problem: "word" },
    { name: "colour", problem: "unknown" },
  ]);
});

test("a name that every object has is no setting", () => {
  const { managed, refused } = readManaged(JSON.parse('{ "__proto__": { "key": "x" }, "constructor": "x" }'));
  assert.deepEqual(managed, NOTHING);
  assert.deepEqual(
    refused.map(({ problem }) => problem),
    ["unknown", "unknown"],
  );
});

test("bytes survive base64, many of them too, and with line breaks", () => {
  const bytes = Uint8Array.from({ length: 100_000 }, (_, place) => place % 251);
  assert.deepEqual(bytesOf(base64Of(bytes).replace(/.{76}/g, "$&\n")), bytes);
});
