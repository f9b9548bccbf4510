/**
 * What an administrator set, by a real `policies.json`: Firefox reads it in the folder it is installed in, so it runs from one
 * of its own, and no other Firefox on this machine is told anything.
 */

import assert from "node:assert/strict";
import { cp, mkdir, mkdtemp, readdir, realpath, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { basename, dirname, join } from "node:path";
import { pageOf } from "../pages/catalogue.js";
import { EXECUTABLE, launch } from "./browser.js";
import { onPage } from "./case.js";
import { codename } from "./drafts.js";
import { otherPolicy, saysWhatIsWrong, WRONG } from "./managed.js";
import { comesToSay, openOwn, wordsOf } from "./own.js";
import { insists } from "./ways.js";

/**
 * @typedef {import("./visit.js").Visit} Visit
 * @typedef {import("./visit.js").Lab} Lab
 */

const ID = "bezint@bezint.org";

/** What goes with an extension that is not installed for good: here it is to stay from one start to the next. */
const KEEP = {
  "extensions.webextensions.keepStorageOnUninstall": true,
  "extensions.webextensions.keepUuidOnUninstall": true,
};

/** A folder like the one Firefox is installed in, with administration of its own. */
async function ownFirefox(/** @type {string} */ folder) {
  const program = await realpath(EXECUTABLE.firefox);
  const from = dirname(program);
  await mkdir(join(folder, "distribution"), { recursive: true });
  for (const name of await readdir(from)) {
    // Firefox looks beside the program that runs, which a link is not.
    if (name === basename(program)) await cp(program, join(folder, name));
    else if (name !== "distribution") await symlink(join(from, name), join(folder, name));
  }
  return join(folder, basename(program));
}

/** Each value that does not fit is refused by itself, and the others are in force. */
async function isInForce(/** @type {Visit} */ visit) {
  const { lab } = visit;
  const { say } = wordsOf(lab);
  const options = await openOwn(lab, "options");
  await comesToSay(options, "#policy-face dd:last-child", say("source_managed"));
  await saysWhatIsWrong(lab, options);
  assert.equal(await options.$eval("html", (root) => root.lang), lab.language);
  assert.equal(await options.$eval("#language", (list) => /** @type {HTMLSelectElement} */ (list).disabled), true);
  await options.close();
  await lab.page.bringToFront();
  await holdsSaturn(visit, 1);
}

/** A policy that cannot be used is refused, and the last one that could be stays in force. */
async function lastGoodStays(/** @type {Visit} */ visit) {
  const { lab } = visit;
  const { say } = wordsOf(lab);
  const options = await openOwn(lab, "options");
  await comesToSay(options, "#policy-face dd:last-child", say("source_last-good"));
  const refused = await options.$$eval("#refused li", (lines) => lines.map((line) => line.textContent));
  const problem = say("refused_one", { name: say("name_policy"), problem: say("problem_not-sealed") });
  assert(refused.includes(problem), `the policy is told to be refused: ${refused}`);
  await options.close();
  await lab.page.bringToFront();
  await holdsSaturn(visit, 2);
}

/** What the administrator's policy is about, and the one inside is not. */
async function holdsSaturn(/** @type {Visit} */ visit, /** @type {number} */ number) {
  const draft = codename(number).replace("Neptunus", "Saturnus");
  await visit.write(draft);
  await visit.post("click");
  await insists(visit, "click", await visit.isHeld(draft), draft);
}

const editor = pageOf("contenteditable");

export const managedFirefox = {
  name: `${editor.title}: the administrator's settings are in force, one by one, and the last good policy stays`,
  part: "managed",
  skip: { chromium: "its administrator is another case" },
  async run(/** @type {Lab} */ lab, /** @type {import("./table.js").Table} */ table) {
    const folder = await mkdtemp(join(tmpdir(), "bezint-"));
    const [profile, installed] = [join(folder, "profile"), join(folder, "firefox")];
    await mkdir(profile);
    const executable = await ownFirefox(installed);
    const good = await otherPolicy(folder);
    const bad = Buffer.from("no policy").toString("base64");
    // The language is not the browser's, so that it can only be the administrator's.
    const language = lab.language === "nl" ? "en" : "nl";
    try {
      for (const [policy, act] of /** @type {const} */ ([
        [good, isInForce],
        [bad, lastGoodStays],
      ])) {
        const settings = { ...WRONG, language, policy };
        await writeFile(
          join(installed, "distribution", "policies.json"),
          JSON.stringify({ policies: { "3rdparty": { Extensions: { [ID]: settings } } } }),
        );
        const { extension, language: spoken } = lab;
        const how = { extension, language: spoken, preferences: KEEP, executable, profile };
        const browser = await launch(lab.kind, how);
        try {
          await onPage("", editor, {}, act).run({ ...lab, language, browser, page: await browser.newPage() }, table);
        } finally {
          await browser.close();
        }
      }
    } finally {
      await rm(folder, { recursive: true });
    }
  },
};
