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
import { comesToSay, openOwn, wordsOf } from "./own.js";
import { insists } from "./ways.js";

/**
 * @typedef {import("./visit.js").Visit} Visit
 * @typedef {import("./visit.js").Lab} Lab
 */

/** Of each setting, what does not fit. */
export const WRONG = {
  roles: 7,
  own_domains: ["acme.example", "Acme Example"],
  hosts: ["forum.example", "Forum Example"],
  theme: "pink",
  locked: ["language", "everything"],
  colour: "red",
};

/** What is said of it. Chromium, which has a schema, leaves out by itself what has the wrong type or an unknown name. */
const SAID = /** @type {const} */ ([
  { name: "roles", code: "list", firefoxOnly: true },
  { name: "own_domains 2", code: "host" },
  { name: "hosts 2", code: "host" },
  { name: "theme", code: "word" },
  { name: "locked 2", code: "word" },
  { name: "colour", code: "unknown", firefoxOnly: true },
]);

/** The options page says of every setting that does not fit what is wrong with it, and of no other. */
export async function saysWhatIsWrong(/** @type {Lab} */ lab, /** @type {import("puppeteer-core").Page} */ options) {
  const { say } = wordsOf(lab);
  const due = SAID.filter((one) => lab.kind === "firefox" || !("firefoxOnly" in one));
  assert.deepEqual(
    (await options.$$eval("#refused li", (lines) => lines.map((line) => line.textContent))).sort(),
    due.map(({ name, code }) => say("refused_one", { name, problem: say(`problem_${code}`) })).sort(),
  );
}

/** Where Chromium reads what an administrator set. */
const POLICIES = "/etc/chromium/policies/managed";

/** Chromium names an extension without a key by its path. */
const idOf = (/** @type {string} */ folder) =>
  [...createHash("sha256").update(folder).digest("hex").slice(0, 32)]
    .map((digit) => String.fromCharCode(97 + Number.parseInt(digit, 16)))
    .join("");

/** The lab's policy about another word, sealed, in base64. */
export async function otherPolicy(/** @type {string} */ folder, word = "saturn") {
  const [toml, sealed] = [join(folder, "other.toml"), join(folder, "other.sealed")];
  const lab = await readFile(new URL("../policies/lab.toml", import.meta.url), "utf8");
  const capital = `${word[0]?.toUpperCase()}${word.slice(1)}`;
  await writeFile(
    toml,
    lab.replaceAll(/neptun/gi, (found) => (found[0] === "n" ? word : capital)),
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
  const options = await openOwn(visit.lab, "options");
  await options.waitForFunction(() => document.querySelector("#refused li"));
  await saysWhatIsWrong(visit.lab, options);
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

/**
 * Under an open panel, a policy that cannot be used changes nothing but what the options page says, and another that can is
 * in force at once: the panel, which spoke for the one before, goes, and the draft stays.
 */
async function isReplaced(/** @type {Visit} */ visit, /** @type {(policy: string) => Promise<void>} */ set) {
  const { lab } = visit;
  const { say } = wordsOf(lab);
  const draft = codename(2).replace("Neptunus", "Saturnus");
  await visit.write(draft);
  await visit.post("click");
  const panel = await visit.isHeld(draft);
  const options = await openOwn(lab, "options");
  const problem = say("refused_one", { name: say("name_policy"), problem: say("problem_not-sealed") });
  await set(Buffer.from("no policy").toString("base64"));
  await comesToSay(options, "#refused li:last-child", problem);
  await comesToSay(options, "#policy-face dd:last-child", say("source_last-good"));
  await lab.page.bringToFront();
  assert.equal(await panel.isReady("change"), true, "the panel still stands");
  await set(await otherPolicy(lab.extension, "jupiter"));
  await options.bringToFront();
  await comesToSay(options, "#policy-face dd:last-child", say("source_managed"));
  await options.close();
  await lab.page.bringToFront();
  await visit.panelCloses();
  await visit.post("click");
  await visit.arrives(draft);
  const next = codename(3).replace("Neptunus", "Jupiterus");
  await visit.write(next);
  await visit.post("click");
  await insists(visit, "click", await visit.isHeld(next), next);
}

const NOT_HERE = {
  firefox: "its administrator is another case",
};

const editor = pageOf("contenteditable");

export const managed = [
  {
    name: `${editor.title}: the administrator's settings are in force, and replaced under an open panel`,
    part: "managed",
    skip: NOT_HERE,
    async run(/** @type {Lab} */ lab, /** @type {import("./table.js").Table} */ table) {
      const extension = await mkdtemp(join(tmpdir(), "bezint-"));
      await cp(lab.extension, extension, { recursive: true });
      const manifest = JSON.parse(await readFile(join(extension, "manifest.json"), "utf8"));
      delete manifest.key;
      await writeFile(join(extension, "manifest.json"), JSON.stringify(manifest));

      const id = idOf(extension);
      const file = join(POLICIES, `bezint-${id}.json`);
      const settings = { ...WRONG, language: "nl" };
      const set = (/** @type {string} */ policy) =>
        writeFile(file, JSON.stringify({ "3rdparty": { extensions: { [id]: { ...settings, policy } } } }));
      const act = onPage("", editor, {}, async (visit) => {
        await isInForce(visit);
        await isReplaced(visit, set);
      });
      await mkdir(POLICIES, { recursive: true });
      await set(await otherPolicy(extension));
      try {
        const browser = await launch(lab.kind, { extension, language: lab.language });
        try {
          await act.run({ ...lab, language: "nl", extension, browser, page: await browser.newPage() }, table);
        } finally {
          await browser.close();
        }
      } finally {
        await Promise.all([rm(file), rm(extension, { recursive: true })]);
      }
    },
  },
];
