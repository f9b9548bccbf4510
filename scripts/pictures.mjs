/**
 * Takes the pictures of the welcome page, of the real panel on a page of the laboratory: in both languages and both looks,
 * into extension/pictures; and those of README. Run it after `make build` when the panel has come to look otherwise.
 */
import { mkdir } from "node:fs/promises";
import { launch } from "../tests/e2e/browser.js";
import { Visit } from "../tests/e2e/visit.js";
import { buildPages, bundles } from "../tests/pages/build.js";
import { pageOf } from "../tests/pages/catalogue.js";
import { Server } from "../tests/server/server.js";

const EXTENSION = "target/lab/chrome";
const PICTURES = "extension/pictures";
const DRAFTS = {
  en: "Good news: Neptunus ships on Monday!",
  nl: "Goed nieuws: Neptunus gaat maandag naar buiten!",
};

await buildPages();
await mkdir(PICTURES, { recursive: true });
const server = await new Server(bundles).start();
for (const language of /** @type {const} */ (["en", "nl"])) {
  const browser = await launch("chromium", { extension: EXTENSION, language });
  const page = await browser.newPage();
  await page.setViewport({ width: 640, height: 480 });
  for (const look of ["light", "dark"]) {
    await page.emulateMediaFeatures([
      { name: "prefers-color-scheme", value: look },
      { name: "prefers-reduced-motion", value: "reduce" },
    ]);
    const draft = DRAFTS[language];
    const lab = { kind: /** @type {const} */ ("chromium"), language, extension: EXTENSION, browser, page, server };
    const visit = await Visit.open(lab, pageOf("tiptap"));
    const take = async (/** @type {number} */ number) => {
      await visit.hands.painted();
      await page.screenshot({ path: `${PICTURES}/${number}-${language}-${look}.webp`, quality: 75 });
    };
    await visit.write(draft);
    await visit.hands.painted();
    await take(1);
    await visit.post("click");
    const panel = await visit.isHeld(draft);
    await take(2);
    if (language === "en") {
      await page.setViewport({ width: 1000, height: 720 });
      await visit.hands.painted();
      await page.screenshot({ path: `docs/images/held-${look}.webp`, quality: 85 });
      await page.setViewport({ width: 640, height: 480 });
    }
    await panel.press("instead");
    await visit.panelCloses();
    await visit.notices("written");
    await take(3);
  }
  await browser.close();
}
server.stop();
