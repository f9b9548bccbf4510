/** Several places at once, and pages that are left, set aside and come back. */

import assert from "node:assert/strict";
import { pageOf } from "../pages/catalogue.js";
import { NO_BACKGROUND } from "./badge.js";
import { apart, onPage } from "./case.js";
import { citizen, codename, harmless } from "./drafts.js";
import { allowPrivate, isVerdictKept, keepVerdicts, succeeded } from "./management.js";
import { comesToSay, openOwn, wordsOf } from "./own.js";
import { PATIENCE } from "./patience.js";
import { Visit } from "./visit.js";
import { corrects, insists, passes } from "./ways.js";

const editor = pageOf("contenteditable");

/** @typedef {import("puppeteer-core").Page} Page */

/** Another visit at the same time, on a page of its own: accounted for at its end. */
async function beside(
  /** @type {Visit} */ { lab },
  /** @type {Page} */ page,
  /** @type {(other: Visit) => Promise<void>} */ act,
) {
  const other = await Visit.open({ ...lab, page }, editor);
  await act(other);
  other.settle();
  await page.close();
  await lab.page.bringToFront();
}

/** Two panels are open at once, about different things, and each is answered for itself. */
const inTwo = (/** @type {(visit: Visit) => Promise<Page>} */ open) => async (/** @type {Visit} */ visit) => {
  await visit.write(codename(1));
  await visit.post("click");
  const panel = await visit.isHeld(codename(1));
  await beside(visit, await open(visit), async (other) => {
    await other.write(citizen(2));
    await other.post("click");
    const second = await other.isHeld(citizen(2));
    assert.match(await second.text(), /1\.1/, "it speaks of the number");
    await other.lab.page.bringToFront();
    await second.giveReason("It is my own number");
    await insists(other, "click", second, citizen(2));
  });
  assert.match(await panel.text(), /2\.1/, "it speaks of the name still");
  await corrects(visit, "click", panel, harmless(3));
};

const aTab = (/** @type {Visit} */ { lab }) => lab.browser.newPage();
const aWindow = (/** @type {Visit} */ { lab }) => lab.browser.newPage({ type: "window" });

/** In a private window everything is as elsewhere, and leaves no trace. */
async function isPrivate(/** @type {Visit} */ visit) {
  const { lab } = visit;
  const { say } = wordsOf(lab);
  const isAll = lab.kind === "firefox";
  // The permission makes the extension begin anew: only when that is done are new pages guarded again.
  if (isAll) await allowPrivate(lab);
  else await succeeded(visit, () => allowPrivate(lab));
  const context = isAll ? lab.browser.defaultBrowserContext() : await lab.browser.createBrowserContext();
  await beside(visit, await context.newPage(), async (other) => {
    await other.write(codename(1));
    await other.post("click");
    const panel = await other.isHeld(codename(1));
    assert.equal(await panel.offers("wrong"), false, "nothing can be remembered here");
    await insists(other, "click", panel, codename(1));
    await passes(other, "click", harmless(2));
  });
  const options = await openOwn(lab, "options");
  await comesToSay(options, "#journal-empty:not([hidden])", say("journal_empty"));
  await options.close();
  await lab.page.bringToFront();
}

/** The page is left with a draft in it, and with an open panel, and comes back as it was: the draft is still held. */
async function comesBack(/** @type {Visit} */ visit) {
  await visit.write(codename(1));
  await awayAndBack(visit);
  await visit.post("click");
  await visit.isHeld(codename(1));
  await awayAndBack(visit);
  await insists(visit, "click", await visit.isHeld(codename(1)), codename(1));
  await passes(visit, "click", harmless(2));
}

/** The page is left while its draft is judged: what it comes back to knows nothing of that, and asks again. */
async function comesBackUnjudged(/** @type {Visit} */ visit) {
  await keepVerdicts(visit, "first");
  await visit.write(codename(1));
  await isVerdictKept(visit);
  await awayAndBack(visit);
  await visit.post("click");
  await insists(visit, "click", await visit.isHeld(codename(1)), codename(1));
  await passes(visit, "click", harmless(2));
}

/** Goes to another page and back, to the very page that was left. */
async function awayAndBack(/** @type {Visit} */ { lab, hands }) {
  const { page, server } = lab;
  await hands.frame.evaluate(() => {
    const root = document.documentElement;
    delete root.dataset.back;
    addEventListener("pageshow", ({ persisted }) => persisted && root.setAttribute("data-back", ""), { once: true });
  });
  const away = server.visit("textarea").url;
  await page.evaluate((to) => location.assign(to), away);
  await comes(page, (to) => location.href === to && "ready" in document.documentElement.dataset, away);
  // Nothing is loaded, so the protocols tell of no end to wait for.
  await page.evaluate(() => history.back());
  await comes(page, () => "back" in document.documentElement.dataset);
}

/**
 * Asks a page that is on its way until it is there.
 *
 * @param {Page} page
 * @param {(given: string) => boolean} isThere
 */
async function comes(page, isThere, given = "") {
  const deadline = Date.now() + PATIENCE;
  while (!(await page.evaluate(isThere, given).catch(() => false))) {
    assert(Date.now() < deadline, `the page does not come: ${isThere}`);
  }
}

/** The browser freezes the page with a draft in it, and with an open panel, and lets it go on. */
async function isFrozen(/** @type {Visit} */ visit) {
  const session = await visit.lab.page.createCDPSession();
  const freeze = async () => {
    for (const state of /** @type {const} */ (["frozen", "active"])) {
      await session.send("Page.setWebLifecycleState", { state });
    }
    // It is out of sight then, until another has been in front.
    await (await visit.lab.browser.newPage()).close();
    await visit.lab.page.bringToFront();
  };
  await visit.write(codename(1));
  await freeze();
  await visit.post("click");
  const panel = await visit.isHeld(codename(1));
  await freeze();
  await insists(visit, "click", panel, codename(1));
  await passes(visit, "click", harmless(2));
  await session.detach();
}

const NO_FREEZE = { firefox: "WebDriver BiDi cannot freeze a page, and Firefox freezes none that is open" };
const ALL_PRIVATE = { "browser.privatebrowsing.autostart": true };

export const places = [
  onPage("two tabs hold different drafts", editor, {}, inTwo(aTab)),
  onPage("two windows hold different drafts", editor, {}, inTwo(aWindow)),
  apart(onPage("a private window", editor, {}, isPrivate), undefined, ALL_PRIVATE),
  // Puppeteer does not find its way in a tab of Firefox that has come back.
  apart(onPage("the page is left and comes back", editor, {}, comesBack)),
  {
    ...apart(onPage("the page is left while its draft is judged", editor, {}, comesBackUnjudged)),
    skip: NO_BACKGROUND,
  },
  { ...onPage("the page is frozen", editor, {}, isFrozen), skip: NO_FREEZE },
];
