/**
 * `make bench`: the time of a verdict natively and in WebAssembly in Chromium, of a cold start, and of what a person
 * who types or pastes waits for.
 *
 * Each figure stands beside one plain pass over the same text in the same run: on another machine, or a busy one, the
 * ratio of the two says more than the time.
 */

import { execFileSync } from "node:child_process";
import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { launch } from "../e2e/browser.js";
import { codename, onOneLine } from "../e2e/drafts.js";
import { quantile, typing } from "./typing.js";

const SIZES = [280, 3_000, 100_000];
/** How many fresh pages the cold start is the median of. */
const STARTS = 15;
/** How long a text is pasted. */
const PASTE = 1_000_000;
/** The promises of DESIGN.md. */
const BUDGET = { verdict: 50, cold: 60, key: 50, paste: 250 };

const root = fileURLToPath(new URL("../..", import.meta.url));
/** What ships: the engine and the policy inside the built extension. */
const shipped = `${root}/target/extension/chrome`;
const posts = [...(await readFile(new URL("posts.txt", import.meta.url), "utf8"))];

/** @param {number} size In characters. */
function draftOf(size) {
  return Array.from({ length: size }, (_, at) => posts[at % posts.length]).join("");
}

function natively() {
  const cargo = ["bench", "--quiet", "--package", "bezint-packs", "--bench", "verdict"];
  const lines = execFileSync("cargo", cargo, { cwd: root, encoding: "utf8" }).trim().split("\n");
  return lines.map((line) => {
    const [size = 0, verdict = 0, pass = 0] = line.split("\t").map(Number);
    return { size, verdict: verdict / 1_000, pass: pass / 1_000 };
  });
}

/** Two header lines give the page a clock with steps of 5 µs instead of 100 µs. */
const HEADERS = { "cross-origin-opener-policy": "same-origin", "cross-origin-embedder-policy": "require-corp" };

async function serve() {
  const entry = fileURLToPath(new URL("page.js", import.meta.url));
  const bundle = await build({ entryPoints: [entry], bundle: true, format: "esm", write: false });
  /** @type {Record<string, [string, string | Buffer | Uint8Array]>} */
  const files = {
    "/": ["text/html", '<!doctype html><meta charset="utf-8"><script type="module" src="/page.js"></script>'],
    "/page.js": ["text/javascript", bundle.outputFiles[0]?.contents ?? ""],
    "/engine.wasm": ["application/wasm", await readFile(`${shipped}/engine.wasm`)],
    "/policy.sealed": ["application/octet-stream", await readFile(`${shipped}/policy.sealed`)],
  };
  const server = createServer((request, response) => {
    const [type, content] = files[request.url ?? ""] ?? ["text/plain", ""];
    response.writeHead(content ? 200 : 404, { "content-type": type, ...HEADERS }).end(content);
  });
  await new Promise((ready) => server.listen(0, "127.0.0.1", () => ready(null)));
  const { port } = /** @type {import("node:net").AddressInfo} */ (server.address());
  return { url: `http://127.0.0.1:${port}/`, close: () => server.close() };
}

async function inBrowser() {
  const server = await serve();
  const browser = await launch("chromium");
  try {
    const fresh = async () => {
      const page = await browser.newPage();
      await page.goto(server.url);
      return page;
    };
    const rows = [];
    for (const size of SIZES) {
      const page = await fresh();
      const times = await page.evaluate((draft) => /** @type {any} */ (globalThis).bench.verdict(draft), draftOf(size));
      rows.push({ size, ...times });
      await page.close();
    }
    const starts = [];
    for (let start = 0; start < STARTS; start++) {
      const page = await fresh();
      starts.push(await page.evaluate((draft) => /** @type {any} */ (globalThis).bench.coldStart(draft), draftOf(280)));
      await page.close();
    }
    return { rows, cold: starts.toSorted((a, b) => a - b)[STARTS >> 1] };
  } finally {
    await browser.close();
    server.close();
  }
}

/** @param {number} microseconds */
function shown(microseconds) {
  return microseconds < 1_000 ? `${microseconds.toFixed(1)} µs` : `${(microseconds / 1_000).toFixed(2)} ms`;
}

/**
 * @param {string} title
 * @param {Array<{ size: number, verdict: number, pass: number }>} rows
 */
function table(title, rows) {
  console.log(`\n${title}`);
  for (const { size, verdict, pass } of rows) {
    const ratio = `${(verdict / pass).toFixed(1)} × one pass`;
    console.log(`  ${String(size).padStart(7)} characters  ${shown(verdict).padStart(10)}   ${ratio}`);
  }
}

/**
 * @param {string} what
 * @param {number} value
 * @param {number} budget
 * @param {string} unit
 */
function promise(what, value, budget, unit) {
  const kept = value <= budget ? "kept" : "NOT KEPT on this machine, in this run";
  console.log(`  ${what}: ${value.toFixed(1)} ${unit} of ${budget} ${unit}, ${kept}`);
}

const native = natively();
const { rows, cold } = await inBrowser();
const { keys, pastes } = await typing(onOneLine(`${draftOf(PASTE)} ${codename(1)}`));
table("A verdict under the starter policy, all packs on, native, median", native);
table("The same in WebAssembly in Chromium, median", rows);
const p95 = quantile(keys, 0.95);
console.log("\nFrom a key to the frame with its underline, in Chromium with the extension");
console.log(`  ${keys.length} keys  median ${quantile(keys, 0.5).toFixed(1)} ms, p95 ${p95.toFixed(1)} ms`);
console.log(`\n${PASTE} characters pasted in Chromium, median`);
for (const { page, answered, block, alone } of pastes) {
  const blocked = `page blocked for ${block.toFixed(0)} ms at most, ${alone.toFixed(0)} ms without the extension`;
  console.log(`  ${page.padEnd(15)}  answered in ${answered.toFixed(0)} ms, ${blocked}`);
}
console.log("\nAgainst the budgets");
promise("verdict on 280 characters in WebAssembly", rows[0].verdict, BUDGET.verdict, "µs");
promise(`from the module's bytes to the first verdict, ${STARTS} fresh pages`, cold, BUDGET.cold, "ms");
promise("from a key to the frame with its underline, p95", p95, BUDGET.key, "ms");
for (const { page, answered } of pastes) {
  promise(`from ${PASTE} characters pasted into a ${page} to the answer`, answered, BUDGET.paste, "ms");
}
