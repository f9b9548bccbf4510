/** What happens when the engine cannot answer: the post is held or let through as the policy says, and never silently. */

import assert from "node:assert/strict";
import { readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { seal } from "../../scripts/build/seal.mjs";
import { pageOf } from "../pages/catalogue.js";
import { apart, onPage } from "./case.js";
import { codename, harmless } from "./drafts.js";
import { insists, passes } from "./ways.js";

/**
 * @typedef {import("./visit.js").Visit} Visit
 * @typedef {import("./visit.js").Lab} Lab
 */

const editor = pageOf("contenteditable");

/** The background is stopped once a draft was judged, and in the midst of the next two. */
async function workerStops(/** @type {Visit} */ visit) {
  const { hands } = visit;
  await visit.write(codename(1));
  await stopWorker(visit.lab);
  await visit.post("click");
  await insists(visit, "click", await visit.isHeld(codename(1)), codename(1));
  await visit.write(codename(2).slice(0, 5));
  await stopWorker(visit.lab);
  await hands.type(codename(2).slice(5));
  await visit.post("click");
  await insists(visit, "click", await visit.isHeld(codename(2)), codename(2));
  await visit.write(harmless(3).slice(0, 5));
  await stopWorker(visit.lab);
  await hands.type(harmless(3).slice(5));
  await visit.post("click");
  await visit.arrives(harmless(3));
}

/** The background is stopped while the person is asked: the answer needs it no more. */
async function workerStopsWhileAsked(/** @type {Visit} */ visit) {
  await visit.write(codename(1));
  await visit.post("click");
  const panel = await visit.isHeld(codename(1));
  await stopWorker(visit.lab);
  await insists(visit, "click", panel, codename(1));
  await passes(visit, "click", harmless(2));
}

/** Stops the background, which is there or about to be, and waits until it is gone. */
async function stopWorker(/** @type {Lab} */ { browser, page }) {
  const target = await browser.waitForTarget((one) => one.type() === "service_worker");
  const gone = new Promise((resolve) => {
    browser.on("targetdestroyed", function listen(destroyed) {
      if (destroyed !== target) return;
      browser.off("targetdestroyed", listen);
      resolve(undefined);
    });
  });
  const session = await page.createCDPSession();
  await session.send("ServiceWorker.enable");
  await session.send("ServiceWorker.stopAllWorkers");
  await gone;
  await session.detach();
}

/** The extension is loaded anew while a draft stands in an open page: the new one takes over. */
async function extensionReloads(/** @type {Visit} */ visit) {
  await visit.write(codename(1));
  await visit.hands.frame.evaluate((call) => {
    visualViewport?.addEventListener(call, () => document.documentElement.setAttribute("data-taken-over", ""));
  }, "successor");
  await visit.lab.browser.installExtension(visit.lab.extension);
  await visit.hands.frame.waitForSelector("html[data-taken-over]");
  await visit.post("click");
  await insists(visit, "click", await visit.isHeld(codename(1)), codename(1));
  await passes(visit, "click", harmless(2));
}

/** Five hundred other composers stand on the page, each with something in it. */
async function amongMany(/** @type {Visit} */ visit) {
  await visit.hands.frame.evaluate(() => {
    for (let count = 0; count < 500; count += 1) {
      const article = document.createElement("article");
      article.append(Object.assign(document.createElement("textarea"), { value: "Neptunus in May" }));
      document.body.append(article);
    }
  });
  await visit.write(codename(1));
  await visit.post("click");
  await insists(visit, "click", await visit.isHeld(codename(1)), codename(1));
  await passes(visit, "click", harmless(2));
}

/** Nothing can be judged: this policy says that posts go on then, and the person is told of each. */
async function goesUnchecked(/** @type {Visit} */ visit) {
  await visit.write(codename(1));
  await visit.post("click");
  await visit.arrives(codename(1));
  await visit.notices("unchecked");
  await passes(visit, "click", harmless(2));
}

/** The extension is taken out of the browser under an open page: what is left of it knows that it is alone. */
async function extensionGoes(/** @type {Visit} */ visit) {
  await passes(visit, "click", harmless(1));
  await removeExtension(visit.lab);
  await visit.write(codename(2));
  await visit.post("click");
  await visit.arrives(codename(2));
  await visit.notices("unchecked");
}

async function removeExtension(/** @type {Lab} */ { browser }) {
  const [id] = [...(await browser.extensions()).keys()];
  assert(id, "the extension is there to begin with");
  await browser.uninstallExtension(id);
}

/** The same where the policy says that nothing goes out unchecked: the text stays, and the person is told why. */
async function isHeldUnchecked(/** @type {Visit} */ visit) {
  await passes(visit, "click", harmless(1));
  await removeExtension(visit.lab);
  await visit.write(harmless(2));
  await visit.post("click");
  const panel = await visit.isHeld(harmless(2));
  assert.equal(await panel.offers("anyway"), false, "there is nothing to insist on");
  await panel.press("back");
  await visit.panelCloses();
  assert.equal(await visit.hands.isComposerEmpty(), false, "the text is still there");
}

/** One byte in the middle of the sealed policy is another. */
async function damagePolicy(/** @type {string} */ extension) {
  const path = join(extension, "policy.sealed");
  const sealed = await readFile(path);
  const middle = sealed.length >> 1;
  sealed.writeUInt8(sealed.readUInt8(middle) ^ 0xff, middle);
  await writeFile(path, sealed);
}

/** The lab's policy, but for what it says of the engine that cannot answer. */
async function closePolicy(/** @type {string} */ extension) {
  const policy = join(extension, "closed.toml");
  const lab = await readFile(new URL("../policies/lab.toml", import.meta.url), "utf8");
  await writeFile(policy, lab.replace('on_error = "open"', 'on_error = "closed"'));
  await seal(policy, join(extension, "policy.sealed"));
  await rm(policy);
}

const NO_WORKER = { firefox: "WebDriver BiDi cannot stop an event page" };
const NO_ORPHAN = { firefox: "Firefox takes content scripts away with their extension" };

export const faults = [
  { ...onPage("the background is stopped while typing", editor, {}, workerStops), skip: NO_WORKER },
  {
    ...onPage("the background is stopped while the panel is open", editor, {}, workerStopsWhileAsked),
    skip: NO_WORKER,
  },
  onPage("among five hundred composers", editor, {}, amongMany),
  apart(onPage("the extension is reloaded under the page", editor, {}, extensionReloads)),
  apart(onPage("the policy does not load", editor, {}, goesUnchecked), damagePolicy),
  apart({ ...onPage("the extension is removed under the page", editor, {}, extensionGoes), skip: NO_ORPHAN }),
  apart(
    { ...onPage("the extension is removed, and the policy waits", editor, {}, isHeldUnchecked), skip: NO_ORPHAN },
    closePolicy,
  ),
].map((one) => ({ ...one, part: "fault" }));
