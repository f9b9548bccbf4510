/** A company's build is the same, byte for byte, whenever its input is, as the page on rolling out says it is made. */
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { copyFileSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { fileURLToPath } from "node:url";
import { makeKey } from "../../../scripts/build/seal.mjs";

const ROOT = fileURLToPath(new URL("../../../", import.meta.url));
const folder = mkdtempSync(join(tmpdir(), "bezint-"));
after(() => rmSync(folder, { recursive: true }));

const [policy, key] = [join(folder, "acme.toml"), join(folder, "acme.key")];
copyFileSync(join(ROOT, "tests/policies/lab.toml"), policy);
await makeKey(key);

/** By the very command, but that what it builds on is there already. @param {string} name */
function build(name) {
  const out = join(folder, name);
  const given = [`POLICY=${policy}`, `KEY=${key}`, "NAME=Bezint for Acme", "HOSTS=forum.acme.example", `OUT=${out}`];
  const { status, stderr } = spawnSync("make", ["--old-file=setup", "extension", ...given], {
    cwd: ROOT,
    encoding: "utf8",
  });
  assert.equal(status, 0, stderr);
  return ["bezint-chrome.zip", "bezint-firefox.xpi"].map((file) => readFileSync(join(out, file)));
}

test("the same input gives the same packages", () => {
  assert.deepEqual(build("once"), build("twice"));
  const manifest = JSON.parse(readFileSync(join(folder, "once/chrome/manifest.json"), "utf8"));
  assert.equal(manifest.name, "Bezint for Acme");
  assert.ok(manifest.host_permissions.includes("*://forum.acme.example/*"));
});
