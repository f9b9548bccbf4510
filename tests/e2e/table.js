/** The account of all visits, by page. */

import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** @typedef {import("./visit.js").Account} Account */

const FAULTS = /** @type {const} */ (["missed", "swallowed", "doubled", "altered"]);

export class Table {
  /** @type {Map<string, Account & { visits: number, failed: number }>} */
  #rows = new Map();
  /** What could not be tried, and why. @type {string[]} */
  #skipped = [];

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

  skip(/** @type {string} */ what, /** @type {string} */ why) {
    this.#skipped.push(`${what}: ${why}`);
  }

  markdown(/** @type {string} */ browser) {
    const rows = [...this.#rows].map(([title, row]) =>
      line([title, row.visits, row.drafts, ...FAULTS.map((it) => row[it])]),
    );
    const sum = (/** @type {"visits" | "drafts" | typeof FAULTS[number]} */ key) =>
      [...this.#rows.values()].reduce((total, row) => total + row[key], 0);
    return [
      line([browser, "visits", "drafts", ...FAULTS]),
      line([":--", ...Array(6).fill("--:")]),
      ...rows,
      line(["**All**", sum("visits"), sum("drafts"), ...FAULTS.map(sum)]),
      ...(this.#skipped.length > 0 ? ["", "Not tried:", "", ...this.#skipped.map((it) => `- ${it}`)] : []),
      "",
    ].join("\n");
  }

  /** Writes the table to a folder as Markdown and JSON. */
  write(/** @type {string} */ folder, /** @type {string} */ kind) {
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, `${kind}.md`), this.markdown(kind));
    const rows = Object.fromEntries(this.#rows);
    writeFileSync(
      join(folder, `${kind}.json`),
      `${JSON.stringify({ browser: kind, rows, skipped: this.#skipped }, null, 2)}\n`,
    );
  }
}

const line = (/** @type {unknown[]} */ cells) => `| ${cells.join(" | ")} |`;
