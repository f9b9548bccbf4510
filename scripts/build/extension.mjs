/** Builds the extension for Chrome (and Edge) and for Firefox: a folder to load and a package to hand out. */
import { cp, mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { bundle, OLDEST } from "./bundle.mjs";
import { manifestFor } from "./manifest.mjs";
import { seal } from "./seal.mjs";
import { dataPlugin, placeAt, readSites, usedOf } from "./sites.mjs";
import { zipFolder } from "./zip.mjs";

const ROOT = "extension";
const ENGINE = "target/wasm/bezint/bezint_bg.wasm";

const BROWSERS = {
  chrome: { target: OLDEST.chrome, package: "bezint-chrome.zip" },
  firefox: { target: OLDEST.firefox, package: "bezint-firefox.xpi" },
};

/** By the name it gets in the package. Content scripts are classic scripts; the rest are modules with nothing to import. */
const BUNDLES = [
  { name: "content", entry: "src/content/main.js", format: /** @type {const} */ ("iife") },
  { name: "background", entry: "src/background/main.js", format: /** @type {const} */ ("esm") },
  ...["popup", "options", "welcome"].map((name) => ({
    name,
    entry: `src/pages/${name}.js`,
    format: /** @type {const} */ ("esm"),
  })),
];

/** By its place in the package: copied as it is. */
const COPIES = {
  _locales: "_locales",
  "popup.html": "src/pages/popup.html",
  "options.html": "src/pages/options.html",
  "welcome.html": "src/pages/welcome.html",
  pictures: "pictures",
  "pages.css": "src/pages/pages.css",
  "tables.css": "src/pages/options/tables.css",
  ...Object.fromEntries([16, 32, 48, 128].map((size) => [`icons/${size}.png`, `icons/${size}.png`])),
};

/**
 * @param {{ out: string, policy: string, hosts: string[], at: string[], sites?: string, name?: string, key?: string }} build
 *   where to, the policy to seal inside, match patterns, hosts for adapters (`id=host`) and a folder of adapters on top of
 *   those that ship, the company's name for it, and the file of the private key to sign the policy with: no other policy
 *   is accepted then
 */
export async function buildExtension({ out, policy, hosts: patterns, at, sites: extra, name, key }) {
  const sites = placeAt(await readSites(join(ROOT, "sites"), extra), at);
  const hosts = [...patterns, ...at.map((place) => `https://${place.split("=")[1]}/*`)];
  const { version } = JSON.parse(await readFile(join(ROOT, "package.json"), "utf8"));
  await rm(out, { recursive: true, force: true });
  await mkdir(out, { recursive: true });
  const sealed = join(out, "policy.sealed");
  const company = { key: await seal(policy, sealed, key) };

  for (const [browser, { target, package: file }] of Object.entries(BROWSERS)) {
    const folder = join(out, browser);
    const manifest = await manifestFor(browser, { version, sites, hosts, name });
    await Promise.all([
      ...BUNDLES.map((bundle) =>
        makeBundle(bundle, folder, target, { "bezint-sites": usedOf(sites), "bezint-company": company }),
      ),
      ...Object.entries(COPIES).map(([to, from]) => cp(join(ROOT, from), join(folder, to), { recursive: true })),
      cp(ENGINE, join(folder, "engine.wasm")),
      cp(sealed, join(folder, "policy.sealed")),
    ]);
    const schema = manifest.storage?.managed_schema;
    if (schema) await cp(join(ROOT, "manifest", schema), join(folder, schema));
    await writeFile(join(folder, "manifest.json"), `${JSON.stringify(manifest, null, 2)}\n`);
    await writeFile(join(out, file), await zipFolder(folder));
  }
  await rm(sealed);
}

/**
 * @param {(typeof BUNDLES)[number]} bundle
 * @param {string} folder
 * @param {string} target
 * @param {Record<string, object>} data
 */
function makeBundle({ name, entry, format }, folder, target, data) {
  return bundle({
    entry: join(ROOT, entry),
    outfile: join(folder, `${name}.js`),
    format,
    target,
    plugins: [dataPlugin(data)],
  });
}
