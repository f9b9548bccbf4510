/**
 * The main job, as `make run` shows it: a post that is held before it leaves. With a display it opens the browser with the
 * extension on a page of the laboratory, to try; without one it plays the job in headless Chromium and prints what
 * happens. Then it serves the studio, unless SERVE is 0.
 */
import { mkdir } from "node:fs/promises";
import { launch } from "../tests/e2e/browser.js";
import { Visit } from "../tests/e2e/visit.js";
import { buildPages, bundles } from "../tests/pages/build.js";
import { pageOf } from "../tests/pages/catalogue.js";
import { Server } from "../tests/server/server.js";
import { serve } from "./serve.mjs";
import { medianVerdict } from "./verdict-time.mjs";

const EXTENSION = "target/lab/chrome";
const PICTURES = "target/demo";
const PORT = Number(process.env.PORT ?? 8000);
const BEFORE = "Good news: Neptunus ships on Monday!";
const AFTER = "Good news: our next release ships on Monday!";

const editor = pageOf("tiptap");
const hasDisplay = Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY) || process.platform === "darwin";

await buildPages();
const server = await new Server(bundles).start();
if (hasDisplay) await show();
else await play();
if (process.env.SERVE !== "0") await offerStudio();

/** Opens the browser for the person to try it, until they close it. */
async function show() {
  const browser = await launch("chromium", { extension: EXTENSION, headless: false });
  const [page = await browser.newPage()] = await browser.pages();
  await page.goto(server.visit(editor.id).url);
  tell("a browser is open", "with the extension loaded, on a page with a real editor");
  tell("try", `write “${BEFORE}”, and press Post`);
  browser.once("disconnected", () => server.stop());
}

/** Plays the main job and prints it. */
async function play() {
  const language = "en";
  const browser = await launch("chromium", { extension: EXTENSION, language });
  try {
    const page = await browser.newPage();
    const visit = await Visit.open({ kind: "chromium", language, extension: EXTENSION, browser, page, server }, editor);
    await mkdir(PICTURES, { recursive: true });
    const picture = (/** @type {string} */ name) =>
      page.screenshot({ path: `${PICTURES}/${name}.png` }).then(() => `${PICTURES}/${name}.png`);

    tell("The main job", `in ${await browser.version()}, in a real editor: ${editor.title}`);
    await visit.write(BEFORE);
    await visit.hands.painted();
    tell("a person writes", BEFORE, await picture("1-written"));
    await visit.post("click");
    const panel = await visit.isHeld(BEFORE);
    tell("and presses", "Post");
    tell("the site gets", "nothing");
    await panel.dialog.evaluate(settled);
    const controls = Object.values(panel.names);
    const lines = /** @type {string} */ (await panel.text()).split("\n");
    tell("Bezint says", lines.filter((line) => !controls.includes(line)).join("\n"), await picture("2-held"));
    tell("and offers", lines.filter((line) => controls.includes(line)).join(", "));
    tell(
      "a verdict takes",
      `${(await medianVerdict(browser, BEFORE)).toFixed(2)} ms, from the page to the engine and back, median`,
    );
    await panel.press("change");
    await visit.panelCloses();
    await visit.rewrite(AFTER);
    tell("the person writes", AFTER, await picture("3-changed"));
    await visit.post("click");
    await visit.arrives(AFTER);
    tell("and presses", "Post");
    tell("the site gets", visit.run.posts.map((post) => post.text).join("\n"), await picture("4-posted"));
  } finally {
    await browser.close();
    server.stop();
  }
}

/** Runs in the page: resolves when the panel has come into view, for a picture of all of it. */
function settled(/** @type {Element} */ dialog) {
  return Promise.all(dialog.getAnimations({ subtree: true }).map((animation) => animation.finished));
}

async function offerStudio() {
  const { address } = await serve("target/studio", PORT);
  console.log();
  tell("The studio", `${address}   (Ctrl+C ends it)`);
  tell(
    "try",
    `write “${BEFORE}”, or “Mijn BSN is 274519380”, and see what the policy says and why; below it the policy can be written`,
  );
}

/**
 * One line of the transcript; what is said may have several of its own.
 * @param {string} who
 * @param {string} what
 * @param {string} [picture]
 */
function tell(who, what, picture) {
  const lines = what.split("\n").filter((line) => line.trim() !== "");
  console.log(`${who.padEnd(18)} ${lines.join(`\n${" ".repeat(19)}`)}${picture ? `   [${picture}]` : ""}`);
}
