/** A company's build is the same, byte for byte, whenever its input is. */
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { fileURLToPath } from "node:url";

const ROOT = fileURLToPath(new URL("../../../", import.meta.url));
const folder = mkdtempSync(join(tmpdir(), "bezint-"));
after(() => rmSync(folder, { recursive: true }));

/** @param {string} name */
function build(name) {
  const out = join(folder, name);
  const given = ["--name", "Bezint for Acme", "--host", "*://forum.acme.example/*", "--out", out];
  const { status, stderr } = spawnSync("node", ["scripts/build.mjs", "extension", ...given], {
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
