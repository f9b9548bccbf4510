/**
 * Builds what people install and open, into `target/`. The engine comes first: `scripts/build-wasm.sh`.
 *
 *   node scripts/build.mjs                everything: the extension, the lab's build of it, the studio, the npm package
 *   node scripts/build.mjs studio         only the studio
 *   node scripts/build.mjs package        only the npm package
 *   node scripts/build.mjs extension      only the extension; a company's own build by
 *     --policy FILE     its policy, in place of the starter policy
 *     --key FILE        the private key to sign it with; the build then accepts no policy of anyone else
 *     --name NAME       what lists of extensions call it, such as "Bezint for Acme"
 *     --host PATTERN    a further match pattern to guard; may be given several times
 *     --at ID=HOST      a further host for a shipped adapter, such as mastodon=social.acme.example; several times
 *     --sites DIR       a folder with further adapters; one with the id of a shipped one takes its place
 *     --out DIR         where to, in place of target/extension
 */
import { readdirSync } from "node:fs";
import { basename } from "node:path";
import { parseArgs } from "node:util";
import { buildExtension } from "./build/extension.mjs";
import { buildPackage } from "./build/package.mjs";
import { buildStudio } from "./build/studio.mjs";

const STARTER = "crates/bezint-packs/policies/starter.toml";

const shipped = readdirSync("extension/sites").map((file) => basename(file, ".json"));

/** A company build like any other: its policy and sites are those of the test pages, at hosts of this machine. */
const LAB = {
  out: "target/lab",
  policy: "tests/policies/lab.toml",
  hosts: ["localhost", "127.0.0.1", ...shipped.map((id) => `${id}.localhost`)].map((host) => `http://${host}/*`),
  at: shipped.map((id) => `${id}=${id}.localhost`),
  sites: "tests/pages/sites",
};

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: {
    policy: { type: "string", default: STARTER },
    key: { type: "string" },
    name: { type: "string" },
    host: { type: "string", multiple: true, default: [] },
    at: { type: "string", multiple: true, default: [] },
    sites: { type: "string" },
    out: { type: "string", default: "target/extension" },
  },
});

const builds = {
  extension: () => {
    const { host: hosts, ...rest } = values;
    return buildExtension({ ...rest, hosts });
  },
  lab: () => buildExtension(LAB),
  studio: () => buildStudio({ out: "target/studio" }),
  package: () => buildPackage({ out: "target/package" }),
};

const [only] = positionals;
if (only && !Object.hasOwn(builds, only)) {
  console.error(`There is no build “${only}”; there are ${Object.keys(builds).join(", ")}.`);
  process.exit(2);
}
for (const [name, build] of Object.entries(builds)) {
  if (only && only !== name) continue;
  const start = performance.now();
  await build();
  console.log(`${name.padEnd(10)} ${((performance.now() - start) / 1000).toFixed(1)} s`);
}
