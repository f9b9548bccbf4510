/** Builds the studio: a folder that any web server can serve as it is. */
import { cp, mkdir, rm } from "node:fs/promises";
import { join } from "node:path";
import { bundle } from "./bundle.mjs";
import { begin } from "./seal.mjs";

const ROOT = "www/studio";
const STANCES = ["open", "coached", "controlled"];
const LANGUAGES = ["en", "nl"];

/** @param {{ out: string }} build where to */
export async function buildStudio({ out }) {
  const policies = join(out, "policies");
  await rm(out, { recursive: true, force: true });
  await mkdir(policies, { recursive: true });
  await Promise.all([
    bundle({ entry: join(ROOT, "src/main.js"), outfile: join(out, "studio.js") }),
    ...["index.html", "studio.css", "authoring.css"].map((file) => cp(join(ROOT, file), join(out, file))),
    cp("extension/icons/icon.svg", join(out, "icon.svg")),
    cp("target/wasm/author/bezint_bg.wasm", join(out, "engine.wasm")),
    cp("crates/bezint-packs/policies/starter.toml", join(policies, "starter.toml")),
    cp("tests/policies/lab.toml", join(policies, "lab.toml")),
    ...STANCES.flatMap((stance) =>
      LANGUAGES.map((language) =>
        begin(stance, [...new Set([language, ...LANGUAGES])], join(policies, `${stance}.${language}.toml`)),
      ),
    ),
  ]);
}
