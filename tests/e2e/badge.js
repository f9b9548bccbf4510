/** The toolbar badge: what it says of the composers of a tab. */

import assert from "node:assert/strict";
import { pageOf } from "../pages/catalogue.js";
import { onPage } from "./case.js";
import { codename, harmless } from "./drafts.js";

/** @typedef {import("./visit.js").Visit} Visit */

/** The sign, and the sentence behind it in the language that Chromium speaks here. */
const BADGES = {
  idle: { text: "", title: "Bezint: nothing to guard on this page yet" },
  guarding: { text: "✓", title: "Bezint: watching over what you write here" },
  found: { text: "1", title: "Bezint: remarks on what you write here: 1" },
  drifted: {
    text: "~",
    title: "Bezint: watching over what you write here in the general way: this page is not as expected",
  },
  unreadable: { text: "?", title: "Bezint: cannot read all of what you write here" },
  hidden: {
    text: "■",
    title: "Bezint: holds your post, but this page keeps you from seeing why: copy your text and reload the page",
  },
};

/** More lines than CodeMirror keeps in the page at once. */
const MANY_LINES = "Come today\n".repeat(200);

/**
 * Runs a function in the extension's background, with the visit's tab.
 *
 * @template Answer
 * @param {Visit} visit
 * @param {(tabId: number) => Promise<Answer>} act
 */
export async function inBackground({ lab }, act) {
  const worker = await backgroundOf(lab);
  const tabs = await worker.evaluate(() => chrome.tabs.query({}));
  const tab = tabs.find(({ url }) => url === lab.page.url());
  assert(tab?.id, "the visit's tab is among the background's");
  return worker.evaluate(act, tab.id);
}

/** The extension's background, which a test can speak to. Chromium only. */
export async function backgroundOf(/** @type {import("./visit.js").Lab} */ { browser }) {
  const target = await browser.waitForTarget((one) => one.type() === "service_worker");
  const worker = await target.worker();
  assert(worker, "the background can be reached");
  return worker;
}

/** The badge must come to say this. */
export async function says(/** @type {Visit} */ visit, /** @type {keyof typeof BADGES} */ badge) {
  const { text, title } = BADGES[badge];
  const isSo = async () => {
    const shown = await inBackground(visit, async (tabId) => ({
      text: await chrome.action.getBadgeText({ tabId }),
      title: await chrome.action.getTitle({ tabId }),
    }));
    return shown.text === text && shown.title === title;
  };
  await visit.until(isSo, `the badge does not say “${title}”`);
}

/** The draft is gone with its page; in the next one nobody went to a composer yet. */
async function nothingToGuard(/** @type {Visit} */ visit) {
  await visit.hands.enter();
  await visit.hands.type(codename(1));
  await says(visit, "found");
  await visit.lab.page.reload();
  await visit.hands.frame.waitForSelector("html[data-ready]");
  await visit.hands.press("h1");
  await says(visit, "idle");
}

/** The composer goes with its post: the page builds another, and nobody went to that yet. */
async function composerGone(/** @type {Visit} */ visit) {
  await visit.write(harmless(1));
  await says(visit, "guarding");
  await visit.post("click");
  await visit.arrives(harmless(1));
  await says(visit, "idle");
}

/** Writes on the visit's page; the badge must come to say this. */
const writing =
  (/** @type {string} */ draft, /** @type {keyof typeof BADGES} */ badge) => async (/** @type {Visit} */ visit) => {
    await visit.hands.enter();
    await visit.hands.page.keyboard.sendCharacter(draft);
    await says(visit, badge);
  };

export const NO_BACKGROUND = { firefox: "WebDriver BiDi cannot reach an extension's background" };

export const badge = [
  onPage("the badge has nothing to guard", pageOf("contenteditable"), {}, nothingToGuard),
  onPage("the badge rests when the composer is gone", pageOf("routes"), {}, composerGone),
  onPage("the badge guards", pageOf("contenteditable"), {}, writing(harmless(1), "guarding")),
  onPage("the badge counts", pageOf("contenteditable"), {}, writing(codename(1), "found")),
  onPage("the badge cannot read all", pageOf("codemirror"), {}, writing(MANY_LINES, "unreadable")),
].map((one) => ({ ...one, skip: NO_BACKGROUND }));
