/**
 * What an administrator set, by a real policy file of the browser: for an extension with an id of its own, so that no
 * other browser on this machine is told anything.
 */

import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { seal } from "../../scripts/build/seal.mjs";
import { pageOf } from "../pages/catalogue.js";
import { launch } from "./browser.js";
import { onPage } from "./case.js";
import { codename } from "./drafts.js";
import { insists } from "./ways.js";

/**
 * @typedef {import("./visit.js").Visit} Visit
 * @typedef {import("./visit.js").Lab} Lab
 */

/** Where Chromium reads what an administrator set. */
const POLICIES = "/etc/chromium/policies/managed";

/** Chromium names an extension without a key by its path. */
const idOf = (/** @type {string} */ folder) =>
  [...createHash("sha256").update(folder).digest("hex").slice(0, 32)]
    .map((digit) => String.fromCharCode(97 + Number.parseInt(digit, 16)))
    .join("");

/** The lab's policy about another word, sealed, in base64. */
export async function otherPolicy(/** @type {string} */ folder) {
  const [toml, sealed] = [join(folder, "other.toml"), join(folder, "other.sealed")];
  const lab = await readFile(new URL("../policies/lab.toml", import.meta.url), "utf8");
  await writeFile(
    toml,
    lab.replaceAll(/neptun/gi, (word) => (word[0] === "n" ? "saturn" : "Saturn")),
  );
  await seal(toml, sealed);
  const bytes = await readFile(sealed);
  await Promise.all([rm(toml), rm(sealed)]);
  return bytes.toString("base64");
}

/**
 * Chromium hands over what was set a moment after it starts, and the options page shows it when it is there: then the
 * administrator's policy is in force in an open page too, in the language they set, and what they got wrong is said.
 */
async function isInForce(/** @type {Visit} */ visit) {
  const { browser } = visit.lab;
  const background = await browser.waitForTarget((one) => one.type() === "service_worker");
  const options = await browser.newPage();
  await options.goto(new URL("/options.html", background.url()).href);
  await options.waitForFunction(() => document.querySelector("#refused li"));
  const refused = await options.$$eval("#refused li", (lines) => lines.map((line) => line.textContent));
  assert.deepEqual(refused, ["hosts 2: het moet een adres in kleine letters zijn, zoals forum.example of *.example."]);
  assert.equal(await options.$eval("html", (root) => root.lang), "nl");
  assert.equal(await options.$eval("#language", (list) => /** @type {HTMLSelectElement} */ (list).disabled), true);
  assert.deepEqual(await options.$$eval("#wanted li", (hosts) => hosts.map((host) => host.textContent)), [
    "forum.example",
  ]);
  await options.close();

  const draft = codename(1).replace("Neptunus", "Saturnus");
  await visit.write(draft);
  await visit.post("click");
  await insists(visit, "click", await visit.isHeld(draft), draft);
}

const NOT_HERE = {
  firefox: "its policies are read from the folder it is installed in, or for everyone on this machine",
};

const { name, run } = onPage("the administrator's settings are in force", pageOf("contenteditable"), {}, isInForce);

export const managed = [
  {
    name,
    skip: NOT_HERE,
    async run(/** @type {Lab} */ lab, /** @type {import("./table.js").Table} */ table) {
      const extension = await mkdtemp(join(tmpdir(), "bezint-"));
      await cp(lab.extension, extension, { recursive: true });
      const manifest = JSON.parse(await readFile(join(extension, "manifest.json"), "utf8"));
      delete manifest.key;
      await writeFile(join(extension, "manifest.json"), JSON.stringify(manifest));

      const id = idOf(extension);
      const file = join(POLICIES, `bezint-${id}.json`);
      const settings = {
        policy: await otherPolicy(extension),
        hosts: ["forum.example", "Forum Example"],
        language: "nl",
        locked: ["language"],
      };
      await mkdir(POLICIES, { recursive: true });
      await writeFile(file, JSON.stringify({ "3rdparty": { extensions: { [id]: settings } } }));
      try {
        const browser = await launch(lab.kind, { extension, language: lab.language });
        try {
          await run({ ...lab, language: "nl", extension, browser, page: await browser.newPage() }, table);
        } finally {
          await browser.close();
        }
      } finally {
        await Promise.all([rm(file), rm(extension, { recursive: true })]);
      }
    },
  },
];
