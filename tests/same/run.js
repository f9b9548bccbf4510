/**
 * The same draft, policy and context give the same verdict, byte for byte: natively, in Node, and in two browsers.
 * Exits with 1 at the first difference. All drafts are ours, so that a difference may be shown with its draft.
 */

import { execFileSync } from "node:child_process";
import { mkdirSync, readdirSync, readFileSync } from "node:fs";
import { createServer } from "node:http";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { seal } from "../../scripts/build/seal.mjs";
import { launch } from "../e2e/browser.js";
import { answers } from "./answers.js";
import { questions } from "./questions.js";

const root = fileURLToPath(new URL("../..", import.meta.url));
const folder = `${root}target/same`;
const POLICIES = ["crates/bezint-packs/policies/starter.toml", "tests/policies/lab.toml"];

/** The lines of drafts in the corpus, as they stand there: escapes and quotes are as good a draft as any. */
function corpus() {
  const files = readdirSync(`${root}tests/corpus`).filter((name) => name.endsWith(".toml"));
  const lines = files.sort().flatMap((name) => readFileSync(`${root}tests/corpus/${name}`, "utf8").split("\n"));
  return lines.filter((line) => line.startsWith("draft = ")).map((line) => line.slice("draft = ".length));
}

/**
 * A lone surrogate reaches an engine as U+FFFD, which is one UTF-16 unit too; JSON for Rust must have it so already.
 *
 * @param {string[]} sealed
 * @param {import("./questions.js").Question[]} asked
 */
function natively(sealed, asked) {
  const lines = asked.map((question) => JSON.stringify({ ...question, draft: question.draft.toWellFormed() }));
  const cargo = ["run", "--quiet", "--package", "bezint-core", "--example", "verdicts", "--", ...sealed];
  const told = execFileSync("cargo", cargo, {
    cwd: root,
    input: lines.join("\n"),
    maxBuffer: 2 ** 28,
    encoding: "utf8",
  });
  return told.trimEnd().split("\n");
}

/**
 * @param {Buffer} engine
 * @param {Buffer[]} policies
 * @param {string[]} drafts
 */
async function serve(engine, policies, drafts) {
  const entryPoints = [fileURLToPath(new URL("answers.js", import.meta.url))];
  const bundle = await build({ entryPoints, bundle: true, format: "esm", write: false });
  const paths = policies.map((_, place) => `/${place}.bezint`);
  /** @type {Map<string | undefined, [string, string | Uint8Array]>} */
  const files = new Map([
    ["/", ["text/html", '<!doctype html><meta charset="utf-8"><script type="module" src="/page.js"></script>']],
    ["/page.js", ["text/javascript", bundle.outputFiles[0]?.contents ?? ""]],
    ["/engine.wasm", ["application/wasm", engine]],
    ["/task.json", ["application/json", JSON.stringify({ policies: paths, corpus: drafts })]],
  ]);
  policies.forEach((sealed, place) => void files.set(`/${place}.bezint`, ["application/octet-stream", sealed]));
  const server = createServer((request, response) => {
    const [type, content] = files.get(request.url) ?? ["text/plain", ""];
    response.writeHead(content ? 200 : 404, { "content-type": type }).end(content);
  });
  await new Promise((ready) => server.listen(0, "127.0.0.1", () => ready(null)));
  const { port } = /** @type {import("node:net").AddressInfo} */ (server.address());
  return { url: `http://127.0.0.1:${port}/`, close: () => server.close() };
}

/**
 * @param {"chromium" | "firefox"} kind
 * @param {string} url
 * @returns {Promise<string[]>}
 */
async function inBrowser(kind, url) {
  const browser = await launch(kind);
  try {
    const page = await browser.newPage();
    await page.goto(url, { waitUntil: "load" });
    return await page.evaluate(() => /** @type {any} */ (globalThis).answersHere());
  } finally {
    await browser.close();
  }
}

mkdirSync(folder, { recursive: true });
const sealed = POLICIES.map((_, place) => `${folder}/${place}.bezint`);
await Promise.all(POLICIES.map((policy, place) => seal(`${root}${policy}`, /** @type {string} */ (sealed[place]))));
const policies = sealed.map((path) => readFileSync(path));
const engine = readFileSync(`${root}target/wasm/bezint/bezint_bg.wasm`);
const drafts = corpus();
const asked = questions(drafts, policies.length);
const expected = natively(sealed, asked);

const server = await serve(engine, policies, drafts);
/** @type {Record<string, string[]>} */
const found = {
  node: answers(engine, policies, drafts),
  chromium: await inBrowser("chromium", server.url),
  firefox: await inBrowser("firefox", server.url),
};
server.close();

for (const [where, verdicts] of Object.entries(found)) {
  const place = asked.findIndex((_, at) => verdicts[at] !== expected[at]);
  if (place >= 0 || verdicts.length !== asked.length || expected.length !== asked.length) {
    console.error(`${where} differs at ${place}: ${JSON.stringify(asked[place])}`);
    console.error(`  natively  ${expected[place]}\n  ${where}  ${verdicts[place]}`);
    process.exitCode = 1;
  }
}
const silent = expected.filter((verdict) => verdict.startsWith('{"action":"allow"')).length;
console.log(`${asked.length} verdicts, ${asked.length - silent} of them with something to say`);
