/**
 * The packages of others that do the nearest job, on the same drafts: in Node, and in Chromium where they run there.
 * They are installed when they are measured, so that nobody else has to.
 */

import { execFileSync } from "node:child_process";
import { cpSync, existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { microseconds } from "./measure.js";

/** By the file that makes them ready. */
const PEERS = ["secretlint", "arcjet", "redact-pii", "openredaction", "harper"];
/** Whoever takes longer than this for a draft is not asked about larger ones, in microseconds. */
const PATIENCE = 200_000;

const folder = fileURLToPath(new URL("../../target/bench/peers", import.meta.url));
const measure = fileURLToPath(new URL("measure.js", import.meta.url));

/**
 * The times of one peer, in microseconds by the place of the draft, or why there are none.
 *
 * @typedef {{ peer: string, times: number[] } | { peer: string, why: string }} Told
 */

function install() {
  cpSync(fileURLToPath(new URL("peers", import.meta.url)), folder, { recursive: true });
  const npm = ["install", "--no-audit", "--no-fund", "--loglevel=error", "--workspaces=false"];
  if (!existsSync(`${folder}/node_modules/.package-lock.json`)) execFileSync("npm", npm, { cwd: folder });
}

/**
 * @param {string[]} drafts From short to long.
 * @returns {Promise<Told[]>}
 */
export async function inNode(drafts) {
  return all(async (peer) => {
    const { default: make } = await import(`${folder}/${peer}.js`);
    const judge = await make();
    const times = [];
    for (const draft of drafts) {
      times.push(await microseconds(() => judge(draft)));
      if ((times.at(-1) ?? 0) > PATIENCE) break;
    }
    return times;
  });
}

/**
 * @param {import("puppeteer-core").Browser} browser
 * @param {string} url A page with a fine clock.
 * @param {string[]} drafts From short to long.
 * @returns {Promise<Told[]>}
 */
export async function inChromium(browser, url, drafts) {
  return all(async (peer) => {
    const contents = `import make from "./${peer}.js"; import { microseconds } from ${JSON.stringify(measure)};
      globalThis.peer = { make, microseconds };`;
    const stdin = { contents, resolveDir: folder };
    const bundle = await build({ stdin, bundle: true, format: "iife", write: false, logLevel: "silent" });
    const page = await browser.newPage();
    try {
      await page.goto(url);
      await page.addScriptTag({ content: bundle.outputFiles[0]?.text ?? "" });
      return await page.evaluate(
        async (drafts, patience) => {
          const { make, microseconds } = /** @type {any} */ (globalThis).peer;
          const judge = await make();
          const times = [];
          for (const draft of drafts) {
            times.push(await microseconds(() => judge(draft)));
            if (times.at(-1) > patience) break;
          }
          return times;
        },
        drafts,
        PATIENCE,
      );
    } finally {
      await page.close();
    }
  });
}

/**
 * @param {(peer: string) => Promise<number[]>} times
 * @returns {Promise<Told[]>}
 */
async function all(times) {
  /** @type {Told[]} */
  const told = [];
  for (const peer of PEERS) {
    try {
      install();
      told.push({ peer, times: await times(peer) });
    } catch (error) {
      const [unbundled] = /** @type {import("esbuild").BuildFailure} */ (error).errors ?? [];
      const why = unbundled ? `it cannot be bundled for browsers: ${unbundled.text}` : String(error);
      told.push({ peer, why: why.split("\n")[0] ?? "" });
    }
  }
  return told;
}
