/** One thing that is tried. */

import { cp, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { launch } from "./browser.js";
import { Visit } from "./visit.js";

/**
 * @typedef {import("./visit.js").Lab} Lab
 * @typedef {import("../pages/catalogue.js").Page} Page
 * @typedef {object} Case
 * @property {string} name
 * @property {(lab: Lab, table: import("./table.js").Table) => Promise<void>} run
 * @property {Partial<Record<import("./browser.js").Kind, string>>} [skip] Why a browser cannot do it.
 * @property {string} [part] Part of the proof, by which all its cases can be asked for.
 */

/**
 * A case that opens a page, does something there, and accounts for every draft.
 *
 * @param {string} name
 * @param {Page} page
 * @param {{ chat?: boolean, host?: string, isForeign?: boolean }} how `isForeign`: the site speaks another language than the
 *   person's browser, and than the guard.
 * @param {(visit: Visit) => Promise<void>} act
 * @returns {Case}
 */
export function onPage(name, page, how, act) {
  return {
    name: `${page.title}: ${name}`,
    async run(lab, table) {
      const language = (lab.language === "nl") === Boolean(how.isForeign) ? "en" : "nl";
      const visit = await Visit.open(lab, page, { ...how, language: page.fixture && language });
      let passed = false;
      try {
        await act(visit);
        visit.settle();
        passed = true;
      } finally {
        table.add(page.title, visit.account(), passed);
      }
    },
  };
}

/**
 * The same case in a browser of its own, so that what is done to the extension stays there.
 *
 * @param {Case} one
 * @param {(extension: string) => Promise<void>} [prepare] Changes the copy of the extension's folder.
 * @param {Record<string, unknown>} [preferences] Of Firefox.
 * @param {number} [letters] The size of the person's letters, in pixels.
 * @returns {Case}
 */
export function apart({ run, ...rest }, prepare = async () => {}, preferences = {}, letters = 16) {
  return {
    ...rest,
    async run(lab, table) {
      const extension = await mkdtemp(join(tmpdir(), "bezint-"));
      await cp(lab.extension, extension, { recursive: true });
      await prepare(extension);
      const browser = await launch(lab.kind, { extension, language: lab.language, preferences, letters });
      try {
        await run({ ...lab, extension, browser, page: await browser.newPage() }, table);
      } finally {
        await browser.close();
        await rm(extension, { recursive: true });
      }
    },
  };
}
