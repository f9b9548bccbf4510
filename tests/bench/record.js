/**
 * What can be counted exactly is held against the record of it: how large the engine is, how much memory it takes, how
 * many steps the first verdict and later ones take, and how often they ask for memory. Exits with 1 when something has grown by more than the tolerance, or is above what is
 * promised; `BLESS=1` writes the record anew, so that the history of tests/bench/record.json is that of the figures.
 *
 * A step is the beginning of a function or of another round of a loop in the engine as it ships, counted by instrumenting
 * it. It says of two versions which does more, on any machine, however busy. Allocations are counted natively, where what
 * hands out memory can be replaced; the engine asks for it alike everywhere.
 */

import { execFileSync } from "node:child_process";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import { seal } from "../../scripts/build/seal.mjs";
import { draftOf, SIZES, worst } from "./drafts.js";

/** The part by which a figure may grow without a word. */
const TOLERANCE = 0.15;
/** What is promised, of the figures that have the name. */
const MUST = {
  "engine, bytes with gzip": 350_000,
  "memory of an engine, bytes": 12_000_000,
  "steps for 100,000 terms against 100": 2,
  "steps for the worst draft against an ordinary one": 20,
};
/** How long the drafts are that are made to be slow. */
const WORST = 3_000;

/** Of WebAssembly, that the engine makes use of. */
const FEATURES = [
  "bulk-memory",
  "bulk-memory-opt",
  "multivalue",
  "nontrapping-float-to-int",
  "reference-types",
  "sign-ext",
]
  .map((feature) => `--enable-${feature}`)
  .concat("--enable-mutable-globals", "--enable-call-indirect-overlong");

const root = fileURLToPath(new URL("../..", import.meta.url));
const folder = `${root}target/record`;
const recorded = new URL("record.json", import.meta.url);
const shipped = `${root}target/extension/chrome`;
const engine = readFileSync(`${shipped}/engine.wasm`);
const starter = readFileSync(`${shipped}/policy.sealed`);

/** The engine that tells of every step. */
function instrumented() {
  const out = `${folder}/engine.wasm`;
  const options = [...FEATURES, "--log-execution", `${shipped}/engine.wasm`, "--output", out];
  execFileSync(`${root}node_modules/.bin/wasm-opt`, options, { cwd: root });
  return readFileSync(out);
}

/** @type {import("../../target/wasm/bezint/bezint.js").Context} */
const CONTEXT = { audience: "public", site: "x", roles: [], time: 0 };

let steps = 0;
let copies = 0;

/**
 * An engine in an instance of its own.
 *
 * @param {Uint8Array} module
 * @param {Uint8Array} sealed
 */
async function load(module, sealed) {
  const glue = await import(`${root}target/wasm/bezint/bezint.js?${copies++}`);
  const { Instance } = WebAssembly;
  WebAssembly.Instance = new Proxy(Instance, {
    construct: (_, [compiled, imports]) => {
      // The instrument puts its function beside those that the glue hands in.
      for (const functions of Object.values(imports)) functions.log_execution = () => steps++;
      return new Instance(compiled, imports);
    },
  });
  const { memory } = glue.initSync({ module });
  WebAssembly.Instance = Instance;
  return { engine: new glue.Engine(sealed), memory };
}

/**
 * How many steps a verdict takes, once what is made at first need is made.
 *
 * @param {import("../../target/wasm/bezint/bezint.js").Engine} engine
 * @param {string} draft
 */
function count(engine, draft) {
  engine.evaluate(draft, CONTEXT);
  steps = 0;
  engine.evaluate(draft, CONTEXT);
  return steps;
}

/**
 * A policy with so many terms of a company, sealed.
 *
 * @param {number} terms
 * @param {boolean} typos whether they are found with typing errors too
 */
async function companyOf(terms, typos) {
  const syllables = "ba dor fen ki lus mor nep qui ro sta tri vo wal xe zon".split(" ");
  const name = (/** @type {number} */ number) =>
    [1, 15, 225, 3_375, 50_625].map((unit) => syllables[Math.floor(number / unit) % 15]).join("");
  const policy = readFileSync(`${root}tests/bench/terms.toml`, "utf8");
  const file = `${folder}/terms-${terms}${typos ? "-typos" : ""}`;
  const names = Array.from({ length: terms }, (_, number) => `"${name(number * 7)}"`);
  const found = typos ? "typos = true\nterms = " : "terms = ";
  writeFileSync(`${file}.toml`, policy.replace('terms = ["neptunus"', `${found}[${names.join(", ")}`));
  await seal(`${file}.toml`, `${file}.sealed`);
  return readFileSync(`${file}.sealed`);
}

