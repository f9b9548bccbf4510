/** What a person does on the extension's own pages, and what comes of it where they write. */

import assert from "node:assert/strict";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { seal } from "../../scripts/build/seal.mjs";
import { pageOf } from "../pages/catalogue.js";
import { apart, onPage } from "./case.js";
import { closedRoots } from "./dom.js";
import { codename, harmless } from "./drafts.js";
import { otherPolicy } from "./managed.js";
import { comesToSay, openOwn, showOwn, wordsOf } from "./own.js";
import { Panel } from "./panel.js";
import { corrects, insists, passes } from "./ways.js";

/**
 * @typedef {import("./visit.js").Visit} Visit
 * @typedef {import("puppeteer-core").Page} Page
 */

const editor = pageOf("contenteditable");

/** Does something on one of the extension's pages, and comes back to the visit's. */
async function on(
  /** @type {Visit} */ { lab },
  /** @type {import("./own.js").Name} */ name,
  /** @type {(page: Page) => Promise<void>} */ act,
) {
  const page = await openOwn(lab, name);
  await act(page);
  await page.close();
  await lab.page.bringToFront();
}

/** Writes a draft that must be held, and changes it. */
async function holds(/** @type {Visit} */ visit, /** @type {string} */ draft, /** @type {string} */ instead) {
  await visit.write(draft);
  await visit.post("click");
  await corrects(visit, "click", await visit.isHeld(draft), instead);
}

/** The choice of a language and a look holds on every page of ours, and in the panel of one that was open before. */
async function languageAndLook(/** @type {Visit} */ visit) {
  const { lab } = visit;
  const other = lab.language === "nl" ? "en" : "nl";
  await on(visit, "options", async (page) => {
    await page.select("#language", other);
    await page.waitForSelector(`html[lang=${other}]`);
    await page.select("#theme", "dark");
    await page.waitForFunction(() => document.documentElement.style.colorScheme === "dark");
    await page.reload({ waitUntil: [] });
    await page.waitForSelector(`html[lang=${other}][style*=dark]`);
  });
  await visit.write(codename(1));
  await visit.post("click");
  const panel = await visit.until(() => Panel.shown(lab.page, other), "the panel does not speak the other language");
  assert.equal(await panel.dialog.evaluate((it) => getComputedStyle(it).colorScheme), "dark");
  await panel.press("change");
  await visit.until(async () => (await Panel.shown(lab.page, other)) === null, "the panel did not close");
  await visit.rewrite(harmless(2));
  await visit.post("click");
  await visit.arrives(harmless(2));
}

/** A sealed policy from a file is in force at once, a file that is none changes nothing, and the way back is there. */
async function policyByFile(/** @type {Visit} */ visit) {
  const { say } = wordsOf(visit.lab);
  const folder = await mkdtemp(join(tmpdir(), "bezint-"));
  const [file, none] = [join(folder, "acme.bezint"), join(folder, "none.bezint")];
  await writeFile(file, Buffer.from(await otherPolicy(folder), "base64"));
  await writeFile(none, "no policy");
  const saturn = (/** @type {number} */ n) => codename(n).replace("Neptunus", "Saturnus");
  await passes(visit, "click", saturn(1));
  await on(visit, "options", async (page) => {
    const pick = /** @type {any} */ (await page.$("#pick"));
    await pick.uploadFile(none);
    await comesToSay(page, "#policy-told", say("problem_not-sealed"));
    await pick.uploadFile(file);
    await comesToSay(page, "#policy-told", say("picked"));
  });
  await holds(visit, saturn(2), harmless(3));
  await on(visit, "options", async (page) => {
    await page.click("#give-up");
    await comesToSay(page, "#policy-told", say("given_up"));
  });
  await passes(visit, "click", saturn(4));
  await holds(visit, codename(5), harmless(6));
  await rm(folder, { recursive: true });
}

/** What was decided stands in the journal, goes when it is erased, and comes back. */
async function journal(/** @type {Visit} */ visit) {
  const { say } = wordsOf(visit.lab);
  await on(visit, "options", (page) => comesToSay(page, "#journal-empty:not([hidden])", say("journal_empty")));
  await visit.write(codename(1));
  await visit.post("click");
  await insists(visit, "click", await visit.isHeld(codename(1)), codename(1));
  await on(visit, "options", async (page) => {
    const entry = "#charts > :last-child tbody";
    await comesToSay(page, `${entry} tr > :nth-child(4)`, say("decision_posted"));
    assert.equal(await page.$eval("#counts", (it) => it.textContent?.includes("Neptunus")), false);
    await page.click("#erase");
    await page.click("#erase-no");
    await page.click("#erase");
    await page.click("#erase-yes");
    await comesToSay(page, "#journal-told", say("erased"));
    await page.waitForSelector("#journal-full[hidden]");
    await page.click("#undo");
    await comesToSay(page, "#journal-told", say("undone"));
    await page.waitForSelector(entry);
  });
}

/** A word that the person called not sensitive is counted, never shown, and remarked on again once they say so. */
async function corrected(/** @type {Visit} */ visit) {
  const { say } = wordsOf(visit.lab);
  await visit.write(codename(1));
  await visit.post("click");
  await (await visit.isHeld(codename(1))).press("wrong");
  await visit.panelCloses();
  await visit.post("click");
  await visit.arrives(codename(1));
  await passes(visit, "click", codename(2));
  await on(visit, "options", async (page) => {
    await comesToSay(page, "#corrected-count", say("corrected_words", "1"));
    await page.click("#forget");
    await page.click("#forget-no");
    await comesToSay(page, "#corrected-count", say("corrected_words", "1"));
    await page.click("#forget");
    await page.click("#forget-yes");
    await comesToSay(page, "#corrected-told", say("forgotten"));
    await comesToSay(page, "#corrected-count", say("corrected_none"));
  });
  await holds(visit, codename(3), harmless(4));
}

