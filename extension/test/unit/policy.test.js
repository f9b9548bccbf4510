import assert from "node:assert/strict";
import test from "node:test";
import { base64Of } from "../../src/background/managed.js";
import { inForce, pick, unpick } from "../../src/background/policy.js";

const encode = (/** @type {string} */ text) => new TextEncoder().encode(text);

/** A policy here is its id, version and signer, such as `acme 3 key`; an engine is that card. */
const policy = (/** @type {string} */ id, version = 1, signer = "nobody") => encode(`${id} ${version} ${signer}`);

/** The card of the policy that is in force while a person picks another. */
const INSIDE = { id: "inside", version: 1 };

function open(/** @type {Uint8Array} */ sealed, /** @type {any} */ { publicKey, notOlderThan }) {
  const [id = "", version, signer] = new TextDecoder().decode(sealed).split(" ");
  const refuse = (/** @type {string} */ code) => {
    throw Object.assign(new Error(code), { code });
  };
  if (!version) refuse("damaged");
  if (publicKey && publicKey !== signer) refuse("other-key");
  if (notOlderThan?.id === id && Number(version) < notOlderThan.version) refuse("older");
  return { card: () => ({ id, version: Number(version) }) };
}

function world(/** @type {Record<string, unknown>} */ stored = {}, isFull = false) {
  const storage = {
    get: async (/** @type {string} */ key) => ({ [key]: stored[key] }),
    set: async (/** @type {object} */ items) => {
      if (isFull) throw new Error("QUOTA_BYTES quota exceeded");
      Object.assign(stored, items);
    },
    remove: async (/** @type {string} */ key) => void delete stored[key],
  };
  const way = /** @type {any} */ ({ open, inside: async () => policy("inside"), storage });
  return { stored, way, now: (/** @type {object} */ managed) => told(inForce(managed, way)) };
}

async function told(/** @type {ReturnType<typeof inForce>} */ force) {
  const { engine, source, refused } = await force;
  return [
    source,
    engine.card().id,
    engine.card().version,
    ...refused.map(({ name, problem }) => `${name}: ${problem}`),
  ];
}

test("where nothing is managed or picked, the policy inside is in force", async () => {
  assert.deepEqual(await world().now({}), ["inside", "inside", 1]);
});

test("the administrator's goes before the person's, and that before the one inside", async () => {
  const { way, now } = world();
  await pick(base64Of(policy("mine")), {}, INSIDE, way);
  assert.deepEqual(await now({}), ["picked", "mine", 1]);
  assert.deepEqual(await now({ policy: policy("acme") }), ["managed", "acme", 1]);
  await unpick(way.storage);
  assert.deepEqual(await now({}), ["inside", "inside", 1]);
});

test("one that cannot be accepted leaves the last good one in force, and says so", async () => {
  const { now } = world();
  assert.deepEqual(await now({ policy: policy("acme", 3) }), ["managed", "acme", 3]);
  assert.deepEqual(await now({ policy: encode("junk") }), ["last-good", "acme", 3, "policy: damaged"]);
  assert.deepEqual(await now({ policy: policy("acme", 2) }), ["last-good", "acme", 3, "policy: older"]);
  assert.deepEqual(await now({ policy: policy("acme", 4) }), ["managed", "acme", 4]);
});

test("the last good one is verified like any other: by the key of now, and against damage", async () => {
  const { now, stored } = world();
  await now({ policy: policy("acme", 3, "old-key") });
  const refused = ["policy: damaged", "last-good-policy: other-key"];
  assert.deepEqual(await now({ policy: encode("junk"), key: "new-key" }), ["inside", "inside", 1, ...refused]);
  for (const damaged of [7, null, {}, { sealed: "%%%" }, { id: "acme", version: 1, sealed: base64Of(encode("x")) }]) {
    stored["last-good-policy"] = damaged;
    assert.deepEqual((await now({ policy: encode("junk") })).slice(0, 2), ["inside", "inside"]);
  }
});

test("without a good one before, the policy inside holds, and it is said", async () => {
  assert.deepEqual(await world().now({ policy: encode("junk") }), ["inside", "inside", 1, "policy: damaged"]);
});

test("a person's own must bear the company's signature where the company has a key", async () => {
  const { way, now, stored } = world();
  await assert.rejects(pick(base64Of(policy("mine")), { key: "acme" }, INSIDE, way), { code: "other-key" });
  await assert.rejects(async () => pick("%%%", {}, INSIDE, way), /base64/);
  assert.deepEqual(stored, {});
  await pick(base64Of(policy("mine", 1, "acme")), { key: "acme" }, INSIDE, way);
  assert.deepEqual(await now({ key: "acme" }), ["picked", "mine", 1]);
  assert.deepEqual(await now({ key: "other" }), ["inside", "inside", 1, "picked-policy: other-key"]);
});

test("a person cannot go back to an earlier version of the policy in force", async () => {
  const { way, now } = world();
  await assert.rejects(pick(base64Of(policy("mine", 3)), {}, { id: "mine", version: 4 }, way), { code: "older" });
  assert.deepEqual(await now({}), ["inside", "inside", 1]);
  await pick(base64Of(policy("mine", 4)), {}, { id: "mine", version: 4 }, way);
  assert.deepEqual(await now({}), ["picked", "mine", 4]);
});

test("with a full storage the administrator's policy is in force all the same", async () => {
  assert.deepEqual(await world({}, true).now({ policy: policy("acme") }), ["managed", "acme", 1]);
});
