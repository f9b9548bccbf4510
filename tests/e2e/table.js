/** The account of all visits, by page. */

import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** @typedef {import("./visit.js").Account} Account */

const FAULTS = /** @type {const} */ (["missed", "swallowed", "doubled", "altered"]);

export class Table {
  #titles;
  /** @type {Map<string, Account & { visits: number, failed: number }>} */
  #rows = new Map();
  /** Why something could not be tried, and how many visits that were. @type {Map<string, number>} */
  #skipped = new Map();

  /** @param {string[]} titles The rows, in their order. */
  constructor(titles) {
    this.#titles = titles;
  }

  /** Adds one visit of a page, and whether the visit went as it should. */
  add(/** @type {string} */ title, /** @type {Account} */ account, /** @type {boolean} */ passed) {
    const row = this.#rows.get(title) ?? {
      visits: 0,
      failed: 0,
      drafts: 0,
      missed: 0,
      swallowed: 0,
      doubled: 0,
      altered: 0,
    };
    row.visits += 1;
    row.failed += passed ? 0 : 1;
    row.drafts += account.drafts;
    for (const fault of FAULTS) row[fault] += account[fault];
    this.#rows.set(title, row);
  }

  /** Notes one visit that a browser cannot make. */
  skip(/** @type {string} */ why) {
    this.#skipped.set(why, (this.#skipped.get(why) ?? 0) + 1);
  }

  /** Rows with visits, in their order. */
  #filled() {
    return this.#titles.flatMap((title) => {
      const row = this.#rows.get(title);
      return row ? [{ title, ...row }] : [];
    });
  }

  markdown(/** @type {string} */ browser) {
    const rows = this.#filled();
    const sum = (/** @type {"visits" | "drafts" | typeof FAULTS[number]} */ key) =>
      rows.reduce((total, row) => total + row[key], 0);
    const skipped = [...this.#skipped].map(([why, count]) => `- ${count} visits: ${why}.`);
    return [
      line([browser, "visits", "drafts", ...FAULTS]),
      line([":--", ...Array(6).fill("--:")]),
      ...rows.map((row) => line([row.title, row.visits, row.drafts, ...FAULTS.map((it) => row[it])])),
      line(["**All**", sum("visits"), sum("drafts"), ...FAULTS.map(sum)]),
      ...(skipped.length > 0 ? ["", "Not tried:", "", ...skipped] : []),
      "",
    ].join("\n");
  }

  /** Writes the table to a folder as Markdown and JSON. */
  write(/** @type {string} */ folder, /** @type {string} */ kind) {
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, `${kind}.md`), this.markdown(kind));
    const account = { browser: kind, rows: this.#filled(), skipped: Object.fromEntries(this.#skipped) };
    writeFileSync(join(folder, `${kind}.json`), `${JSON.stringify(account, null, 2)}\n`);
  }
}

const line = (/** @type {unknown[]} */ cells) => `| ${cells.join(" | ")} |`;
