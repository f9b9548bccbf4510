/** A company's own build: its policy and its key inside, its name outside, and no other company's policy accepted. */

import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { makeKey, seal } from "../../scripts/build/seal.mjs";
import { pageOf } from "../pages/catalogue.js";
import { launch } from "./browser.js";
import { onPage } from "./case.js";
import { codename, harmless } from "./drafts.js";
import { comesToSay, openOwn, wordsOf } from "./own.js";
import { corrects } from "./ways.js";

/** @typedef {import("./visit.js").Visit} Visit */

const ROOT = fileURLToPath(new URL("../..", import.meta.url));
const LAB = new URL("../policies/lab.toml", import.meta.url);
const NAME = "Bezint for Acme";

const editor = pageOf("contenteditable");

/**
 * The lab's policy as of a version, sealed.
 *
 * @param {string} folder
 * @param {number} version
 * @param {string} [key] The file of the key that signs it.
 */
async function policyOf(folder, version, key) {
  const toml = join(folder, "acme.toml");
  await writeFile(toml, (await readFile(LAB, "utf8")).replace("version = 1", `version = ${version}`));
  const sealed = join(folder, `${version}-${key ? "signed" : "unsigned"}-${Math.random()}.sealed`);
  await seal(toml, sealed, key);
  return { toml, sealed };
}

/** The name shows, the policy inside holds, and only a newer one of the same key takes its place. */
const isCompanys = (/** @type {string} */ folder, /** @type {string} */ key) => async (/** @type {Visit} */ visit) => {
  const { lab } = visit;
  const { say } = wordsOf(lab);
  const stranger = join(folder, "stranger.key");
  await makeKey(stranger);
  const options = await openOwn(lab, "options");
  assert.equal(await options.evaluate(() => chrome.runtime.getManifest().name), NAME);
  for (const [version, signer, told] of /** @type {const} */ ([
    [8, undefined, "problem_unsigned"],
    [8, stranger, "problem_other-key"],
    [6, key, "problem_older"],
    [8, key, "picked"],
  ])) {
    const { sealed } = await policyOf(folder, version, signer);
    await /** @type {any} */ (await options.$("#pick")).uploadFile(sealed);
    await comesToSay(options, "#policy-told", say(told));
  }
  await options.close();
  await lab.page.bringToFront();
  await visit.write(codename(1));
  await visit.post("click");
  await corrects(visit, "click", await visit.isHeld(codename(1)), harmless(2));
};

export const company = [
  {
    name: `${editor.title}: a company's own build`,
    part: "company",
    async run(/** @type {import("./visit.js").Lab} */ lab, /** @type {import("./table.js").Table} */ table) {
      const folder = await mkdtemp(join(tmpdir(), "bezint-"));
      try {
        const key = join(folder, "acme.key");
        await makeKey(key);
        const { toml } = await policyOf(folder, 7);
        const out = join(folder, "out");
        const given = ["--policy", toml, "--key", key, "--name", NAME, "--host", "http://127.0.0.1/*", "--out", out];
        const built = spawnSync("node", ["scripts/build.mjs", "extension", ...given], { cwd: ROOT, encoding: "utf8" });
        assert.equal(built.status, 0, built.stderr);
        const extension = join(out, lab.kind === "firefox" ? "firefox" : "chrome");
        const browser = await launch(lab.kind, { extension, language: lab.language });
        try {
          const own = { ...lab, extension, browser, page: await browser.newPage() };
          await onPage("", editor, {}, isCompanys(folder, key)).run(own, table);
        } finally {
          await browser.close();
        }
      } finally {
        await rm(folder, { recursive: true });
      }
    },
  },
];
