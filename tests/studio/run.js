/**
 * The studio in real browsers: a policy is written, its mistakes are told at their place, drafts are judged by it at once,
 * and nothing of it leaves the page or outlives it unless the person asks. Run it after a build.
 */
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { fileURLToPath } from "node:url";
import { serve } from "../../scripts/serve.mjs";
import { launch } from "../e2e/browser.js";

const CODENAME = "Zonnebloem";
const DETECTOR = `
[[detectors]]
id = "acme.codename"
title = { en = "a codename", nl = "een codenaam" }
terms = ["${CODENAME}"]
examples = { match = ["${CODENAME} ships"], pass = ["It ships"] }

[[rules]]
id = "codename"
clause = "9.1"
title = { en = "This is a codename.", nl = "Dit is een codenaam." }
advice = { en = "Leave it out.", nl = "Laat hem weg." }
when = "acme.codename"
audience = "followers"
action = "confirm"
examples = { match = ["${CODENAME} ships"], pass = ["It ships"] }
`;

const studio = fileURLToPath(new URL("../../target/studio", import.meta.url));
const { address, close } = await serve(studio, 0);

for (const kind of /** @type {const} */ (["chromium", "firefox"])) {
  describe(`the studio in ${kind}`, () => {
    /** @type {import("puppeteer-core").Browser} */
    let browser;
    /** @type {import("puppeteer-core").Page} */
    let page;
    /** @type {string[]} */
    const asked = [];

    before(async () => {
      browser = await launch(kind);
      page = await browser.newPage();
      page.on("request", (request) => asked.push(request.url()));
      await open();
    });
    after(() => browser?.close());

    /** Opens the studio, and waits until it judges. */
    async function open() {
      await page.goto(address);
      await page.waitForSelector("#policy .title");
    }

    /** Waits until an element says something. */
    const says = (/** @type {string} */ selector, /** @type {string} */ text) =>
      page.waitForFunction(
        (selector, text) => document.querySelector(selector)?.textContent?.includes(text),
        {},
        selector,
        text,
      );

    /** Writes at the end of the policy, as a person who pastes. */
    async function write(/** @type {string} */ text) {
      await page.focus("#source");
      await page.evaluate((text) => {
        const source = /** @type {HTMLTextAreaElement} */ (document.activeElement);
        source.setSelectionRange(source.value.length, source.value.length);
        document.execCommand("insertText", false, text);
      }, text);
    }

    /** Runs in the page. */
    function selected() {
      const { value, selectionStart, selectionEnd } = /** @type {HTMLTextAreaElement} */ (document.activeElement);
      return value.slice(selectionStart, selectionEnd);
    }

    const undo = () => page.evaluate(() => document.execCommand("undo"));
    const stored = () => page.evaluate(() => localStorage.length);

    test("a draft is judged by what was written a moment ago", async () => {
      await page.type("#draft", `${CODENAME} ships on Monday`);
      await says("#verdict", "Free to post");
      await write(DETECTOR);
      await says("#verdict", "This is a codename.");
    });

    test("a mistake is told with its line and what to do, and the keyboard goes there", async () => {
      await write('\n[[rules]]\nid = "x"\nwhenn = "acme.codename"\n');
      await says("#problems", "`whenn`");
      await says("#problems", "`when`");
      await says("#author-status", "judged by the policy as it was");
      assert.ok(await page.$eval("#save-sealed", (button) => /** @type {HTMLButtonElement} */ (button).disabled));
      await page.evaluate(() => /** @type {HTMLTextAreaElement} */ (document.activeElement).setSelectionRange(0, 0));
      const problems = await page.$$eval("#problems li", (lines) => lines.length);
      const reached = new Set();
      for (let press = 0; press < problems; press += 1) {
        await page.keyboard.press("F8");
        reached.add(await page.evaluate(selected));
      }
      assert.ok(
        [...reached].some((words) => words.includes("whenn")),
        [...reached].join(" | "),
      );
      assert.ok(await page.$(".numbers .mistake"), "the number of the line stands apart");
      await undo();
      await says("#author-status", "drafts are judged by it");
    });

    test("what to begin with can be taken back", async () => {
      await page.select("#begin-with", "controlled");
      await page.click("#begin");
      await says("#policy", "How Acme talks about its work");
      await undo();
      await says("#verdict", "This is a codename.");
    });

    test("a policy is kept only while the person wants it", async () => {
      assert.equal(await stored(), 0);
      await page.click("#keep");
      await open();
      await page.type("#draft", `${CODENAME} ships on Monday`);
      await says("#verdict", "This is a codename.");
      await page.click("#keep");
      assert.equal(await stored(), 0);
    });

    test("nothing was asked of anyone else", () => {
      assert.deepEqual([...new Set(asked.map((url) => new URL(url).origin))], [address]);
    });
  });
}

after(close);
