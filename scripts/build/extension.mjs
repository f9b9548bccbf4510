/** Builds the extension for Chrome (and Edge) and for Firefox: a folder to load and a package to hand out. */
import { cp, mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import * as esbuild from "esbuild";
import { manifestFor } from "./manifest.mjs";
import { seal } from "./seal.mjs";
import { placeAt, readSites, sitesPlugin } from "./sites.mjs";
import { zipFolder } from "./zip.mjs";

const ROOT = "extension";
const ENGINE = "target/wasm/bezint/bezint_bg.wasm";

const BROWSERS = {
  chrome: { target: "chrome120", package: "bezint-chrome.zip" },
  firefox: { target: "firefox140", package: "bezint-firefox.xpi" },
};

/** By the name it gets in the package. Content scripts are classic scripts; the rest are modules with nothing to import. */
const BUNDLES = [
  { name: "content", entry: "src/content/main.js", format: /** @type {const} */ ("iife") },
  { name: "background", entry: "src/background/main.js", format: /** @type {const} */ ("esm") },
  { name: "popup", entry: "src/pages/popup.js", format: /** @type {const} */ ("iife") },
  { name: "options", entry: "src/pages/options.js", format: /** @type {const} */ ("iife") },
];

/** By its place in the package: copied as it is. */
const COPIES = {
  _locales: "_locales",
  "popup.html": "src/pages/popup.html",
  "options.html": "src/pages/options.html",
  "pages.css": "src/pages/pages.css",
  ...Object.fromEntries([16, 32, 48, 128].map((size) => [`icons/${size}.png`, `icons/${size}.png`])),
};

/**
 * @param {{ out: string, policy: string, hosts: string[], at: string[], sites?: string }} build
 *   where to, the policy to seal inside, match patterns, hosts for adapters (`id=host`) and a folder of adapters on top of
 *   those that ship
 */
export async function buildExtension({ out, policy, hosts: patterns, at, sites: extra }) {
  const sites = placeAt(await readSites(join(ROOT, "sites"), extra), at);
  const hosts = [...patterns, ...at.map((place) => `https://${place.split("=")[1]}/*`)];
  const { version } = JSON.parse(await readFile(join(ROOT, "package.json"), "utf8"));
  await rm(out, { recursive: true, force: true });
  await mkdir(out, { recursive: true });
  const sealed = join(out, "policy.sealed");
  await seal(policy, sealed);

  for (const [browser, { target, package: file }] of Object.entries(BROWSERS)) {
    const folder = join(out, browser);
    const manifest = await manifestFor(browser, { version, sites, hosts });
    await Promise.all([
      ...BUNDLES.map((bundle) => makeBundle(bundle, folder, target, sites)),
      ...Object.entries(COPIES).map(([to, from]) => cp(join(ROOT, from), join(folder, to), { recursive: true })),
      cp(ENGINE, join(folder, "engine.wasm")),
      cp(sealed, join(folder, "policy.sealed")),
    ]);
    await writeFile(join(folder, "manifest.json"), `${JSON.stringify(manifest, null, 2)}\n`);
    await writeFile(join(out, file), await zipFolder(folder));
  }
  await rm(sealed);
}

/**
 * @param {(typeof BUNDLES)[number]} bundle
 * @param {string} folder
 * @param {string} target
 * @param {import("./sites.mjs").Site[]} sites
 */
function makeBundle({ name, entry, format }, folder, target, sites) {
  return esbuild.build({
    entryPoints: [join(ROOT, entry)],
    outfile: join(folder, `${name}.js`),
    bundle: true,
    format,
    target,
    minify: true,
    legalComments: "none",
    logLevel: "warning",
    plugins: [sitesPlugin(sites)],
  });
}
