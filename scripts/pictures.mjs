/**
 * Takes the pictures of the welcome page (extension/pictures) and those for README and a store's page (docs/images), of the
 * real thing in the laboratory: in both languages and both looks. Run it after `make build` when something has come to look
 * otherwise.
 */
import { mkdir } from "node:fs/promises";
import { launch } from "../tests/e2e/browser.js";
import { showOwn } from "../tests/e2e/own.js";
import { Visit } from "../tests/e2e/visit.js";
import { buildPages, bundles } from "../tests/pages/build.js";
import { pageOf } from "../tests/pages/catalogue.js";
import { Server } from "../tests/server/server.js";

const EXTENSION = "target/lab/chrome";
const PICTURES = "extension/pictures";
const STORE = "docs/images";
/** What is written, what the page is called, and how its button is. */
const WORDS = {
  en: { draft: "Good news: Neptunus ships on Monday!", page: "Message board", post: "Post", cancel: "Cancel" },
  nl: { draft: "Goed nieuws: Neptunus is maandag klaar!", page: "Prikbord", post: "Plaatsen", cancel: "Annuleren" },
};
/** The sizes of the three pictures of the welcome page, which its img elements have too, and of a store's. */
const [LOW, HIGH, WIDE] = [
  { width: 520, height: 300 },
  { width: 520, height: 740 },
  { width: 1280, height: 800 },
];
const POPUP = { width: 336, height: 300 };

await buildPages();
await Promise.all([PICTURES, STORE].map((folder) => mkdir(folder, { recursive: true })));
const server = await new Server(bundles).start();
for (const language of /** @type {const} */ (["en", "nl"])) {
  const browser = await launch("chromium", { extension: EXTENSION, language });
  for (const look of ["light", "dark"]) await take(browser, language, look);
  await browser.close();
}
server.stop();

/**
 * @param {import("puppeteer-core").Browser} browser
 * @param {"en" | "nl"} language
 * @param {string} look
 */
async function take(browser, language, look) {
  const page = await browser.newPage();
  await dress(page, look);
  const lab = { kind: /** @type {const} */ ("chromium"), language, extension: EXTENSION, browser, page, server };
  const visit = await Visit.open(lab, pageOf("tiptap"));
  const { draft, ...names } = WORDS[language];
  await page.evaluate(rename, names);
  const shoot = async (
    /** @type {string} */ file,
    /** @type {import("puppeteer-core").Viewport} */ size,
    shown = page,
    quality = 75,
  ) => {
    await shown.setViewport(size);
    await shown.bringToFront();
    await shown.evaluate(() => new Promise(requestAnimationFrame));
    await shown.screenshot({ path: /** @type {`${string}.webp`} */ (`${file}-${language}-${look}.webp`), quality });
  };

  await visit.write(draft);
  await visit.hands.painted();
  await shoot(`${PICTURES}/1`, { ...LOW, deviceScaleFactor: 1.5 });
  await visit.post("click");
  const panel = await visit.isHeld(draft);
  await visit.until(() => panel.isReady("anyway"), "the panel is not ready");
  await shoot(`${PICTURES}/2`, { ...HIGH, deviceScaleFactor: 1.5 });
  await shoot(`${STORE}/panel`, WIDE);
  const popup = await browser.newPage();
  await dress(popup, look);
  await page.bringToFront();
  await showOwn(lab, popup, "popup");
  await shoot(`${STORE}/popup`, { ...POPUP, deviceScaleFactor: 2 }, popup);
  await popup.close();

  await page.bringToFront();
  await page.setViewport({ ...LOW, deviceScaleFactor: 1.5 });
  await panel.press("instead");
  await visit.panelCloses();
  await visit.notices("written");
  await shoot(`${PICTURES}/3`, { ...LOW, deviceScaleFactor: 1.5 });

  for (const name of /** @type {const} */ (["options", "welcome"])) {
    await showOwn(lab, page, name);
    await shoot(`${STORE}/${name}`, WIDE);
  }
  await page.close();
}

/** @param {import("puppeteer-core").Page} page @param {string} look */
function dress(page, look) {
  return page.emulateMediaFeatures([
    { name: "prefers-color-scheme", value: look },
    { name: "prefers-reduced-motion", value: "reduce" },
  ]);
}

/** In the page: as a site would call itself. @param {{ page: string, post: string, cancel: string }} names */
function rename({ page, post, cancel }) {
  const say = (/** @type {string} */ where, /** @type {string} */ what) => {
    const found = document.querySelector(where);
    if (found) found.textContent = what;
  };
  say("h1", page);
  say(".submit", post);
  say(".cancel", cancel);
}
