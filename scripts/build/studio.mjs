/** Builds the studio: a folder that any web server can serve as it is. */
import { cp, mkdir, rm } from "node:fs/promises";
import { join } from "node:path";
import * as esbuild from "esbuild";
import { seal } from "./seal.mjs";

const ROOT = "www/studio";

/** @param {{ out: string, policy: string }} build where to, and the policy to seal inside */
export async function buildStudio({ out, policy }) {
  await rm(out, { recursive: true, force: true });
  await mkdir(out, { recursive: true });
  await Promise.all([
    esbuild.build({
      entryPoints: [join(ROOT, "src/main.js")],
      outfile: join(out, "studio.js"),
      bundle: true,
      format: "esm",
      target: ["chrome120", "firefox140"],
      minify: true,
      legalComments: "none",
      logLevel: "warning",
    }),
    cp(join(ROOT, "index.html"), join(out, "index.html")),
    cp(join(ROOT, "studio.css"), join(out, "studio.css")),
    cp("extension/icons/icon.svg", join(out, "icon.svg")),
    cp("target/wasm/bezint/bezint_bg.wasm", join(out, "engine.wasm")),
    seal(policy, join(out, "policy.sealed")),
  ]);
}
