/**
 * The proof: real editors, real gestures, a server that counts.
 *
 *   npm run e2e -w tests -- --browser chromium|firefox [--only part|part-of-a-name] [--extension folder]
 *
 * The end is a table on the screen, and of a whole run in target/proof.
 */

import { dirname, join } from "node:path";
import { after, before, describe, it } from "node:test";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { buildPages, bundles } from "../pages/build.js";
import { everyPage } from "../pages/catalogue.js";
import { Server } from "../server/server.js";
import { launch } from "./browser.js";
import { guardedCases, unguardedCases } from "./cases.js";
import { Table } from "./table.js";

const root = join(dirname(fileURLToPath(import.meta.url)), "../..");

const { values: options } = parseArgs({
  options: { browser: { type: "string" }, only: { type: "string", default: "" }, extension: { type: "string" } },
});
const kind = /** @type {import("./browser.js").Kind} */ (options.browser);
const extension = options.extension ?? join(root, "target/lab", kind === "firefox" ? "firefox" : "chrome");

/** Each browser speaks one of the two languages, so that both are walked. */
const language = kind === "firefox" ? "nl" : "en";

/** @typedef {import("./visit.js").Lab} Lab */

await buildPages();

/** Browsers at a time. Each has a focus and a clipboard of its own. */
const BROWSERS = 2;

/**
 * A list of cases, shared out among browsers.
 *
 * @param {string} name
 * @param {import("./case.js").Case[]} cases
 * @param {{ extension?: string }} how
 * @param {Table} table
 */
function suite(name, cases, how, table) {
  const wanted = cases.filter(({ name, part }) => name.includes(options.only) || part === options.only);
  describe(name, { concurrency: BROWSERS }, () => {
    for (let share = 0; share < BROWSERS; share += 1) {
      const shared = wanted.filter((_, place) => place % BROWSERS === share);
      if (shared.length > 0)
        describe(`browser ${share + 1}`, { concurrency: 1 }, () => inOneBrowser(shared, how, table));
    }
  });
}

/**
 * @param {import("./case.js").Case[]} cases
 * @param {{ extension?: string }} how
 * @param {Table} table
 */
function inOneBrowser(cases, how, table) {
  /** @type {Lab} */
  let lab;
  before(async () => {
    const server = await new Server(bundles).start();
    const browser = await launch(kind, { ...how, language });
    lab = { kind, language, extension, browser, page: await browser.newPage(), server };
  });
  after(async () => {
    await lab?.browser.close();
    lab?.server.stop();
  });
  for (const { name, skip, run } of cases) {
    const why = skip?.[kind];
    if (why) table.skip(why);
    it(name, { skip: why }, () => run(lab, table));
  }
}

const titles = [...new Set(everyPage.map(({ title }) => title))];
const table = new Table(titles);
suite("without the extension every page posts once", unguardedCases, {}, new Table(titles));
suite("with the extension", guardedCases, { extension }, table);

after(() => {
  // A part of the proof is not the proof.
  if (!options.only) table.write(join(root, "target/proof"), kind);
  console.log(`\n${table.markdown(kind)}`);
});