/** A draft is tried on the policy, by readers and with nothing posted. */
async function tryDraft(/** @type {Visit} */ visit) {
  const { say } = wordsOf(visit.lab);
  await on(visit, "options", async (page) => {
    await comesToSay(page, "#verdict", say("try_empty"));
    await page.click("#draft");
    await page.keyboard.type(codename(1));
    await comesToSay(page, "#verdict .verdict.confirm", say("action_confirm"));
    await comesToSay(page, "#verdict mark", "Neptunus");
    await page.select("#try-audience", "company");
    await comesToSay(page, "#verdict .verdict", say("try_fine"));
  });
}

/** A host of this machine that the lab's build does not name. */
const ADDED = "unguarded.localhost";

/** A site that the person adds is guarded in a page that was open already, and is left when they take it away. */
async function addsHost(/** @type {Visit} */ visit) {
  const { say } = wordsOf(visit.lab);
  await passes(visit, "click", codename(1));
  await on(visit, "options", async (page) => {
    await page.click("#host");
    await page.keyboard.type("no host!\n");
    await comesToSay(page, "#sites-told", say("add_host_wrong"));
    await page.click("#host", { count: 3 });
    await page.keyboard.type(`${ADDED}\n`);
    await comesToSay(page, "#sites-told", say("added_host", ADDED));
  });
  await visit.write(codename(2));
  await visit.until(async () => (await closedRoots(visit.hands.frame)).length > 0, "nothing is drawn");
  await visit.post("click");
  await corrects(visit, "click", await visit.isHeld(codename(2)), harmless(3));
  await on(visit, "options", async (page) => {
    await page.click("#added button");
    await comesToSay(page, "#sites-told", say("removed_host", ADDED));
  });
  await passes(visit, "click", codename(4));
}

/** The popup tells of the page in front, and leaves a draft alone where the policy lets it. */
async function pauses(/** @type {Visit} */ visit) {
  const { say } = wordsOf(visit.lab);
  const { lab } = visit;
  await visit.write(codename(1));
  const popup = await lab.browser.newPage();
  await lab.page.bringToFront();
  await showOwn(lab, popup, "popup");
  await comesToSay(popup, "#headline", say("page_guarded", new URL(lab.page.url()).hostname));
  await comesToSay(popup, "#how li:nth-child(2)", say("composer_seen"));
  await popup.$eval("#pause", (button) => /** @type {HTMLButtonElement} */ (button).click());
  await comesToSay(popup, "#told", say("paused"));
  await popup.close();
  await lab.page.bringToFront();
  await visit.post("click");
  await visit.arrives(codename(1));
  await holds(visit, codename(2), harmless(3));
}

/** The lab's policy, but that the last word is the person's; its examples are for a stricter one. */
async function coach(/** @type {string} */ extension) {
  const policy = join(extension, "coached.toml");
  const lab = await readFile(new URL("../policies/lab.toml", import.meta.url), "utf8");
  const coached = lab
    .replace('stance = "controlled"', 'stance = "coached"')
    .replaceAll('action = "block" }', 'action = "justify" }');
  await writeFile(policy, coached);
  await seal(policy, join(extension, "policy.sealed"));
  await rm(policy);
}

/** The page after installation lets people try it on a composer of its own. */
async function tryWelcome(/** @type {Visit} */ visit) {
  const { lab } = visit;
  const { say } = wordsOf(lab);
  await on(visit, "welcome", async (page) => {
    await page.click("#examples button:nth-child(3)");
    await page.click("#composer [type=submit]");
    const shown = () => Panel.shown(page, lab.language);
    const panel = await visit.until(shown, "the panel did not open", page.mainFrame());
    await panel.press("change");
    await visit.until(async () => (await shown()) === null, "the panel did not close", page.mainFrame());
    await page.click("#examples button:nth-child(1)");
    await page.click("#composer [type=submit]");
    await comesToSay(page, "#told", say("welcome_posted"));
  });
}

const NO_QUESTION = { chromium: "the browser's own question for a permission cannot be answered by its protocol" };
const elsewhere = { host: ADDED };

export const options = [
  { ...apart(onPage("language and look", editor, {}, languageAndLook)), part: "options" },
  { ...apart(onPage("a policy by file", editor, {}, policyByFile)), part: "options" },
  { ...apart(onPage("the journal", editor, {}, journal)), part: "options" },
  { ...apart(onPage("every remark again", editor, {}, corrected)), part: "options" },
  { ...onPage("a draft to try", editor, {}, tryDraft), part: "options" },
  { ...apart(onPage("a site is added", editor, elsewhere, addsHost)), skip: NO_QUESTION, part: "options" },
  { ...apart(onPage("a draft is left alone", editor, {}, pauses), coach), part: "popup" },
  { ...apart(onPage("a draft in a frame is left alone", pageOf("sandbox"), {}, pauses), coach), part: "popup" },
  { ...onPage("the welcome page", editor, {}, tryWelcome), part: "welcome" },
];
