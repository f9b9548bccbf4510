/**
 * What a person who types notices of the guard: the built extension on the pages of the end-to-end tests, in Chromium.
 */

import { fileURLToPath } from "node:url";
import { launch } from "../e2e/browser.js";
import { closedRoots } from "../e2e/dom.js";
import { Hands } from "../e2e/hands.js";
import { buildPages, bundles } from "../pages/build.js";
import { Server } from "../server/server.js";

/** How many keys are timed. */
const KEYS = 60;
/** How many pastes each figure is the median of, each into a fresh page. */
const PASTES = 5;

/** The extension with the lab's policy, which may run on the pages here. */
const extension = fileURLToPath(new URL("../../target/lab/chrome", import.meta.url));

/**
 * @typedef {object} Paste Medians, in milliseconds.
 * @property {string} page
 * @property {number} answered From the text being there to the frame with the answer.
 * @property {number} block The longest that the page's main thread did nothing else.
 * @property {number} alone The same in a browser without the extension.
 *
 * @typedef {import("puppeteer-core").Browser} Browser
 */

/**
 * @param {string} paste What is pasted: long, with a finding, and on one line. Chromium takes minutes over as many lines
 *   as fit in 1 MB, with or without a guard.
 * @returns {Promise<{ keys: number[], pastes: Paste[] }>} `keys` in milliseconds, one by one.
 */
export async function typing(paste) {
  await buildPages();
  const server = await new Server(bundles).start();
  const [guarded, plain] = await Promise.all([launch("chromium", { extension }), launch("chromium")]);
  try {
    const keys = await underlines(guarded, server);
    const pastes = [];
    for (const page of ["textarea", "contenteditable"]) {
      const bare = await pasted(plain, server, page, paste, false);
      pastes.push({ page, ...(await pasted(guarded, server, page, paste, true)), alone: bare.block });
    }
    return { keys, pastes };
  } finally {
    await Promise.all([guarded.close(), plain.close()]);
    server.stop();
  }
}

/**
 * From the key that completes a codename to the frame that underlines it, once per key.
 *
 * @param {Browser} browser
 * @param {Server} server
 */
async function underlines(browser, server) {
  const { page, hands } = await open(browser, server, "contenteditable");
  // The guard's root is there once the composer has had the focus.
  await hands.type("In May:");
  const [root] = await closedRoots(page.mainFrame(), "beside body");
  if (!root) throw new Error("the guard draws nothing");
  await root.evaluate((/** @type {ShadowRoot} */ drawn) => {
    /** @type {number[]} */
    const times = [];
    const count = () => drawn.querySelectorAll(".lines > *").length;
    Object.assign(globalThis, { times });
    addEventListener("keydown", ({ key, timeStamp }) => {
      if (key !== "s") return;
      const before = count();
      const look = () => {
        if (count() > before) times.push(performance.now() - timeStamp);
        else requestAnimationFrame(look);
      };
      requestAnimationFrame(look);
    });
  });
  const timed = () => root.evaluate(() => /** @type {{ times: number[] }} */ (/** @type {any} */ (globalThis)).times);
  for (let key = 1; key <= KEYS; key++) {
    await hands.type(" Neptunu");
    // A guard that is still at the last key would take this one along. Right after a frame the next is furthest.
    for (let frame = 0; frame < 3; frame++) await hands.painted();
    await page.keyboard.press("s");
    while ((await timed()).length < key) await hands.painted();
  }
  const times = await timed();
  await page.close();
  return times;
}

/**
 * @param {Browser} browser
 * @param {Server} server
 * @param {string} on
 * @param {string} text
 * @param {boolean} isGuarded Whether there is an answer to wait for: the first frame counts where there is none.
 */
async function pasted(browser, server, on, text, isGuarded) {
  const answered = [];
  const blocks = [];
  for (let paste = 0; paste < PASTES; paste++) {
    const { page } = await open(browser, server, on);
    const [root] = isGuarded ? await closedRoots(page.mainFrame(), "beside body") : [];
    const seen = root ? root.evaluate(watchPaste) : page.evaluate(watchPaste, null);
    await page.keyboard.sendCharacter(text);
    const { answer, block } = await seen;
    answered.push(answer);
    blocks.push(block);
    await page.close();
  }
  return { answered: quantile(answered, 0.5), block: quantile(blocks, 0.5) };
}

/**
 * In the page, or beside it. The guard shows its chip when it has something to say.
 *
 * @param {ShadowRoot | null} drawn What the guard draws, where there is one.
 * @returns {Promise<{ answer: number, block: number }>}
 */
async function watchPaste(drawn) {
  const blocks = [0];
  const observer = new PerformanceObserver((list) => blocks.push(...list.getEntries().map(({ duration }) => duration)));
  observer.observe({ type: "longtask" });
  const frame = () => new Promise(requestAnimationFrame);
  await new Promise((there) => addEventListener("input", there, { once: true }));
  const begin = performance.now();
  do await frame();
  while (drawn?.querySelector(".chip")?.hasAttribute("hidden"));
  const answer = performance.now() - begin;
  // What the last frame itself took is known with the next two.
  await frame();
  await frame();
  blocks.push(...observer.takeRecords().map(({ duration }) => duration));
  return { answer, block: Math.max(...blocks) };
}

/**
 * Opens a page and clicks into its composer.
 *
 * @param {Browser} browser
 * @param {Server} server
 * @param {string} on
 */
async function open(browser, server, on) {
  const page = await browser.newPage();
  await page.goto(server.visit(on).url);
  await page.waitForSelector("html[data-ready]");
  const hands = new Hands(page, page.mainFrame(), false);
  await hands.enter();
  return { page, hands };
}

/**
 * @param {number[]} numbers
 * @param {number} part From 0 to 1: this part of the numbers is no greater.
 * @returns {number}
 */
export function quantile(numbers, part) {
  return numbers.toSorted((a, b) => a - b)[Math.ceil(numbers.length * part) - 1] ?? Number.NaN;
}
