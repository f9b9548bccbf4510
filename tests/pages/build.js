/** Bundles the pages into target/pages, once for as long as nothing they are made of changes. */

import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { everyPage } from "./catalogue.js";

const here = dirname(fileURLToPath(import.meta.url));
const root = join(here, "../..");

/** Where the bundles are. */
export const bundles = join(root, "target/pages");

/** A digest of all that the bundles are made of: our files, and the lock file for everybody else's. */
function digest() {
  const hash = createHash("sha256");
  const own = readdirSync(here, { recursive: true, encoding: "utf8" }).filter((name) => /\.(?:js|css)$/.test(name));
  for (const name of [...own.sort().map((name) => join(here, name)), join(root, "package-lock.json")]) {
    hash.update(name).update(readFileSync(name));
  }
  return hash.digest("hex");
}

/** Builds what is not built. */
export async function buildPages() {
  const stamp = join(bundles, "stamp");
  const wanted = digest();
  if (existsSync(stamp) && readFileSync(stamp, "utf8") === wanted) return;
  await build({
    absWorkingDir: here,
    entryPoints: ["kit/page.css", ...new Set(everyPage.map((page) => `${page.script}.js`))],
    outbase: here,
    outdir: bundles,
    bundle: true,
    format: "esm",
    splitting: false,
    target: "es2022",
    define: { "process.env.NODE_ENV": '"production"', global: "globalThis" },
    loader: { ".svg": "dataurl" },
    logLevel: "warning",
  });
  writeFileSync(stamp, wanted);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await buildPages();
