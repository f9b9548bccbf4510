/**
 * The proof: real editors, real gestures, a server that counts.
 *
 *   npm run e2e -w tests -- --browser chromium|firefox [--only part-of-a-name] [--extension folder]
 *
 * The end is a table, on the screen and in target/proof.
 */

import { dirname, join } from "node:path";
import { after, before, describe, it } from "node:test";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { buildPages, bundles } from "../pages/build.js";
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

/** One browser for a list of cases. */
function suite(
  /** @type {string} */ name,
  /** @type {import("./case.js").Case[]} */ cases,
  /** @type {{ extension?: string }} */ how,
  /** @type {Table} */ table,
) {
  describe(name, () => {
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
    for (const one of cases) {
      if (!one.name.includes(options.only)) continue;
      it(one.name, { skip: one.skip?.[kind] }, () => one.run(lab, table));
      if (one.skip?.[kind]) table.skip(one.name, one.skip[kind]);
    }
  });
}

const table = new Table();
suite("without the extension every page posts once", unguardedCases, {}, new Table());
suite("with the extension", guardedCases, { extension }, table);

after(() => {
  table.write(join(root, "target/proof"), kind);
  console.log(`\n${table.markdown(kind)}`);
});
