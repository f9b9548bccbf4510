/**
 * What is wrong with what is shown, by axe-core and by its measures: the extension's own pages and the panel, in every look
 * and language, on pages that are read from the left and from the right, for large letters, and in the system's own colours.
 */

import assert from "node:assert/strict";
import axe from "axe-core";
import { pageOf } from "../pages/catalogue.js";
import { apart, onPage } from "./case.js";
import { find } from "./dom.js";
import { citizen, codename, token } from "./drafts.js";
import { openOwn, showOwn, stands } from "./own.js";
import { chipOf, isNoticed, Panel, pressNotice } from "./panel.js";

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
      await stands(page, `html[lang=${language}][style*=${theme}]`);
      await page.evaluate(unfold);
      assert.deepEqual(await faultsOf(page), [], `${name}, ${language}, ${theme}`);
      const isWithin = await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth);
      assert(isWithin, `${name}, ${language}, ${theme}: something stands out to the side`);
    }
  });
}

/**
 * The panel with every action that stops, a reason to give, and several remarks; the page is read from the right where the
 * look is dark.
 */
async function panels(/** @type {Visit} */ visit) {
  const { lab } = visit;
  await inEveryLook(lab, async (language, theme) => {
    await lab.page.setViewport({ width: widthFor(language, theme), height: 800 });
    for (const draft of [codename(1) + citizen(1), token(1) + codename(1)]) {
      const panel = await held(visit, draft, language, theme === "dark" ? "rtl" : "ltr");
      const which = `${language}, ${theme}, ${draft}`;
      assert.deepEqual(await faultsOfPanel(lab.page, panel), [], which);
      await isInPlace(visit, panel, which);
      await fits(panel, which);
    }
  });
}

/** For letters of twice the size, and in colours that are the person's own. */
async function largeAndForced(/** @type {Visit} */ visit) {
  const { lab } = visit;
  const draft = codename(1) + citizen(1);
  const panel = await held(visit, draft, lab.language, "ltr");
  await fits(panel, "large letters");
  const size = await panel.dialog.evaluate((it) => Number.parseFloat(getComputedStyle(it).fontSize));
  assert.equal(size, LARGE, "its letters are the person's");
  if (lab.kind !== "chromium") return;
  const session = await lab.page.createCDPSession();
  await session.send("Emulation.setEmulatedMedia", { features: [{ name: "forced-colors", value: "active" }] });
  await fits(panel, "forced colours");
  const [marked, plain] = await panel.dialog.evaluate((it) =>
    [it.querySelector("mark"), it].map((one) => getComputedStyle(one).backgroundColor),
  );
  assert.notEqual(marked, plain, "the words in question stand out");
}

/** Opens the panel on a page that is read from one side, with all that is folded in it open. */
async function held(
  /** @type {Visit} */ visit,
  /** @type {string} */ draft,
  /** @type {"en" | "nl"} */ language,
  /** @type {"ltr" | "rtl"} */ side,
) {
  const { lab, hands } = visit;
  await lab.page.bringToFront();
  await lab.page.reload();
  await hands.frame.waitForSelector("html[data-ready]");
  await hands.frame.evaluate((dir) => {
    document.documentElement.dir = dir;
  }, side);
  await hands.enter();
  await hands.page.keyboard.type(draft.replaceAll("\n", " "));
  await hands.post("click");
  const panel = await visit.until(() => Panel.shown(lab.page, language), "the panel did not open");
  await panel.dialog.$eval("details", (it) => it.setAttribute("open", ""));
  return panel;
}

/** It stands in the middle of the composer, whose words stay in view. */
async function isInPlace(/** @type {Visit} */ visit, /** @type {Panel} */ { dialog }, /** @type {string} */ which) {
  const composer = await find(visit.hands.frame, ".editor [contenteditable]");
  const [one, other] = await Promise.all([composer, dialog].map((it) => it.boundingBox()));
  assert(one && other && !meet(one, other), `${which}: the panel is over the composer`);
  const aside = one.x + one.width / 2 - (other.x + other.width / 2);
  assert(Math.abs(aside) < 2, `${which}: the panel is ${aside} pixels aside`);
}

/** All of it is in the window, nothing in it stands out to the side, and where the focus is can be seen at every stop. */
async function fits(/** @type {Panel} */ { page, root, dialog }, /** @type {string} */ which) {
  const isWithin = await dialog.evaluate((it) => {
    const { left, top, right, bottom } = it.getBoundingClientRect();
    const isWhole = left >= 0 && top >= 0 && right <= innerWidth && bottom <= innerHeight;
    return isWhole && [it, ...it.querySelectorAll(".body, footer")].every((one) => one.scrollWidth <= one.clientWidth);
  });
  assert(isWithin, `${which}: something stands out`);
  const stops = await dialog.evaluate((it) => it.querySelectorAll("button, summary, textarea").length);
  for (let stop = 0; stop < stops; stop += 1) {
    await page.keyboard.press("Tab");
    const seen = await root.evaluate((it) => {
      const { outlineStyle, outlineWidth } = getComputedStyle(it.activeElement);
      const { left, right } = it.activeElement.getBoundingClientRect();
      return outlineStyle !== "none" && Number.parseFloat(outlineWidth) >= 2 && left >= 0 && right <= innerWidth;
    });
    assert(seen, `${which}: the focus cannot be seen at stop ${stop}`);
  }
}