async function measured() {
  const module = instrumented();
  const { engine: counting } = await load(module, starter);
  const { engine: plain, memory } = await load(engine, starter);
  plain.evaluate(draftOf(280), CONTEXT);
  /** @type {Record<string, number>} */
  const figures = {
    "engine, bytes with gzip": gzipSync(engine, { level: 9 }).length,
    "memory of an engine, bytes": memory.buffer.byteLength,
  };
  for (const size of SIZES) figures[`steps for ${size} characters`] = count(counting, draftOf(size));
  figures["steps from the module to a first verdict"] = await first(module, draftOf(280));
  allocations().forEach(([times = Number.NaN, bytes = Number.NaN], at) => {
    figures[`allocations for ${SIZES[at]} characters`] = times;
    figures[`allocated for ${SIZES[at]} characters, bytes`] = bytes;
  });
  const ordinary = count(counting, draftOf(WORST));
  const slow = worst(WORST).map(({ piece, draft }) => ({ piece, ratio: count(counting, draft) / ordinary }));
  slow.sort((a, b) => b.ratio - a.ratio);
  figures["steps for the worst draft against an ordinary one"] = rounded(slow[0]?.ratio ?? Number.NaN);
  const terms = await manyAgainstFew(module, false);
  const mistyped = await manyAgainstFew(module, true);
  figures["steps for 100,000 terms against 100"] = terms.ratio;
  figures["steps for 100,000 terms with typing errors against 100"] = mistyped.ratio;
  figures["memory of an engine with 100,000 terms, bytes"] = terms.bytes;
  figures["memory of an engine with 100,000 terms with typing errors, bytes"] = mistyped.bytes;
  return { figures, slow };
}

/**
 * How many times as many steps a verdict takes with 100,000 terms of a company as with 100, and the memory of its engine.
 *
 * @param {Uint8Array} module
 * @param {boolean} typos
 */
async function manyAgainstFew(module, typos) {
  const [many, few] = await Promise.all([companyOf(100_000, typos), companyOf(100, typos)]);
  const [of_many, of_few] = [await load(module, many), await load(module, few)];
  const draft = draftOf(280);
  const ratio = rounded(count(of_many.engine, draft) / count(of_few.engine, draft));
  return { ratio, bytes: of_many.memory.buffer.byteLength };
}

/**
 * How many steps it takes from the module to the first verdict.
 *
 * @param {Uint8Array} module
 * @param {string} draft
 */
async function first(module, draft) {
  steps = 0;
  const { engine } = await load(module, starter);
  engine.evaluate(draft, CONTEXT);
  return steps;
}

/** How often a verdict on drafts of these sizes asks for memory, and for how many bytes in all. */
function allocations() {
  const texts = SIZES.map((size) => `${folder}/${size}.txt`);
  texts.forEach((path, at) => {
    writeFileSync(path, draftOf(SIZES[at] ?? 0));
  });
  const cargo = ["run", "--quiet", "--package", "bezint-packs", "--example", "allocations", "--", ...texts];
  const lines = execFileSync("cargo", cargo, { cwd: root, encoding: "utf8" }).trim().split("\n");
  return lines.map((line) => line.split("\t").map(Number));
}

/** @param {number} ratio */
function rounded(ratio) {
  return Math.round(ratio * 100) / 100;
}

mkdirSync(folder, { recursive: true });
const { figures, slow } = await measured();
if (process.env.BLESS) writeFileSync(recorded, `${JSON.stringify(figures, null, 2)}\n`);
/** @type {Record<string, number>} */
const record = JSON.parse(readFileSync(recorded, "utf8"));
const must = new Map(Object.entries(MUST));
for (const [what, figure] of Object.entries(figures)) {
  const before = record[what] ?? 0;
  const most = Math.min(before * (1 + TOLERANCE), must.get(what) ?? Number.POSITIVE_INFINITY);
  const fails = figure > most;
  const promise = must.has(what) ? `, at most ${must.get(what)?.toLocaleString("en")}` : "";
  const told = `${figure.toLocaleString("en").padStart(12)}  recorded ${before.toLocaleString("en")}${promise}`;
  console.log(`  ${what.padEnd(52)}${told}${fails ? "  TOO MUCH" : ""}`);
  if (fails) process.exitCode = 1;
}
console.log("  The drafts that take the most steps, against an ordinary one:");
for (const { piece, ratio } of slow.slice(0, 5)) console.log(`    ${ratio.toFixed(1)} times  ${JSON.stringify(piece)}`);
if (process.exitCode) console.log("BLESS=1 npm run record --workspace tests records what grew for a reason.");
