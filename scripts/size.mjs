/**
 * Compares what a browser downloads, compressed with gzip, with its budget; exits with 1 when one is exceeded.
 * The files are those of the built package, so run a build first.
 */
import { readFileSync } from "node:fs";
import { gzipSync } from "node:zlib";

/** Budgets in kB of 1,000 bytes; they are promises of DESIGN.md. */
const budgets = [
  { what: "engine", file: "target/extension/chrome/engine.wasm", budget: 300 },
  { what: "content script", file: "target/extension/chrome/content.js", budget: 40 },
];

for (const { what, file, budget } of budgets) {
  const kilobytes = gzipSync(readFileSync(file), { level: 9 }).length / 1000;
  const fits = kilobytes <= budget;
  console.log(`${what.padEnd(16)}${kilobytes.toFixed(1).padStart(7)} kB of ${budget} kB${fits ? "" : "  OVER BUDGET"}`);
  if (!fits) process.exitCode = 1;
}
