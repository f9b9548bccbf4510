/** What Mozilla's own linter says of the package for Firefox: nothing that is not explained here. */
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import test from "node:test";
import { fileURLToPath } from "node:url";

const ROOT = fileURLToPath(new URL("../../../", import.meta.url));

/** Warnings that stay, with the reason. */
const EXPLAINED = {
  // Android reads the key from 142 on, and passes over it before; it is for the installation on a desktop.
  KEY_FIREFOX_ANDROID_UNSUPPORTED_BY_MIN_VERSION: /data_collection_permissions/,
  // Chrome's way into closed shadow roots; Firefox has one of its own, which is asked first.
  UNSUPPORTED_API: /dom\.openOrClosedShadowRoot|storage\.local\.setAccessLevel/,
};

test("the linter of Mozilla has nothing to say that is not explained", () => {
  const linter = ["addons-linter", "target/extension/firefox", "--output", "json"];
  const { stdout } = spawnSync("npx", linter, { cwd: ROOT, encoding: "utf8", maxBuffer: 1 << 26 });
  const { errors, warnings, notices } = JSON.parse(stdout);
  assert.deepEqual([...errors, ...notices], []);
  for (const { code, message, description } of warnings) {
    const known = /** @type {Record<string, RegExp>} */ (EXPLAINED)[code];
    assert.match(`${message} ${description}`, known ?? /explained/, code);
  }
});
