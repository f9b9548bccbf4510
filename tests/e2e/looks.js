/** What is wrong, by axe-core, with what is shown: the extension's own pages and the panel, in every look and language. */

import assert from "node:assert/strict";
import axe from "axe-core";
import { pageOf } from "../pages/catalogue.js";
import { apart, onPage } from "./case.js";
import { citizen, codename, token } from "./drafts.js";
import { openOwn, showOwn } from "./own.js";
import { Panel } from "./panel.js";

/**
 * @typedef {import("./visit.js").Visit} Visit
 * @typedef {import("puppeteer-core").Page} Page
 */

const THEMES = ["light", "dark"];
/** A telephone's width or a desk's, so that each look and each language is seen at both. */
const widthFor = (/** @type {string} */ language, /** @type {string} */ theme) =>
  (language === "nl") === (theme === "dark") ? 400 : 1100;

const OWN = /** @type {const} */ (["options", "welcome", "popup"]);

/** Everything at once: what can be folded is open, what may have something to show has it. */
function unfold() {
  for (const part of document.querySelectorAll("details")) part.open = true;
}

/** What axe finds. @param {any} found */
function faultsIn({ violations, passes }) {
  assert(passes.length > 5, "axe has looked at something");
  return violations.flatMap((/** @type {any} */ { id, nodes }) =>
    nodes.map((/** @type {any} */ { target, failureSummary }) => `${id} ${target}: ${failureSummary}`),
  );
}

async function faultsOf(/** @type {Page} */ page) {
  await page.evaluate(axe.source);
  return faultsIn(await page.evaluate(() => /** @type {any} */ (globalThis).axe.run()));
}

/**
 * The same of a panel. Axe enters a closed shadow root only if it is told of it: in the tests' own world, and no other, its
 * host names it. It does not know words that the style sheet draws, so they are written out for it, in the same place.
 */
async function faultsOfPanel(/** @type {Page} */ page, /** @type {Panel} */ { root, dialog }) {
  await dialog.evaluate((it) => Promise.all(it.getAnimations().map((/** @type {Animation} */ one) => one.finished)));
  await /** @type {any} */ (page.mainFrame()).isolatedRealm().evaluate(axe.source);
  const found = await root.evaluate((it) => {
    for (const said of it.querySelectorAll("[data-said]")) {
      said.textContent = said.dataset.said;
      said.removeAttribute("data-said");
    }
    Object.defineProperty(it.host, "shadowRoot", { value: it, configurable: true });
    return /** @type {any} */ (globalThis).axe.run(it.host);
  });
  return faultsIn(found);
}

/**
 * Goes through both languages and both looks, as a person would: by the options page.
 *
 * @param {import("./visit.js").Lab} lab
 * @param {(language: "en" | "nl", theme: string) => Promise<void>} act
 */
async function inEveryLook(lab, act) {
  const settings = await openOwn(lab, "options");
  for (const language of /** @type {const} */ (["en", "nl"])) {
    for (const theme of THEMES) {
      await settings.select("#language", language);
      await settings.select("#theme", theme);
      await settings.waitForSelector(`html[lang=${language}][style*=${theme}]`);
      await act(language, theme);
    }
  }
  await settings.close();
}

/** Every own page, with nothing that stands out to the side. */
async function ownPages(/** @type {Visit} */ { lab }) {
  const page = await lab.browser.newPage();
  await inEveryLook(lab, async (language, theme) => {
    await page.setViewport({ width: widthFor(language, theme), height: 800 });
    for (const name of OWN) {
      await showOwn(lab, page, name);
      await page.waitForSelector(`html[lang=${language}][style*=${theme}]`);
      await page.evaluate(unfold);
      assert.deepEqual(await faultsOf(page), [], `${name}, ${language}, ${theme}`);
      const isWithin = await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth);
      assert(isWithin, `${name}, ${language}, ${theme}: something stands out to the side`);
    }
  });
}

/** The panel with every action that stops, a reason to give, and several remarks. */
async function panels(/** @type {Visit} */ visit) {
  const { lab, hands } = visit;
  await inEveryLook(lab, async (language, theme) => {
    await lab.page.setViewport({ width: widthFor(language, theme), height: 800 });
    for (const draft of [codename(1) + citizen(1), token(1) + codename(1)]) {
      await lab.page.bringToFront();
      await lab.page.reload();
      await hands.frame.waitForSelector("html[data-ready]");
      await hands.enter();
      await hands.page.keyboard.type(draft.replaceAll("\n", " "));
      await hands.post("click");
      const panel = await visit.until(() => Panel.shown(lab.page, language), "the panel did not open");
      await panel.dialog.$eval("details", (it) => it.setAttribute("open", ""));
      assert.deepEqual(await faultsOfPanel(lab.page, panel), [], `${language}, ${theme}, ${draft}`);
    }
  });
}

export const looks = [
  apart(onPage("axe finds nothing on the extension's pages", pageOf("contenteditable"), {}, ownPages)),
  apart(onPage("axe finds nothing in the panel", pageOf("contenteditable"), {}, panels)),
].map((one) => ({ ...one, part: "looks" }));