/** The sign beside the composer is never on what a person could press: here, a row of buttons stands where it would be. */
async function chipKeepsOff(/** @type {Visit} */ visit) {
  const { lab, hands } = visit;
  await hands.enter();
  await hands.page.keyboard.type(codename(1).replaceAll("\n", " "));
  const chip = await visit.until(() => chipOf(lab.page), "there is no sign beside the composer");
  const at = await chip.boundingBox();
  const boxes = await Promise.all((await hands.frame.$$("button, a[href]")).map((one) => one.boundingBox()));
  assert(boxes.length > 5, "the page has buttons");
  assert(at && boxes.every((box) => !box || !meet(at, box)), "the sign is over a button");
  await pressNotice(lab.page);
  const panel = await visit.until(
    () => Panel.shown(lab.page, lab.language),
    "a press of the sign does not open the panel",
  );
  await hands.page.keyboard.press("Escape");
  await visit.until(async () => !(await panel.isDrawn()), "the panel did not close");
}

/**
 * What a screen reader has: the sign is told once, and the panel by what is the matter, the words and the advice, with every
 * control by its name, and none of the page behind it.
 */
async function toldAloud(/** @type {Visit} */ visit) {
  const { lab, hands } = visit;
  const session = await lab.page.createCDPSession();
  /** All that is told, once each of these is in it: the tree follows the page in its own time. */
  const told = (/** @type {Array<(node: any) => boolean>} */ ...awaited) =>
    visit.until(
      async () => {
        const { nodes } = await session.send("Accessibility.getFullAXTree");
        const heard = nodes.filter(({ ignored }) => !ignored);
        return awaited.every((isIt) => heard.some(isIt)) && heard;
      },
      `the tree has not all of ${awaited.join(", ")}`,
    );
  const nameOf = (/** @type {any} */ node) => node?.name?.value ?? "";
  const isSign = (/** @type {any} */ node) => node.role?.value === "status";
  const isDialog = (/** @type {any} */ node) => node.role?.value === "alertdialog";
  const isUsable = (/** @type {any} */ node) =>
    node.role?.value === "textbox" &&
    nameOf(node) !== "" &&
    !node.properties?.some((/** @type {any} */ { name, value }) => name === "disabled" && value.value);
  await hands.enter();
  await hands.page.keyboard.type(citizen(1).replaceAll("\n", " "));
  await visit.until(() => isNoticed(lab.page, lab.language, "remark"), "the sign is not told");
  const signs = (await told(isSign)).filter(isSign);
  assert.equal(signs.length, 1);

  await hands.post("click");
  const panel = await visit.until(() => Panel.shown(lab.page, lab.language), "the panel did not open");
  const nodes = await told(isDialog, isUsable);
  const roleOf = (/** @type {string} */ role) => nodes.filter((node) => node.role?.value === role);
  const dialog = nodes.find(isDialog);
  assert.match(nameOf(dialog), /BSN/);
  assert.match(dialog?.description?.value ?? "", /Mijn BSN is 274519380.+Leave the number out/);
  const [field, ...others] = roleOf("textbox");
  assert.deepEqual(others, [], "the page's own composer is not there");
  assert(isUsable(field), "the field for a reason can be used, and has a name");
  const controls = [...roleOf("button"), field].map(nameOf);
  const shown = await panel.dialog.evaluate((it) => it.querySelectorAll("button, textarea").length);
  assert.equal(new Set(controls).size, shown, `each control has a name of its own: ${controls}`);
}

const NO_TREE = { firefox: "WebDriver BiDi does not tell what assistive technology has" };

/** @typedef {{ x: number, y: number, width: number, height: number }} Box */

/** Whether two boxes have more than an edge in common. @param {Box} one @param {Box} other */
function meet(one, other) {
  const isApart = (/** @type {"x" | "y"} */ start, /** @type {"width" | "height"} */ size) =>
    one[start] + one[size] <= other[start] || other[start] + other[size] <= one[start];
  return !isApart("x", "width") && !isApart("y", "height");
}

/** Pixels: twice what browsers begin with. */
const LARGE = 32;

const page = pageOf("contenteditable");

export const looks = [
  apart(onPage("axe finds nothing on the extension's pages", page, {}, ownPages)),
  apart(onPage("nothing is wrong with the panel", page, {}, panels)),
  apart(onPage("large letters and forced colours", page, {}, largeAndForced), undefined, {}, LARGE),
  { ...onPage("told aloud", page, {}, toldAloud), skip: NO_TREE },
  onPage("the sign keeps off buttons", pageOf("trix"), {}, chipKeepsOff),
].map((one) => ({ ...one, part: "looks" }));
